package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X14")
class LocalTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/start",
        "/a/b/",
        "/a?x=y&z=%20",
        "/a?next=https://example.org//x",
        "/a#part",
        "/%C3%A4",
        "/a..b/.c",
        "/a?b=%0A%0d%00%5C%25%2F..",
        "/a?b=100%&c=%zz%",
        "/a?b=\\\\evil.example\\",
        "/a?b=/../..//c",
        "/a?b={|}^`[]'",
        "/a#%5C",
        "/a:b@c"
      })
  void parse_pathOfThisServer_isTheTarget(String text) {
    assertThat(LocalTarget.parse(text)).contains(new LocalTarget(text));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "start",
        "?x",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "\\\\evil.example",
        "/a\\b",
        "/%5Cevil.example",
        "/%5cevil.example",
        "/%2Fevil.example",
        "/%2f/evil.example",
        "/a//b",
        "/.//evil.example"
      })
  void parse_perhapsAnotherHost_isEmpty(String text) {
    assertThat(LocalTarget.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..//evil.example",
        "/a/../b",
        "/a/..",
        "/%2e%2E/b",
        "/./a",
        "https://evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        " /start",
        "/a b",
        "/\t/evil.example",
        "/\n/evil.example",
        "/a\r\nSet-Cookie: x=y",
        "/%0d%0aSet-Cookie:x=y",
        "/%00",
        "/%7f",
        "/%",
        "/%4",
        "/%zz",
        "/%-1",
        "/ä",
        "/\u2028"
      })
  void parse_anythingElse_isEmpty(String text) {
    assertThat(LocalTarget.parse(text)).isEmpty();
  }

  @Test
  void parse_7168Characters_isTheTarget() {
    assertThat(LocalTarget.parse("/" + "a".repeat(7167))).isPresent();
    assertThat(LocalTarget.parse("/" + "a".repeat(7168))).isEmpty();
  }

  @Test
  void pathAndQuery_areThoseOfTheText() {
    LocalTarget target = new LocalTarget("/a/b?c=d?e#f?g");

    assertThat(target.path()).isEqualTo("/a/b");
    assertThat(target.query()).isEqualTo("c=d?e");
    assertThat(new LocalTarget("/a#b?c").query()).isEmpty();
    assertThat(new LocalTarget("/a").query()).isEmpty();
    assertThat(new LocalTarget("/a?").query()).isEmpty();
  }

  @Test
  void constructor_notLocal_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LocalTarget("//evil.example"));
  }
}
