package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.Stub;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which calls are those of an observer that is told of an event. */
class NotificationTest {
  private static final String EVENT = "event";

  /** A bean as an application writes it. */
  static class Listener {
    void on(@Observes String event) {}

    void plain(String event) {}
  }

  private static boolean isReceived(String method, Object argument) {
    try {
      Method called = Listener.class.getDeclaredMethod(method, String.class);
      return Notification.isReceivedBy(
          Stub.of(
              InvocationContext.class,
              Map.of(
                  "getMethod", none -> called, "getParameters", none -> new Object[] {argument})));
    } catch (NoSuchMethodException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  @Tag("B4")
  void onlyAnObserverOfTheEvent_whileItIsTold_receivesIt() {
    Notification.of(
        EVENT,
        () -> {
          assertThat(isReceived("on", EVENT)).isTrue();
          assertThat(isReceived("on", "another")).isFalse();
          assertThat(isReceived("plain", EVENT)).isFalse();
        });

    assertThat(isReceived("on", EVENT)).isFalse();
  }

  @Test
  void eventWithinAnother_isToldBetween() {
    Notification.of(
        EVENT,
        () -> {
          Notification.of("inner", () -> assertThat(isReceived("on", EVENT)).isFalse());
          assertThat(isReceived("on", EVENT)).isTrue();
        });
  }
}
