package dev.cloakroom.testkit.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door is there for tests on this machine, and for nobody else. */
@Tag("G7")
class VisitorTest {

  private static HttpServletRequest from(String address) {
    return to("localhost", FakeRequest.post(DoorServlet.PATH).from(address, "localhost"));
  }

  private static HttpServletRequest with(String header, String value) {
    FakeRequest request = FakeRequest.post(DoorServlet.PATH).from("127.0.0.1", "localhost");
    return to("localhost", request.header(header, value));
  }

  private static HttpServletRequest to(String host, FakeRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getServerName() {
        return host;
      }
    };
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
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
  void nameOfThisMachine_isLetIn(String host) {
    FakeRequest request = FakeRequest.post(DoorServlet.PATH).from("127.0.0.1", host);
    assertThat(Visitor.isTest(to(host, request))).isTrue();
  }

  /** What a proxy passes on, or a page whose name was made to lead here. Nobody is asked. */
  @ParameterizedTest
  @ValueSource(
      strings = {"shop.example.com", "10.0.0.1", "localhost.example.com", "cafe.de", "", "[::2]"})
  void anyOtherName_isNot(String host) {
    FakeRequest request = FakeRequest.post(DoorServlet.PATH).from("127.0.0.1", host);
    assertThat(Visitor.isTest(to(host, request))).isFalse();
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
    assertThat(Visitor.isTest(with(header, value))).isFalse();
  }

  @Test
  void requestWithOtherHeaders_isLetIn() {
    assertThat(Visitor.isTest(with("Accept", "application/json"))).isTrue();
  }
}
