package dev.cloakroom.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;

/** One resource for each kind of caller: anybody, group {@code user}, group {@code admin}. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class CallerResource {

  @GET
  @Path("public")
  @PermitAll
  public JsonObject forAnybody() {
    return JsonFactories.BUILDERS
        .createObjectBuilder()
        .add("message", "Anybody may read this.")
        .build();
  }

  @GET
  @Path("me")
  @RolesAllowed(Caller.USER)
  public JsonObject me(@Context SecurityContext security) {
    return Caller.of(security).toJson().build();
  }

  @GET
  @Path("profile")
  @RolesAllowed(Caller.USER)
  public JsonObject profile(@Context SecurityContext security) {
    Caller caller = Caller.of(security);
    return caller.toJson().add("displayName", capitalized(caller.name())).build();
  }

  @GET
  @Path("protected")
  @RolesAllowed(Caller.USER)
  public JsonObject forUsers(@Context SecurityContext security) {
    return Caller.of(security).toJson().add("message", "You are logged in.").build();
  }

  @GET
  @Path("admin")
  @RolesAllowed(Caller.ADMIN)
  public JsonObject forAdministrators(@Context SecurityContext security) {
    return Caller.of(security).toJson().add("message", "You are an administrator.").build();
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
