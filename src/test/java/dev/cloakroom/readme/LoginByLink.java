package dev.cloakroom.readme;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import dev.cloakroom.AskingBrowser;
import dev.cloakroom.OneTimeGrant;
import dev.cloakroom.OneTimeTokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

@Path("/link")
@RequestScoped
public class LoginByLink {
  private static final String PURPOSE = "login";
  private static final String PAGE = "https://shop.example.org/welcome.html#";

  @Inject private OneTimeTokens tokens;
  @Inject private Members members;
  @Inject private SecurityContext security;
  @Inject private LinkMail mail;

  @POST
  @Path("/asked")
  @PermitAll
  public Response ask(@FormParam("name") @DefaultValue("") String typed) {
    AskingBrowser browser = tokens.askingBrowser();
    return mail.send(PURPOSE, typed, name -> PAGE + tokens.issue(grant(name).boundTo(browser)));
  }

  private static OneTimeGrant grant(String name) {
    return OneTimeGrant.of(PURPOSE, name, Duration.ofMinutes(10));
  }

  @POST
  @Path("/opened")
  @PermitAll
  public Response open(
      @FormParam("token") @DefaultValue("") String token,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    return tokens
        .redeem(PURPOSE, token)
        .flatMap(redeemed -> members.named(redeemed.subject()))
        .map(name -> loggedIn(name, request, response))
        .orElse(Response.status(401).build());
  }

  private Response loggedIn(String name, HttpServletRequest request, HttpServletResponse response) {
    AuthenticationStatus status =
        security.authenticate(request, response, withParams().credential(new LinkCredential(name)));
    return Response.status(status == AuthenticationStatus.SUCCESS ? 204 : 503).build();
  }
}
