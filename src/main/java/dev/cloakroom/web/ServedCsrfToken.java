package dev.cloakroom.web;

import dev.cloakroom.config.CsrfMode;
import dev.cloakroom.servlet.CsrfHandout;
import dev.cloakroom.servlet.RequestLogin;
import org.jspecify.annotations.Nullable;

/**
 * The CSRF token of whom the calling thread works for: the visitor of its request, if nobody is
 * logged in. Safe for use by several threads.
 */
public final class ServedCsrfToken {
  private final CsrfMode mode;
  private final CsrfHandout handout;

  /** One that this handout gives, where the mode asks for tokens. */
  public ServedCsrfToken(CsrfMode mode, CsrfHandout handout) {
    this.mode = mode;
    this.handout = handout;
  }

  /**
   * The token; empty where none is asked for.
   *
   * @param login whom the thread works for; null for nobody
   * @throws IllegalStateException if that is nobody, and it serves no request, or one whose answer
   *     can bring no cookie
   */
  public String of(@Nullable RequestLogin login) {
    if (!mode.asksForTokens()) {
      return "";
    }
    GuardedRequest request = ServedRequest.current();
    if (request != null) {
      return handout.of(request, request.response());
    }
    if (login == null) {
      throw new IllegalStateException(
          "There is a CSRF token for a request or a login, and on this thread is neither.");
    }
    return handout.of(login);
  }
}
