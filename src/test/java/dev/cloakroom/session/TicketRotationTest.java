package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.CallerLimit;
import dev.cloakroom.config.CallerLimit.WhenFull;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.TicketRotated;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TicketRotationTest {
  private static final int ROUNDS = 2_000;
  private final SessionFixture life = new SessionFixture();

  private boolean isLive(Ticket ticket) {
    return life.resolver.byTicket(ticket) instanceof StoredLoginSession;
  }

  @Test
  void rotate_liveTicket_givesANewSecretForTheSameSession() {
    OpenedSession opened = life.browserLogin("alice");

    RotatedSession rotated = Objects.requireNonNull(life.rotation.rotate(opened.ticket()));
    assertThat(rotated.session().id()).isEqualTo(opened.session().id());
    assertThat(rotated.ticket().text()).isNotEqualTo(opened.ticket().text());
    assertThat(isLive(rotated.ticket())).isTrue();
    assertThat(life.eventsOf(TicketRotated.class)).hasSize(1);
  }

  @Test
  void rotate_ticketAlreadyReplaced_leavesTheNewOneAlone() {
    OpenedSession opened = life.browserLogin("alice");
    RotatedSession first = Objects.requireNonNull(life.rotation.rotate(opened.ticket()));

    assertThat(life.rotation.rotate(opened.ticket())).isNull();
    assertThat(isLive(first.ticket())).isTrue();
    assertThat(life.eventsOf(TicketRotated.class)).hasSize(1);
  }

  @Test
  @Tag("S7")
  void rotate_endedSession_isRefused() {
    OpenedSession opened = life.browserLogin("alice");
    life.ender.end(opened.session().id(), EndReason.LOGGED_OUT);

    assertThat(life.rotation.rotate(opened.ticket())).isNull();
    assertThat(isLive(opened.ticket())).isFalse();
  }

  @Test
  @Tag("S4")
  void rotate_forgedTicket_isRefused() {
    OpenedSession opened = life.browserLogin("alice");

    assertThat(life.rotation.rotate(new Ticket(opened.session().id(), life.random.secret())))
        .isNull();
    assertThat(isLive(opened.ticket())).isTrue();
  }

  @Test
  void rotateOnASnapshot_always_makesTheNextUseReplaceTheTicket() {
    OpenedSession opened = life.browserLogin("alice");
    assertThat(opened.session().isRotationDue()).isFalse();

    opened.session().rotate();
    StoredLoginSession used = (StoredLoginSession) life.resolver.byTicket(opened.ticket());
    assertThat(used.isRotationDue()).isTrue();
    RotatedSession rotated = Objects.requireNonNull(life.rotation.rotate(opened.ticket()));
    assertThat(rotated.session().isRotationDue()).isFalse();
  }

  @Test
  void changeGroups_always_countsAtOnceAndMakesTheTicketDue() {
    OpenedSession opened = life.browserLogin("alice");

    assertThat(life.admin.changeGroups("alice", Set.of("admin"))).isEqualTo(1);
    StoredLoginSession used = (StoredLoginSession) life.resolver.byTicket(opened.ticket());
    assertThat(used.groups()).containsExactly("admin");
    assertThat(used.isRotationDue()).isTrue();
  }

  @Test
  @Tag("S15")
  void rotate_twoAtOnce_oneWinsAndItsTicketCounts() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        Ticket shown = life.browserLogin("alice").ticket();
        Callable<@Nullable RotatedSession> rotation = () -> life.rotation.rotate(shown);
        List<RotatedSession> won =
            race.run(List.of(rotation, rotation)).stream().filter(Objects::nonNull).toList();
        assertThat(won).hasSize(1);
        assertThat(isLive(won.get(0).ticket())).isTrue();
      }
    }
  }

  @Test
  void isRotationDue_ticketOlderThanTheInterval_untilItIsReplaced() {
    SessionFixture rotating =
        new SessionFixture(
            SessionFixture.settings(Duration.ofMinutes(10), CallerLimit.NONE, WhenFull.REPLACE));
    OpenedSession opened = rotating.browserLogin("alice");

    rotating.clock.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(shown(rotating, opened.ticket()).isRotationDue()).isFalse();
    rotating.clock.advance(Duration.ofMillis(1));
    assertThat(shown(rotating, opened.ticket()).isRotationDue()).isTrue();

    RotatedSession rotated = Objects.requireNonNull(rotating.rotation.rotate(opened.ticket()));
    assertThat(rotated.session().isRotationDue()).isFalse();
    assertThat(shown(rotating, opened.ticket()).isRotationDue()).isFalse();
    assertThat(shown(rotating, rotated.ticket()).isRotationDue()).isFalse();
    rotating.clock.advance(Duration.ofMinutes(10));
    assertThat(shown(rotating, rotated.ticket()).isRotationDue()).isTrue();
  }

  @Test
  void isRotationDue_noInterval_never() {
    OpenedSession opened = life.rememberedLogin("alice");
    life.clock.advance(Duration.ofDays(13));

    assertThat(shown(life, opened.ticket()).isRotationDue()).isFalse();
  }

  private static StoredLoginSession shown(SessionFixture life, Ticket ticket) {
    return (StoredLoginSession) life.resolver.byTicket(ticket);
  }
}
