package dev.cloakroom.it.guest.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Hands its request to the container again and again, as what waits for something does, and says at
 * last what has become of it.
 */
@WebServlet(urlPatterns = "/turn/*", asyncSupported = true)
public class TurnPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int TURNS = 20;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int turns = request.getAttribute("turns") instanceof Integer known ? known : 0;
    request.setAttribute("turns", turns + 1);
    if (turns == 1) {
      request.setAttribute("layers", layers(request) + layers(response));
    }
    if (turns < TURNS) {
      goOn(request.startAsync(), Thread.currentThread());
      return;
    }
    Object first = request.getAttribute("layers");
    response
        .getWriter()
        .printf(
            "%s %s %s %s, wrapped %s %s, as at first %s",
            request.getDispatcherType(),
            request.getRequestURI().substring(request.getContextPath().length()),
            request.getServletPath(),
            request.getPathInfo(),
            isWrapped(request),
            isWrapped(response),
            first.equals(layers(request) + layers(response)));
  }

  /** Not before this turn is over: GlassFish may run the next beside it, and then a page twice. */
  private static void goOn(AsyncContext context, Thread turning) {
    context.start(
        () -> {
          while (Thread.currentThread() != turning && !isAtRest(turning)) {
            Thread.onSpinWait();
          }
          context.dispatch();
        });
  }

  private static boolean isAtRest(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING, TERMINATED -> true;
      default -> false;
    };
  }

  private static int layers(ServletRequest request) {
    return request instanceof ServletRequestWrapper wrapper ? 1 + layers(wrapper.getRequest()) : 0;
  }

  private static int layers(ServletResponse response) {
    return response instanceof ServletResponseWrapper wrapper
        ? 1 + layers(wrapper.getResponse())
        : 0;
  }

  private static boolean isWrapped(ServletRequest request) {
    return request instanceof ServletRequestWrapper wrapper
        && (wrapper instanceof TurnFilter.Own || isWrapped(wrapper.getRequest()));
  }

  private static boolean isWrapped(ServletResponse response) {
    return response instanceof ServletResponseWrapper wrapper
        && (wrapper instanceof TurnFilter.OwnAnswer || isWrapped(wrapper.getResponse()));
  }
}
