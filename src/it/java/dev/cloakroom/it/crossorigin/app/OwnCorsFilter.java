package dev.cloakroom.it.crossorigin.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A CORS filter as applications have it: for everybody, who is asked for with whatever it takes.
 */
@WebFilter("/*")
public class OwnCorsFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
    response.setHeader("Access-Control-Allow-Credentials", "true");
    response.addHeader("Vary", "Origin");
    if (request.getHeader("Access-Control-Request-Method") == null) {
      chain.doFilter(request, response);
    } else {
      response.addHeader("Access-Control-Allow-Methods", "OWN");
      response.setStatus(200);
    }
  }
}
