package dev.cloakroom.testing;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a container tells a mechanism, and remembers of what the mechanism told it. */
public final class FakeMessageContext extends HttpMessageContextWrapper {
  private final FakeRequest request;
  private final FakeResponse response;
  private AuthenticationParameters parameters = new AuthenticationParameters();
  private boolean authenticationRequest;
  private boolean guarded;
  private @Nullable Principal caller;
  private Set<String> groups = Set.of();
  private boolean cleaned;

  /** The context of a request to something public. */
  public FakeMessageContext(FakeRequest request) {
    this(request, new FakeResponse());
  }

  /** The context of a request to something public, and its response. */
  public FakeMessageContext(FakeRequest request, FakeResponse response) {
    super(Stub.of(HttpMessageContext.class));
    this.request = request;
    this.response = response;
  }

  /** This context, of something that the container guards. */
  public FakeMessageContext guarded() {
    guarded = true;
    return this;
  }

  /** This context, of code that calls {@code SecurityContext.authenticate}. */
  public FakeMessageContext asking(AuthenticationParameters asked) {
    authenticationRequest = true;
    parameters = asked;
    return this;
  }

  /** The response to the request. */
  public FakeResponse response() {
    return response;
  }

  /** The caller whom the container was told of; null for none. */
  public @Nullable Principal caller() {
    return caller;
  }

  /** Whether the container was told to forget the caller. */
  public boolean isCleaned() {
    return cleaned;
  }

  @Override
  public boolean isProtected() {
    return guarded;
  }

  @Override
  public boolean isAuthenticationRequest() {
    return authenticationRequest;
  }

  @Override
  public AuthenticationParameters getAuthParameters() {
    return parameters;
  }

  @Override
  public FakeRequest getRequest() {
    return request;
  }

  @Override
  public FakeResponse getResponse() {
    return response;
  }

  @Override
  public AuthenticationStatus doNothing() {
    return AuthenticationStatus.NOT_DONE;
  }

  @Override
  public AuthenticationStatus notifyContainerAboutLogin(Principal known, Set<String> theirGroups) {
    caller = known;
    groups = theirGroups;
    return AuthenticationStatus.SUCCESS;
  }

  @Override
  public Set<String> getGroups() {
    return groups;
  }

  @Override
  public void cleanClientSubject() {
    cleaned = true;
  }
}
