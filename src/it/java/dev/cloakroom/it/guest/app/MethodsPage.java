package dev.cloakroom.it.guest.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists all methods, or tells what came of a call. */
@WebServlet("/methods")
public class MethodsPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String number = request.getHeader("X-Report");
    response.setContentType("text/plain;charset=UTF-8");
    String text =
        number == null || request.getHeader("X-Method") != null ? all() : CallPage.report(number);
    response.getOutputStream().write(text.getBytes(UTF_8));
  }

  private static String all() {
    return Stream.of(Target.values()).map(Target::list).collect(Collectors.joining("\n"));
  }
}
