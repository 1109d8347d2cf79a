package dev.cloakroom.it.guest.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Puts something of the application around a request that comes in, as one that compresses does.
 */
@WebFilter(urlPatterns = "/turn/*", asyncSupported = true)
public class TurnFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Is around a request. */
  static final class Own extends HttpServletRequestWrapper {
    Own(HttpServletRequest request) {
      super(request);
    }
  }

  /** Is around an answer. */
  static final class OwnAnswer extends HttpServletResponseWrapper {
    OwnAnswer(HttpServletResponse response) {
      super(response);
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new Own(request), new OwnAnswer(response));
  }
}
