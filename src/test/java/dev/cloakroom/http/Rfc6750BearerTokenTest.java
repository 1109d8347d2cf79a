package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 2.1: the Authorization request header field. */
@Tag("B1")
class Rfc6750BearerTokenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer mF_9.B5f-4.1JqM",
        "bearer mF_9.B5f-4.1JqM",
        "BEARER    mF_9.B5f-4.1JqM",
        " Bearer mF_9.B5f-4.1JqM\t"
      })
  void parse_tokenOfTheRfc_isTheToken(String header) {
    assertThat(BearerToken.parse(header)).isEqualTo(new BearerToken.Token("mF_9.B5f-4.1JqM"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0-._~+/", "abc=", "abc=="})
  void parse_wholeGrammar_isTheToken(String token) {
    assertThat(BearerToken.parse("Bearer " + token)).isEqualTo(new BearerToken.Token(token));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer =",
        "Bearer a=b",
        "Bearer a b",
        "Bearer a,b",
        "Bearer a, Bearer b",
        "Bearer \"a\"",
        "Bearer a\u0000",
        "Bearer ä",
        "Bearer\ta",
        "Bearer, a",
        "Bearer:a",
        "Bearer/a"
      })
  void parse_somethingElseAfterTheScheme_isMalformed(String header) {
    assertThat(BearerToken.parse(header)).isEqualTo(BearerToken.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic YTpi", "Bearerx a", "Bear a", "DPoP a", "a"})
  void parse_anotherScheme_isNotOurs(String header) {
    assertThat(BearerToken.parse(header)).isEqualTo(BearerToken.OTHER_SCHEME);
  }

  @Test
  void parse_8192Characters_isTheToken() {
    String token = "a".repeat(8192);

    assertThat(BearerToken.parse("Bearer " + token)).isEqualTo(new BearerToken.Token(token));
  }

  @Test
  void parse_8193Characters_isMalformed() {
    assertThat(BearerToken.parse("Bearer " + "a".repeat(8193))).isEqualTo(BearerToken.MALFORMED);
  }

  @Test
  void of_noHeader_isAbsent() {
    assertThat(BearerToken.of(Collections.emptyEnumeration())).isEqualTo(BearerToken.ABSENT);
    assertThat(BearerToken.of(null)).isEqualTo(BearerToken.ABSENT);
  }

  @Test
  void of_oneHeader_isParsed() {
    assertThat(of("Bearer a")).isEqualTo(new BearerToken.Token("a"));
  }

  @Test
  @Tag("B3")
  void of_twoHeaders_isRepeatedWhateverTheySay() {
    assertThat(of("Bearer a", "Bearer a")).isEqualTo(BearerToken.REPEATED);
    assertThat(of("Basic YTpi", "Bearer a")).isEqualTo(BearerToken.REPEATED);
  }

  @Test
  @Tag("G5")
  void toString_token_isMasked() {
    assertThat(BearerToken.parse("Bearer geheim").toString()).doesNotContain("geheim");
  }

  private static BearerToken of(String... headers) {
    return BearerToken.of(Collections.enumeration(List.of(headers)));
  }
}
