package dev.cloakroom.it.guest.reading;

import static jakarta.servlet.DispatcherType.FORWARD;
import static jakarta.servlet.DispatcherType.REQUEST;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;

/** Reads the body of a request first, in the way that a header names. */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {REQUEST, FORWARD})
public class ReadingFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String how = request.getHeader("X-Read");
    chain.doFilter(how == null ? request : read(how, request), response);
  }

  private static HttpServletRequest read(String how, HttpServletRequest request)
      throws IOException {
    switch (how) {
      case "latin1-parameter" -> {
        request.setCharacterEncoding("ISO-8859-1");
        request.getParameter("username");
      }
      case "parameter" -> request.getParameter("username");
      case "keep" -> request.getInputStream().readAllBytes();
      case "stream" -> {
        return new CopiedBody(request, request.getInputStream().readAllBytes());
      }
      case "reader" -> {
        return new CopiedBody(request, text(request));
      }
      case "reader-only" -> {
        return new CopiedText(request, text(request));
      }
      default -> throw new IllegalArgumentException(how);
    }
    return request;
  }

  private static byte[] text(HttpServletRequest request) throws IOException {
    StringWriter text = new StringWriter();
    request.getReader().transferTo(text);
    return text.toString().getBytes(UTF_8);
  }
}
