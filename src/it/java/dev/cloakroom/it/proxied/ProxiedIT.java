package dev.cloakroom.it.proxied;

import static dev.cloakroom.it.proxied.ProxiedClient.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A proxy that ends the encryption, rewrites {@code Host}, and says so: at an application that
 * trusts it, and at others. The client is 192.0.2.99, and claims to be 203.0.113.66.
 */
@OnServerWith(ProxiedWars.class)
@Tag("X15")
class ProxiedIT {
  private static final String ORIGIN = "Origin: https://shop.test";
  private static final String[] X_FORWARDED = {
    "X-Forwarded-For: 203.0.113.66, 192.0.2.99",
    "X-Forwarded-Proto: https",
    "X-Forwarded-Host: shop.test"
  };

  private static final String FORWARDED =
      "Forwarded: for=203.0.113.66;host=evil.test, for=\"192.0.2.99:4711\";proto=https;host=shop.test";

  private final ServerProcess process;
  private final ServerLog log;
  private final ProxiedClient trusted;
  private final ProxiedClient direct;

  ProxiedIT(ServerProcess process) {
    this.process = process;
    this.log = process.log();
    this.trusted = ProxiedClient.of(process, "proxied/", X_FORWARDED);
    this.direct = ProxiedClient.of(process, "direct/", X_FORWARDED);
  }

  private static String cookie(RawExchange answer) {
    assertThat(answer.status()).as(answer.text()).isIn(200, 303);
    assertThat(answer.cookies()).hasSize(1);
    return answer.cookies().get(0);
  }

  private static String addressOfALogin(ProxiedClient client) {
    RawExchange answer = client.login("user-address");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return session(answer).getString("address");
  }

  @Test
  @Tag("C1")
  void cookie_isSecure_whereATrustedProxySaysThatTheClientCameByHttps() {
    String cookie = cookie(trusted.login("user-cookie"));
    assertThat(cookie).startsWith("__Host-sid=").contains("; Secure");
    String pair = "Cookie: " + cookie.substring(0, cookie.indexOf(';'));

    assertThat(trusted.with(pair).get("declared/caller").status()).isEqualTo(200);
    assertThat(ProxiedClient.of(process, "proxied/", pair).get("declared/caller").status())
        .isEqualTo(401);
    assertThat(cookie(direct.login("user-cookie"))).startsWith("sid=").doesNotContain("Secure");
  }

  @Test
  @Tag("X5")
  @Tag("X6")
  void pageOfTheHostThatTheClientAsked_isTheApplicationsOwn() {
    assertThat(trusted.with(ORIGIN).login("user-own").status()).isEqualTo(200);
    assertThat(trusted.with("Origin: " + trusted.backend()).login("user-own").status())
        .isEqualTo(403);
    assertThat(trusted.with("Origin: http://shop.test").login("user-own").status()).isEqualTo(403);

    assertThat(direct.with(ORIGIN).login("user-own").status()).isEqualTo(403);
    assertThat(direct.with("Origin: " + direct.backend()).login("user-own").status())
        .isEqualTo(200);
  }

  @Test
  void addressOfALogin_isTheClients() throws Exception {
    assertThat(addressOfALogin(trusted)).isEqualTo("192.0.2.99");
    assertThat(addressOfALogin(direct)).isEqualTo("127.0.0.1");

    trusted.login("user-heard-proxied", "wrong");
    direct.login("user-heard-direct", "wrong");
    log.textWith("LoginFailed[callerName=user-heard-direct");
    assertThat(log.linesWith("callerName=user-heard-proxied"))
        .singleElement()
        .asString()
        .contains("address=192.0.2.99");
    assertThat(log.linesWith("callerName=user-heard-direct"))
        .singleElement()
        .asString()
        .contains("address=127.0.0.1");
  }

  @Test
  @Tag("X14")
  void loginForm_leadsBackToWhereTheClientCameFrom() {
    String page = "Referer: https://shop.test/%s/login.html?next=%%2F%1$s%%2Fconnection%%3Fa";

    RawExchange known = trusted.with(page.formatted("proxied")).sendForm("user-form");
    RawExchange unknown = direct.with(page.formatted("direct")).sendForm("user-form");

    assertThat(known.status()).isEqualTo(303);
    assertThat(known.values("Location")).containsExactly("/proxied/connection?a");
    assertThat(unknown.status()).isEqualTo(303);
    assertThat(unknown.values("Location")).containsExactly("/direct/");
  }

  @Test
  void visitor_isLedToTheLoginPageByItsPathAlone() {
    RawExchange answer = trusted.with("Accept: text/html").get("declared/caller");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.values("Location"))
        .containsExactly("/proxied/login.html?next=%2Fproxied%2Fdeclared%2Fcaller");
  }

  @ParameterizedTest
  @ValueSource(strings = {"connection", "declared/caller", "auth/session", "nowhere"})
  @Tag("X12")
  void hsts_isDemandedOfWhoCameByHttps_whereItIsSet(String path) {
    ProxiedClient plain = ProxiedClient.of(process, "proxied/", "X-Forwarded-Proto: http");

    assertThat(trusted.get(path).values("Strict-Transport-Security"))
        .containsExactly("max-age=31536000");
    assertThat(plain.get(path).values("Strict-Transport-Security")).isEmpty();
    assertThat(direct.get(path).values("Strict-Transport-Security")).isEmpty();
  }

  /** A guest changes nothing: that is the server's to say. */
  @ParameterizedTest
  @ValueSource(strings = {"proxied", "direct"})
  void whatTheApplicationAsksItsRequest_isWhatTheServerSays(String application) {
    ProxiedClient client = ProxiedClient.of(process, application + "/", X_FORWARDED);

    assertThat(client.get("connection").text())
        .contains(
            client.backend() + "/" + application + "/connection from 127.0.0.1 in plain text");
  }

  @ParameterizedTest
  @CsvSource({"direct/", "elsewhere/"})
  void whoeverIsNotTrusted_changesNothing(String application) {
    ProxiedClient liar = ProxiedClient.of(process, application, X_FORWARDED).with(FORWARDED);

    assertThat(addressOfALogin(liar)).isEqualTo("127.0.0.1");
    assertThat(cookie(liar.login("user-liar"))).startsWith("sid=");
    assertThat(liar.with(ORIGIN).login("user-liar").status()).isEqualTo(403);
  }

  @Test
  void headersOfTheKindThatIsNotSet_changeNothing() {
    ProxiedClient byStandard = ProxiedClient.of(process, "standard/", FORWARDED);
    ProxiedClient byOthers = ProxiedClient.of(process, "standard/", X_FORWARDED);

    assertThat(addressOfALogin(byStandard)).isEqualTo("192.0.2.99");
    assertThat(byStandard.with(ORIGIN).login("user-kind").status()).isEqualTo(200);
    assertThat(cookie(byStandard.login("user-kind"))).startsWith("__Host-sid=");

    assertThat(addressOfALogin(byOthers)).isEqualTo("127.0.0.1");
    assertThat(byOthers.with(ORIGIN).login("user-kind").status()).isEqualTo(403);
    assertThat(addressOfALogin(ProxiedClient.of(process, "proxied/", FORWARDED)))
        .isEqualTo("127.0.0.1");
    assertThat(addressOfALogin(trusted.with("Forwarded: for=203.0.113.66")))
        .isEqualTo("192.0.2.99");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.66,                              203.0.113.66",
    "'203.0.113.66, 192.0.2.99, 10.0.0.7',      192.0.2.99",
    "'203.0.113.66, 192.0.2.99:81, 10.0.0.7',   192.0.2.99",
    "'203.0.113.66, [2001:db8::1]:81, 10.0.0.7', 2001:db8:0:0:0:0:0:1",
    "'203.0.113.66, unknown',                   127.0.0.1",
    "'203.0.113.66, _hidden, 10.0.0.7',         10.0.0.7",
    "'203.0.113.66, localhost, 10.0.0.7',       10.0.0.7",
    "'203.0.113.66, \"',                        127.0.0.1",
    "'203.0.113.66, %0a, 10.0.0.7',             10.0.0.7",
    "',,,',                                     127.0.0.1"
  })
  void listOfClients_isReadFromTheRight(String list, String address) {
    assertThat(addressOfALogin(ProxiedClient.of(process, "proxied/", "X-Forwarded-For: " + list)))
        .isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for=203.0.113.66, for",
        "for=203.0.113.66, for=\"192.0.2.99",
        "for=203.0.113.66, for=192.0.2.99;for=192.0.2.98",
        "for=203.0.113.66, for=\"a\\\"",
        ";",
        "\"",
        "for=203.0.113.66, for=_hidden;host=\"a b\";proto=gopher"
      })
  void malformedElement_andWhatIsLeftOfIt_countForNothing(String header) {
    ProxiedClient client = ProxiedClient.of(process, "standard/", "Forwarded: " + header);

    assertThat(addressOfALogin(client)).isEqualTo("127.0.0.1");
    assertThat(cookie(client.login("user-odd"))).startsWith("sid=");
  }

  @Test
  void ownPageThatIsRefusedForWantOfTheSetting_isToldOfOnce() throws Exception {
    ProxiedClient client =
        ProxiedClient.of(
            process,
            "advised/",
            "X-Forwarded-Host: advised.test",
            "X-Forwarded-Proto: https",
            "Origin: https://advised.test");

    assertThat(client.login("user-advised").status()).isEqualTo(403);
    assertThat(client.post("auth/logout").status()).isEqualTo(403);

    assertThat(log.textWith("https://advised.test was refused"))
        .contains("cloakroom.trusted-proxies=127.0.0.1", "headers=x-forwarded");
    assertThat(log.linesWith("https://advised.test was refused")).hasSize(1);
  }
}
