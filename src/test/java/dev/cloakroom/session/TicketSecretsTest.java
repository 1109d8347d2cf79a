package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.Secret;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSecretsTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00.123Z");
  private static final Instant LATER = NOON.plusMillis(1);

  private final RandomIds random = new RandomIds();
  private final TicketSecrets secrets = secrets();
  private final String id = random.sessionId();
  private final Secret ours = secrets.next(id, NOON);

  private TicketSecrets secrets() {
    return new TicketSecrets(new MacKey(random.salt(32)), random);
  }

  private boolean isOurs(String sessionId, Secret secret) {
    return secrets.gaveOutBefore(new Ticket(sessionId, secret), LATER);
  }

  @Test
  @Tag("S1")
  void next_isAlwaysAnother_andHasTheLengthOfATicket() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(seen.add(secrets.next(id, NOON).text().substring(0, 24))).isTrue();
    }
    assertThat(Ticket.parse(new Ticket(id, ours).text())).isNotNull();
  }

  @Test
  void gaveOutBefore_itsMoment_isFalse_andAfterItTrue() {
    assertThat(secrets.gaveOutBefore(new Ticket(id, ours), NOON)).isFalse();
    assertThat(secrets.gaveOutBefore(new Ticket(id, ours), LATER)).isTrue();
  }

  @Test
  void gaveOutBefore_longAgoAndFarAhead_countsRight() {
    Secret far = secrets.next(id, Instant.parse("2126-01-01T00:00:00Z"));
    Secret early = secrets.next(id, Instant.parse("1971-01-01T00:00:00Z"));

    assertThat(isOurs(id, far)).isFalse();
    assertThat(isOurs(id, early)).isTrue();
  }

  @Test
  @Tag("S4")
  void gaveOutBefore_anotherSession_anotherKey_orInvented_isFalse() {
    assertThat(isOurs(random.sessionId(), ours)).isFalse();
    assertThat(isOurs(id, secrets().next(id, NOON))).isFalse();
    assertThat(isOurs(id, random.secret())).isFalse();
    assertThat(isOurs(id, new Secret("short"))).isFalse();
    assertThat(isOurs(id, new Secret("not base64url: 43 characters, as it is here"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17, 18, 23, 24, 31})
  @Tag("S4")
  void gaveOutBefore_oneBitChanged_isFalse(int index) {
    byte[] bytes = Base64Url.decode(ours.text()).orElseThrow();
    bytes[index] ^= 1;

    assertThat(isOurs(id, new Secret(Base64Url.encode(bytes)))).isFalse();
  }
}
