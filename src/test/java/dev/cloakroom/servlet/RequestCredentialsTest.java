package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.RequestCredential.ShownTicket;
import dev.cloakroom.servlet.RequestCredential.ShownToken;
import dev.cloakroom.servlet.RequestCredential.Unusable;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.RawToken;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which credential counts, by what stands in the two headers. */
class RequestCredentialsTest {
  private static final String TICKET = "a".repeat(22) + "." + "b".repeat(43);
  private static final String OTHER = "c".repeat(22) + "." + "d".repeat(43);
  private static final RequestCredential AMBIGUOUS_COOKIES =
      new Unusable(Refusal.cookie(Reason.AMBIGUOUS_CREDENTIALS));

  private final RequestCredentials credentials = new TestApplication().credentials;

  private static FakeRequest request(List<String> authorization, List<String> cookies) {
    FakeRequest request = FakeRequest.get("/page");
    authorization.forEach(value -> request.header("Authorization", value));
    cookies.forEach(request::cookie);
    return request;
  }

  private RequestCredential in(List<String> authorization, List<String> cookies) {
    return credentials.in(request(authorization, cookies));
  }

  private static String sid(String ticket) {
    return "__Host-sid=" + ticket;
  }

  private static RequestCredential ticket(String text) {
    return new ShownTicket(Objects.requireNonNull(Ticket.parse(text)));
  }

  @Test
  void in_neither_isNothing() {
    assertThat(in(List.of(), List.of())).isEqualTo(RequestCredential.NONE);
    assertThat(in(List.of(), List.of("theme=dark"))).isEqualTo(RequestCredential.NONE);
  }

  @Test
  @Tag("B1")
  void in_bearer_isTheToken() {
    assertThat(in(List.of("Bearer abc"), List.of())).isEqualTo(new ShownToken(new RawToken("abc")));
  }

  @Test
  @Tag("J23")
  void in_bearer_saysWhereItCameFrom() {
    FakeRequest request = request(List.of("Bearer abc"), List.of()).from("192.0.2.9", "x.example");

    assertThat(((ShownToken) credentials.in(request)).token().from()).isEqualTo("192.0.2.9");
  }

  @Test
  void in_cookie_isTheTicket() {
    assertThat(in(List.of(), List.of("theme=dark; " + sid(TICKET)))).isEqualTo(ticket(TICKET));
  }

  @Test
  void in_bearerAndCookie_isTheBearer() {
    assertThat(in(List.of("Bearer abc"), List.of(sid(TICKET))))
        .isEqualTo(new ShownToken(new RawToken("abc")));
  }

  @Test
  void in_malformedBearerAndCookie_isNotTheCookie() {
    assertThat(in(List.of("Bearer a b"), List.of(sid(TICKET))))
        .isEqualTo(new Unusable(Refusal.bearer(Reason.INVALID_TOKEN)));
  }

  @Test
  void in_otherSchemeAndCookie_isTheCookie() {
    assertThat(in(List.of("Basic YTpi"), List.of(sid(TICKET)))).isEqualTo(ticket(TICKET));
  }

  @Test
  @Tag("B3")
  void in_twoAuthorizationHeaders_isAmbiguousWhateverTheyAre() {
    RequestCredential ambiguous = new Unusable(Refusal.bearer(Reason.AMBIGUOUS_CREDENTIALS));

    assertThat(in(List.of("Bearer a", "Bearer b"), List.of())).isEqualTo(ambiguous);
    assertThat(in(List.of("Bearer a", "Bearer a"), List.of())).isEqualTo(ambiguous);
    assertThat(in(List.of("Bearer a", "Basic YTpi"), List.of(sid(TICKET)))).isEqualTo(ambiguous);
  }

  @Test
  @Tag("C7")
  void in_twoDifferentTickets_isAmbiguousInOneHeaderOrTwo() {
    assertThat(in(List.of(), List.of(sid(TICKET) + "; " + sid(OTHER))))
        .isEqualTo(AMBIGUOUS_COOKIES);
    assertThat(in(List.of(), List.of(sid(OTHER), sid(TICKET)))).isEqualTo(AMBIGUOUS_COOKIES);
    assertThat(in(List.of(), List.of("theme=dark", sid(TICKET)))).isEqualTo(ticket(TICKET));
  }

  @Test
  @Tag("S4")
  void in_cookieThatIsNoTicket_isInvalid() {
    assertThat(in(List.of(), List.of(sid("anything"))))
        .isEqualTo(new Unusable(Refusal.cookie(Reason.INVALID_TOKEN)));
  }

  @ParameterizedTest
  @CsvSource({
    "__host-sid, names are compared as they are written",
    "sid,        the plain name does not count where the prefix is due",
    "__Host-sid2, another name"
  })
  @Tag("C8")
  void in_cookieOfAnotherName_isNothing(String name, String why) {
    assertThat(in(List.of(), List.of(name + "=" + TICKET)))
        .as(why)
        .isEqualTo(RequestCredential.NONE);
  }

  @Test
  void in_plainHttp_readsThePlainNameOnlyIfSettingsAllowIt() {
    RequestCredentials auto =
        new TestApplication(Map.of("cloakroom.cookie.secure", "auto")).credentials;
    FakeRequest plain = FakeRequest.get("/page").plain().cookie("sid=" + TICKET);

    assertThat(auto.in(plain)).isEqualTo(ticket(TICKET));
    assertThat(credentials.in(plain)).isEqualTo(RequestCredential.NONE);
  }

  @Test
  void inCookie_looksPastTheBearer() {
    assertThat(credentials.inCookie(request(List.of("Bearer abc"), List.of(sid(TICKET)))))
        .isEqualTo(ticket(TICKET));
  }
}
