package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.ErrorPages;
import dev.cloakroom.servlet.LoginPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Words what the request is answered that the calling thread serves, for those who have no hold of
 * it: the filters of Jakarta REST. Safe for use by several threads.
 */
public final class CurrentRefusal {
  private static final String LOCATION = "Location";

  private CurrentRefusal() {}

  /** The answer to a refusal: the same for each page, whoever guards it. */
  public static Answer of(Refusal refusal) {
    GuardedRequest request = ServedRequest.current();
    return request == null ? refusal.answer() : of(refusal, request);
  }

  private static Answer of(Refusal refusal, HttpServletRequest request) {
    LoginPage page = LoginPage.told(request);
    return page == null ? refusal.answer() : page.orElse(refusal, request);
  }

  /**
   * Begins with an answer what Jakarta REST would do otherwise on each server: the application's
   * page for an error, and the place to go to, which there is a server that makes absolute by what
   * it believes its own address to be.
   *
   * @return what is left of the answer
   */
  public static Answer begun(Answer answer) {
    GuardedRequest request = ServedRequest.current();
    if (request == null) {
      return answer;
    }
    try {
      GuardedResponse response = request.response();
      if (!ErrorPages.stand(answer, request, response)) {
        return led(answer, response);
      }
      response.end();
      return new Answer(answer.status(), List.of(), "");
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    }
  }

  private static Answer led(Answer answer, HttpServletResponse response) {
    String place = answer.header(LOCATION);
    if (place == null) {
      return answer;
    }
    response.setHeader(LOCATION, place);
    return answer.without(LOCATION);
  }
}
