package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.EndReason;
import dev.cloakroom.TicketRotated;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CyclicBarrier start = new CyclicBarrier(2);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Ticket shown = life.browserLogin("alice").ticket();
        Future<@Nullable RotatedSession> one = threads.submit(() -> rotateAfter(start, shown));
        Future<@Nullable RotatedSession> two = threads.submit(() -> rotateAfter(start, shown));
        assertThat(one.get() == null ^ two.get() == null).as("exactly one won").isTrue();
        RotatedSession winner = one.get() == null ? two.get() : one.get();
        assertThat(isLive(Objects.requireNonNull(winner).ticket())).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private @Nullable RotatedSession rotateAfter(CyclicBarrier start, Ticket shown) throws Exception {
    start.await();
    return life.rotation.rotate(shown);
  }
}
