package dev.cloakroom.token;

import dev.cloakroom.testing.ReadToken;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Why a token that one of our keys has signed is none of ours, though other libraries take it. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas without state
enum OwnStricter {
  /** Two texts would be one token. */
  BASE64_THAT_IS_NOT_CANONICAL(token -> !token.isCanonical()),
  /** Repeated names, half characters, and what is no JSON but is taken for it. */
  JSON_THAT_TWO_READERS_READ_DIFFERENTLY(token -> !token.isUnambiguous()),
  /** Who has none of these was not issued by us. */
  TEXT_IS_MISSING(
      token ->
          !List.of("iss", "sub", "sid", "jti", "client_id").stream()
              .allMatch(name -> ReadToken.isText(token.claims().get(name)))),
  NAME_OF_ANOTHER_TYPE(
      token -> token.claims().containsKey("upn") && !ReadToken.isText(token.claims().get("upn"))),
  TEXTS_OF_ANOTHER_TYPE(
      token ->
          List.of("groups", "amr").stream()
              .filter(token.claims()::containsKey)
              .anyMatch(name -> !ReadToken.isTexts(token.claims().get(name)))),
  AUDIENCE_OF_ANOTHER_TYPE(
      token ->
          !ReadToken.isText(token.claims().get("aud"))
              && !ReadToken.isTexts(token.claims().get("aud"))),
  TIME_IS_MISSING(
      token ->
          !List.of("iat", "exp", "auth_time").stream()
              .allMatch(name -> ReadToken.isPossibleTime(token.claims().get(name)))),
  BEGINNING_IS_NO_TIME(
      token ->
          token.claims().containsKey("nbf")
              && !ReadToken.isPossibleTime(token.claims().get("nbf"))),
  LEVELS_ARE_NONE(
      token ->
          token.claims().containsKey("acr_times") && !isLevels(token.claims().get("acr_times"))),
  /** By more than clocks may differ. */
  ISSUED_IN_THE_FUTURE(token -> isAfter(token.claims().get("iat"), token.now().plusSeconds(60)));

  private final Predicate<ReadToken> reason;

  OwnStricter(Predicate<ReadToken> reason) {
    this.reason = reason;
  }

  /** Each reason that this token gives; none where there is no reason. */
  static Set<OwnStricter> reasons(ReadToken token) {
    Set<OwnStricter> reasons = EnumSet.noneOf(OwnStricter.class);
    for (OwnStricter each : values()) {
      if (each.reason.test(token)) {
        reasons.add(each);
      }
    }
    return reasons;
  }

  private static boolean isLevels(@Nullable Object levels) {
    return levels instanceof Map<?, ?> times
        && times.entrySet().stream()
            .allMatch(
                each ->
                    String.valueOf(each.getKey()).matches("[1-9]")
                        && ReadToken.isPossibleTime(each.getValue()));
  }

  private static boolean isAfter(@Nullable Object time, Instant moment) {
    return time instanceof Number seconds && seconds.longValue() > moment.getEpochSecond();
  }
}
