package dev.cloakroom.it.probe.app;

import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** One bean for all callers, with everything injected once: it tells who each view says it is. */
@ApplicationScoped
public class CallerView {
  private static final List<String> ROLES = List.of("admin", "editor", "staff", "user");

  @Inject LoginSession session;
  @Inject LoginSessions sessions;
  @Inject JsonWebToken token;
  @Inject SecurityContext security;

  /** What the injected objects and the request say; a caller who is nobody has the name "". */
  JsonObjectBuilder of(HttpServletRequest request) {
    return Json.createObjectBuilder()
        .add("session", session())
        .add("listed", listed())
        .add("token", token())
        .add("container", view(caller(), security::isCallerInRole))
        .add("request", view(request.getUserPrincipal(), request::isUserInRole));
  }

  /**
   * By its type: the one of getCallerPrincipal is on some servers not null for an anonymous caller.
   */
  private @Nullable Principal caller() {
    return security.getPrincipalsByType(CallerPrincipal.class).stream().findAny().orElse(null);
  }

  private JsonObjectBuilder session() {
    return Json.createObjectBuilder()
        .add("anonymous", session.isAnonymous())
        .add("id", session.id())
        .add("name", session.callerName())
        .add("groups", Json.createArrayBuilder(session.groups().stream().sorted().toList()))
        .add("amr", Json.createArrayBuilder(session.authenticationMethods()))
        .add("createdAt", session.createdAt().toString())
        .add("expiresAt", session.expiresAt().toString())
        .add("userAgent", session.userAgent())
        .add("address", session.address())
        .add("fresh", session.isFresh());
  }

  private JsonArrayBuilder listed() {
    return Json.createArrayBuilder(
        sessions.of(session.callerName()).stream().map(LoginSession::id).toList());
  }

  private JsonObjectBuilder token() {
    // A claim outside the standard has the JSON-P type of what it is in JSON.
    JsonString sid = token.getClaim("sid");
    return Json.createObjectBuilder()
        .add("name", text(token.getName()))
        .add("sid", sid == null ? "" : sid.getString())
        .add("subject", text(token.getSubject()))
        .add("raw", text(token.getRawToken()))
        .add(
            "groups",
            Json.createArrayBuilder(
                token.getGroups() == null
                    ? List.of()
                    : token.getGroups().stream().sorted().toList()));
  }

  /** A principal and the roles they are in, as one view of the server sees them. */
  static JsonObjectBuilder view(@Nullable Principal caller, Predicate<String> isInRole) {
    return Json.createObjectBuilder()
        .add("name", caller == null ? "" : caller.getName())
        .add("roles", Json.createArrayBuilder(ROLES.stream().filter(isInRole).toList()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
