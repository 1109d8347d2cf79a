package dev.cloakroom.it.pages.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page of the container's; says who asks, by which method, and for what. */
@WebServlet("/orders/*")
public class OrdersPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response
        .getWriter()
        .print(
            request.getMethod()
                + " by "
                + request.getRemoteUser()
                + ": "
                + request.getQueryString());
  }
}
