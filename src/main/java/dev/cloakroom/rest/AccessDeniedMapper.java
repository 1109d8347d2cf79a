package dev.cloakroom.rest;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.http.Answer;
import dev.cloakroom.servlet.GivenUpAnswer;
import dev.cloakroom.web.CurrentRefusal;
import dev.cloakroom.web.DeniedCall;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Answers a request whose resource called a bean's method that is not for its caller, as one for a
 * resource that is not: 401 with a challenge for an anonymous caller or one who must prove more
 * first, 403 for anybody else.
 */
@Priority(AccessFeature.BEHIND_OTHERS)
public class AccessDeniedMapper implements ExceptionMapper<AccessDeniedException> {
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  /** Made by the server, which also gives it request and response. */
  @SuppressWarnings("NullAway.Init")
  public AccessDeniedMapper() {}

  @Override
  public Response toResponse(AccessDeniedException refused) {
    return inPlace(CurrentRefusal.of(DeniedCall.refusal(refused, request)), response);
  }

  /** The answer in the place of the one that the resource may have described already. */
  static Response inPlace(Answer answer, HttpServletResponse response) {
    if (!response.isCommitted()) {
      GivenUpAnswer.clear(response, answer.bytes().length);
    }
    return AccessFilter.response(answer);
  }
}
