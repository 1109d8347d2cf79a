package dev.cloakroom.it.caller.app;

import dev.cloakroom.LoginSession;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Open to everybody; has the witness asked in the place that the path names, with {@code ending}
 * once before and once after the caller's login was ended.
 */
@WebServlet("/in/*")
@ContextServiceDefinition(name = Places.DEFINED)
@ManagedExecutorDefinition(name = Places.DEFINED_EXECUTOR, context = Places.DEFINED)
@ManagedScheduledExecutorDefinition(name = Places.DEFINED_SCHEDULER, context = Places.DEFINED)
public class PlacesPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long PATIENCE_SECONDS = 20;

  @Inject transient Places places;
  @Inject transient Witness witness;
  @Inject transient LoginSession session;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String place = request.getPathInfo().substring(1);
    String told =
        request.getParameter("ending") == null
            ? outcome(places.in(place, question(request.getParameter("ask"))))
            : withEnd(place);
    response.getWriter().print(told);
  }

  private Supplier<String> question(String name) {
    return switch (name == null ? "" : name) {
      case "desk" -> witness::desk;
      case "all" -> witness::all;
      default -> witness::tell;
    };
  }

  private String withEnd(String place) {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    String id = session.id();
    CompletionStage<String> told =
        places.in(
            place,
            () -> {
              String before = witness.tell();
              asked.countDown();
              await(ended);
              return before + "; " + witness.tell();
            });
    await(asked);
    witness.end(id);
    ended.countDown();
    return outcome(told);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing has happened");
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static String outcome(CompletionStage<String> told) {
    try {
      return told.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      return failed.toString();
    }
  }
}
