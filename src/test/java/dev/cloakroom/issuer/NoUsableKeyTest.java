package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.testing.Await;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuer whose keys are all for others, or for something else, has none of before. */
@Tag("J23")
class NoUsableKeyTest {
  private static final Await SOON = Await.atMost(Duration.ofSeconds(10));

  private final Partner partner = new Partner();
  private final FakeIssuer issuer =
      FakeIssuer.start().discoverable().publish("/jwks", PartnerKey.jwks(KEY.jwk()));

  @AfterEach
  void stop() {
    issuer.close();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = Partner.settings();
    settings.put("issuer", issuer.url());
    return settings;
  }

  private String token() {
    return KEY.sign(partner.claimsWith("iss", '"' + issuer.url() + '"'));
  }

  private KeyFetch fetch() {
    return new KeyFetch(Partner.read(settings()), new FetchThreads("partner"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kty\":\"RSA\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-384\",\"alg\":\"ES384\",\"x\":\"AA\",\"y\":\"AA\"}",
        "{\"kty\":\"new\"}"
      })
  void get_setOfKeysThatAreNotUsed_isNews(String jwk) {
    issuer.publish("/jwks", PartnerKey.jwks(jwk));

    assertThatExceptionOfType(NoUsableKeyException.class)
        .isThrownBy(fetch()::get)
        .withMessageContaining("no key in it may sign its tokens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "\"kty\"", "{\"kty\":1}", "{\"error\":\"try again\"}"})
  void get_setWithoutAnyKey_isNone(String entry) {
    issuer.publish("/jwks", PartnerKey.jwks(entry));

    assertThatThrownBy(fetch()::get).isExactlyInstanceOf(UnusableDocumentException.class);
  }

  /** A day would be long for whoever has a key that leaked. */
  @Test
  void lookUp_afterTheOnlyKeyWasReplacedByOneThatIsNotUsed_isUnavailable() throws Exception {
    try (ForeignTokens tokens = partner.open(settings())) {
      String remembered = token();
      accepted(tokens.lookUp(remembered));
      PartnerKey next = PartnerKey.of("p1", "PS256");
      issuer.publish("/jwks", PartnerKey.jwks(next.jwk(), KEY.jwkWith("\"use\":\"enc\"")));
      partner.clock().advance(Duration.ofMinutes(4));
      tokens.lookUp(next.as("RS256").sign(partner.claimsWith("iss", '"' + issuer.url() + '"')));

      assertThat(SOON.until(() -> tokens.lookUp(remembered) instanceof IssuerUnavailable)).isTrue();
      assertThat(tokens.lookUp(token())).isInstanceOf(IssuerUnavailable.class);
      issuer.publish("/jwks", PartnerKey.jwks(next.jwk(), KEY.jwk()));
      partner.clock().advance(FetchedKeys.BETWEEN_FIRST_TRIES);
      assertThat(SOON.until(() -> tokens.lookUp(token()) instanceof ForeignToken)).isTrue();
    }
  }

  /** The text of a key, too, as MicroProfile JWT has it. */
  @Test
  void hasKeys_ofAnyText_isWhetherThereIsOne() {
    assertThat(KeyDocument.hasKeys(PartnerKey.of("e1", "ES384").jwk())).isTrue();
    assertThat(KeyDocument.hasKeys(PartnerKey.jwks("{\"kty\":\"oct\"}"))).isTrue();
    assertThat(KeyDocument.hasKeys("{\"keys\":{\"kty\":\"RSA\"}}")).isFalse();
    assertThat(KeyDocument.hasKeys("<html>")).isFalse();
    assertThat(KeyDocument.hasKeys("-----BEGIN PUBLIC KEY-----\nAAAA")).isFalse();
  }
}
