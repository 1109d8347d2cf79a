package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Outcome;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code @Inject JsonWebToken} where the server has no MicroProfile JWT of its own: WildFly without
 * the subsystem, which still has the API, and Open Liberty without the feature, which has not. From
 * Payara Micro and GlassFish it cannot be taken out; they run this as they are. {@link InjectionIT}
 * shows the same on all four with it.
 */
class WithoutMpJwtIT {
  private static ServerProcess process;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    process = ServerProcess.in(folder.resolve("it"), Variant.WITHOUT_MP_JWT);
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  private static ProbeWar set(ProbeWar war) {
    return war.setting("cloakroom.path", "/auth").setting("cloakroom.cookie.secure", "auto");
  }

  @Test
  void token_isInjected() throws Exception {
    ProbeWar war = set(ProbeWar.named("asking.war"));
    if (RunningServer.name().equals("openliberty")) {
      war.library(api());
    }
    assertThat(process.deploy(war.archive())).isEqualTo(Outcome.STARTED);
    ProbeClient client = ProbeClient.over(process.server()).another("asking/");

    String token = client.login("admin-asking").getString("accessToken");

    JsonObject shown = client.another().bearer(token).json("api/caller").getJsonObject("token");
    assertThat(shown.getString("name")).isEqualTo("admin-asking");
    assertThat(shown.getString("raw")).isEqualTo(token);
    assertThat(client.json("api/caller").getJsonObject("token").getString("raw")).isEmpty();
  }

  @Test
  void applicationThatAsksForNone_logsInByCookieAndToken() throws Exception {
    ProbeWar war = set(ProbeWar.bare("plain.war")).classes(ProbeIdentityStore.class);
    assertThat(process.deploy(war.archive())).isEqualTo(Outcome.STARTED);
    ProbeClient client = ProbeClient.over(process.server()).another("plain/");

    String token = client.login("user-plain").getString("accessToken");

    assertThat(client.get("auth/session").statusCode()).isEqualTo(200);
    assertThat(client.another().bearer(token).get("auth/session").statusCode()).isEqualTo(200);
    assertThat(client.another().get("auth/session").statusCode()).isEqualTo(401);
  }

  private static Path api() throws Exception {
    return Path.of(JsonWebToken.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
