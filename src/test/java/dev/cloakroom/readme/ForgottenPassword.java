package dev.cloakroom.readme;

import dev.cloakroom.LoginSessions;
import dev.cloakroom.OneTimeTokens;
import dev.cloakroom.password.PasswordRules;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

@Path("/password")
@RequestScoped
public class ForgottenPassword {
  private static final String PURPOSE = "new password";
  private static final String PAGE = "https://shop.example.org/new-password.html#";

  @Inject private OneTimeTokens tokens;
  @Inject private LoginSessions sessions;
  @Inject private Members members;
  @Inject private LinkMail mail;

  @POST
  @Path("/forgotten")
  @PermitAll
  public Response ask(@FormParam("name") @DefaultValue("") String typed) {
    return mail.send(
        PURPOSE, typed, name -> PAGE + tokens.issue(PURPOSE, name, Duration.ofMinutes(15)));
  }

  @POST
  @Path("/new")
  @PermitAll
  public Response change(
      @FormParam("token") @DefaultValue("") String token,
      @FormParam("password") @DefaultValue("") String password) {
    List<String> problems = PasswordRules.standard().problems("", password.toCharArray());
    if (!problems.isEmpty()) {
      return Response.status(400).entity(String.join(" ", problems)).build();
    }
    return tokens
        .redeem(PURPOSE, token)
        .map(redeemed -> changed(redeemed.subject(), password))
        .orElse(Response.status(400).entity("Ask for another link.").build());
  }

  private Response changed(String name, String password) {
    members.changePassword(name, password);
    try {
      tokens.revokeAll(name);
    } finally {
      sessions.endAll(name);
    }
    return Response.noContent().build();
  }
}
