package dev.cloakroom.mechanism;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.AnswerWriter;
import dev.cloakroom.servlet.ErrorPages;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.RequestIdentity.Anonymous;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Answers a request that nobody is known to have sent: with a challenge, or a page's visitor with
 * the way to the login page, but only where the container itself guards the resource. Everywhere
 * else the reason stays with the request, for whoever refuses it later. (The REST filters of some
 * servers ask for authentication on public resources too; a challenge there would close them.)
 */
public final class Challenger {
  private final LoginPage page;
  private final OpenPlaces open;

  /** Sends visitors to this page, and nobody away from these places. */
  public Challenger(LoginPage page, OpenPlaces open) {
    this.page = page;
    this.open = open;
  }

  /** Challenges where that is due. */
  public AuthenticationStatus challenge(Anonymous anonymous, HttpMessageContext context) {
    Refusal refusal = anonymous.refusal();
    context.getRequest().setAttribute(Refusal.ATTRIBUTE, refusal);
    if (!OpenPlaces.isGuarded(context) || open.include(context.getRequest())) {
      return OpenPlaces.answer(context);
    }
    answer(page.orElse(refusal, context.getRequest()), context);
    return AuthenticationStatus.SEND_FAILURE;
  }

  private static void answer(Answer answer, HttpMessageContext context) {
    try {
      if (!ErrorPages.stand(answer, context.getRequest(), context.getResponse())) {
        AnswerWriter.writeAndEnd(answer, context.getResponse());
      }
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    }
  }
}
