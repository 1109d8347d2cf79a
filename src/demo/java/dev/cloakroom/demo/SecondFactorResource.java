package dev.cloakroom.demo;

import dev.cloakroom.Fresh;
import dev.cloakroom.LoginSession;
import dev.cloakroom.RecoveryCodes;
import dev.cloakroom.Totp;
import dev.cloakroom.TotpEnrolment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Supplier;

/**
 * The caller's authenticator app and recovery codes. To change them takes a proof of the last
 * minutes: whoever finds a browser that somebody has left logged in has none.
 */
@Path("second-factor")
@RequestScoped
@RolesAllowed(Caller.USER)
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {

  @Inject Totp totp;
  @Inject LoginSession login;

  @GET
  public Response state() {
    String name = login.callerName();
    return ifKept(
        () -> state(totp.isEnrolled(name), totp.recoveryCodesLeft(name)), state(false, 0));
  }

  /** Begins; nothing counts until a code of the app has confirmed it. */
  @POST
  @Fresh(within = "PT5M")
  public Response begin() {
    return ifKept(() -> shown(totp.enroll(login.callerName(), "Cloakroom demo")), withoutKey());
  }

  @POST
  @Path("confirmation")
  @Fresh(within = "PT15M")
  public Response confirm(@FormParam("code") @DefaultValue("") String code) {
    return ifKept(
        () ->
            totp.confirm(login.callerName(), code)
                .map(SecondFactorResource::shownOnce)
                .orElseGet(
                    () ->
                        Problems.of(
                            Status.BAD_REQUEST,
                            "This is not the code that the app shows now. Try again.")),
        withoutKey());
  }

  @POST
  @Path("recovery-codes")
  @Fresh(within = "PT5M")
  public Response otherRecoveryCodes() {
    return ifKept(
        () ->
            totp.newRecoveryCodes(login.callerName())
                .map(SecondFactorResource::shownOnce)
                .orElseGet(
                    () -> Problems.of(Status.CONFLICT, "Set up an authenticator app first.")),
        withoutKey());
  }

  @DELETE
  @Fresh(within = "PT5M")
  public Response remove() {
    return ifKept(
        () -> {
          totp.remove(login.callerName());
          return state(false, 0);
        },
        withoutKey());
  }

  /** Started by its launcher, the demo has a key; deployed by hand, it may have none. */
  private static Response ifKept(Supplier<Response> asked, Response otherwise) {
    try {
      return asked.get();
    } catch (IllegalStateException noKey) {
      return otherwise;
    }
  }

  private static Response withoutKey() {
    return Problems.of(
        Status.CONFLICT, "Set cloakroom.keys.location: without a key no app can be kept.");
  }

  private static Response state(boolean isEnrolled, int recoveryCodesLeft) {
    return answer(
        JsonFactories.BUILDERS
            .createObjectBuilder()
            .add("enrolled", isEnrolled)
            .add("recoveryCodesLeft", recoveryCodesLeft));
  }

  private static Response shown(TotpEnrolment enrolment) {
    return answer(
        JsonFactories.BUILDERS
            .createObjectBuilder()
            .add("secret", enrolment.secret())
            .add("uri", enrolment.uri())
            .add("qrCode", enrolment.qrCode()));
  }

  private static Response shownOnce(RecoveryCodes codes) {
    return answer(
        JsonFactories.BUILDERS
            .createObjectBuilder()
            .add("recoveryCodes", JsonFactories.BUILDERS.createArrayBuilder(codes.codes())));
  }

  private static Response answer(JsonObjectBuilder body) {
    return Response.ok(body.build()).header("Cache-Control", "no-store").build();
  }
}
