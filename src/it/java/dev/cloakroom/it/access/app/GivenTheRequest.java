package dev.cloakroom.it.access.app;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Is given something of the request, whoever sent it. */
@Path("given-the-request")
@RolesAllowed("admin")
public class GivenTheRequest {
  private @Nullable UriInfo uri;

  @Context
  public void setUri(UriInfo uri) {
    this.uri = uri;
  }

  @GET
  @PermitAll
  public String open() {
    return Objects.requireNonNull(uri).getPath();
  }

  @GET
  @Path("guarded")
  public String guarded() {
    return Objects.requireNonNull(uri).getPath();
  }

  /** The rule of the class is not for what no request calls. */
  @Override
  public String toString() {
    return "given the request";
  }
}
