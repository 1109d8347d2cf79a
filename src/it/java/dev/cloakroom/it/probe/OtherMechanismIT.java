package dev.cloakroom.it.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.other.MpJwtApplication;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Applications that have a second way to log callers in; the log says what to remove. */
@OnServerWith(NeighbourWars.class)
class OtherMechanismIT {
  private static final String REFUSED = "the application has another authentication mechanism";
  private static final boolean LIBERTY = RunningServer.name().equals("openliberty");
  private static final boolean WILDFLY = RunningServer.name().equals("wildfly");

  private final ServerLog log;
  private final ProbeClient client;

  OtherMechanismIT(ServerProcess process) {
    this.log = process.log();
    this.client = ProbeClient.over(process.server());
  }

  private int loginTo(String war) {
    return client.another(war + "/").login("user-other", "pw-user-other").statusCode();
  }

  @Test
  void loginConfig_isNamedOnce_withWhatToRemove() throws IOException {
    assertThat(log.linesWith("Remove @LoginConfig from " + MpJwtApplication.class.getName()))
        .hasSize(1);
    assertThat(log.linesWith("Remove @LoginConfig from ")).hasSize(1);
  }

  /** WildFly would start it and fail each request, so we refuse it; Open Liberty does by itself. */
  @Test
  void loginConfig_isNoticedByTwoServers_thatThenDoNotStartTheApplication() throws IOException {
    assertThat(loginTo("login-config")).isEqualTo(WILDFLY || LIBERTY ? 404 : 200);
    assertThat(log.text().contains("CWWKS1931E: The login-config")).isEqualTo(LIBERTY);
    assertThat(log.text().contains("JWTHttpAuthenticationMechanism")).isEqualTo(WILDFLY);
  }

  /** Elsewhere each request would fail; Open Liberty refuses it, and says why, before we can. */
  @Test
  void secondMechanism_keepsTheApplicationFromStarting_andIsNamed() throws IOException {
    assertThat(loginTo("basic")).isEqualTo(404);
    assertThat(log.text())
        .containsPattern(
            LIBERTY
                ? "CWWKS1925E: .*BasicHttpAuthenticationMechanism"
                : REFUSED + ", .*BasicAuthenticationMechanismDefinition.*Remove it");
  }

  @Test
  void applicationsWithoutAnother_areNotSpokenOf() throws IOException {
    assertThat(loginTo("plain")).isEqualTo(200);
    // the server repeats what it was told, below the line of ours that is counted here
    assertThat(log.linesWith("Cloakroom does not start: " + REFUSED + ", ").isEmpty())
        .isEqualTo(LIBERTY);
    assertThat(log.text()).doesNotContain("did not ask Cloakroom's mechanism");
  }

  /** Ours is asked, and the one of the web.xml is not; Open Liberty wants no two. */
  @Test
  void loginConfigOfTheWebXml_isOverridden_orRefused() throws IOException {
    ProbeClient basic =
        client
            .another("web-xml-basic/")
            .header("Authorization", "Basic " + encoded("user-other:pw-user-other"));
    HttpResponse<String> anonymous = client.another("web-xml-basic/").get("auth/session");

    assertThat(loginTo("web-xml-basic")).isEqualTo(LIBERTY ? 404 : 200);
    assertThat(anonymous.statusCode()).isEqualTo(LIBERTY ? 404 : 401);
    assertThat(basic.get("auth/session").statusCode()).isEqualTo(LIBERTY ? 404 : 401);
    assertThat(log.text().contains("CWWKS1931E: The web-xml-basic")).isEqualTo(LIBERTY);
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
