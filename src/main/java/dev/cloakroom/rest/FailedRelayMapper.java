package dev.cloakroom.rest;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request whose resource could not pass its caller on to another service, since the store
 * of login sessions failed: 503. What an application says itself of all that its clients throw
 * comes before.
 */
public class FailedRelayMapper implements ExceptionMapper<FailedRelayException> {
  @Context HttpServletResponse response;
  @Context Providers others;

  /** Made by the server, which also gives it the response and the other mappers. */
  @SuppressWarnings("NullAway.Init")
  public FailedRelayMapper() {}

  @Override
  public Response toResponse(FailedRelayException failed) {
    ExceptionMapper<ProcessingException> theirs = theirs();
    return theirs == null
        ? AccessDeniedMapper.inPlace(Answer.of(Reason.UNAVAILABLE), response)
        : theirs.toResponse(failed);
  }

  /** None that is for more than what clients throw: that is no answer to this. */
  @Nullable ExceptionMapper<ProcessingException> theirs() {
    ExceptionMapper<ProcessingException> nearest =
        others.getExceptionMapper(ProcessingException.class);
    Object wider = others.getExceptionMapper(RuntimeException.class);
    return nearest == wider ? null : nearest;
  }
}
