package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static dev.cloakroom.issuer.SealedTokens.PEM;
import static dev.cloakroom.issuer.SealedTokens.header;
import static dev.cloakroom.issuer.SealedTokens.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.testing.Await;
import dev.cloakroom.token.RawToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted tokens of which nobody can tell, since the keys of their issuer cannot be had. */
@Tag("J23")
class UndecidedDecryptionsTest {
  private static final Await SOON = Await.atMost(Duration.ofSeconds(10));
  private static final PartnerKey MADE_UP = PartnerKey.of("made-up", "RS256");
  private static final String CROWDED = "192.0.2.7";
  private static final String QUIET = "192.0.2.8";

  private final Partner partner = new Partner();
  private final FakeIssuer web = FakeIssuer.start();
  private ForeignTokens tokens = partner.tokensOfItsKey();

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    Map<String, String> settings =
        Map.of(
            "mp.jwt.verify.issuer",
            Partner.ISSUER,
            "mp.jwt.verify.publickey.location",
            web.url() + "/key",
            "mp.jwt.decrypt.key.location",
            Files.writeString(folder.resolve("key"), PEM).toString());
    tokens =
        ForeignTokens.open(
            SettingsReader.read(SettingsSource.of("test", settings)).settings().issuers(),
            getClass().getClassLoader(),
            partner.clock(),
            1_000_000);
  }

  @AfterEach
  void close() {
    tokens.close();
    web.close();
  }

  private Outcome shown(PartnerKey signer, String from) {
    String text = sealed(header().build(), signer.sign(partner.claims()));
    return tokens.find(new RawToken(text, from), TokenPlace.HEADER).orElseThrow();
  }

  private void undecided(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(shown(MADE_UP, CROWDED)).isInstanceOf(IssuerUnavailable.class);
    }
  }

  /** Four times as many as of those that are refused. */
  @Test
  void manyOfAnOutage_haveNothingNewDecrypted_fromWhereTheyCame() throws Exception {
    undecided(199);
    web.publish("/key", KEY.jwk());
    partner.clock().advance(FetchedKeys.BETWEEN_FIRST_TRIES);
    assertThat(SOON.until(() -> shown(KEY, QUIET) instanceof ForeignToken)).isTrue();
    accepted(shown(KEY, CROWDED));

    refused(shown(MADE_UP, CROWDED));
    assertThat(shown(KEY, CROWDED)).isInstanceOf(IssuerUnavailable.class);
    accepted(shown(KEY, QUIET));
    partner.clock().advance(Duration.ofSeconds(10));
    accepted(shown(KEY, CROWDED));
  }
}
