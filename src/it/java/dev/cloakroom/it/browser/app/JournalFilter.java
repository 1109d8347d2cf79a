package dev.cloakroom.it.browser.app;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notes each request that has a mark, with its answer, and whether a session cookie came with it.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class JournalFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String MARK = "mark=";

  @Inject transient Journal journal;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    journal.note(
        mark(request.getQueryString()),
        "%s %d %s"
            .formatted(
                request.getMethod(),
                response.getStatus(),
                hasTicket(request) ? "with cookie" : "without cookie"));
  }

  static @Nullable String mark(@Nullable String query) {
    return query != null && query.startsWith(MARK) ? query.substring(MARK.length()) : null;
  }

  private static boolean hasTicket(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies != null && Stream.of(cookies).anyMatch(one -> one.getName().endsWith("sid"));
  }
}
