package dev.cloakroom.issuer;

import dev.cloakroom.testing.ReadToken;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Why we refuse a token that other libraries take, by what is in it: as Nimbus reads that. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas without state
enum Stricter {
  /** Two texts would be one token. */
  BASE64_THAT_IS_NOT_CANONICAL(token -> !token.isCanonical()),
  /** Repeated names, half characters, and what is no JSON but is taken for it. */
  JSON_THAT_TWO_READERS_READ_DIFFERENTLY(token -> !token.isUnambiguous()),
  /** We understand no extension. */
  EXTENSION(token -> token.header().containsKey("crit") || token.header().containsKey("b64")),
  /** RFC 7516 §9, RFC 7519 §5.2. */
  FORM_OF_ANOTHER_TOKEN(
      token ->
          token.header().containsKey("enc")
              || "jwt".equalsIgnoreCase(String.valueOf(token.header().get("cty")))),
  /** Its type is another, or it does not say. */
  TYPE(token -> !isAccessTokenType(token.header().get("typ"))),
  /** Of the keys for its algorithm it names none. */
  KEY_ID_MISSING(token -> !(token.header().get("kid") instanceof String)),
  KEY_ID(token -> token.header().get("kid") instanceof String kid && kid.length() > 256),
  PARAMETER_OF_ANOTHER_TYPE(
      token ->
          List.of("jku", "x5u", "x5t", "x5t#S256", "cty").stream()
                  .anyMatch(name -> isOther(token.header(), name, String.class))
              || isOther(token.header(), "jwk", Map.class)
              || isOther(token.header(), "x5c", List.class)),
  /** RFC 8725 §3.12. */
  KIND(
      token ->
          Set.of("at_hash", "c_hash", "s_hash", "events", "cnf").stream()
                  .anyMatch(token.claims()::containsKey)
              || isOtherThan(token.claims(), "typ", "Bearer")
              || isOtherThan(token.claims(), "token_use", "access")
              || token.claims().containsKey("nonce")),
  ID_OF_ANOTHER_TYPE_OR_TOO_LONG(
      token ->
          List.of("sub", "jti", "sid").stream()
              .anyMatch(
                  name -> token.claims().containsKey(name) && !isId(token.claims().get(name)))),
  GROUPS_THAT_ARE_NO_TEXTS(
      token -> token.claims().containsKey("groups") && !isTexts(token.claims().get("groups"))),
  CALLER_WHOSE_NAME_CANNOT_BE_SEEN(
      token ->
          token.claims().get("sub") instanceof String name
              && (!name.equals(name.strip())
                  || name.isBlank()
                  || name.length() > 247
                  || name.codePoints().anyMatch(Character::isISOControl))),
  AUDIENCE_OF_ANOTHER_TYPE(token -> !isTexts(token.claims().get("aud"))),
  /** By more than clocks may differ. */
  ISSUED_IN_THE_FUTURE(token -> isAfter(token.claims().get("iat"), token.now().plusSeconds(60))),
  TIME_THAT_IS_NONE(
      token ->
          List.of("iat", "nbf", "exp").stream()
              .filter(token.claims()::containsKey)
              .anyMatch(name -> !ReadToken.isPossibleTime(token.claims().get(name)))),
  END_BEFORE_THE_BEGINNING(
      token ->
          token.claims().get("iat") instanceof Number from
              && token.claims().get("exp") instanceof Number until
              && until.longValue() < from.longValue());

  private final Predicate<ReadToken> reason;

  Stricter(Predicate<ReadToken> reason) {
    this.reason = reason;
  }

  /** Each reason that this token gives; none where there is no reason. */
  static Set<Stricter> reasons(ReadToken token) {
    Set<Stricter> reasons = EnumSet.noneOf(Stricter.class);
    for (Stricter each : values()) {
      if (each.reason.test(token)) {
        reasons.add(each);
      }
    }
    return reasons;
  }

  private static boolean isAccessTokenType(@Nullable Object type) {
    return type instanceof String name
        && List.of("jwt", "at+jwt", "application/jwt", "application/at+jwt")
            .contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isOther(Map<String, Object> members, String name, Class<?> type) {
    return members.containsKey(name) && !type.isInstance(members.get(name));
  }

  private static boolean isOtherThan(Map<String, Object> members, String name, String value) {
    return members.containsKey(name) && !value.equals(members.get(name));
  }

  private static boolean isId(@Nullable Object id) {
    return id instanceof String text && !text.isEmpty() && text.length() <= 255;
  }

  private static boolean isTexts(@Nullable Object texts) {
    return ReadToken.isText(texts) || ReadToken.isTexts(texts);
  }

  private static boolean isAfter(@Nullable Object time, Instant moment) {
    return time instanceof Number seconds && seconds.longValue() > moment.getEpochSecond();
  }
}
