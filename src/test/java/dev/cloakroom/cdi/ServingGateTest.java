package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.testing.Stub;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServingGateTest {
  private final ServletContextEvent started =
      new ServletContextEvent(Stub.of(ServletContext.class));
  private final AtomicInteger served = new AtomicInteger();

  /** What a check finds the first and the second time. */
  private record Found(@Nullable String early, @Nullable String late) implements StartCheck {

    @Override
    public @Nullable String whenStarting(ServletContext application) {
      return early;
    }

    @Override
    public @Nullable String whenStarted() {
      return late;
    }
  }

  @Test
  void applicationWithoutProblems_isServed() {
    ServingGate gate =
        new ServingGate(served::incrementAndGet, new Found(null, null), new Found(null, null));
    gate.contextInitialized(started);

    assertThat(served).hasValue(0);
    assertThat(gate.settle()).isNull();
    assertThat(gate.refusesRequests()).isFalse();
    assertThat(gate.settle()).isNull();
    assertThat(served).hasValue(1);
  }

  @Test
  void problemAtTheStart_stopsTheDeployment_andRequests() {
    ServingGate gate =
        new ServingGate(
            served::incrementAndGet, new Found(null, null), new Found("this and that.", null));

    assertThatIllegalStateException()
        .isThrownBy(() -> gate.contextInitialized(started))
        .withMessage("Cloakroom does not start: this and that.");
    assertThat(gate.refusesRequests()).isTrue();
  }

  @Test
  void problemOnceServletsHaveStarted_keepsRequestsOut() {
    ServingGate gate =
        new ServingGate(served::incrementAndGet, new Found(null, "one."), new Found(null, "two."));
    gate.contextInitialized(started);

    assertThat(gate.settle()).isEqualTo("Cloakroom does not start: one.\ntwo.");
    assertThat(gate.refusesRequests()).isTrue();
    assertThat(served).hasValue(0);
  }

  @Test
  void serverThatAsksNoListener_isNotBelieved() {
    assertThat(new ServingGate(served::incrementAndGet, new Found(null, null)).refusesRequests())
        .isTrue();
  }
}
