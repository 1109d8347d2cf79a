package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 3: the problem details JSON object. */
@Tag("X17")
class Rfc9457ProblemTest {

  @ParameterizedTest
  @EnumSource(Reason.class)
  void json_everyReason_hasTheFiveMembers(Reason reason) {
    JsonObject json = read(Problem.of(reason));

    assertThat(json.keySet()).containsExactly("type", "title", "status", "detail", "reason");
    assertThat(json.getString("type")).isEqualTo("urn:cloakroom:problem:" + reason.code());
    assertThat(json.getString("title")).isEqualTo(reason.title());
    assertThat(json.getInt("status")).isEqualTo(reason.status());
    assertThat(json.getString("detail")).isEqualTo(reason.detail());
    assertThat(json.getString("reason")).isEqualTo(reason.code()).matches("[a-z]+(-[a-z]+)*");
  }

  @Test
  void json_sessionExpired_isThisText() {
    assertThat(Problem.of(Reason.SESSION_EXPIRED).json())
        .isEqualTo(
            "{\"type\":\"urn:cloakroom:problem:session-expired\",\"title\":\"Session expired\","
                + "\"status\":401,\"detail\":\"The login session has expired. Log in again.\","
                + "\"reason\":\"session-expired\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "\\",
        "\",\"status\":200,\"x\":\"",
        "</script>",
        "\r\n\t\b\f\u0000\u001f",
        "ä€😀",
        "\u2028\u2029\u007f",
        "%d %s"
      })
  void json_hostileDetail_isOneStringInPlainAscii(String detail) {
    Problem problem = new Problem(Reason.MALFORMED_REQUEST, detail);

    assertThat(read(problem).getString("detail")).isEqualTo(detail);
    assertThat(problem.json()).matches("[ -~]*").doesNotContain("<");
  }

  @Test
  void json_loneSurrogate_isEscaped() {
    assertThat(new Problem(Reason.MALFORMED_REQUEST, "\ud800").json()).contains("\"\\ud800\"");
  }

  private static JsonObject read(Problem problem) {
    return Json.createReader(new StringReader(problem.json())).readObject();
  }
}
