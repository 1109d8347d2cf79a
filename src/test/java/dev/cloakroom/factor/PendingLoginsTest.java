package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.factor.BegunLogin.Wish;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.Client;
import dev.cloakroom.store.Login;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.testing.TestFactors;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PendingLoginsTest {
  private static final FactorQuestion QUESTION =
      FactorQuestion.of(Set.of("otp", "hwk"), Map.of("hwk", "sign \u00fc\ud83d\ude00"));

  private final TestApplication app = new TestApplication();
  private final PendingLogins pending = new TestFactors(app).factors.pending();

  private BegunLogin begun(String name, @Nullable String next) {
    return new BegunLogin(
        new Login(
            name, Set.of("user", "admin"), Set.of("pwd"), app.clock.instant(), new Client("", "")),
        Set.of(Wish.TOKENS),
        List.of("alice@shop.example", name),
        Map.of("caller", BeanState.of(new byte[] {1, 2, 3})),
        next);
  }

  @Test
  void whatWaits_isFoundAsItWas_untilItEnds() {
    BegunLogin begun = begun("alice", "/orders");
    String ticket = pending.begin(begun, QUESTION, "192.0.2.7");
    app.clock.advance(Duration.ofMinutes(1));

    PendingLogins.Waiting waiting = Objects.requireNonNull(pending.find(ticket));

    assertThat(waiting.login()).isEqualTo(new PendingLogin(begun, QUESTION, Duration.ofMinutes(4)));
    assertThat(waiting.end()).isTrue();
    assertThat(waiting.end()).isFalse();
    assertThat(pending.find(ticket)).isNull();
  }

  @Test
  void loginThatLeadsNowhere_leadsNowhere() {
    String ticket = pending.begin(begun("alice", null), QUESTION, "192.0.2.7");

    assertThat(Objects.requireNonNull(pending.find(ticket)).login().begun().next()).isNull();
  }

  @Test
  @Tag("P8")
  void ticketsOfOneKind_areNoneOfTheOther() {
    String login = pending.begin(begun("alice", null), QUESTION, "192.0.2.7");
    String question = pending.ask(new PendingLogins.Asked("alice", "session"), QUESTION);

    assertThat(pending.question(login, "session")).isNull();
    assertThat(pending.find(question)).isNull();
    assertThat(pending.question(question, "other")).isNull();
    assertThat(Objects.requireNonNull(pending.question(question, "session")).question())
        .isEqualTo(QUESTION);
  }

  @Test
  @Tag("P1")
  void loginsFromAnotherAddress_pushNoneOut() {
    String own = pending.begin(begun("alice", null), QUESTION, "192.0.2.7");
    for (int i = 0; i < 20; i++) {
      pending.begin(begun("alice", null), QUESTION, "192.0.2.8");
    }

    assertThat(pending.find(own)).isNotNull();
  }

  @Test
  void loginThatIsTooLong_doesNotWait() {
    BegunLogin begun = begun("x".repeat(50_000), null);

    assertThatExceptionOfType(FactorFailedException.class)
        .isThrownBy(() -> pending.begin(begun, QUESTION, "192.0.2.7"));
  }

  @Test
  @Tag("G7")
  void damagedContent_isNone() throws Exception {
    byte[] whole = FactorCodec.encode(begun("alice", "/orders"), QUESTION);
    assertThat(FactorCodec.login(whole).question()).isEqualTo(QUESTION);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> FactorCodec.login(part));
    }
    whole[0] = 9;
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> FactorCodec.login(whole));
  }
}
