package dev.cloakroom.testing;

import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request that the container knows the caller of. */
public final class RequestBy extends HttpServletRequestWrapper {
  private final @Nullable Principal caller;

  private RequestBy(HttpServletRequest request, @Nullable Principal caller) {
    super(request);
    this.caller = caller;
  }

  /** A request by somebody who is logged in. */
  public static RequestBy caller(String name) {
    return new RequestBy(FakeRequest.get("/page"), new CallerPrincipal(name));
  }

  /** The same request, by somebody who is not. */
  public static RequestBy nobody(HttpServletRequest request) {
    return new RequestBy(request, null);
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return caller;
  }
}
