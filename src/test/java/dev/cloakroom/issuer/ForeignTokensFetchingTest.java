package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.Race;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens of an issuer whose keys are fetched from a server. */
@Tag("J23")
class ForeignTokensFetchingTest {
  private static final Await SOON = Await.atMost(Duration.ofSeconds(10));
  private static final PartnerKey NEXT = PartnerKey.of("next", "RS256");

  private final Partner partner = new Partner();
  private final FakeIssuer issuer =
      FakeIssuer.start().discoverable().publish("/jwks", PartnerKey.jwks(KEY.jwk()));

  private final List<ForeignTokens> opened = new ArrayList<>();

  @AfterEach
  void stop() {
    opened.forEach(ForeignTokens::close);
    issuer.close();
  }

  private ForeignTokens open(String... keysAndValues) {
    return open(List.of(Partner.read(settings(keysAndValues))));
  }

  private ForeignTokens open(List<IssuerSettings> issuers) {
    ForeignTokens tokens =
        ForeignTokens.open(issuers, getClass().getClassLoader(), partner.clock(), 1_000_000);
    opened.add(tokens);
    return tokens;
  }

  private Map<String, String> settings(String... keysAndValues) {
    Map<String, String> settings = new HashMap<>(Partner.settings(keysAndValues));
    settings.put("issuer", issuer.url());
    return settings;
  }

  private String claims() {
    return partner.claimsWith("iss", '"' + issuer.url() + '"');
  }

  private long fetches() {
    return issuer.asked().stream().filter("/jwks"::equals).count();
  }

  @Test
  void lookUp_keysOfADiscoveredAddress_areFetchedOnce() {
    ForeignTokens tokens = open();

    ForeignToken token = accepted(tokens.lookUp(KEY.sign(claims())));
    accepted(tokens.lookUp(KEY.sign(claims())));
    refused(tokens.lookUp(PartnerKey.of("stranger", "RS256").sign(KEY.header(), claims())));

    assertThat(token.issuer()).isEqualTo(issuer.url());
    assertThat(fetches()).isEqualTo(1);
  }

  /** Who does not wait is told to try again, and nobody that the token is none. */
  @Test
  void lookUp_manyAtOnceAfterARotation_refusesNoneAndFetchesOnce() throws Exception {
    ForeignTokens tokens = open();
    accepted(tokens.lookUp(KEY.sign(claims())));
    issuer.publish("/jwks", PartnerKey.jwks(NEXT.jwk(), KEY.jwk()));
    List<Callable<Outcome>> visits = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String text = NEXT.sign(claims().replaceFirst("}$", ",\"n\":" + i + "}"));
      visits.add(() -> tokens.lookUp(text));
    }

    try (Race race = new Race(40)) {
      List<Outcome> outcomes = race.run(visits);

      assertThat(outcomes).hasSize(40).hasAtLeastOneElementOfType(ForeignToken.class);
      assertThat(outcomes).noneMatch(Refused.class::isInstance);
    }
    assertThat(fetches()).isEqualTo(2);
  }

  @Test
  void lookUp_rememberedTokenWhoseKeyWasRemoved_isRefused() {
    ForeignTokens tokens = open();
    String text = KEY.sign(claims());
    accepted(tokens.lookUp(text));
    issuer.publish("/jwks", PartnerKey.jwks(NEXT.jwk()));

    partner.clock().advance(Freshness.UNSAID.minus(Duration.ofMinutes(7)));
    accepted(tokens.lookUp(text));
    accepted(tokens.lookUp(NEXT.sign(claims())));
    refused(tokens.lookUp(text));
  }

  @Test
  void lookUp_issuerThatIsDown_isUnavailableAndOthersAreNot() {
    issuer.publish(FakeIssuer.DISCOVERY, 503, "");
    Map<String, String> other = Partner.settings("public-key", PartnerKey.jwks(KEY.jwk()));
    ForeignTokens tokens = open(List.of(Partner.read(settings()), Partner.read(other)));

    assertThat(tokens.lookUp(KEY.sign(claims()))).isInstanceOf(IssuerUnavailable.class);
    accepted(tokens.lookUp(KEY.sign(partner.claims())));
  }

  @Test
  void lookUp_issuerThatComesUpLater_isTaken() throws InterruptedException {
    issuer.publish(FakeIssuer.DISCOVERY, 503, "");
    ForeignTokens tokens = open();
    assertThat(tokens.lookUp(KEY.sign(claims()))).isInstanceOf(IssuerUnavailable.class);

    issuer.discoverable();
    partner.clock().advance(FetchedKeys.BETWEEN_FIRST_TRIES);
    assertThat(SOON.until(() -> tokens.lookUp(KEY.sign(claims())) instanceof ForeignToken))
        .isTrue();
  }

  /** An error page says nothing of keys that were there. */
  @Test
  void lookUp_setThatIsNoneAnyMore_keepsTheLastOne() throws InterruptedException {
    ForeignTokens tokens = open();
    accepted(tokens.lookUp(KEY.sign(claims())));
    issuer.publish("/jwks", "{\"error\":\"maintenance\"}");
    partner.clock().advance(Duration.ofHours(2));

    assertThat(SOON.until(() -> tokens.lookUp(KEY.sign(claims())) instanceof ForeignToken))
        .isTrue();
    assertThat(fetches()).isEqualTo(2);
  }

  /** Nothing but a signature tells that it is another one. */
  @Test
  void lookUp_keyWithoutAnIdThatWasReplaced_isFetchedAgain() throws InterruptedException {
    issuer.publish("/jwks", PartnerKey.jwks(KEY.bareJwk()));
    ForeignTokens tokens = open();
    accepted(tokens.lookUp(KEY.sign(claims())));
    issuer.publish("/jwks", PartnerKey.jwks(NEXT.bareJwk()));

    refused(tokens.lookUp(NEXT.sign(claims())));
    assertThat(SOON.until(() -> tokens.lookUp(NEXT.sign(claims())) instanceof ForeignToken))
        .isTrue();
    assertThat(fetches()).isEqualTo(2);
  }

  @Test
  void lookUp_issuerThatGoesDown_keepsItsTokens() {
    ForeignTokens tokens = open();
    accepted(tokens.lookUp(KEY.sign(claims())));
    issuer.publish(FakeIssuer.DISCOVERY, 500, "");
    partner.clock().advance(Duration.ofHours(2));

    accepted(tokens.lookUp(KEY.sign(claims())));
  }

  @Test
  void open_requiredIssuerThatIsThere_starts() {
    ForeignTokens tokens = open("required", "true");

    assertThat(fetches()).isEqualTo(1);
    accepted(tokens.lookUp(KEY.sign(claims())));
  }

  @Test
  void open_requiredIssuerThatIsDown_stopsTheStart() {
    issuer.publish(FakeIssuer.DISCOVERY, 503, "");

    assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(() -> open("required", "true"))
        .withMessageContaining("status 503");
  }

  @Test
  void open_issuerThatHangs_doesNotHoldUpTheStart() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> hanging =
          Partner.settings("jwks-uri", "http://127.0.0.1:" + silent.getLocalPort() + "/jwks");
      ForeignTokens tokens = open(List.of(Partner.read(hanging), Partner.read(settings())));
      silent.accept();

      accepted(tokens.lookUp(KEY.sign(claims())));
      tokens.close();
      assertThat(SOON.until(() -> threads() == 0)).isTrue();
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("cloakroom-issuer"))
        .count();
  }
}
