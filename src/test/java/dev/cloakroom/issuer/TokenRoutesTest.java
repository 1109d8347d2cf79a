package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.SealedTokens.PEM;
import static dev.cloakroom.issuer.SealedTokens.header;
import static dev.cloakroom.issuer.SealedTokens.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.testing.FakeIntrospection;
import dev.cloakroom.token.RawToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No issuer is shown what is for another one. */
@Tag("J19")
class TokenRoutesTest {
  private final Partner partner = new Partner();
  private final FakeIntrospection asked = FakeIntrospection.start();
  private Map<String, String> settings = Map.of();

  /** One whose tokens are encrypted for us, and one that is asked about what says nothing. */
  @BeforeEach
  void set(@TempDir Path folder) throws Exception {
    settings = new HashMap<>(asked.settings("hydra"));
    settings.put("mp.jwt.verify.issuer", Partner.ISSUER);
    settings.put("mp.jwt.verify.publickey", KEY.jwk());
    settings.put(
        "mp.jwt.decrypt.key.location", Files.writeString(folder.resolve("key"), PEM).toString());
  }

  @AfterEach
  void close() {
    asked.close();
  }

  private ForeignTokens open() {
    return ForeignTokens.open(
        SettingsReader.read(SettingsSource.of("test", settings)).settings().issuers(),
        getClass().getClassLoader(),
        partner.clock(),
        1_000_000);
  }

  private String encrypted() {
    return sealed(header().build(), KEY.sign(partner.claims()));
  }

  private static Outcome found(ForeignTokens tokens, String text, TokenPlace place) {
    return tokens.find(new RawToken(text), place).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "Cookie"})
  void find_encryptedToken_isShownToNobodyElse_whereverItComesIn(String header) {
    settings.put("mp.jwt.token.header", header);
    boolean isInCookie = header.equals("Cookie");
    try (ForeignTokens tokens = open()) {
      Optional<Outcome> inHeader = tokens.find(encrypted());

      assertThat(inHeader.isEmpty()).isEqualTo(isInCookie);
      assertThat(tokens.isOfOthers(encrypted())).isEqualTo(!isInCookie);
      accepted(found(tokens, encrypted(), isInCookie ? TokenPlace.COOKIE : TokenPlace.HEADER));
      assertThat(asked.asked()).isEmpty();
    }
  }

  @Test
  void find_whatSaysNothing_isShownToTheIssuerThatIsAskedForThat() {
    settings.put("mp.jwt.token.header", "Cookie");
    try (ForeignTokens tokens = open()) {
      assertThat(tokens.isOfOthers("opaque")).isTrue();
      assertThat(found(tokens, "opaque", TokenPlace.HEADER)).isInstanceOf(Refused.class);
      assertThat(asked.asked()).hasSize(1);
    }
  }

  /** Where none is for us, it is as opaque as any. */
  @Test
  void find_encryptedTokenForNobodyHere_isShownToTheIssuerThatIsAsked() {
    settings.remove("mp.jwt.decrypt.key.location");
    try (ForeignTokens tokens = open()) {
      assertThat(found(tokens, encrypted(), TokenPlace.HEADER)).isInstanceOf(Refused.class);
      assertThat(asked.asked()).hasSize(1);
    }
  }
}
