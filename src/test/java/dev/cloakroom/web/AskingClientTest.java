package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** What it counts in requests is {@code RecipesIT}'s. */
class AskingClientTest {

  @Test
  void counted_onAThreadWithoutARequest_isRefused_andSaysWhereToCount() {
    TestApplication app = new TestApplication();
    AskingClient client = new AskingClient(app.throttle, app.device);

    assertThatIllegalStateException()
        .isThrownBy(() -> client.counted("new password", "alice"))
        .withMessageContaining("Count on the request's thread");
  }
}
