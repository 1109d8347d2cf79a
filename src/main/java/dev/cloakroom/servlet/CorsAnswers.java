package dev.cloakroom.servlet;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.crossorigin.Cors;
import dev.cloakroom.crossorigin.CorsHeaders;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.RequestIdentity.Anonymous;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Has each answer say what pages of other origins may do with it, whoever gives it, and preflights
 * answered before anything else looks at them. The mechanism does so and the filter, since neither
 * comes to each request first. Safe for use by several threads.
 */
public final class CorsAnswers {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");
  private static final String ATTRIBUTE = "dev.cloakroom.cors";

  private final Cors cors;
  private final AtomicBoolean isNoticed = new AtomicBoolean();

  /** Answers that say what these settings do. */
  public CorsAnswers(Cors cors) {
    this.cors = cors;
  }

  /** Whether a request is answered by {@link #answerPreflight} and by nobody else. */
  public boolean isPreflight(HttpServletRequest request) {
    return cors.isPreflight(request);
  }

  /**
   * Answers a preflight.
   *
   * @throws java.io.UncheckedIOException if the client is gone
   */
  public void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
    AnswerWriter.writeAndEnd(cors.preflight(request), response);
  }

  /** Has the answer to a request say it; for whoever comes to the request first. */
  public void tell(HttpServletRequest request, HttpServletResponse response) {
    if (!cors.isConfigured() || request.getAttribute(ATTRIBUTE) != null) {
      return;
    }
    CorsHeaders headers = cors.headers(request);
    if (headers != null) {
      request.setAttribute(ATTRIBUTE, headers);
      headers.writeTo(response);
    }
  }

  /** Why nobody is known, in the words that the settings want. */
  public Anonymous explained(Anonymous nobody, HttpServletRequest request) {
    Refusal refusal = cors.explained(nobody.refusal(), request);
    return refusal.equals(nobody.refusal()) ? nobody : new Anonymous(refusal);
  }

  /** A response that goes on saying it, whatever the application and its container do to it. */
  public HttpServletResponse kept(HttpServletRequest request, HttpServletResponse response) {
    tell(request, response);
    CorsHeaders told = told(request);
    if (told == null) {
      return response;
    }
    told.writeTo(response);
    return new CorsResponse(response, told, isNoticed);
  }

  /**
   * Answers a request in which the application has failed, where the container would do so by
   * itself and leave out what a page of an allowed origin needs to read it. An error page of the
   * application passes the filter, and is left to the container.
   *
   * @return whether the request is answered; otherwise the failure is the container's to handle
   */
  public boolean answerFailure(
      Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CorsHeaders told = told(request);
    boolean hasSentError = response instanceof CorsResponse kept && kept.hasSentError();
    if (told == null
        || !told.grant()
        || (response.isCommitted() && !hasSentError)
        || isContainersToAnswer(failure, request)) {
      return false;
    }
    if (isNothingThere(failure)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return true;
    }
    LOG.log(ERROR, "A request of a page of another origin has failed.", failure);
    if (!hasSentError) {
      AnswerWriter.replace(Answer.of(Reason.INTERNAL_ERROR), response);
    }
    return true;
  }

  /** Open Liberty says so by an exception of its own, which is no failure of anybody. */
  private static boolean isNothingThere(Throwable failure) {
    return failure instanceof FileNotFoundException
        && failure.getStackTrace().length > 0
        && failure.getStackTrace()[0].getClassName().startsWith("com.ibm.ws.");
  }

  private static boolean isContainersToAnswer(Throwable failure, HttpServletRequest request) {
    return request.isAsyncStarted()
        || failure instanceof UnavailableException
        || ErrorPages.haveOneFor(failure, request);
  }

  private @Nullable CorsHeaders told(HttpServletRequest request) {
    return cors.isConfigured() && request.getAttribute(ATTRIBUTE) instanceof CorsHeaders told
        ? told
        : null;
  }
}
