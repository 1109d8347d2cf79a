package dev.cloakroom.web;

import static dev.cloakroom.web.BodyAssert.assertUnreadable;
import static dev.cloakroom.web.BodyAssert.fields;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.testing.FakeRequest;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that somebody has read before the endpoint. */
class ReadBodyTest {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final FakeRequest request = FakeRequest.post("/login");

  /** What a container gives once it was asked for a parameter. */
  private static HttpServletRequest parsed(FakeRequest sent, String... namesAndValues) {
    Map<String, String[]> parameters = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put(namesAndValues[i], namesAndValues[i + 1].split(",", -1));
    }
    return new HttpServletRequestWrapper(form(sent)) {
      @Override
      public Map<String, String[]> getParameterMap() {
        return parameters;
      }
    };
  }

  private static FakeRequest form(FakeRequest sent) {
    return sent.getContentType() == null ? sent.header("Content-Type", FORM) : sent;
  }

  /** What a filter gives that has read the body as text. */
  private static HttpServletRequest reread(FakeRequest sent, String text) {
    return new HttpServletRequestWrapper(sent) {
      @Override
      public ServletInputStream getInputStream() {
        throw new IllegalStateException("the reader is in use");
      }

      @Override
      public BufferedReader getReader() {
        return new BufferedReader(new StringReader(text));
      }
    };
  }

  @Test
  void form_thatTheContainerHasRead_isRead() throws IOException {
    request.setCharacterEncoding("UTF-8");

    assertThat(RequestBody.of(parsed(request, "username", "alice", "password", "& =€+%")))
        .isEqualTo(fields(Map.of("username", "alice", "password", "& =€+%")));
  }

  @Test
  void form_readAsAnotherEncoding_isReadAsUtf8() throws IOException {
    String misread = new String("grüße €".getBytes(UTF_8), ISO_8859_1);

    assertThat(RequestBody.of(parsed(request, "password", misread)))
        .isEqualTo(fields(Map.of("password", "grüße €")));
    assertUnreadable(RequestBody.of(parsed(request, "password", "ü")), Reason.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"username=mallory", "a&user%6Eame=mallory&b=%zz", "username", "x=1&username=%"})
  @Tag("B2")
  void form_readTogetherWithTheQuery_hasNoFieldOfThat(String query) throws IOException {
    assertThat(RequestBody.of(parsed(request.query(query), "username", "mallory,alice")))
        .isEqualTo(fields(Map.of("username", "alice")));
    assertThat(RequestBody.of(parsed(request, "username", "mallory"))).isEqualTo(fields(Map.of()));
  }

  @Test
  @Tag("B2")
  void form_readTogetherWithTheQueriesOfAForward_hasNoFieldOfThose() throws IOException {
    request.query("username=one");
    request.setAttribute(RequestDispatcher.FORWARD_QUERY_STRING, "username=two");

    assertThat(RequestBody.of(parsed(request, "username", "one,two"))).isEqualTo(fields(Map.of()));
    request.setAttribute(RequestDispatcher.FORWARD_QUERY_STRING, "username=one");
    assertThat(RequestBody.of(parsed(request, "username", "one,alice")))
        .isEqualTo(fields(Map.of("username", "alice")));
  }

  @Test
  @Tag("B2")
  void form_readTogetherWithAQueryThatCannotBeDecoded_isMalformed() throws IOException {
    assertUnreadable(
        RequestBody.of(parsed(request.query("user%=x"), "username", "alice")),
        Reason.MALFORMED_REQUEST);
  }

  @Test
  @Tag("X19")
  void form_thatTheContainerHasRead_hasEachFieldOnce() throws IOException {
    assertUnreadable(
        RequestBody.of(parsed(request, "username", "alice,alice")), Reason.MALFORMED_REQUEST);
  }

  @Test
  @Tag("P10")
  void form_thatTheContainerHasRead_isHeldToTheSameLimit() throws IOException {
    assertUnreadable(
        RequestBody.of(parsed(request, "password", "x".repeat(8192))), Reason.BODY_TOO_LARGE);
    assertThat(RequestBody.of(parsed(request, "password", "x".repeat(8000))))
        .isInstanceOf(RequestBody.Fields.class);
  }

  @Test
  void form_thatTheContainerCannotRead_isMalformed() throws IOException {
    HttpServletRequest broken =
        new HttpServletRequestWrapper(form(request)) {
          @Override
          public Map<String, String[]> getParameterMap() {
            throw new IllegalStateException("as Servlet 6.1 has it");
          }
        };

    assertUnreadable(RequestBody.of(broken), Reason.MALFORMED_REQUEST);
  }

  @Test
  void form_inAnEncodingThatDoesNotExist_isMalformed() throws IOException {
    request.setCharacterEncoding("none such");

    assertUnreadable(
        RequestBody.of(parsed(request, "username", "alice")), Reason.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON, FORM})
  void body_handedOnAsAReader_isRead(String type) throws IOException {
    String text = type.equals(JSON) ? "{\"a\":\"ü\"}" : "a=%C3%BC";

    assertThat(RequestBody.of(reread(request.header("Content-Type", type), text)))
        .isEqualTo(fields(Map.of("a", "ü")));
  }

  @Test
  @Tag("P10")
  void body_handedOnAsAReader_isHeldToTheSameLimit() throws IOException {
    request.header("Content-Type", JSON);

    assertUnreadable(
        RequestBody.of(reread(request, " ".repeat(9000) + "{}")), Reason.BODY_TOO_LARGE);
    assertThat(RequestBody.of(reread(request, " ".repeat(8190) + "{}")))
        .isEqualTo(fields(Map.of()));
  }

  @Test
  @Tag("G7")
  void json_thatSomebodyKeepsForHimself_isTheServersFault() throws IOException {
    request.header("Content-Type", JSON);

    assertThat(RequestBody.of(request)).isEqualTo(fields(Map.of()));
    assertUnreadable(RequestBody.of(request.declaring(9)), Reason.MISCONFIGURED_SERVER);
  }
}
