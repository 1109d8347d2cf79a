package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import dev.cloakroom.it.process.Wars;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * {@code @Inject JsonWebToken} where the server has no MicroProfile JWT of its own: WildFly without
 * the subsystem, which still has the API, and Open Liberty without the feature, which has not. From
 * Payara Micro and GlassFish it cannot be taken out; they run this as they are. {@link InjectionIT}
 * shows the same on all four with it.
 */
@OnServerWith(value = WithoutMpJwtIT.Applications.class, variant = Variant.WITHOUT_MP_JWT)
class WithoutMpJwtIT {
  private final ProbeClient asking;
  private final ProbeClient notAsking;

  WithoutMpJwtIT(ServerProcess process) {
    asking = ProbeClient.over(process.server()).another("claims/");
    notAsking = asking.another("../not-asking/");
  }

  /** One that injects the token, and one that does not; Open Liberty's first brings the API. */
  static final class Applications implements Wars {
    @Override
    public List<WebArchive> in(Path folder) throws IOException {
      Path key = PemKey.in(folder);
      ProbeWar asking = set(ProbeWar.named("claims.war"), key);
      if (RunningServer.name().equals("openliberty")) {
        asking.library(api());
      }
      ProbeWar notAsking = set(ProbeWar.bare("not-asking.war"), key);
      return List.of(asking.archive(), notAsking.classes(ProbeIdentityStore.class).archive());
    }

    private static ProbeWar set(ProbeWar war, Path key) {
      return war.setting("cloakroom.keys.location", key.toString())
          .setting("cloakroom.path", "/auth")
          .setting("cloakroom.cookie.secure", "auto");
    }

    private static Path api() {
      try {
        return Path.of(
            JsonWebToken.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      } catch (URISyntaxException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  @Test
  void token_isInjected() {
    String token = asking.login("admin-asking").getString("accessToken");

    JsonObject shown = asking.another().bearer(token).json("api/caller").getJsonObject("token");
    assertThat(shown.getString("name")).isEqualTo("admin-asking");
    assertThat(shown.getString("raw")).isEqualTo(token);
    assertThat(asking.json("api/caller").getJsonObject("token").getString("raw")).isEmpty();
  }

  @Test
  void applicationThatAsksForNone_logsInByCookieAndToken() {
    String token = notAsking.login("user-plain").getString("accessToken");

    assertThat(notAsking.get("auth/session").statusCode()).isEqualTo(200);
    assertThat(notAsking.another().bearer(token).get("auth/session").statusCode()).isEqualTo(200);
    assertThat(notAsking.another().get("auth/session").statusCode()).isEqualTo(401);
  }
}
