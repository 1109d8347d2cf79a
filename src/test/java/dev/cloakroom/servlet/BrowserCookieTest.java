package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what a browser is known that asks for a one-time token. */
class BrowserCookieTest {
  private static final String NAME = "__Host-sid-browser";
  private static final String ID = "AAAAAAAAAAAAAAAAAAAAAA";

  private final TestApplication app = new TestApplication();
  private final BrowserCookie cookie =
      new BrowserCookie(app.policy, app.crossOrigin, app.random::tokenId);
  private final FakeResponse response = new FakeResponse();

  @Test
  @Tag("C1")
  @Tag("C2")
  @Tag("C3")
  void known_byNothingYet_isGivenACookieOfThisHost_once() {
    FakeRequest request = FakeRequest.get("/forgotten");
    String id = cookie.known(request, response);

    assertThat(cookie.known(request, response)).isEqualTo(id);
    assertThat(response.cookies()).hasSize(1);
    String header = response.cookies().get(0);
    assertThat(header).startsWith(NAME + "=" + id + "; ").doesNotContain("Max-Age", "Domain");
    assertThat(header.split("; ", -1)).contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void known_byItsCookie_keepsIt() {
    FakeRequest request = FakeRequest.get("/forgotten").cookie(NAME + "=" + ID);

    assertThat(cookie.known(request, response)).isEqualTo(ID);
    assertThat(cookie.of(request)).isEqualTo(ID);
    assertThat(response.cookies()).isEmpty();
  }

  /** Such a page could have its reader's browser ask for a link that logs its own author in. */
  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  @Tag("X1")
  void known_whereAPageOfAnotherOriginAsks_namesNoBrowser(String site) {
    FakeRequest forged = FakeRequest.post("/asked").header("Sec-Fetch-Site", site);
    FakeRequest known =
        FakeRequest.post("/asked").header("Sec-Fetch-Site", site).cookie(NAME + "=" + ID);

    assertThat(cookie.known(forged, response)).matches("[A-Za-z0-9_-]{22}");
    assertThat(cookie.known(known, response)).isNotEqualTo(ID).hasSize(22);
    assertThat(cookie.of(known)).isNull();
    assertThat(response.cookies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  @Tag("X1")
  void known_whereAPageOfThisOriginAsks_namesIt(String site) {
    FakeRequest first = FakeRequest.post("/asked").header("Sec-Fetch-Site", site);
    String given = cookie.known(first, response);
    FakeRequest next =
        FakeRequest.post("/opened").header("Sec-Fetch-Site", site).cookie(NAME + "=" + given);

    assertThat(response.cookies()).hasSize(1);
    assertThat(cookie.of(next)).isEqualTo(given);
  }

  @Test
  void of_whatIsNoCookieOfOurs_isNothing() {
    assertThat(cookie.of(FakeRequest.get("/"))).isNull();
    assertThat(cookie.of(FakeRequest.get("/").cookie(NAME + "=short"))).isNull();
    assertThat(cookie.of(FakeRequest.get("/").cookie("__Host-sid-csrf=" + ID))).isNull();
    assertThat(cookie.of(FakeRequest.get("/").cookie(NAME + "=" + ID + "; " + NAME + "=B" + ID)))
        .isNull();
  }

  @Test
  void known_afterTheAnswerHasBegun_isSaidToBeImpossible() throws IOException {
    response.flushBuffer();

    assertThatThrownBy(() -> cookie.known(FakeRequest.get("/forgotten"), response))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("Ask for it before anything is written.");
  }

  @Test
  void name_isOurs_soThatNobodyElseSetsIt() {
    assertThat(app.policy.isOurs(NAME)).isTrue();
    assertThat(app.policy.isOurs("__Host-sid-csrf")).isTrue();
    assertThat(app.policy.isOurs("__Host-sid-other")).isFalse();
  }
}
