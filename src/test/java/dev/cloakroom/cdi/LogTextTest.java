package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoginFailed;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("G6")
class LogTextTest {

  /** Code points in hexadecimal, since a source file cannot show most of them. */
  @ParameterizedTest
  @CsvSource({
    "a,     \\u000a", "d,     \\u000d", "9,     \\u0009", "0,     \\u0000", "1b,    \\u001b",
    "7f,    \\u007f", "85,    \\u0085", "9b,    \\u009b", "2028,  \\u2028", "2029,  \\u2029",
    "202e,  \\u202e", "2066,  \\u2066", "200f,  \\u200f", "200b,  \\u200b", "feff,  \\ufeff",
    "d800,  \\ud800", "dfff,  \\udfff", "e000,  \\ue000", "5c,    \\u005c", "e0001, \\udb40\\udc01"
  })
  void encode_whatCouldLeaveTheLine_isEscaped(String point, String encoded) {
    String text = "a" + Character.toString(Integer.parseInt(point, 16)) + "b";

    assertThat(LogText.encode(text)).isEqualTo("a" + encoded + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "alice", "O'Brien \"x\" <y>", "J\u00fcrgen", "\u4e2d\u6587", "\ud83d\ude00"})
  void encode_readableText_stays(String text) {
    assertThat(LogText.encode(text)).isEqualTo(text);
  }

  @Test
  void longName_ofAFailedLogin_isCut() {
    String name = "\n".repeat(7_900);
    LoginFailed failed = new LoginFailed(name, "192.0.2.1", "invalid-credentials", Instant.EPOCH);

    assertThat(failed.callerName()).isEqualTo("\n".repeat(256) + "\u2026");
    assertThat(LogText.encode(failed.toString()).length()).isLessThan(2_000);
  }

  @Test
  void longName_isNotCutInsideACharacter() {
    String name = "a".repeat(255) + "\ud83d\ude00".repeat(10);

    assertThat(new LoginFailed(name, "", "", Instant.EPOCH).callerName())
        .isEqualTo("a".repeat(255) + "\u2026");
  }

  @Test
  void encode_escapeThatSomebodySpells_isNotTakenForOne() {
    assertThat(LogText.encode("\\u000a")).isNotEqualTo(LogText.encode("\n"));
  }

  @Test
  void encode_eventWithAForgedLine_isOneLine() {
    LoginFailed event =
        new LoginFailed(
            "x\r\n2026 INFO LoggedIn[callerName=admin]\u001b[2K", "::1", "why", Instant.EPOCH);

    assertThat(LogText.encode(event.toString()))
        .doesNotContain("\n", "\r", "\u001b")
        .contains("x\\u000d\\u000a2026 INFO", "1970-01-01T00:00:00Z");
  }
}
