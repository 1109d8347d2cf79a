package dev.cloakroom.rest;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers a request whose resource needed the store of login sessions, which failed: 503. */
public class StoreUnavailableMapper implements ExceptionMapper<StoreUnavailableException> {

  /** Made by the server. */
  public StoreUnavailableMapper() {}

  @Override
  public Response toResponse(StoreUnavailableException failed) {
    return AccessFilter.response(Answer.of(Reason.UNAVAILABLE));
  }
}
