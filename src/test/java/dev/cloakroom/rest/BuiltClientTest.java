package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client was told when it was built. */
class BuiltClientTest {

  /** Sends requests. */
  public interface Engine {
    /** Whether it follows redirects. */
    boolean isFollowRedirects();
  }

  /** As RESTEasy's client. */
  public interface Easy {
    /** What it sends by. */
    Engine httpEngine();
  }

  /** One that has no engine to ask. */
  public interface Newer {}

  private static class Base implements Easy {
    private final boolean follows;

    Base(boolean follows) {
      this.follows = follows;
    }

    @Override
    public Engine httpEngine() {
      return () -> follows;
    }
  }

  /** What inherits the interface. */
  private static final class Built extends Base implements Runnable {
    Built(boolean follows) {
      super(follows);
    }

    @Override
    public void run() {
      // does nothing
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void engine_isAsked(boolean follows) {
    assertThat(BuiltClient.followsRedirects(new Built(follows), Easy.class.getName()))
        .isEqualTo(follows);
  }

  @Test
  void otherClient_isLeftToItsProperties() {
    assertThat(BuiltClient.followsRedirects(new Built(true))).isFalse();
    assertThat(BuiltClient.followsRedirects(new Object(), Easy.class.getName())).isFalse();
  }

  @Test
  void clientThatDoesNotSay_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> BuiltClient.followsRedirects(new Newer() {}, Newer.class.getName()))
        .withMessageContaining("authorizationFor");
  }
}
