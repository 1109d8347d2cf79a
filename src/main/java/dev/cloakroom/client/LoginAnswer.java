package dev.cloakroom.client;

import dev.cloakroom.client.LoginState.Caller;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the answer to a login says beside its cookies and tokens. */
final class LoginAnswer {

  private LoginAnswer() {}

  /** Who has logged in; of servers that do not say so there is little known. */
  static Caller caller(ClientResponse answer) {
    Map<String, Object> json = Json.read(answer.text()).orElse(Map.of());
    Map<String, Object> user = Json.object(json, "user");
    Map<String, Object> session = Json.object(json, "session");
    return new Caller(
        text(user, "name"), groups(user), text(session, "id"), moment(text(session, "expiresAt")));
  }

  private static String text(Map<String, Object> object, String name) {
    String text = Json.text(object, name);
    return text == null ? "" : text;
  }

  private static List<String> groups(Map<String, Object> user) {
    return user.get("groups") instanceof List<?> groups
        ? groups.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static @Nullable Instant moment(String text) {
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Why an answer with a status of success has logged nobody in. */
  static String missing(Caller caller, ClientResponse answer, Credentials shown) {
    Set<String> set = answer.cookies().keySet();
    if (caller.name().isEmpty()) {
      return "the answer names no user, so that nobody is known to have logged in";
    }
    if (!shown.usesCookies()) {
      return "the answer has no accessToken, and the client shows its login by nothing else";
    }
    return set.isEmpty()
        ? "the answer brings neither a cookie nor an accessToken that the client shows"
        : "the client keeps none of the cookies "
            + Masked.line(set.toString())
            + ": it has them switched off, or they are Secure and came over plain HTTP from another"
            + " machine, or for another domain; use https, or tokens";
  }
}
