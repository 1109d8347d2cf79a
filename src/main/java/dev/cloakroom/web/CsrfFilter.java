package dev.cloakroom.web;

import dev.cloakroom.crossorigin.CrossOriginCheck;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.AnswerWriter;
import dev.cloakroom.servlet.CsrfCheck;
import dev.cloakroom.servlet.CsrfHandout;
import dev.cloakroom.servlet.ErrorPages;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses what lacks a CSRF token before anything of the application runs. Registered only where
 * the settings ask for tokens, also on the way of a forward: what it leads to may not be what let a
 * request go on. One to a resource of Jakarta REST that may be exempt goes on until it is known
 * which one that is.
 */
public class CsrfFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient CsrfCheck check;
  @Inject transient CsrfHandout handout;
  @Inject transient CsrfExemptions exemptions;

  /** Made by the container. */
  public CsrfFilter() {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (CrossOriginCheck.isSafe(request.getMethod(), null)) {
      if (!request.getMethod().equals("OPTIONS")) {
        handout.tellScripts(request, response);
      }
      chain.doFilter(request, response);
    } else {
      judge(request, response, chain);
    }
  }

  private void judge(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CsrfExemptions.Decision decision = exemptions.of(request);
    if (decision == CsrfExemptions.Decision.EXEMPT) {
      CsrfCheck.exempt(request);
    }
    Reason forged = check.refusal(request);
    if (forged == null || CredentialServlet.isAskedBy(request)) {
      chain.doFilter(SentAgain.ifRead(request), response);
    } else if (decision == CsrfExemptions.Decision.LATER) {
      CsrfDeferral.note(check.answer(forged, request), request);
      chain.doFilter(SentAgain.ifRead(request), response);
    } else {
      refuse(check.answer(forged, request), request, response);
    }
  }

  private static void refuse(
      Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!ErrorPages.stand(answer, request, response)) {
      AnswerWriter.write(answer, response);
    }
  }
}
