package dev.cloakroom.web;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.scope.RequestBeans;
import dev.cloakroom.servlet.AnswerWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Stands before the first byte of the application's answer. What the request's {@code @LoginScoped}
 * beans hold is kept before the client can hear that it is; where it cannot be, the application's
 * answer gives way to one that says so, and the rest of it is dropped. Belongs to one response.
 */
final class AnswerGate {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private boolean asked;
  private boolean shut;

  AnswerGate(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  /** Whether what is about to leave may. */
  boolean opens() {
    if (!asked) {
      asked = true;
      keepBeans();
    }
    return !shut;
  }

  /** The application is done: what was changed since the first byte is kept, too. */
  void close() {
    if (!shut) {
      keepBeans();
    }
  }

  /** What the application answers is not so; where it has begun, it cannot be taken back. */
  void refuse(Reason reason) {
    if (!shut && !response.isCommitted()) {
      asked = true;
      shut = true;
      replace(Answer.of(reason));
    }
  }

  /** The answer is complete: what else the application writes is dropped. */
  void shut() {
    shut = true;
  }

  private void keepBeans() {
    Reason failure = RequestBeans.keep(request);
    if (failure == null) {
      return;
    }
    if (response.isCommitted()) {
      LOG.log(
          WARNING,
          "What {0} held was changed after the answer had begun, and is not kept: {1}.",
          RequestBeans.names(request),
          failure.code());
      return;
    }
    shut = true;
    replace(Answer.of(failure));
  }

  /** Cookies stay: a ticket that was renewed must reach its client. */
  private void replace(Answer answer) {
    try {
      AnswerWriter.replace(answer, response);
      response.flushBuffer();
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    }
  }
}
