package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies outside the grammar, of another type or too long: refused, and never a server error. */
@OnServer
class BodiesIT {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String CREDENTIALS = "{\"username\":\"alice\",\"password\":\"123\"}";
  private static final int LARGEST = 8 * 1024;

  /** Not one JSON object of texts and booleans. */
  static final List<String> MALFORMED_JSON =
      List.of(
          " ",
          "\n\t ",
          "{",
          "}",
          "{}}",
          "[",
          "[]",
          "null",
          "true",
          "42",
          "\"text\"",
          "{\"username\"",
          "{\"username\":",
          "{\"username\":\"alice\",\"password\":\"123\"",
          "{\"username\":\"alice\",\"password\":\"123}",
          "{\"username\":\"alice\",\"password\":\"123\"} x",
          "{\"username\":\"alice\",\"password\":\"123\"}{}",
          "{\"username\":\"alice\",\"password\":\"123\",}",
          "{\"username\":\"alice\" \"password\":\"123\"}",
          "{'username':'alice','password':'123'}",
          "{username:\"alice\",password:\"123\"}",
          "{\"username\":\"alice\",\"password\":123}",
          "{\"username\":[\"alice\"],\"password\":\"123\"}",
          "{\"username\":\"alice\",\"password\":{\"value\":\"123\"}}",
          "{\"username\":\"alice\",\"password\":\"123\",\"more\":{\"a\":[]}}",
          "{\"username\":\"alice\",\"password\":\"123\",\"more\":1e999999999}",
          "{\"username\":\"alice\\x\",\"password\":\"123\"}",
          "{\"username\":\"al\nice\",\"password\":\"123\"}",
          "\uFEFF{\"username\":\"alice\",\"password\":\"123\"}",
          "username=alice&password=123");

  private final WireClient client;

  BodiesIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  @ParameterizedTest
  @FieldSource("MALFORMED_JSON")
  void malformedJson_isRefused(String body) {
    assertMalformed("/api/login", JSON, body.getBytes(UTF_8));
    assertMalformed("/api/refresh", JSON, body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"username\":\"bob\",\"username\":\"alice\",\"password\":\"123\"}",
        "{\"username\":\"alice\",\"username\":\"alice\",\"password\":\"123\"}",
        "{\"username\":\"alice\",\"\\u0075sername\":\"alice\",\"password\":\"123\"}",
        "{\"username\":\"alice\",\"password\":\"123\",\"password\":null}",
        "{\"username\":\"alice\",\"password\":\"123\",\"x\":\"1\",\"x\":\"1\"}"
      })
  @Tag("X19")
  void jsonNameTwice_isRefused(String body) {
    assertMalformed("/api/login", JSON, body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username=bob&username=alice&password=123",
        "username=alice&password=123&password=123",
        "username=alice&user%6eame=alice&password=123",
        "username=alice&password=123&x&x"
      })
  @Tag("X19")
  void formFieldTwice_isRefused(String body) {
    assertMalformed("/api/login", FORM, body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username=alice&password=%",
        "username=alice&password=%1",
        "username=alice&password=%zz",
        "username=alice&password=%ff",
        "username=%c0%afalice&password=123",
        "username=%ed%a0%80&password=123"
      })
  void undecodableForm_isRefused(String body) {
    assertMalformed("/api/login", FORM, body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00e9", "\u00ff", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f8"})
  void invalidUtf8_isRefused(String bytes) {
    String json = "{\"username\":\"alice\",\"password\":\"123" + bytes + "\"}";

    assertMalformed("/api/login", JSON, json.getBytes(ISO_8859_1));
    assertMalformed("/api/login", FORM, ("username=alice&password=" + bytes).getBytes(ISO_8859_1));
  }

  @Test
  void otherUnicodeEncodings_areNotGuessed() {
    assertMalformed("/api/login", JSON, CREDENTIALS.getBytes(StandardCharsets.UTF_16));
    assertMalformed("/api/login", JSON, CREDENTIALS.getBytes(StandardCharsets.UTF_16LE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"username\":\"alice\"}",
        "{\"password\":\"123\"}",
        "{\"username\":\"\",\"password\":\"123\"}",
        "{\"username\":\"alice\",\"password\":\"\"}",
        "{\"username\":\"alice\",\"password\":null}",
        "{\"username\":\"alice\",\"user\":\"alice\",\"password\":\"123\"}",
        "{\"username\":\"alice\",\"password\":\"123\",\"pwd\":\"123\"}",
        "{\"Username\":\"alice\",\"Password\":\"123\"}"
      })
  void missingOrAmbiguousFields_areRefused(String body) {
    assertMalformed("/api/login", JSON, body.getBytes(UTF_8));
  }

  @Test
  void emptyBody_isRefused() {
    assertThat(client.post("/api/login").send()).isProblem(400, "malformed-request");
    assertThat(client.post("/api/login").json("").send()).isProblem(400, "malformed-request");
    assertThat(client.post("/api/login").form("").send()).isProblem(400, "malformed-request");
  }

  @Test
  void credentialsInTheQuery_areNotRead() {
    assertThat(client.post("/api/login?username=alice&password=123").send())
        .isProblem(400, "malformed-request");
    assertThat(client.post("/api/login?username=alice").form("password=123").send())
        .isProblem(400, "malformed-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/json",
        "application/xml",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-8; charset=utf-16",
        "application/jsonp",
        "json",
        ";",
        ""
      })
  @Tag("X2")
  void otherMediaType_isRefused(String type) {
    for (String path : new String[] {"/api/login", "/api/refresh"}) {
      assertThat(client.post(path).body(type, CREDENTIALS.getBytes(UTF_8)).send())
          .isProblem(415, "unsupported-media-type");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=utf-8",
        "application/json; charset=\"UTF-8\"",
        "application/json; profile=x"
      })
  void jsonInUtf8_isRead(String type) {
    assertThat(client.post("/api/login").body(type, CREDENTIALS.getBytes(UTF_8)).send())
        .hasStatus(200);
  }

  @Test
  void bodyOfEightKibibytes_isRead_oneByteMoreIsNot() {
    assertThat(client.post("/api/login").json(padded(LARGEST)).send()).hasStatus(200);
    assertThat(client.post("/api/login").json(padded(LARGEST + 1)).send())
        .isProblem(413, "body-too-large");
  }

  @Test
  void unannouncedLength_isHeldToTheSameLimit() {
    assertThat(chunked(LARGEST)).hasStatus(200);
    assertThat(chunked(LARGEST + 1)).isProblem(413, "body-too-large");
    assertThat(chunked(100 * LARGEST)).isProblem(413, "body-too-large");
  }

  @Test
  void nestedTooDeep_isRefused() {
    String deep = "{\"a\":" + "[".repeat(4000) + "]".repeat(4000) + "}";

    assertMalformed("/api/login", JSON, deep.getBytes(UTF_8));
  }

  private WireAnswer chunked(int length) {
    return client.post("/api/login").chunked(JSON, padded(length).getBytes(UTF_8)).send();
  }

  private static String padded(int length) {
    return CREDENTIALS + " ".repeat(length - CREDENTIALS.length());
  }

  private void assertMalformed(String path, String type, byte[] body) {
    assertThat(client.post(path).body(type, body).send())
        .isProblem(400, "malformed-request")
        .hasNoHeader("Set-Cookie");
    assertThat(client.post("/api/login").json(ALICE.credentials()).send()).hasStatus(200);
  }
}
