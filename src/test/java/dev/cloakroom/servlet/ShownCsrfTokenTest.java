package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a token is looked for, and which bodies are left alone. */
class ShownCsrfTokenTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private static FakeRequest sent(String method, String type) {
    FakeRequest request = FakeRequest.of(method, "/orders").body(type, "");
    request.parameter("_csrf", "shown");
    return request;
  }

  @Test
  void form_isLookedInto() {
    FakeRequest request = sent("POST", FORM + "; charset=utf-8");

    assertThat(ShownCsrfToken.in(request)).containsExactly("shown");
    assertThat(ShownCsrfToken.wasLookedForInAForm(request)).isTrue();
  }

  /** Of these a container reads no form; whoever reads the body must find it. */
  @ParameterizedTest
  @CsvSource({
    "PUT,   application/x-www-form-urlencoded",
    "PATCH, application/x-www-form-urlencoded",
    "POST,  application/json",
    "POST,  text/plain",
    "POST,  multipart/mixed",
    "POST,  nonsense"
  })
  void otherBody_isLeftAlone(String method, String type) {
    FakeRequest request = sent(method, type);

    assertThat(ShownCsrfToken.in(request)).isEmpty();
    assertThat(ShownCsrfToken.wasLookedForInAForm(request)).isFalse();
    assertThat(request.getCharacterEncoding()).isNull();
  }

  @Test
  void part_thatIsLong_isNotReadToItsEnd() {
    FakeRequest request = FakeRequest.post("/orders").body("multipart/form-data; boundary=x", "");
    request.part("_csrf", "a".repeat(10_000));

    assertThat(ShownCsrfToken.in(request)).containsExactly("a".repeat(256));
  }

  @Test
  void form_isReadAsItsSenderSays() {
    FakeRequest request = sent("POST", FORM);
    request.setCharacterEncoding("ISO-8859-1");

    assertThat(ShownCsrfToken.in(request)).containsExactly("shown");
    assertThat(request.getCharacterEncoding()).isEqualTo("ISO-8859-1");
  }
}
