package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4.2: what a client sends back. */
class Rfc6265bisCookieHeaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sid=abc",
        "other=x; sid=abc; more=y",
        "sid=abc;other=x",
        "  sid = abc  ",
        "\tsid=abc\t;",
        "sid=\"abc\"",
        ";;; ;sid=abc;;",
        "junk; =; =x; sid=abc; \"; {}",
        "xsid=no; sidx=no; sid=abc; si=no",
        "$Version=\"1\"; sid=\"abc\";$Path=\"/\";$Domain=\"localhost.local\""
      })
  void find_oneCookieOfTheName_isItsValue(String header) {
    assertThat(find(header)).isEqualTo(found("abc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "sid",
        "other=x",
        "xsid=abc",
        "sidx=abc",
        "other=sid=abc",
        "si=d",
        "$sid=abc"
      })
  void find_noCookieOfTheName_isAbsent(String header) {
    assertThat(find(header)).isEqualTo(CookieLookup.ABSENT);
  }

  @Tag("C8")
  @ParameterizedTest
  @ValueSource(strings = {"SID=abc", "Sid=abc", "\u2000sid=abc", "\u00a0sid=abc"})
  void find_nameThatOnlyLooksTheSame_isAbsent(String header) {
    assertThat(find(header)).isEqualTo(CookieLookup.ABSENT);
  }

  @Test
  @Tag("C8")
  void find_otherCaseBesideTheName_isNoConflict() {
    assertThat(find("SID=evil; sid=abc")).isEqualTo(found("abc"));
  }

  @Test
  @Tag("C7")
  void find_severalHeaders_allAreRead() {
    assertThat(find("a=b", "c=d; sid=abc", "e=f")).isEqualTo(found("abc"));
  }

  @Test
  @Tag("C7")
  void find_headersAsTheServletApiGivesThem_areReadAlike() {
    List<String> headers = List.of("a=b", "sid=abc");

    assertThat(CookieHeader.find(Collections.enumeration(headers), "sid")).isEqualTo(found("abc"));
    assertThat(CookieHeader.find(Collections.emptyEnumeration(), "sid"))
        .isEqualTo(CookieLookup.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sid=abc; sid=abd", "sid=abc; x=y; sid=", "sid=abc; sid=abcd", "sid=; sid=x"})
  @Tag("C7")
  void find_differentValues_isAConflict(String header) {
    assertThat(find(header)).isEqualTo(CookieLookup.CONFLICT);
  }

  @Test
  @Tag("C7")
  void find_differentValuesInTwoHeaders_isAConflictInEitherOrder() {
    assertThat(find("sid=abc", "sid=evil")).isEqualTo(CookieLookup.CONFLICT);
    assertThat(find("sid=evil", "sid=abc")).isEqualTo(CookieLookup.CONFLICT);
  }

  @Test
  @Tag("C7")
  void find_sameValueRepeated_countsAsOne() {
    assertThat(find("sid=abc; sid=\"abc\"", "sid=abc")).isEqualTo(found("abc"));
  }

  /** The "cookie sandwich": quotes of another cookie must not swallow ours. */
  @Test
  void find_quotesOfAnotherCookieAround_doNotHideOurs() {
    assertThat(find("$Version=1; a=\"start; sid=abc; b=end\"")).isEqualTo(found("abc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"abc", "abc\"", "\""})
  void find_oneQuoteOnly_isPartOfTheValue(String value) {
    assertThat(find("sid=" + value)).isEqualTo(found(value));
  }

  @Test
  void find_emptyValue_isFoundEmpty() {
    assertThat(find("sid=")).isEqualTo(found(""));
    assertThat(find("sid=\"\"")).isEqualTo(found(""));
  }

  @Test
  void find_valueWithEqualsAndComma_isWhole() {
    assertThat(find("sid=a=b,c; x=y")).isEqualTo(found("a=b,c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "=", " ", "sid", "sid;", "sid ", "\"", "sid=a;", "\t="})
  @Timeout(5)
  void find_hostileLength_isLinear(String piece) {
    assertThat(find(piece.repeat(1_000_000) + ";sid=end")).isNotEqualTo(CookieLookup.ABSENT);
  }

  @Test
  @Tag("G5")
  void toString_found_masksTheValue() {
    assertThat(found("geheim").toString()).doesNotContain("geheim");
  }

  private static CookieLookup find(String... headers) {
    return CookieHeader.find(List.of(headers), "sid");
  }

  private static CookieLookup found(String value) {
    return new CookieLookup.Found(value);
  }
}
