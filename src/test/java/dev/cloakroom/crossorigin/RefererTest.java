package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.LocalTarget;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X14")
class RefererTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.test/a?b=c%0A",
        "http://shop.test/a?b=c%0A",
        "https://shop.test:443/a?b=c%0A"
      })
  void at_pageOfTheHost_isItsPathAndQuery(String url) {
    assertThat(Referer.at("shop.test", url))
        .map(Referer::target)
        .contains(new LocalTarget("/a?b=c%0A"));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "https://evil.test/a",
        "https://shop.test.evil.test/a",
        "https://shop.test@evil.test/a",
        "https://evil.test/https://shop.test/a",
        "https://shop.test",
        "https://shop.test//evil.test/",
        "https://shop.test/\\\\evil.test",
        "https://shop.test/%2f/evil.test",
        "//shop.test/a",
        "/a",
        "a://",
        "about:client"
      })
  void at_anythingElse_isEmpty(String url) {
    assertThat(Referer.at("shop.test", url)).isEmpty();
  }

  @Test
  void parameter_isDecoded() {
    Referer page = Referer.at("shop.test", "https://shop.test/in?next=%2Fa%3Fb%3D%2525&x").get();

    assertThat(page.parameter("next")).contains("/a?b=%25");
    assertThat(page.parameter("other")).isEmpty();
    assertThat(Referer.at("shop.test", "https://shop.test/in?next=%zz").get().parameter("next"))
        .isEmpty();
  }
}
