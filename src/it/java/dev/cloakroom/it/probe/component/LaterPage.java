package dev.cloakroom.it.probe.component;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;

/**
 * Answers in another thread, once the servlet has returned: by itself, or, if a parameter names
 * one, by the page that it dispatches to. At the second path a constraint guards it.
 */
@WebServlet(
    value = {"/later", "/declared/later"},
    asyncSupported = true)
public class LaterPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long LATER_MILLIS = 50;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    CompletableFuture.delayedExecutor(LATER_MILLIS, MILLISECONDS, async::start)
        .execute(() -> answer(async));
  }

  private static void answer(AsyncContext async) {
    HttpServletRequest request = (HttpServletRequest) async.getRequest();
    String target = request.getParameter("to");
    if (target != null) {
      async.dispatch(target);
      return;
    }
    try {
      async.getResponse().getWriter().print(caller(request));
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    }
    async.complete();
  }

  private static String caller(HttpServletRequest request) {
    Principal caller = request.getUserPrincipal();
    return (caller == null ? "nobody" : caller.getName()) + " " + request.isUserInRole("admin");
  }
}
