package dev.cloakroom.it.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages of others that have a browser ask for a link, or open one: nobody is to be logged in so as
 * whoever wrote the page.
 */
@OnServerWith(OneTimeWars.class)
class ForgedLinksIT {
  private static final String SITE = "Sec-Fetch-Site";
  private static final String BROWSER = "sid-browser";

  private final ProbeClient server;
  private final MailedLinks links;

  ForgedLinksIT(ServerProcess process) {
    server = ProbeClient.over(process.server()).another("recipes/");
    links = new MailedLinks(server);
  }

  private static HttpResponse<String> ask(ProbeClient browser, String name) {
    return browser.post(MailedLinks.ASK, Map.of("name", name));
  }

  private static int open(ProbeClient browser, String token) {
    return browser.post(MailedLinks.OPEN, Map.of("token", token)).statusCode();
  }

  /** The reader of such a page is then sent the link. */
  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  @Tag("X1")
  void link_thatAPageOfOthersAskedFor_isGoodInNoBrowser(String site) throws Exception {
    String name = "member-mallory-" + site;
    ProbeClient reader = server.another();
    HttpResponse<String> asked = ask(reader.copy().header(SITE, site), name);
    String token = links.token(name);

    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(open(reader, token)).isEqualTo(401);
    assertThat(open(server.another(), token)).isEqualTo(401);
  }

  /** Its reader's browser is known already, since they asked for a link of their own. */
  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  @Tag("X1")
  void link_thatAPageOfOthersAskedForInABrowserThatIsKnown_isNotGoodThere(String site)
      throws Exception {
    String name = "member-trudy-" + site;
    ProbeClient reader = server.another();
    ask(reader, "member-reader");
    assertThat(reader.cookie(BROWSER)).isNotNull();
    ask(reader.copy().header(SITE, site), name);

    assertThat(open(reader, links.token(name))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  @Tag("X1")
  void link_thatAPageOfOthersOpens_logsNobodyIn_andIsNotUsedUp(String site) throws Exception {
    String name = "member-opening-" + site;
    ProbeClient reader = server.another();
    ask(reader, name);
    String token = links.token(name);

    assertThat(open(reader.copy().header(SITE, site), token)).isEqualTo(401);
    assertThat(open(reader, token)).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  @Tag("X1")
  void link_thatAPageOfOursAskedForAndOpens_logsIn(String site) throws Exception {
    String name = "member-ours-" + site;
    ProbeClient reader = server.another().header(SITE, site);
    ask(reader, name);

    assertThat(reader.cookie(BROWSER)).isNotNull();
    assertThat(open(reader, links.token(name))).isEqualTo(204);
  }
}
