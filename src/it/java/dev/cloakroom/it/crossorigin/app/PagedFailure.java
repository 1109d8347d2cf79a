package dev.cloakroom.it.crossorigin.app;

import dev.cloakroom.it.probe.app.PagedException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Fails in a way that the application has an error page for. */
@WebServlet("/paged-failure")
public class PagedFailure extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws PagedException {
    throw new PagedException();
  }
}
