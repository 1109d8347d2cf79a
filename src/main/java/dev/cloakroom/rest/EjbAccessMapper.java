package dev.cloakroom.rest;

import dev.cloakroom.servlet.RequestRefusal;
import dev.cloakroom.web.CurrentRefusal;
import jakarta.annotation.Priority;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** The same for Enterprise Beans, whose container refuses. Only where the server has them. */
@Priority(AccessFeature.BEHIND_OTHERS)
public class EjbAccessMapper implements ExceptionMapper<EJBAccessException> {
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  /** Made by the server, which also gives it request and response. */
  @SuppressWarnings("NullAway.Init")
  public EjbAccessMapper() {}

  @Override
  public Response toResponse(EJBAccessException refused) {
    return AccessDeniedMapper.inPlace(CurrentRefusal.of(RequestRefusal.of(request)), response);
  }
}
