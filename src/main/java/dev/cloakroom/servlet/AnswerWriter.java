package dev.cloakroom.servlet;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Refusal;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes an answer to a servlet response. */
public final class AnswerWriter {

  private AnswerWriter() {}

  /** Writes the whole answer; cookies that the response already sets stay. */
  public static void write(Answer answer, HttpServletResponse response) throws IOException {
    byte[] body = answer.bytes();
    response.setStatus(answer.status());
    for (Answer.Header header : answer.headers()) {
      response.setHeader(header.name(), header.value());
    }
    response.setContentLength(body.length);
    write(body, answer.body(), response);
  }

  private static void write(byte[] body, String text, HttpServletResponse response)
      throws IOException {
    ServletOutputStream stream;
    try {
      stream = response.getOutputStream();
    } catch (IllegalStateException writerIsInUse) {
      // A page took it before it was found out that the caller may not see the page.
      response.getWriter().write(text);
      return;
    }
    stream.write(body);
  }

  /** Ends what was written. */
  public static void end(HttpServletResponse response) throws IOException {
    try {
      response.getOutputStream().close();
    } catch (IllegalStateException writerIsInUse) {
      response.getWriter().close();
    }
  }

  /** Why the request is anonymous, if the mechanism saw a reason; else that nothing was shown. */
  public static Refusal refusalOf(ServletRequest request) {
    return request.getAttribute(Refusal.ATTRIBUTE) instanceof Refusal refusal
        ? refusal
        : Refusal.nothingPresented();
  }
}
