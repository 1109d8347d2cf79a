package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C1")
@Tag("C2")
@Tag("C3")
class GuardedCookieTest {

  @ParameterizedTest
  @CsvSource({"a=b, a", "' a =b; c', a", "=a=b, a", "a, ''", "=a, ''", "'', ''"})
  void sentName_isWhatAServerReads(String header, String name) {
    assertThat(GuardedCookie.sentName(header)).isEqualTo(name);
  }

  @Test
  void headerValue_bareCookie_getsTheAttributes() {
    assertThat(guarded("JSESSIONID=abc.node1"))
        .isEqualTo("JSESSIONID=abc.node1; Secure; HttpOnly; SameSite=Lax");
  }

  @Test
  void headerValue_attributesInAnyCaseAndOrder_haveEachOnceAndLoseNothing() {
    String header =
        "JSESSIONID=abc;sameSITE=none;  HTTPONLY ;expires=Thu, 01 Jan 1970 00:00:00 GMT;"
            + "Max-Age=5;path=/app;SECURE=;Priority=High;Partitioned";

    assertThat(guarded(header))
        .isEqualTo(
            "JSESSIONID=abc; SameSite=Lax; HttpOnly; expires=Thu, 01 Jan 1970 00:00:00 GMT;"
                + " Max-Age=5; path=/app; Secure; Priority=High; Partitioned");
  }

  @Test
  void headerValue_sameSiteTwiceAsPayaraWritesIt_isThereOnce() {
    assertThat(guarded("JSESSIONID=abc; Path=/;SameSite=Lax;SameSite=Lax"))
        .isEqualTo("JSESSIONID=abc; Path=/; SameSite=Lax; Secure; HttpOnly");
  }

  @Test
  void headerValue_attributeTwice_lastOneCounts() {
    assertThat(GuardedCookie.parse("a=b; Path=/x; Path=/y").headerValue())
        .isEqualTo("a=b; Path=/y");
  }

  @Test
  void headerValue_sameSiteTwiceInAnotherCase_isThereOnce() {
    assertThat(guarded("a=b; SameSite=Lax; samesite=None; Secure; HttpOnly"))
        .isEqualTo("a=b; SameSite=Lax; Secure; HttpOnly");
  }

  @Test
  void headerValue_emptyParts_areDropped() {
    assertThat(GuardedCookie.parse("a=b;; ;=x; Path=/;").headerValue()).isEqualTo("a=b; Path=/");
  }

  @Test
  void headerValue_nothingAsked_keepsTheApplicationsAttributes() {
    assertThat(GuardedCookie.parse("a=\"b c\"; SameSite=Strict").headerValue())
        .isEqualTo("a=\"b c\"; SameSite=Strict");
  }

  @ParameterizedTest
  @CsvSource({
    "JSESSIONID=abc; Path=/,JSESSIONID",
    "' a = b=c',a",
    "a=,a",
    "nameless,''",
    "=value,''",
    "'; x=y',''",
    "'',''"
  })
  void name_anyHeader_isWhatABrowserTakes(String header, String name) {
    assertThat(GuardedCookie.name(header)).isEqualTo(name);
    assertThat(GuardedCookie.parse(header).name()).isEqualTo(name);
  }

  @Test
  @Timeout(5)
  void parse_hostileLength_isLinear() {
    StringBuilder header = new StringBuilder("a=b");
    for (int i = 0; i < 200_000; i++) {
      header.append(";x").append(i);
    }

    assertThat(GuardedCookie.parse(header.toString()).name()).isEqualTo("a");
  }

  @Test
  void parse_expiresOfOurOwn_roundTrips() {
    String header = SetCookie.of("a", "b").maxAge(Duration.ZERO, Instant.EPOCH).headerValue();

    assertThat(GuardedCookie.parse(header).headerValue()).isEqualTo(header);
  }

  @Test
  @Tag("G5")
  void toString_anyCookie_masksTheValue() {
    assertThat(GuardedCookie.parse("a=geheim; Path=/")).hasToString("a=***; Path=/");
  }

  private static String guarded(String header) {
    return GuardedCookie.parse(header).secure().httpOnly().sameSite(SameSite.LAX).headerValue();
  }
}
