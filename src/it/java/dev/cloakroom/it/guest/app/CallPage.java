package dev.cloakroom.it.guest.app;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Calls the method that headers name, and keeps what came of it under the number that a header
 * says: an answer that a method has ended can tell nothing.
 */
@WebServlet(urlPatterns = "/call/*", asyncSupported = true)
public class CallPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final System.Logger LOG = System.getLogger("guest");

  /** What is written when the method has been called. */
  static final String TAIL = "tail";

  private static final Map<String, CompletableFuture<String>> REPORTS = new ConcurrentHashMap<>();

  /** What came of a call, whose answer can have reached the client before it is known. */
  static String report(String number) {
    return reportOf(number).completeOnTimeout("nothing", 5, TimeUnit.SECONDS).join();
  }

  private static CompletableFuture<String> reportOf(String number) {
    return REPORTS.computeIfAbsent(number, first -> new CompletableFuture<>());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Target target = Target.valueOf(request.getHeader("X-Target"));
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      write(TAIL, target, response);
      return;
    }
    String phase = request.getHeader("X-Phase");
    response.setContentType("text/plain;charset=UTF-8");
    if (phase.equals("logout")) {
      request.getSession().invalidate();
    }
    if (phase.equals("begun")) {
      write("begun ", target, response);
    }
    String outcome = called(target, request, response);
    reportOf(request.getHeader("X-Report")).complete(outcome);
    finish(target, request, response);
  }

  private static String called(
      Target target, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Method method = target.method(request.getHeader("X-Method"));
    Canned canned = new Canned(request, response);
    @Nullable Object[] arguments =
        request.getHeader("X-Phase").equals("nulls")
            ? canned.withoutObjects(method)
            : canned.arguments(method);
    Object called = target.of(request, response);
    String outcome = outcome(method, called, arguments);
    return outcome
        + "; the same again: "
        + isSame(target, called, request, response)
        + "; "
        + Described.state(response);
  }

  private static String outcome(Method method, Object called, @Nullable Object[] arguments) {
    try {
      Object given = method.invoke(called, arguments);
      return given == called ? "itself" : Described.value(given);
    } catch (InvocationTargetException thrown) {
      return thrown.getTargetException().getClass().getSimpleName();
    } catch (IllegalAccessException inaccessible) {
      throw new IllegalStateException(inaccessible);
    }
  }

  private static boolean isSame(
      Target target, Object called, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return target == Target.ASYNC || target.of(request, response) == called;
  }

  private static void finish(
      Target target, HttpServletRequest request, HttpServletResponse response) {
    boolean isDispatched =
        request.getHeader("X-Method").startsWith("dispatch")
            && !request.getHeader("X-Phase").equals("nulls");
    if (request.isAsyncStarted() && !isDispatched) {
      request.getAsyncContext().complete();
    } else if (!isDispatched) {
      write(TAIL, target, response);
    }
  }

  /** An answer that is over takes no more on some servers; what the client sees is compared. */
  private static void write(String text, Target target, HttpServletResponse response) {
    try {
      if (target == Target.WRITER) {
        response.getWriter().print(text);
      } else {
        response.getOutputStream().print(text);
      }
    } catch (IllegalStateException | IOException isOver) {
      LOG.log(DEBUG, "The answer is over.", isOver);
    }
  }
}
