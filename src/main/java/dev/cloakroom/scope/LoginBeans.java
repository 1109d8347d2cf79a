package dev.cloakroom.scope;

import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.SessionBeans;
import dev.cloakroom.task.CurrentLogin;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of all requests are made with. Safe for use by several threads.
 *
 * @param forms the application's beans
 * @param codec reads and writes what they hold
 * @param sessions keeps it
 * @param request the calling thread's
 */
public record LoginBeans(
    BeanForms forms, StateCodec codec, SessionBeans sessions, HttpServletRequest request) {

  /**
   * The beans that an extension has found.
   *
   * @param types what they may hold beside what their fields name
   * @param request stands for the request of whichever thread asks
   */
  public static LoginBeans of(
      LoginScopeExtension found,
      Set<String> types,
      SessionBeans sessions,
      HttpServletRequest request) {
    BeanForms forms = found.forms();
    return new LoginBeans(
        forms, new StateCodec(new AllowedTypes(forms.all(), types)), sessions, request);
  }

  /** Whether the calling thread works for somebody who is logged in. */
  boolean isActive() {
    return login() != null;
  }

  /**
   * The instances of the calling thread's request.
   *
   * @throws ContextNotActiveException if it works for nobody who is logged in
   */
  RequestBeans current() {
    RequestLogin login = login();
    if (login == null) {
      throw new ContextNotActiveException(
          "@LoginScoped beans are there in requests of callers who are logged in, and only there");
    }
    if (!(login instanceof RequestLogin.OfRecord)) {
      throw new ContextNotActiveException(
          "@LoginScoped beans are kept with the login session of a caller who has logged in here;"
              + " this one has shown a token of another issuer, of whose login nothing is kept");
    }
    return RequestBeans.of(request, login.session().id(), this);
  }

  /** The instances that the calling thread's request has of a session; null if none. */
  @Nullable RequestBeans currentOf(String sessionId) {
    try {
      RequestBeans beans = RequestBeans.of(request);
      return beans != null && beans.isOf(sessionId) ? beans : null;
    } catch (ContextNotActiveException | IllegalStateException outsideOfARequest) {
      return null;
    }
  }

  /** The login of the calling thread's request; null if there is none. */
  @Nullable RequestLogin login() {
    return new CurrentLogin(request).ofRequest();
  }
}
