package dev.cloakroom.it.csrf.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;

/** Writes a note of what a request sends, which it reads in the way that a header names. */
@WebServlet("/notes")
@MultipartConfig
public class NotePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Notes notes;
  @Inject transient HttpServletRequest injected;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(notes.count());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String text = text(request);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(notes.write(text));
  }

  private String text(HttpServletRequest request) throws IOException, ServletException {
    String how = request.getHeader("X-Read");
    return switch (how == null ? "parameter" : how) {
      case "parameter" -> request.getParameter("text");
      case "values" -> String.join(",", request.getParameterValues("text"));
      case "injected" -> injected.getParameter("text");
      case "stream" -> new String(request.getInputStream().readAllBytes(), UTF_8);
      case "reader" -> reader(request);
      case "part" -> new String(request.getPart("text").getInputStream().readAllBytes(), UTF_8);
      case "encoding" -> String.valueOf(request.getCharacterEncoding());
      default -> throw new IllegalArgumentException(how);
    };
  }

  private static String reader(HttpServletRequest request) throws IOException {
    StringWriter text = new StringWriter();
    request.getReader().transferTo(text);
    return text.toString();
  }
}
