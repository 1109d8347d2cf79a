package dev.cloakroom.testkit.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door is there for tests on this machine, and for nobody else. */
@Tag("G7")
class VisitorTest {

  private static FakeRequest from(String address) {
    return FakeRequest.post(DoorServlet.PATH).from(address, "shop.test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "0:0:0:0:0:0:0:1"})
  void thisMachine_isLetIn(String address) {
    assertThat(Visitor.isTest(from(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "192.168.1.7", "::2", "localhost", "127.0.0.1.example", ""})
  void anyOther_isNot(String address) {
    assertThat(Visitor.isTest(from(address))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For, 127.0.0.1",
    "X-Forwarded-Proto, http",
    "Forwarded, for=127.0.0.1",
    "Via, 1.1 proxy",
    "Origin, http://localhost:8080",
    "Sec-Fetch-Site, same-origin"
  })
  void proxiesAndPages_areNot(String header, String value) {
    assertThat(Visitor.isTest(from("127.0.0.1").header(header, value))).isFalse();
  }

  @Test
  void requestWithOtherHeaders_isLetIn() {
    assertThat(Visitor.isTest(from("127.0.0.1").header("Accept", "application/json"))).isTrue();
  }
}
