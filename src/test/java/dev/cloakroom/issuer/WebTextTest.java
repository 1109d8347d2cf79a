package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an application that starts reads of the web, and for how long. */
@Tag("J23")
class WebTextTest {

  @Test
  void text_thatIsThere_isRead() throws UnusableDocumentException {
    try (FakeIssuer web = FakeIssuer.start().publish("/key", "a key")) {
      assertThat(WebText.at(URI.create(web.url() + "/key"))).isEqualTo("a key");
    }
  }

  @Test
  void text_thatIsNotThereInTime_isGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/key");

      assertThatExceptionOfType(UnusableDocumentException.class)
          .isThrownBy(() -> WebText.at(address, Duration.ofMillis(1)))
          .withMessageContaining("no answer within PT0.001S");
    }
  }

  @Test
  void address_isOfTheWeb_whateverItsCase() {
    assertThat(WebText.isAddress("HTTPS://keys.test/key")).isTrue();
    assertThat(WebText.isAddress("http://keys.test/key")).isTrue();
    assertThat(WebText.isAddress("https/key.pem")).isFalse();
    assertThat(WebText.isAddress("file:/key.pem")).isFalse();
  }
}
