package dev.cloakroom.rest;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers a request whose resource needed the store of login sessions, which failed: 503. */
@Priority(AccessFeature.BEHIND_OTHERS)
public class StoreUnavailableMapper implements ExceptionMapper<StoreUnavailableException> {
  @Context HttpServletResponse response;

  /** Made by the server, which also gives it the response. */
  @SuppressWarnings("NullAway.Init")
  public StoreUnavailableMapper() {}

  @Override
  public Response toResponse(StoreUnavailableException failed) {
    return AccessDeniedMapper.inPlace(Answer.of(Reason.UNAVAILABLE), response);
  }
}
