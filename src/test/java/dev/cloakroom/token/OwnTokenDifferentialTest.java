package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.OtherLibraries;
import dev.cloakroom.testing.ReadToken;
import dev.cloakroom.testing.TokenMutations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tokens under a key of ours that are a little wrong, shown to our own verifier, to Nimbus and to
 * jose4j: what we take both take, but for one whose end is before its beginning, which we write
 * none of; and what they take and we do not, we refuse for a reason that has a name. {@code
 * -Dmutations=1000000} sets how many.
 */
class OwnTokenDifferentialTest {
  private static final int USUAL = 1_000;

  private final TokenForge forge = new TokenForge();
  private final OtherLibraries others =
      new OtherLibraries(
          TokenForge.POLICY.issuer(),
          forge.keys().jwksJson(),
          List.of("ES256"),
          TokenForge.at(TokenForge.NOW));

  private int takenByAll;
  private int takenByOthers;

  /** Signs with the key of ours, and seals whatever it signs as we do. */
  private record OwnKey(TokenForge forge) implements TokenMutations.Signer {

    @Override
    public String algorithm() {
      return "ES256";
    }

    @Override
    public String header(String claims) {
      return new String(TokenForge.headerOf(forge.keys(), claims.getBytes(UTF_8)), UTF_8);
    }

    @Override
    public String sign(String header, String claims) {
      return forge.signed(header.getBytes(UTF_8), claims.getBytes(UTF_8)).text();
    }
  }

  @Test
  @Tag("J1")
  @Tag("J2")
  @Tag("J13")
  @Tag("J14")
  void verify_mutatedTokens_noMorePermissiveThanOthers() {
    int rounds = Integer.getInteger("mutations", USUAL);
    TokenMutations mutations =
        new TokenMutations(
            new TokenMutations.Sample(TokenForge.POLICY.issuer(), forge.claims(), TokenForge.NOW),
            List.of(new OwnKey(forge)),
            Long.getLong("mutations.seed", 20261130L));

    for (int i = 0; i < rounds; i++) {
      check(mutations.next());
    }

    // neither side refused all that it was shown
    assertThat(takenByAll).isGreaterThan(rounds / 20);
    assertThat(takenByOthers).isGreaterThan(rounds / 100);
  }

  /** By a new verifier each: one that has seen false signatures looks at no more of them. */
  private void check(String token) {
    boolean isTaken = forge.verifier().verify(new RawToken(token)) instanceof VerifiedToken;
    String nimbus = others.refusalByNimbus(token);
    String jose4j = others.refusalByJose4j(token);
    if (isTaken) {
      takenByAll++;
      assertThat(nimbus).as("Nimbus of what we take: %s", token).isEmpty();
      assertThat(jose4j.isEmpty() || endsBeforeItBegins(read(token)))
          .as("%s of what we take: %s", jose4j, token)
          .isTrue();
    } else if (nimbus.isEmpty() && jose4j.isEmpty()) {
      takenByOthers++;
      assertThat(hasHeaderOfOurs(read(token)) && OwnStricter.reasons(read(token)).isEmpty())
          .as("refused without a reason that has a name: %s", token)
          .isFalse();
    }
  }

  private static ReadToken read(String token) {
    return ReadToken.of(token, TokenForge.NOW);
  }

  private static boolean endsBeforeItBegins(ReadToken token) {
    return token.claims().get("exp") instanceof Number end
        && Stream.of("iat", "nbf")
            .map(token.claims()::get)
            .anyMatch(
                begin -> begin instanceof Number number && end.longValue() < number.longValue());
  }

  /** No other header is read, whoever has signed it. */
  private boolean hasHeaderOfOurs(ReadToken token) {
    return TokenHeader.of(
            forge.keys(), forge.keys().signingKey().verificationKey(), AccessTokenIssuer.TYPE)
        .encodedFor(token.parts().get(1))
        .equals(token.parts().get(0));
  }
}
