package dev.cloakroom.issuer;

import java.util.Map;
import java.util.Optional;

/**
 * Who is to say what a token comes to, by what it says of itself. To find out costs no key and asks
 * nobody; so nothing of it is verified. Thread-safe.
 */
final class TokenRoutes {
  private final Map<String, ForeignIssuer> issuers;
  private final AskedTokens asked;

  /** Those to these issuers, by who they say they are, and to those that are asked. */
  TokenRoutes(Map<String, ForeignIssuer> issuers, AskedTokens asked) {
    this.issuers = issuers;
    this.asked = asked;
  }

  /** To whom a token leads. */
  sealed interface Route permits Signed, Encrypted, Asked {}

  /** A token that says it is of an issuer whose keys verify it. */
  record Signed(JwsToken token, ForeignIssuer issuer) implements Route {}

  /** One that only an issuer's key of ours opens. */
  record Encrypted(ForeignIssuer issuer) implements Route {}

  /** One that its issuer is asked about. */
  record Asked(AskedIssuer issuer) implements Route {}

  /** The only one of a token that came in somewhere; empty for what is nobody's. */
  Optional<Route> of(String text, TokenPlace place) {
    Optional<JwsToken> signed = JwsToken.parse(text);
    Optional<Route> verified =
        signed.isPresent() ? verified(signed.get(), place) : encrypted(text, place);
    return verified.isPresent() || place != TokenPlace.HEADER
        ? verified
        : signed.isPresent() ? toBeAsked(signed.get()) : toBeAsked(text);
  }

  private Optional<Route> verified(JwsToken token, TokenPlace place) {
    return token
        .issuer()
        .flatMap(issuer -> Optional.ofNullable(issuers.get(issuer)))
        .filter(issuer -> issuer.place() == place)
        .map(issuer -> new Signed(token, issuer));
  }

  private Optional<Route> encrypted(String text, TokenPlace place) {
    return issuers.values().stream()
        .filter(issuer -> issuer.isEncrypting() && issuer.place() == place)
        .filter(issuer -> TokenDecryption.isEncrypted(text))
        .findFirst()
        .map(Encrypted::new);
  }

  private Optional<Route> toBeAsked(JwsToken signed) {
    return signed.issuer().flatMap(asked::named).map(Asked::new);
  }

  /**
   * One that says nothing, for the issuer that is asked about those: but not one that is encrypted
   * for us, wherever it came in, lest one issuer be shown the tokens of another.
   */
  private Optional<Route> toBeAsked(String text) {
    return TokenDecryption.isEncrypted(text)
            && issuers.values().stream().anyMatch(ForeignIssuer::isEncrypting)
        ? Optional.empty()
        : asked.forOpaque().map(Asked::new);
  }
}
