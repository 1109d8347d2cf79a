package dev.cloakroom.identitystore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.CookieTokens;
import dev.cloakroom.token.CookieTokens.Proof;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JwtSpellingTest {
  private static final int ROOM = 4096;

  private final TestApplication app = new TestApplication();
  private final CookieTokens tokens = new CookieTokens(app.keys, app.clock, 1 << 20);
  private final JwtSpelling spelling = spelling(tokens);
  private final OpenedSession opened = app.apiLogin("alice");
  private final String text = spelling.spell(opened.session(), opened.ticket(), ROOM);

  private JwtSpelling spelling(CookieTokens signer) {
    return new JwtSpelling(signer, "shop", Duration.ofMinutes(1), app.clock);
  }

  private Ticket read(String cookie) {
    return Objects.requireNonNull(spelling.read(cookie));
  }

  @Test
  void read_spelled_isTheTicketWithItsStatement() {
    Ticket ticket = read(text);

    assertThat(ticket.text()).isEqualTo(opened.ticket().text());
    assertThat(ticket.statement()).isNotNull();
    assertThat(spelling.isOutdated(opened.session(), ticket)).isFalse();
  }

  @Test
  void spelled_claims_sayWhoTheCallerIsAndForHowLong() {
    Map<String, Object> claims = tokens.read(text).orElseThrow().claims();

    long noon = ManualClock.atNoon().instant().getEpochSecond();
    assertThat(claims)
        .containsEntry("iss", "shop")
        .containsEntry("sub", "alice")
        .containsEntry("groups", List.of("user"))
        .containsEntry("sid", opened.session().id())
        .containsEntry("iat", noon)
        .containsEntry("exp", noon + 60);
  }

  @Test
  @Tag("J1")
  void read_anyCharacterChanged_isNoStatement() {
    for (int at = 0; at < text.length(); at += 11) {
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      Ticket ticket = spelling.read(text.substring(0, at) + other + text.substring(at + 1));
      assertThat(ticket == null || ticket.statement() == null).as("changed at " + at).isTrue();
    }
  }

  /** The MAC is not ours, and that is enough. */
  @Test
  @Tag("J1")
  @Tag("P10")
  void read_trueSignatureUnderAnotherMac_isNoTicket() {
    String[] parts = text.split("\\.", -1);
    String header = new String(Base64Url.decode(parts[0]).orElseThrow(), UTF_8);
    String other = header.replaceFirst("mac\":\"[^\"]*", "mac\":\"" + "A".repeat(22));
    String input = Base64Url.encode(other.getBytes(UTF_8)) + "." + parts[1];
    byte[] signature = app.keys.signingKey().sign(input.getBytes(UTF_8));

    assertThat(spelling.read(input + "." + Base64Url.encode(signature))).isNull();
    assertThat(read(text).statement()).isNotNull();
  }

  @Test
  @Tag("G1")
  void read_keyReplaced_isTheTicketAlone_whichStillCounts() {
    TestApplication later = new TestApplication();
    Ticket ticket =
        Objects.requireNonNull(spelling(new CookieTokens(later.keys, later.clock, 0)).read(text));

    assertThat(ticket.statement()).isNull();
    assertThat(app.resolver.byTicket(ticket)).isInstanceOf(StoredLoginSession.class);
  }

  @Test
  @Tag("J10")
  void cookieToken_asAccessToken_isInvalid_andTheOtherWayRound() {
    assertThat(app.accessTokens.lookUp(new RawToken(text)))
        .isEqualTo(new BearerLookup.Rejected(new RejectedToken(RejectedToken.Reason.INVALID)));
    assertThat(spelling.read(app.accessToken(opened.session()))).isNull();
  }

  @Test
  void spell_moreThanACookieHolds_isTheBareTicket() {
    app.sessions
        .store()
        .replace(
            Objects.requireNonNull(app.sessions.store().find(opened.session().id()))
                .regrouped(
                    IntStream.range(0, 300)
                        .mapToObj(i -> "group-" + i)
                        .collect(Collectors.toSet())));
    StoredLoginSession large = (StoredLoginSession) app.resolver.byTicket(opened.ticket());

    assertThat(spelling.spell(large, opened.ticket(), ROOM)).isEqualTo(opened.ticket().text());
    assertThat(text).hasSizeLessThan(1500);
  }

  @Test
  void read_again_isRememberedWithoutAnotherCheck() {
    assertThat(tokens.read(text).orElseThrow()).isSameAs(tokens.read(text).orElseThrow());
    assertThat(tokens.read(text).orElseThrow().proof()).isEqualTo(Proof.GENUINE);
  }
}
