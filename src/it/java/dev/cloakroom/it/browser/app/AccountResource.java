package dev.cloakroom.it.browser.app;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.LoginSession;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** The account of whoever is logged in. */
@Path("account")
@RolesAllowed("user")
public class AccountResource {
  private static final String IMAGE =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"7\" height=\"7\"/>";

  @Inject Journal journal;
  @Inject LoginSession login;

  @GET
  @Produces("text/html")
  public String read(@QueryParam("mark") String mark) {
    journal.note(mark, "read by " + login.callerName());
    return "<p>balance of " + login.callerName();
  }

  @GET
  @Path("image")
  @Produces("image/svg+xml")
  public String image(@QueryParam("mark") String mark) {
    journal.note(mark, "read by " + login.callerName());
    return IMAGE;
  }

  /** Whatever is sent. */
  @POST
  @Produces("text/html")
  public String pay(@QueryParam("mark") String mark) {
    journal.note(mark, "paid by " + login.callerName());
    return "<p>paid by " + login.callerName();
  }

  @GET
  @Path("limits")
  @AuthenticationLevel(2)
  public String limits() {
    return "limits of " + login.callerName();
  }

  /** As an application does that has checked a code. */
  @POST
  @Path("proof")
  public void prove() {
    login.elevate(2, "otp");
  }

  @POST
  @Path("rotation")
  public String rotate() {
    login.rotate();
    return "rotated";
  }
}
