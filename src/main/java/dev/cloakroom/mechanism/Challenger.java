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
  private static final int UNAUTHORIZED = 401;

  private final LoginPage page;
  private final OpenPlaces open;
  private final boolean verifiesEverywhere;

  /** Sends visitors to this page, and nobody away from these places. */
  public Challenger(LoginPage page, OpenPlaces open) {
    this(page, open, false);
  }

  /**
   * Refuses bearer tokens that are none, also where nobody needs one.
   *
   * @param verifiesEverywhere as MicroProfile JWT has it (2.1, section 9.1): what is shown must be
   *     genuine
   */
  public Challenger(LoginPage page, OpenPlaces open, boolean verifiesEverywhere) {
    this.page = page;
    this.open = open;
    this.verifiesEverywhere = verifiesEverywhere;
  }

  /** Challenges where that is due. */
  public AuthenticationStatus challenge(Anonymous anonymous, HttpMessageContext context) {
    Refusal refusal = anonymous.refusal();
    context.getRequest().setAttribute(Refusal.ATTRIBUTE, refusal);
    boolean isAsked = OpenPlaces.isGuarded(context) || isNoToken(refusal);
    if (!isAsked || open.include(context.getRequest())) {
      return OpenPlaces.answer(context);
    }
    answer(page.orElse(refusal, context.getRequest()), context);
    return AuthenticationStatus.SEND_FAILURE;
  }

  private boolean isNoToken(Refusal refusal) {
    return verifiesEverywhere
        && refusal.presented() == Refusal.Presented.BEARER
        && refusal.reason().status() == UNAUTHORIZED;
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
