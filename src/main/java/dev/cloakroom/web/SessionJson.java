package dev.cloakroom.web;

import dev.cloakroom.LoginSession;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.Map;

/** How login sessions look on the wire. Times are ISO-8601 in UTC. */
final class SessionJson {
  static final JsonProvider JSON = JsonProvider.provider();

  private SessionJson() {}

  /** Who is logged in, and with what session: {@code {"user":{…},"session":{…}}}. */
  static JsonObjectBuilder whoAmI(LoginSession session) {
    return JSON.createObjectBuilder()
        .add(
            "user",
            JSON.createObjectBuilder()
                .add("name", session.callerName())
                .add("groups", sorted(session.groups())))
        .add("session", details(session, session.id()));
  }

  /** One session, marked if it is the current one. */
  static JsonObjectBuilder details(LoginSession session, String currentId) {
    return JSON.createObjectBuilder()
        .add("id", session.id())
        .add("createdAt", session.createdAt().toString())
        .add("lastSeenAt", session.lastSeenAt().toString())
        .add("expiresAt", session.expiresAt().toString())
        .add("amr", sorted(session.authenticationMethods()))
        .add("fresh", session.isFresh())
        .add("level", session.level())
        .add("authenticatedAt", moments(session))
        .add("address", session.address())
        .add("userAgent", session.userAgent())
        .add("current", session.id().equals(currentId));
  }

  /** When each level was proven last. */
  private static JsonObjectBuilder moments(LoginSession session) {
    JsonObjectBuilder moments = JSON.createObjectBuilder();
    for (int level = 1; level <= session.level(); level++) {
      moments.add(Integer.toString(level), session.authenticatedAt(level).toString());
    }
    return moments;
  }

  /** Texts by their names. */
  static JsonObjectBuilder texts(Map<String, String> texts) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    texts.forEach(object::add);
    return object;
  }

  /** A list of sessions: {@code {"sessions":[…]}}. */
  static JsonObject list(Collection<LoginSession> sessions, String currentId) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    sessions.forEach(session -> array.add(details(session, currentId)));
    return JSON.createObjectBuilder().add("sessions", array).build();
  }

  /** {@code {"ended":n}}. */
  static JsonObject ended(int count) {
    return JSON.createObjectBuilder().add("ended", count).build();
  }

  static JsonArrayBuilder sorted(Collection<String> texts) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    texts.stream().sorted().forEach(array::add);
    return array;
  }
}
