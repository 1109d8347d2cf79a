package dev.cloakroom.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a login asks for. The caller's name and the password may come under any of the names that
 * clients are used to, each under one of them only.
 *
 * @param callerName the name as received: not trimmed, not folded
 * @param password the password as received
 * @param persistence whether the caller wants to be remembered
 * @param next where a form login leads, as received; null if it does not say
 */
record LoginRequest(
    String callerName, String password, Persistence persistence, @Nullable String next) {
  private static final List<String> NAME_FIELDS =
      List.of("username", "user", "email", "j_username");
  private static final List<String> PASSWORD_FIELDS = List.of("password", "pwd", "j_password");
  private static final List<String> YES = List.of("true", "on", "yes", "1");

  /** Whether the caller wants to be remembered when the browser is closed. */
  enum Persistence {
    TRANSIENT,
    REMEMBERED
  }

  /** The login that the fields ask for; empty if a name or password is missing or ambiguous. */
  static Optional<LoginRequest> of(Map<String, String> fields) {
    Optional<String> name = only(NAME_FIELDS, fields);
    Optional<String> password = only(PASSWORD_FIELDS, fields);
    return name.isEmpty() || password.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LoginRequest(name.get(), password.get(), persistence(fields), fields.get("next")));
  }

  private static Optional<String> only(List<String> names, Map<String, String> fields) {
    List<String> present = names.stream().filter(fields::containsKey).toList();
    return present.size() == 1
        ? Optional.ofNullable(fields.get(present.get(0))).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static Persistence persistence(Map<String, String> fields) {
    return YES.contains(fields.getOrDefault("remember", ""))
        ? Persistence.REMEMBERED
        : Persistence.TRANSIENT;
  }

  @Override
  public String toString() {
    return "LoginRequest[***]";
  }
}
