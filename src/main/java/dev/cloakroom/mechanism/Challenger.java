package dev.cloakroom.mechanism;

import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.AnswerWriter;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.RequestIdentity.Anonymous;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;

/**
 * Answers a request that nobody is known to have sent: with a challenge, or a page's visitor with
 * the way to the login page, but only where the container itself guards the resource. Everywhere
 * else the reason stays with the request, for whoever refuses it later. (The REST filters of some
 * servers ask for authentication on public resources too; a challenge there would close them.)
 */
public final class Challenger {
  private final LoginPage page;

  /** Sends visitors to this page. */
  public Challenger(LoginPage page) {
    this.page = page;
  }

  /** Challenges where that is due. */
  public AuthenticationStatus challenge(Anonymous anonymous, HttpMessageContext context) {
    Refusal refusal = anonymous.refusal();
    context.getRequest().setAttribute(Refusal.ATTRIBUTE, refusal);
    if (!context.isProtected() || context.isAuthenticationRequest()) {
      return context.doNothing();
    }
    AnswerWriter.writeAndEnd(page.orElse(refusal, context.getRequest()), context.getResponse());
    return AuthenticationStatus.SEND_FAILURE;
  }
}
