package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.OtherLibraries;
import dev.cloakroom.testing.ReadToken;
import dev.cloakroom.testing.TokenMutations;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The same tokens, shown to us, to Nimbus and to jose4j: what we take both take, but for what they
 * read in a header that we do not use; and what they take and we do not, we refuse for a reason
 * that has a name. {@code -Dmutations=1000000} sets how many.
 */
class ForeignTokenDifferentialTest {
  private static final List<PartnerKey> KEYS =
      List.of(PartnerKey.of("k1", "ES256"), PartnerKey.of("k2", "ES256"));
  private static final String JWKS =
      PartnerKey.jwks(KEYS.get(0).jwk(), KEYS.get(1).jwk(), PartnerKey.of("k3", "RS256").jwk());
  private static final int USUAL = 10_000;

  private final Partner partner = new Partner();
  private final ForeignTokens ours = partner.tokens(JWKS, "algorithms", "ES256, RS256");
  private final OtherLibraries others =
      new OtherLibraries(Partner.ISSUER, JWKS, List.of("ES256", "RS256"), partner.clock());

  private int takenByAll;
  private int takenByOthers;

  @Test
  @Tag("J1")
  @Tag("J2")
  @Tag("J13")
  @Tag("J14")
  void lookUp_mutatedTokens_noMorePermissiveThanOthers() {
    int rounds = Integer.getInteger("mutations", USUAL);
    TokenMutations mutations =
        new TokenMutations(
            new TokenMutations.Sample(Partner.ISSUER, partner.claims(), partner.clock().instant()),
            KEYS,
            Long.getLong("mutations.seed", 20261130L));

    for (int i = 0; i < rounds; i++) {
      check(mutations.next());
    }

    // neither side refused all that it was shown
    assertThat(takenByAll).isGreaterThan(rounds / 10);
    assertThat(takenByOthers).isGreaterThan(rounds / 100);
  }

  private void check(String token) {
    boolean isTaken = ours.lookUp(token) instanceof ForeignToken;
    String nimbus = others.refusalByNimbus(token);
    String jose4j = others.refusalByJose4j(token);
    if (isTaken) {
      takenByAll++;
      assertThat(jose4j).as("jose4j of what we take: %s", token).isEmpty();
      if (!nimbus.isEmpty()) {
        assertThat(Laxer.reasons(read(token)))
            .as("%s of what we take: %s", nimbus, token)
            .isNotEmpty();
      }
    } else if (nimbus.isEmpty() && jose4j.isEmpty()) {
      takenByOthers++;
      assertThat(Stricter.reasons(read(token))).as(token).isNotEmpty();
    }
  }

  private ReadToken read(String token) {
    return ReadToken.of(token, partner.clock().instant());
  }
}
