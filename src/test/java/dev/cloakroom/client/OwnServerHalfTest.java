package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.CookieHeader;
import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.SameSite;
import dev.cloakroom.http.SetCookie;
import dev.cloakroom.testing.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server half writes as a cookie, the client half keeps and sends, and that reads it. */
class OwnServerHalfTest {
  private static final URI SHOP = URI.create("https://shop.example.com/login");

  private final ManualClock clock = ManualClock.atNoon();
  private final CookieJar jar =
      new CookieJar(PublicSuffixes.SINGLE_LABELS, SecureConnections.HTTPS, clock);

  private CookieLookup roundTrip(SetCookie cookie) {
    jar.store(SHOP, List.of(cookie.headerValue()));
    return CookieHeader.find(jar.header(SHOP).stream().toList(), cookie.name());
  }

  @ParameterizedTest
  @Tag("C5")
  @ValueSource(strings = {"", "x", "id.secret-_", "a=b=c", "!#$%&'()*+-./:<=>?@[]^_`{|}~"})
  void ticket_comesBackAsItWasSet(String value) {
    SetCookie cookie =
        SetCookie.of("__Host-sid", value).path("/").secure().httpOnly().sameSite(SameSite.LAX);

    assertThat(roundTrip(cookie)).isEqualTo(new CookieLookup.Found(value));
  }

  @Test
  void rememberedTicket_lastsAsLongAsItIsSetTo() {
    SetCookie cookie =
        SetCookie.of("sid", "coat").path("/").maxAge(Duration.ofDays(14), clock.instant());

    assertThat(roundTrip(cookie)).isEqualTo(new CookieLookup.Found("coat"));
    assertThat(jar.list().get(0).endsAt()).contains(clock.instant().plus(Duration.ofDays(14)));
    clock.advance(Duration.ofDays(14));
    assertThat(jar.header(SHOP)).isEmpty();
  }

  @Test
  void clearedTicket_isGone_andOnlyThat() {
    SetCookie ticket = SetCookie.of("__Host-sid", "coat").path("/").secure();
    SetCookie other = SetCookie.of("other", "hat").path("/");
    roundTrip(ticket);
    roundTrip(other);

    assertThat(roundTrip(SetCookie.expired("__Host-sid").path("/").secure()))
        .isEqualTo(CookieLookup.ABSENT);
    assertThat(jar.header(SHOP)).contains("other=hat");
  }
}
