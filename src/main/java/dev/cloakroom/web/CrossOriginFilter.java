package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.AnswerWriter;
import dev.cloakroom.servlet.CrossOriginGuard;
import dev.cloakroom.servlet.RequestLogin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses what a page of another origin makes a browser send in the name of a caller whom the
 * session cookie logs in.
 */
public class CrossOriginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient CrossOriginGuard guard;

  /** A filter that goes by this guard. */
  public CrossOriginFilter(CrossOriginGuard guard) {
    this.guard = guard;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (RequestLogin.of(request) instanceof RequestLogin.ByTicket && guard.refuses(request)) {
      AnswerWriter.write(Answer.of(Reason.CROSS_ORIGIN_REFUSED), response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
