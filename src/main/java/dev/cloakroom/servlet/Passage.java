package dev.cloakroom.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The way of a request past a constraint of the container that would refuse it: a forward to where
 * it goes anyhow, which no constraint holds up. The application's filters for requests are not on
 * that way; those for forwards are, and ours.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, section
 *     13.2</a>
 */
public final class Passage {
  private static final String BEGINS = Passage.class.getName();

  private Passage() {}

  /**
   * Has the request answered by what is at this path of the application.
   *
   * @param path needs no decoding, since servers do not agree whether there is one
   * @throws UncheckedIOException if the client is gone
   * @throws IllegalStateException if what is there fails
   */
  public static void lead(String path, HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(BEGINS, true);
    try {
      request.getRequestDispatcher(path).forward(request, response);
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    } catch (ServletException failure) {
      throw new IllegalStateException("What is at " + path + " has failed.", failure);
    } finally {
      request.removeAttribute(BEGINS);
    }
  }

  /** Whether a forward is such a way, and not one within the application; true once. */
  public static boolean begins(ServletRequest request) {
    boolean begins = request.getAttribute(BEGINS) != null;
    request.removeAttribute(BEGINS);
    return begins;
  }
}
