package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.Relay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One application of {@link BankWars} as browsers reach it: by the name of its {@link Site}, and by
 * HTTPS, which ends before the server as it does at a proxy.
 *
 * @param base its address, ending in a slash
 * @param client one that the server takes for somebody else
 */
record Bank(String base, ProbeClient client) {
  static final String CALLER = "user-ann";

  private static final Map<RunningServer, Relay> RELAYS = new ConcurrentHashMap<>();
  private static final Await SOON = Await.atMost(Duration.ofSeconds(10));

  /** The application of this name. */
  static Bank of(RunningServer server, String name) {
    return new Bank(
        origin(server, Site.BANK) + "/" + name + "/", ProbeClient.over(server).another(name + "/"));
  }

  /** The origin that all applications of a server have by the name of a site. */
  static String origin(RunningServer server, Site site) {
    int port = RELAYS.computeIfAbsent(server, Bank::relay).port();
    return "https://" + site.host() + ":" + port;
  }

  private static Relay relay(RunningServer server) {
    return Relay.to(
        server.http().getPort(), Certificates.OF_THESE_TESTS.sites().getServerSocketFactory());
  }

  /** The address of a path. */
  String url(String path) {
    return base + path;
  }

  /** The address of a path, with a mark by which the journal knows it. */
  String marked(String path) {
    return url(path) + "?mark=" + UUID.randomUUID();
  }

  /**
   * What comes of a script in the page that a browser shows, which knows the module as {@code
   * cloakroom}, and an address of this application as {@code address}.
   */
  String run(Browser browser, String path, String script) {
    return browser.run(
        "const [module, address] = arguments; return import(module).then(async (cloakroom) => {"
            + script
            + "});",
        url("auth/cloakroom.js"),
        url(path));
  }

  /** Has a browser show its login page, for scripts. */
  Bank shownIn(Browser browser) {
    browser.open(url("login.html"));
    return this;
  }

  /** As {@link #run}, with the address of the account, which is the caller's alone. */
  String account(Browser browser, String script) {
    return run(browser, "api/account", script);
  }

  /** Logs in on the login page. */
  void logIn(Browser browser) {
    browser
        .open(url("login.html"))
        .fillIn(Map.of("username", CALLER, "password", "pw-" + CALLER))
        .send();
    assertThat(browser.textWith("balance")).contains("balance of " + CALLER);
  }

  /**
   * What the application has noted of an address, once the answer to it is on its way; nothing if
   * it is not asked for within some seconds.
   */
  List<String> journal(String marked) throws InterruptedException {
    return SOON.until(
        () -> journalSoFar(marked), lines -> lines.stream().anyMatch(Bank::isOfAnAnswer));
  }

  private static boolean isOfAnAnswer(String line) {
    return line.matches("[A-Z]+ [0-9]+ .*");
  }

  /** What it has noted by now. */
  List<String> journalSoFar(String marked) {
    String mark = marked.substring(marked.indexOf('=') + 1);
    return client.get("journal?of=" + mark).body().lines().toList();
  }
}
