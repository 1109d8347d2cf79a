package dev.cloakroom.issuer;

import dev.cloakroom.testing.ReadToken;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What Nimbus reads in a header and we do not, because we find the key by its id alone: a token for
 * which that key signed all of the header is genuine, whatever else is there about keys.
 */
@SuppressWarnings("ImmutableEnumChecker") // lambdas without state
enum Laxer {
  /** Nimbus looks for a key with the certificate of this thumbprint, too. */
  THUMBPRINT(token -> token.header().get("x5t#S256") instanceof String),
  /** It reads the key. */
  KEY(token -> token.header().get("jwk") instanceof Map),
  /** It reads the certificates. */
  CERTIFICATES(token -> token.header().get("x5c") instanceof List),
  /** It reads the addresses as such. */
  ADDRESS(
      token ->
          token.header().get("jku") instanceof String
              || token.header().get("x5u") instanceof String);

  private final Predicate<ReadToken> reason;

  Laxer(Predicate<ReadToken> reason) {
    this.reason = reason;
  }

  /** Each reason that this token gives; none where there is no reason. */
  static List<Laxer> reasons(ReadToken token) {
    return Arrays.stream(values()).filter(each -> each.reason.test(token)).toList();
  }
}
