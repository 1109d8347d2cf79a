package dev.cloakroom.it.issuer.claims;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What an application of MicroProfile JWT sees of a caller. */
@Path("claims")
@RequestScoped
@SuppressWarnings("NullAway.Init") // injected
public class ClaimsResource {
  @Inject JsonWebToken token;

  @Inject
  @Claim("upn")
  String name;

  @Inject
  @Claim(standard = Claims.groups)
  ClaimValue<Set<String>> groups;

  @Inject
  @Claim("exp")
  Provider<Long> expires;

  @Inject
  @Claim("tier")
  JsonString tier;

  @Inject
  @Claim("absent")
  Optional<String> absent;

  @GET
  @RolesAllowed("user")
  @Produces("application/json")
  public JsonObject mine(@Context SecurityContext security) {
    return Json.createObjectBuilder()
        .add("principal", security.getUserPrincipal() instanceof JsonWebToken)
        .add("container", security.getUserPrincipal().getName())
        .add("token", token.getName())
        .add("upn", name)
        .add("groups", String.join(",", groups.getValue()))
        .add("exp", expires.get())
        .add("tier", tier)
        .add("absent", absent.isPresent())
        .build();
  }

  @GET
  @Path("everybody")
  @PermitAll
  public String everybody() {
    return String.valueOf(token.getName());
  }
}
