package dev.cloakroom.it.proxied.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says how the server says that the request has come. */
@WebServlet("/connection")
public class ConnectionPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response
        .getWriter()
        .print(
            request.getRequestURL()
                + " from "
                + request.getRemoteAddr()
                + (request.isSecure() ? " encrypted" : " in plain text"));
  }
}
