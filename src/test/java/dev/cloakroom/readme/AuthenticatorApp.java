package dev.cloakroom.readme;

import dev.cloakroom.Fresh;
import dev.cloakroom.LoginSession;
import dev.cloakroom.RecoveryCodes;
import dev.cloakroom.Totp;
import dev.cloakroom.TotpEnrolment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

@Path("/authenticator-app")
@RequestScoped
@RolesAllowed("user")
@Produces("application/json")
public class AuthenticatorApp {

  @Inject private Totp totp;
  @Inject private LoginSession login;

  @GET
  public Response state() {
    return answer(
        Json.createObjectBuilder()
            .add("enrolled", totp.isEnrolled(login.callerName()))
            .add("recoveryCodesLeft", totp.recoveryCodesLeft(login.callerName())));
  }

  @POST
  @Fresh(within = "PT5M")
  public Response begin() {
    TotpEnrolment shown = totp.enroll(login.callerName(), "Shop");
    return answer(
        Json.createObjectBuilder()
            .add("secret", shown.secret())
            .add("uri", shown.uri())
            .add("qrCode", shown.qrCode()));
  }

  @POST
  @Path("/confirmation")
  @Fresh(within = "PT15M")
  public Response confirm(@FormParam("code") @DefaultValue("") String code) {
    return totp.confirm(login.callerName(), code)
        .map(AuthenticatorApp::shownOnce)
        .orElse(Response.status(400).build());
  }

  @POST
  @Path("/recovery-codes")
  @Fresh(within = "PT5M")
  public Response otherRecoveryCodes() {
    return totp.newRecoveryCodes(login.callerName())
        .map(AuthenticatorApp::shownOnce)
        .orElse(Response.status(409).build());
  }

  @DELETE
  @Fresh(within = "PT5M")
  public void remove() {
    totp.remove(login.callerName());
  }

  private static Response shownOnce(RecoveryCodes codes) {
    return answer(
        Json.createObjectBuilder().add("recoveryCodes", Json.createArrayBuilder(codes.codes())));
  }

  private static Response answer(JsonObjectBuilder body) {
    return Response.ok(body.build().toString()).header("Cache-Control", "no-store").build();
  }
}
