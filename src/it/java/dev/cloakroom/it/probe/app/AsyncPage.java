package dev.cloakroom.it.probe.app;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** Sets its cookies in another thread, once the servlet and every filter have returned. */
@WebServlet(value = "/async/*", asyncSupported = true)
public class AsyncPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long LATER_MILLIS = 50;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async =
        "/wrapped".equals(request.getPathInfo())
            ? request.startAsync(request, response)
            : request.startAsync();
    CompletableFuture.delayedExecutor(LATER_MILLIS, MILLISECONDS, async::start)
        .execute(() -> answer(async));
  }

  private static void answer(AsyncContext async) {
    HttpServletRequest request = (HttpServletRequest) async.getRequest();
    HttpServletResponse response = (HttpServletResponse) async.getResponse();
    try {
      if ("/dispatch".equals(request.getPathInfo())) {
        async.dispatch("/cookies/add-cookie");
        return;
      }
      request.getSession();
      response.addCookie(new Cookie("basket", "async"));
      response.addCookie(new Cookie("theme", "dark"));
      response.getWriter().print("done");
      async.complete();
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    }
  }
}
