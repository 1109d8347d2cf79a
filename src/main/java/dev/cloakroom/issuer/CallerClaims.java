package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerCallerSettings;
import dev.cloakroom.config.IssuerCallerSettings.CallerNames;
import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.token.Claims;
import dev.cloakroom.token.InvalidClaimException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in the claims of a token whom it is about. */
final class CallerClaims {
  /** Claims that are lists in one text, separated by spaces (RFC 8693 §4.2). */
  private static final Set<String> SCOPES = Set.of("scope", "scp");

  /** Whatever keeps callers' names keeps those of this length. */
  private static final int LONGEST_NAME = 255;

  /**
   * What a log does not show, or shows elsewhere, and databases pass over: joiners, too, which some
   * scripts write within a word. A name without them is another claim's, such as {@code sub}.
   */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\u115f\\u1160\\u3164\\uffa0]");

  private final IssuerCallerSettings settings;
  private final String prefix;
  private final boolean isNameSubject;

  CallerClaims(IssuerSettings issuer) {
    this.settings = issuer.callers();
    this.isNameSubject = issuer.mpJwt() != null;
    this.prefix = settings.names() == CallerNames.APART ? issuer.name() + ":" : "";
  }

  /** Whether a caller's name is one that this issuer's callers have, and none of ours. */
  boolean isForeign(String callerName) {
    return !prefix.isEmpty() && callerName.startsWith(prefix);
  }

  /** The caller's name, told from our own callers' unless these are the same. */
  String name(Claims claims) throws InvalidClaimException {
    return prefix + bareName(claims);
  }

  /** The first of the claims that is there counts, whatever it says. */
  private String bareName(Claims claims) throws InvalidClaimException {
    for (String path : settings.nameClaims()) {
      Object found = find(claims.asMap(), path);
      if (found != null) {
        return name(found);
      }
    }
    throw new InvalidClaimException();
  }

  private String name(Object claim) throws InvalidClaimException {
    if (claim instanceof String name && isName(name)) {
      return name;
    }
    throw new InvalidClaimException();
  }

  /** Whom the token is about; for MicroProfile JWT the caller's name will do. */
  String subject(Claims claims) throws InvalidClaimException {
    return isNameSubject && !claims.asMap().containsKey("sub")
        ? bareName(claims)
        : claims.string("sub");
  }

  /** One that can be seen whole in a log, and that nobody takes for another one. */
  private boolean isName(String name) {
    return !name.isEmpty()
        && prefix.length() + name.length() <= LONGEST_NAME
        && name.equals(name.strip())
        && !UNSEEN.matcher(name).find();
  }

  /** The caller's groups by the names that they have here; none where the token says none. */
  Set<String> groups(Claims claims) throws InvalidClaimException {
    Set<String> groups = new LinkedHashSet<>();
    for (String path : settings.groupsClaims()) {
      for (String group : texts(path, find(claims.asMap(), path))) {
        groups.addAll(settings.groups().getOrDefault(group, Set.of(group)));
      }
    }
    return groups;
  }

  private static List<String> texts(String path, @Nullable Object value)
      throws InvalidClaimException {
    if (value == null) {
      return List.of();
    }
    if (value instanceof String text) {
      return SCOPES.contains(path) ? words(text) : one(text);
    }
    return new Claims(Map.of(path, value)).strings(path);
  }

  /** A group without a name is none. */
  private static List<String> one(String text) {
    return text.isBlank() ? List.of() : List.of(text);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isBlank()).toList();
  }

  /** A claim by its whole name, which may be a URL; else what a path of names leads to. */
  private static @Nullable Object find(Map<?, ?> members, String path) {
    Object whole = members.get(path);
    int slash = path.indexOf('/');
    if (whole != null || slash < 0) {
      return whole;
    }
    return members.get(path.substring(0, slash)) instanceof Map<?, ?> inner
        ? find(inner, path.substring(slash + 1))
        : null;
  }
}
