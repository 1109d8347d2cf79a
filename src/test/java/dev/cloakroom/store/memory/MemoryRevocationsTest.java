package dev.cloakroom.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.RevocationsContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryRevocationsTest extends RevocationsContract {
  private final MemoryRevocations revocations = new MemoryRevocations(clock);

  @Override
  protected Revocations revocations() {
    return revocations;
  }

  @Test
  void revoke_itsTimeIsOver_isGone() {
    Instant now = clock.instant();
    revocations.revoke("r:t:one", now, now.plus(Duration.ofMinutes(5)));
    clock.advance(Duration.ofMinutes(5));

    assertThat(revocations.of(List.of("r:t:one"))).containsExactly(Revocations.NEVER);
  }
}
