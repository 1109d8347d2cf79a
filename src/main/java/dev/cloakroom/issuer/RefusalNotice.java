package dev.cloakroom.issuer;

import static java.lang.System.Logger.Level.INFO;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.config.IssuerTokenSettings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever runs the application why tokens of an issuer are refused: mostly by a setting that
 * does not fit yet. The client hears no more than that they are not valid. At most once a minute,
 * since anybody can send tokens, and by itself of those that the issuer has signed. Thread-safe.
 */
final class RefusalNotice {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.issuer");
  private static final int LONGEST = 200;

  private final String name;
  private final IssuerTokenSettings settings;
  private final OnceAMinute ofAnybodys;
  private final OnceAMinute ofGenuine;

  RefusalNotice(IssuerSettings issuer, Clock clock) {
    this.name = issuer.name();
    this.settings = issuer.tokens();
    this.ofAnybodys = new OnceAMinute(clock);
    this.ofGenuine = new OnceAMinute(clock);
  }

  /** A token's header is not as it must be. */
  void ofHeader(Map<String, Object> header) {
    tell(ofAnybodys, () -> inHeader(header));
  }

  private String inHeader(Map<String, Object> header) {
    if (!settings.algorithms().contains(header.get("alg"))) {
      return notAmong("alg", header.get("alg"), settings.algorithms());
    }
    return HeaderRules.isTypeAllowed(header, settings)
        ? "its header has something that is not taken, or not as it must be, among "
            + shown(header.keySet())
        : notAmong("typ", header.get("typ"), settings.types());
  }

  /** None of the issuer's keys is the one that it names. */
  void ofKey(Map<String, Object> header) {
    tell(
        ofAnybodys,
        () ->
            "the issuer has no key for its kid, %s, and its alg, %s"
                .formatted(shown(header.get("kid")), shown(header.get("alg"))));
  }

  /** Its signature is genuine, but not what it says. */
  void ofClaims(Map<String, Object> claims) {
    tell(ofGenuine, () -> inClaims(claims));
  }

  private String inClaims(Map<String, Object> claims) {
    if (!isForUs(claims.get("aud"))) {
      return notAmong("aud", claims.get("aud"), settings.audience());
    }
    List<String> missing =
        List.of("iat", "exp", "sub").stream().filter(claim -> !claims.containsKey(claim)).toList();
    return missing.isEmpty()
        ? "it is no access token, such as an ID token, or a claim is of another type than it must"
            + " be, or the claim is missing that names its caller"
        : "it has no " + String.join(" and no ", missing);
  }

  private boolean isForUs(@Nullable Object audience) {
    Collection<?> named =
        audience instanceof Collection<?> several ? several : Stream.ofNullable(audience).toList();
    return settings.audience().contains(IssuerTokenSettings.ANYBODY)
        || named.stream().anyMatch(settings.audience()::contains);
  }

  private static String notAmong(String what, @Nullable Object found, Collection<String> allowed) {
    return "its %s is %s, and what is taken is %s"
        .formatted(what, shown(found), String.join(", ", allowed));
  }

  private static String shown(@Nullable Object found) {
    String text = String.valueOf(found).replaceAll("[^ -~]", "?");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private void tell(OnceAMinute when, Supplier<String> why) {
    if (when.isDue()) {
      LOG.log(
          INFO,
          () ->
              "A token of the issuer %s is refused: %s. This is said once a minute."
                  .formatted(name, why.get()));
    }
  }
}
