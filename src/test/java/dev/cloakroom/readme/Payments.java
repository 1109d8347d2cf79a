package dev.cloakroom.readme;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.BearerTokens;
import dev.cloakroom.Fresh;
import dev.cloakroom.LoginSession;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

@Path("/payments")
public class Payments {

  @Inject private LoginSession login;
  @Inject private Codes codes;

  @POST
  @RolesAllowed("customer")
  @AuthenticationLevel(2)
  @Fresh(within = "PT5M")
  public String pay() {
    return "Paid by " + login.callerName();
  }

  @POST
  @Path("/code")
  @Produces("application/json")
  public String code(String code) {
    if (!codes.isRight(login.callerName(), code)) {
      throw new ForbiddenException();
    }
    return login.elevate(2, "otp").map(BearerTokens::json).orElse("{}");
  }
}
