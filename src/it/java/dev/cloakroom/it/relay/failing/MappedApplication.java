package dev.cloakroom.it.relay.failing;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Set;

/** Says itself what is answered where a client failed. */
@ApplicationPath("mapped")
public class MappedApplication extends Application {

  /** Its own answer. */
  public static class OwnMapper implements ExceptionMapper<ProcessingException> {

    @Override
    public Response toResponse(ProcessingException failed) {
      return Response.status(Response.Status.BAD_GATEWAY).build();
    }
  }

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(FailingResource.class, OwnMapper.class);
  }
}
