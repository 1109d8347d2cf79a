package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserRequestTest {

  @ParameterizedTest
  @ValueSource(strings = {"Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest"})
  void isFromBrowser_headerThatOnlyBrowsersSend_isTrue(String header) {
    assertThat(BrowserRequest.isFromBrowser(Set.of("Accept", header)::contains)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"User-Agent", "Cookie", "Referer", "X-Requested-With"})
  void isFromBrowser_headerThatAnyClientSends_isFalse(String header) {
    assertThat(BrowserRequest.isFromBrowser(Set.of("Accept", header)::contains)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "TEXT/HTML;q=0.001",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "application/json, text/html;level=1;q=0.5",
        "application/xhtml+xml ; q=1.000",
        ",,text/html"
      })
  void acceptsHtml_htmlNamed_isTrue(String accept) {
    assertThat(BrowserRequest.acceptsHtml(accept)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "*/*",
        "text/*",
        "application/json",
        "text/html;q=0",
        "text/html; q=0.000",
        "text/html;Q=0.0",
        "text/html;q=",
        "text/html;q=2",
        "text/html;q=-1",
        "text/htmlx",
        ";;;,;,"
      })
  void acceptsHtml_htmlNotNamed_isFalse(String accept) {
    assertThat(BrowserRequest.acceptsHtml(accept)).isFalse();
  }
}
