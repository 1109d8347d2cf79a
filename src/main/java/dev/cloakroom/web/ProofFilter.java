package dev.cloakroom.web;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.access.RequiredProof;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.http.StepUp;
import dev.cloakroom.servlet.AnswerWriter;
import dev.cloakroom.servlet.ErrorPages;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.RequestRefusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stands before one servlet, by its name, whichever way a request is led to it, and lets callers
 * through who have proven what the servlet's class asks for. Roles are the container's to ask for,
 * and have been by then.
 */
public final class ProofFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient RequiredProof proof;
  private final transient LoginPage page;

  /**
   * A filter that asks for a proof.
   *
   * @param page has visitors led to where they can prove more
   */
  public ProofFilter(RequiredProof proof, LoginPage page) {
    this.proof = proof;
    this.page = page;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestLogin login = RequestLogin.of(request);
    if (login != null && login.hasProven(proof.level(), proof.within())) {
      chain.doFilter(request, response);
    } else if (request.getDispatcherType() == DispatcherType.INCLUDE || response.isCommitted()) {
      throw denied(login);
    } else {
      answer(page.orElse(refusal(login, request), request), request, response);
    }
  }

  private Refusal refusal(@Nullable RequestLogin login, HttpServletRequest request) {
    return login == null
        ? RequestRefusal.ofNobody(request)
        : Refusal.stepUp(new StepUp(proof.level(), proof.within()), DeniedCall.presented(login));
  }

  /** What is included cannot say what the whole is answered; what includes it has this escape. */
  private AccessDeniedException denied(@Nullable RequestLogin login) {
    String message = "A servlet that is included is for callers with " + proof + ".";
    return login == null
        ? new AccessDeniedException(message)
        : AccessDeniedException.stepUp(message, proof.level(), proof.within());
  }

  private static void answer(
      Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!ErrorPages.stand(answer, request, response)) {
      AnswerWriter.write(answer, response);
    }
  }
}
