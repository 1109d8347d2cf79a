package dev.cloakroom.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {

  @Test
  void parse_fields_areDecodedInOrder() {
    assertThat(parse("user=alice&password=a%2Bb+c%3D&na%6De=%C3%A4"))
        .isEqualTo(fields("user", "alice", "password", "a+b c=", "name", "ä"));
  }

  @Test
  @Tag("P3")
  void parse_password_isExactlyWhatWasSent() {
    assertThat(parse("p=+%20a%00%0D%0A%F0%9F%98%80=b")).isEqualTo(fields("p", "  a\u0000\r\n😀=b"));
  }

  @Test
  void parse_emptyPartsAndValues_areRead() {
    assertThat(parse("")).isEqualTo(new FormBody.Fields(Map.of()));
    assertThat(parse("&a&b=&=c&")).isEqualTo(fields("a", "", "b", "", "", "c"));
  }

  @Test
  void parse_utf8WithoutEscapes_isDecoded() {
    assertThat(parse("a=ä€")).isEqualTo(fields("a", "ä€"));
  }

  @Tag("X19")
  @ParameterizedTest
  @ValueSource(strings = {"a=1&a=2", "a=1&a=1", "a=1&b=2&%61=3", "a&a", "=1&=2"})
  void parse_nameTwice_isRefused(String body) {
    assertThat(parse(body)).isEqualTo(FormBody.Refused.DUPLICATE_NAME);
  }

  @Test
  @Tag("X19")
  void parse_namesThatDifferInCase_areTwoFields() {
    assertThat(parse("a=1&A=2")).isEqualTo(fields("a", "1", "A", "2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%4&b=1",
        "%=a",
        "a=%-1",
        "a=%ff",
        "a=%C0%AF",
        "a=%ED%A0%80",
        "a=%C3&b=%A4"
      })
  void parse_badEscapeOrNotUtf8_isRefused(String body) {
    assertThat(parse(body)).isEqualTo(FormBody.Refused.INVALID_ENCODING);
  }

  @Test
  void parse_latin1Bytes_isRefused() {
    assertThat(FormBody.parse("a=ä".getBytes(ISO_8859_1)))
        .isEqualTo(FormBody.Refused.INVALID_ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&", "=", "%41", "a=&"})
  @Timeout(5)
  void parse_hostileLength_isLinear(String piece) {
    assertThat(parse(piece.repeat(300_000))).isNotNull();
  }

  @Test
  @Tag("G5")
  void toString_fields_showsNeitherNamesNorValues() {
    assertThat(parse("geheim=geheim").toString()).doesNotContain("geheim");
  }

  private static FormBody parse(String body) {
    return FormBody.parse(body.getBytes(UTF_8));
  }

  private static FormBody fields(String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new FormBody.Fields(values);
  }
}
