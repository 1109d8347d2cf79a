package dev.cloakroom.demo;

import dev.cloakroom.LoginSessions;
import dev.cloakroom.OneTimeTokens;
import dev.cloakroom.password.PasswordRules;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.List;

/**
 * A forgotten password: a link that is good once, and a new password by it. <b>The demo shows the
 * link to whoever asks</b>, since it sends no mail, and its callers have no mailboxes. A real
 * application sends the link to the caller's mailbox, and answers the same to everybody, whether
 * there is such a caller or not.
 */
@Path("password")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {
  private static final String PURPOSE = "new password";
  private static final Duration LIFETIME = Duration.ofMinutes(15);

  @Inject OneTimeTokens tokens;
  @Inject LoginSessions sessions;
  @Inject DemoIdentityStore callers;

  /** The token stands behind the {@code #}, which no browser sends to a server. */
  @POST
  @Path("forgotten")
  public Response ask(@FormParam("name") @DefaultValue("") String name) {
    JsonObjectBuilder answer = JsonFactories.BUILDERS.createObjectBuilder();
    if (callers.isKnown(name)) {
      answer.add("link", "#new-password=" + tokens.issue(PURPOSE, name, LIFETIME));
    }
    return Response.accepted(answer.build()).header("Cache-Control", "no-store").build();
  }

  /** A password that will not do is refused first: then the link is still good. */
  @POST
  @Path("new")
  public Response change(
      @FormParam("token") @DefaultValue("") String token,
      @FormParam("password") @DefaultValue("") String password) {
    List<String> problems = PasswordRules.standard().problems("", password.toCharArray());
    if (!problems.isEmpty()) {
      return Problems.of(Status.BAD_REQUEST, String.join(" ", problems));
    }
    return tokens
        .redeem(PURPOSE, token)
        .map(redeemed -> changed(redeemed.subject(), password))
        .orElseGet(
            () ->
                Problems.of(
                    Status.GONE, "This link is good no longer, or never was. Ask for another."));
  }

  private Response changed(String name, String password) {
    callers.changePassword(name, password.toCharArray());
    try {
      tokens.revokeAll(name);
    } finally {
      sessions.endAll(name);
    }
    return Response.noContent().build();
  }
}
