package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ResponseCookiesTest {
  private final FakeResponse response = new FakeResponse();

  @Test
  @Tag("C6")
  void put_replacesTheCookieOfThatNameAndNoOther() {
    ResponseCookies.put(response, "a=1; Path=/");
    ResponseCookies.put(response, "b=1");
    ResponseCookies.put(response, "a=2");

    assertThat(response.cookies()).containsExactly("b=1", "a=2");
  }

  /** Browsers keep both, and so does the filter of an application that sets both. */
  @Test
  void put_ofAnotherPathOrDomain_isAnotherCookie() {
    ResponseCookies.put(response, "a=1; Path=/");
    ResponseCookies.put(response, "a=1; Path=/b");
    ResponseCookies.put(response, "a=1; Path=/; Domain=shop.test");
    ResponseCookies.put(response, "a=2; path=/; domain=SHOP.test");

    assertThat(response.cookies())
        .containsExactly("a=1; Path=/", "a=1; Path=/b", "a=2; path=/; domain=SHOP.test");
  }

  @Test
  @Tag("C8")
  void put_namesInAnotherCase_areOtherCookies() {
    ResponseCookies.put(response, "a=1");
    ResponseCookies.put(response, "A=2");

    assertThat(response.cookies()).containsExactly("a=1", "A=2");
  }

  @Test
  void rewrite_responseWithoutCookies_asksNothing() {
    ResponseCookies.rewrite(
        response,
        present -> {
          throw new AssertionError(present);
        });

    assertThat(response.containsHeader("Set-Cookie")).isFalse();
  }

  @Test
  void rewrite_putsAllInPlaceOfAll() {
    response.addHeader("Set-Cookie", "a=1");
    response.addHeader("Set-Cookie", "b=1");

    ResponseCookies.rewrite(response, present -> List.of("c=1", "d=1", "e=1"));

    assertThat(response.cookies()).containsExactly("c=1", "d=1", "e=1");
  }
}
