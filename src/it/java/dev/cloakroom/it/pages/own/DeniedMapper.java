package dev.cloakroom.it.pages.own;

import dev.cloakroom.AccessDeniedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Says itself what is answered where a bean refused the caller of a resource. */
@Provider
public class DeniedMapper implements ExceptionMapper<AccessDeniedException> {

  @Override
  public Response toResponse(AccessDeniedException refused) {
    return Response.status(Response.Status.GONE).entity("<p>refused by the application").build();
  }
}
