package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much is written down of proofs, and how young one can be. */
class ElevationBoundsTest {
  private final SessionFixture life = new SessionFixture();

  private static NewProof proof(int from) {
    Set<String> methods =
        IntStream.range(from, from + 8).mapToObj(each -> "m" + each).collect(Collectors.toSet());
    return new NewProof(2, methods);
  }

  private Ticket elevated(Ticket ticket, NewProof proof) {
    return Objects.requireNonNull(life.elevation.ofTicket(ticket, proof)).ticket();
  }

  @Test
  void methods_areSixteenAtMost_andOneMoreChangesNothing() {
    Ticket ticket = life.browserLogin("alice").ticket();
    Ticket full = elevated(elevated(ticket, proof(0)), proof(8));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> life.elevation.ofTicket(full, new NewProof(2, Set.of("m16"))))
        .withMessageContaining("16");

    assertThat(life.resolver.byTicket(full)).isInstanceOf(StoredLoginSession.class);
    assertThat(elevated(full, proof(0))).isNotNull();
  }

  /**
   * What cannot be read is an age of zero, that nobody's proof has: not of a clock ahead either.
   */
  @Test
  @Tag("G7")
  void proofOfAClockAhead_isOfNow_andNoYounger() {
    Ticket ticket = elevated(life.browserLogin("alice").ticket(), proof(0));
    life.clock.advance(Duration.ofSeconds(-30));
    StoredLoginSession session = (StoredLoginSession) life.resolver.byTicket(ticket);

    assertThat(session.hasProven(2, Duration.ZERO)).isFalse();
    assertThat(session.hasProven(2, Duration.ofSeconds(1))).isTrue();
  }
}
