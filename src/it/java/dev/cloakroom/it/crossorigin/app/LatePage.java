package dev.cloakroom.it.crossorigin.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers on another thread, or fails there as it is told. */
@WebServlet(
    urlPatterns = {"/late", "/declared/late"},
    asyncSupported = true)
public class LatePage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long SOON_MILLIS = 200;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String way = request.getParameter("way");
    AsyncContext later = request.startAsync();
    later.setTimeout(SOON_MILLIS);
    switch (way) {
      case "timeout" -> {}
      case "dispatch" -> later.dispatch("/page?do=crash");
      default -> later.start(() -> answer(way, later));
    }
  }

  private static void answer(String way, AsyncContext later) {
    HttpServletResponse response = (HttpServletResponse) later.getResponse();
    try {
      switch (way) {
        case "error" -> response.sendError(503);
        case "reset" -> response.reset();
        case "throw" -> throw new IllegalStateException("told to");
        default -> response.getWriter().print("late");
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    later.complete();
  }
}
