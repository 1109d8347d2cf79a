package dev.cloakroom.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** The same for Enterprise Beans, whose container refuses. Only where the server has them. */
public class EjbAccessMapper implements ExceptionMapper<EJBAccessException> {
  @Context HttpServletRequest request;

  /** Made by the server, which also gives it the request. */
  @SuppressWarnings("NullAway.Init")
  public EjbAccessMapper() {}

  @Override
  public Response toResponse(EJBAccessException refused) {
    return AccessFilter.response(AccessDeniedMapper.refusal(request));
  }
}
