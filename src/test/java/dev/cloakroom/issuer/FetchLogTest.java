package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.ManualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What whoever runs the application is told of an issuer's keys. */
class FetchLogTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final Published published = new Published();
  private final FetchedKeys keys =
      new FetchedKeys("partner", published, Runnable::run, clock, new WaitingRooms());

  private void find(String kid) {
    keys.find(kid, SignatureAlgorithm.RS256);
  }

  @Test
  void require_keysThatAreThere_isFine() {
    keys.start();
    keys.require();

    assertThat(keys.has(Published.OLD)).isTrue();
  }

  @Test
  void require_keysThatAreNotThere_stopsTheStart() {
    published.isDown = true;
    keys.start();

    assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(keys::require)
        .withMessageContaining("cloakroom.issuers.partner.required=true")
        .withMessageContaining("https://partner.test/jwks: status 500");
  }

  @Test
  void require_noKeyThatMaySign_stopsTheStart() {
    published.are();
    keys.start();

    assertThatExceptionOfType(UnusableIssuerException.class).isThrownBy(keys::require);
  }

  @Test
  void outage_isToldOnceAndItsEndToo() {
    try (LogLines log = LogLines.of("dev.cloakroom.issuer")) {
      published.isDown = true;
      for (int i = 0; i < 3; i++) {
        find("old");
        clock.advance(FetchedKeys.BETWEEN_FIRST_TRIES);
      }
      published.isDown = false;
      find("old");

      assertThat(log.lines()).filteredOn(line -> line.contains("cannot be fetched")).hasSize(1);
      assertThat(log.lines()).filteredOn(line -> line.contains("are fetched again")).hasSize(1);
    }
  }

  @Test
  void setWithoutAKeyThatMaySign_isToldOnce_evenInAnOutage() {
    try (LogLines log = LogLines.of("dev.cloakroom.issuer")) {
      published.isDown = true;
      find("old");
      published.isDown = false;
      published.are();
      for (int i = 0; i < 3; i++) {
        clock.advance(FetchedKeys.BETWEEN_FIRST_TRIES);
        find("old");
      }

      assertThat(log.lines()).filteredOn(line -> line.contains("are of no use")).hasSize(1);
      assertThat(log.lines()).filteredOn(line -> line.contains("cannot be fetched")).hasSize(1);
    }
  }

  @Test
  void outage_saidByThePeer_staysOnItsLine() {
    FetchedKeys failing =
        new FetchedKeys(
            "partner",
            () -> {
              throw new IllegalStateException("first\nWARNING second \u202e");
            },
            Runnable::run,
            clock,
            new WaitingRooms());
    try (LogLines log = LogLines.of("dev.cloakroom.issuer")) {
      failing.start();

      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("first?WARNING second ?")
          .doesNotContain("\n", "\u202e");
    }
  }

  @Test
  @Tag("J26")
  void rsaBelow3072Bits_isWarnedOfOnce() {
    try (LogLines log = LogLines.of("dev.cloakroom.issuer")) {
      find("old");
      clock.advance(Freshness.UNSAID);
      find("old");

      assertThat(log.lines()).filteredOn(line -> line.contains("fewer than")).hasSize(1);
    }
  }

  @Test
  @Tag("J26")
  void keyOfAnotherKind_isNotWarnedOf() {
    PartnerKey ec = PartnerKey.of("e1", "ES256");
    published.are(new ForeignKey("e1", SignatureAlgorithm.ES256, ec.pair().getPublic()));
    try (LogLines log = LogLines.of("dev.cloakroom.issuer")) {
      keys.find("e1", SignatureAlgorithm.ES256);

      assertThat(log.lines()).isEmpty();
    }
  }
}
