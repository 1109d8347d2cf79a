package dev.cloakroom.task;

import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.ThreadRequest;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The login that the calling thread works for: that of its task, else that of its request, asked
 * for anew each time. Safe for use by several threads.
 */
public final class CurrentLogin {
  private final HttpServletRequest request;

  /**
   * The logins of all threads.
   *
   * @param request stands for the request of whichever thread asks
   */
  public CurrentLogin(HttpServletRequest request) {
    this.request = request;
  }

  /** The login; null for nobody, outside of requests and tasks as well. */
  public @Nullable RequestLogin find() {
    TaskLogin task = TaskLogin.current();
    return task == null ? ofRequest(request) : task.login();
  }

  /** The login of the thread's request, if it works for that and no task; else null. */
  public @Nullable RequestLogin ofRequest() {
    return TaskLogin.current() == null ? ofRequest(request) : null;
  }

  private static @Nullable RequestLogin ofRequest(HttpServletRequest request) {
    HttpServletRequest served = ThreadRequest.current();
    try {
      return RequestLogin.of(served == null ? request : served);
    } catch (ContextNotActiveException | IllegalStateException outsideOfARequest) {
      return null;
    }
  }
}
