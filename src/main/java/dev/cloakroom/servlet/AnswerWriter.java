package dev.cloakroom.servlet;

import dev.cloakroom.http.Answer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes an answer to a servlet response. */
public final class AnswerWriter {

  private AnswerWriter() {}

  /** Writes the whole answer; cookies that the response already sets stay. */
  public static void write(Answer answer, HttpServletResponse response) throws IOException {
    byte[] body = answer.bytes();
    response.setStatus(answer.status());
    for (Answer.Header header : answer.headers()) {
      put(header, response);
    }
    response.setContentLength(body.length);
    write(body, answer.body(), response);
  }

  /**
   * There is a server that answers 403 in the place of a header which is set and has a line break,
   * encoded, as an address may have. It lets a header pass that is added.
   */
  private static void put(Answer.Header header, HttpServletResponse response) {
    if (header.name().equals("Location") && !response.containsHeader("Location")) {
      response.addHeader(header.name(), header.value());
    } else {
      response.setHeader(header.name(), header.value());
    }
  }

  /**
   * Writes the whole answer in the place of one that has been begun. Of that stays what is not of
   * its own: cookies, what a page of another origin may read, what filters say of every answer.
   */
  public static void replace(Answer answer, HttpServletResponse response) throws IOException {
    GivenUpAnswer.clear(response, answer.bytes().length);
    write(answer, response);
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

  /**
   * Writes the whole answer, after which nothing comes. (An answer that is not over yet is taken by
   * some servers for one that lacks an error page.)
   *
   * @throws UncheckedIOException if the client is gone
   */
  public static void writeAndEnd(Answer answer, HttpServletResponse response) {
    try {
      write(answer, response);
      end(response);
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    }
  }

  private static void end(HttpServletResponse response) throws IOException {
    try {
      response.getOutputStream().close();
    } catch (IllegalStateException writerIsInUse) {
      response.getWriter().close();
    }
  }
}
