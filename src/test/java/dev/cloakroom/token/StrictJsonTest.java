package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  @Test
  void parse_everyKindOfValue_isRead() {
    assertThat(
            parse(
                " { \"s\" : \"t\" ,\"n\":-12,\"d\":1.5e1,\"b\":[true,false,null,{}],\"o\":"
                    + "{\"a\":[]},\"big\":12345678901234567890}\r\n\t"))
        .hasValue(
            Map.of(
                "s",
                "t",
                "n",
                -12L,
                "d",
                new BigDecimal("1.5e1"),
                "b",
                List.of(true, false, JsonNull.NULL, Map.of()),
                "o",
                Map.of("a", List.of()),
                "big",
                new BigDecimal("12345678901234567890")));
  }

  @Test
  void parse_escapes_areRead() {
    assertThat(parse("{\"a\":\"x\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00é😀\"}"))
        .hasValue(Map.of("a", "x\"\\/\b\f\n\r\té😀é😀"));
  }

  @Test
  void parse_result_isImmutableAtAllDepths() {
    Map<String, Object> read = parse("{\"a\":{\"b\":[1]},\"c\":[1]}").orElseThrow();

    assertThat(read).isUnmodifiable();
    assertThat(read.get("a")).asInstanceOf(MAP).isUnmodifiable();
    assertThat(read.get("c")).asInstanceOf(LIST).isUnmodifiable();
  }

  @ParameterizedTest
  @Tag("J14")
  @ValueSource(
      strings = {
        "{'a':1,'a':1}",
        "{'a':1,'b':2,'a':null}",
        "{'a':null,'a':1}",
        "{'a':1,'\\u0061':2}",
        "{'x':{'a':1,'a':2}}",
        "{'x':[[{'a':1,'a':2}]]}"
      })
  void parse_aNameTwice_isRefusedAtAnyDepth(String json) {
    assertThat(parse(quoted(json))).isEmpty();
  }

  @ParameterizedTest
  @Tag("J14")
  @ValueSource(strings = {"{'a':1,'A':1}", "{'a':{'a':{'a':1}}}", "{'x':[{'a':1},{'a':2}]}"})
  void parse_aNameInAnotherObject_isAccepted(String json) {
    assertThat(parse(quoted(json))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[]",
        "1",
        "null",
        "'a'",
        "{}{}",
        "{} x",
        "{}\u0000",
        "\uFEFF{}",
        "\u00a0{}",
        "{'a'}",
        "{'a':}",
        "{'a':1,}",
        "{,'a':1}",
        "{'a' 1}",
        "{a:1}",
        "{'a':1 'b':2}",
        "{'a':[1,]}",
        "{'a':[1 2]}",
        "{'a':[,1]}",
        "{'a':[1}"
      })
  void parse_structureThatIsNotJson_isRefused(String json) {
    assertThat(parse(quoted(json))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':01}",
        "{'a':-}",
        "{'a':+1}",
        "{'a':.5}",
        "{'a':1.}",
        "{'a':1e}",
        "{'a':1e999999999}",
        "{'a':0x10}",
        "{'a':١}",
        "{'a':NaN}",
        "{'a':Infinity}",
        "{'a':True}",
        "{'a':tru}",
        "{'a':nul",
        "{'a':'",
        "{'a':'b",
        "{'a':'\\",
        "{'a':'\\x41'}",
        "{'a':'\\u12'}",
        "{'a':'\\u12g4'}",
        "{'a':'\\u١١١١'}",
        "{'a':'\n'}",
        "{'a':'\u0000'}",
        "{/**/}",
        "{}//"
      })
  void parse_valueThatIsNotJson_isRefused(String json) {
    assertThat(parse(quoted(json))).isEmpty();
  }

  @Test
  void parse_aNumberOfThousandsOfDigits_isRefused() {
    assertThat(parse("{\"a\":" + "9".repeat(31) + "}")).isPresent();
    assertThat(parse("{\"a\":" + "9".repeat(4000) + "}")).isEmpty();
  }

  @Test
  void parse_nesting_isBounded() {
    assertThat(parse(nested(StrictJson.MAX_DEPTH - 1))).isPresent();
    assertThat(parse(nested(StrictJson.MAX_DEPTH))).isEmpty();
    assertThat(parse("{\"a\":" + "[".repeat(100_000))).isEmpty();
    assertThat(parse("{\"a\":".repeat(100_000))).isEmpty();
  }

  @Test
  @Tag("J16")
  void parse_bytesThatAreNotUtf8_isRefused() {
    assertThat(parse("{\"a\":\"é\"}")).isPresent();
    assertThat(StrictJson.parseObject("{\"a\":\"é\"}".getBytes(ISO_8859_1))).isEmpty();
    assertThat(withBytes(0xc0, 0xa2)).as("overlong").isEmpty();
    assertThat(withBytes(0xed, 0xa0, 0x80)).as("surrogate").isEmpty();
    assertThat(withBytes(0xf4, 0x90, 0x80, 0x80)).as("beyond Unicode").isEmpty();
    assertThat(withBytes(0xe2, 0x82)).as("cut short").isEmpty();
    assertThat(withBytes(0xe2, 0x82, 0xac)).as("whole").isPresent();
  }

  @ParameterizedTest
  @Tag("J16")
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud83dx", "x\\ude00"})
  void parse_halfASurrogatePair_isRefused(String escape) {
    assertThat(parse("{\"a\":\"" + escape + "\"}")).isEmpty();
  }

  private static Optional<Map<String, Object>> withBytes(int... bytes) {
    byte[] json = "{\"a\":\"????\"}".getBytes(UTF_8);
    byte[] cut = new byte[6 + bytes.length + 2];
    System.arraycopy(json, 0, cut, 0, 6);
    for (int i = 0; i < bytes.length; i++) {
      cut[6 + i] = (byte) bytes[i];
    }
    cut[cut.length - 2] = '"';
    cut[cut.length - 1] = '}';
    return StrictJson.parseObject(cut);
  }

  private static String nested(int arrays) {
    return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static Optional<Map<String, Object>> parse(String json) {
    return StrictJson.parseObject(json.getBytes(UTF_8));
  }
}
