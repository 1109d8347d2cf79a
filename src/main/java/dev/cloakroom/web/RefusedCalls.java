package dev.cloakroom.web;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.access.Causes;
import dev.cloakroom.access.RefusedCall;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.AnswerWriter;
import dev.cloakroom.servlet.ErrorPages;
import dev.cloakroom.servlet.GivenUpAnswer;
import dev.cloakroom.servlet.LoginPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests whose servlet or page called a method that is not for its caller, and did not
 * handle that: as those for a page that is not, instead of with an error of the server. Likewise
 * those for which the store of login sessions was needed and failed. An {@code <error-page>} that
 * names the exception stands. Safe for use by several threads.
 */
public final class RefusedCalls {
  private final LoginPage page;

  /** Sends visitors who could log in to this page. */
  public RefusedCalls(LoginPage page) {
    this.page = page;
  }

  /**
   * Answers, if that is what escaped from the application and it is not too late to answer.
   *
   * @return whether the request is answered
   */
  boolean answer(Throwable escaped, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Answer answer = answer(escaped, request);
    // Another thread has the response once the request is asynchronous: the container's to end.
    if (answer == null || response.isCommitted() || request.isAsyncStarted()) {
      return false;
    }
    GivenUpAnswer.clear(response, answer.bytes().length);
    if (!ErrorPages.stand(answer, request, response)) {
      AnswerWriter.write(answer, response);
    }
    return true;
  }

  private @Nullable Answer answer(Throwable escaped, HttpServletRequest request) {
    if (RefusedCall.isIn(escaped)) {
      return ErrorPages.nameJust(escaped, RefusedCall::is, request)
          ? null
          : refusal(escaped, request);
    }
    boolean storeFailed =
        Causes.of(escaped).anyMatch(cause -> cause instanceof StoreUnavailableException);
    return storeFailed ? Answer.of(Reason.UNAVAILABLE) : null;
  }

  private Answer refusal(Throwable escaped, HttpServletRequest request) {
    return page.orElse(DeniedCall.refusal(RefusedCall.denial(escaped), request), request);
  }
}
