package dev.cloakroom.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * The redirect of Servlet 6.1, with a status and with what has been written so far or without. We
 * are compiled against Servlet 6.0, which does not have it.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.1/">Jakarta Servlet 6.1, section
 *     5.3</a>
 */
final class LaterRedirect {
  private static final @Nullable MethodHandle METHOD = ofServer();

  private LaterRedirect() {}

  private static @Nullable MethodHandle ofServer() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              HttpServletResponse.class,
              "sendRedirect",
              MethodType.methodType(void.class, String.class, int.class, boolean.class));
    } catch (NoSuchMethodException | IllegalAccessException ofAnEarlierServlet) {
      return null;
    }
  }

  /**
   * Sends it.
   *
   * @throws UnsupportedOperationException if the server is of an earlier Servlet
   */
  static void send(HttpServletResponse response, String location, int status, boolean clearsBuffer)
      throws IOException {
    if (METHOD == null) {
      throw new UnsupportedOperationException("This server is older than Servlet 6.1.");
    }
    try {
      METHOD.invokeExact(response, location, status, clearsBuffer);
    } catch (IOException | RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable undeclared) {
      throw new IllegalStateException(undeclared);
    }
  }
}
