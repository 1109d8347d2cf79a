package dev.cloakroom.rest;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Answers a request whose resource called a bean's method that is not for its caller, as one for a
 * resource that is not: 401 with a challenge for an anonymous caller, 403 for anybody else.
 */
public class AccessDeniedMapper implements ExceptionMapper<AccessDeniedException> {
  @Context HttpServletRequest request;

  /** Made by the server, which also gives it the request. */
  @SuppressWarnings("NullAway.Init")
  public AccessDeniedMapper() {}

  @Override
  public Response toResponse(AccessDeniedException refused) {
    return AccessFilter.response(
        refused.isForNobody() ? Answer.of(Reason.FORBIDDEN) : refusal(request));
  }

  static Answer refusal(HttpServletRequest request) {
    return request.getUserPrincipal() == null
        ? AccessFilter.challenge(request.getAttribute(Refusal.ATTRIBUTE))
        : Answer.of(Reason.FORBIDDEN);
  }
}
