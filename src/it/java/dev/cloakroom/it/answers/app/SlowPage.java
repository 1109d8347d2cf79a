package dev.cloakroom.it.answers.app;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** The same, but its answer leaves later, from another thread. */
@WebServlet(urlPatterns = "/slow", asyncSupported = true)
public class SlowPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long PAUSE_MILLIS = 300;

  @Inject transient Habits habits;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String told = habits.run(request, response);
    AsyncContext later = request.startAsync();
    later.start(() -> answer(later, told));
  }

  private static void answer(AsyncContext later, String told) {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      later.getResponse().getWriter().print(told);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      later.complete();
    }
  }
}
