package dev.cloakroom.it.testkit;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.it.testkit.app.ShopApplication;
import dev.cloakroom.testing.DriverJars;
import dev.cloakroom.testing.RedisProcess;
import dev.cloakroom.testkit.FakeIssuer;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Applications with the kit, without it, with it by mistake, with a store that others share, and
 * with all of it guarded, the door too.
 */
public final class TestkitWars implements Wars {

  /** The kit, as the build makes it. */
  static final Path KIT = Path.of(System.getProperty("cloakroom.testkit"));

  /** Whose tokens the first application takes. */
  static final FakeIssuer PARTNER = FakeIssuer.start("shop");

  /** What the door of the second one asks for. */
  static final String SECRET = "a-secret-of-this-suite";

  @Override
  public List<WebArchive> in(Path folder) {
    ProbeWar shop = tested("kit-shop.war");
    PARTNER.settings("partner").forEach(shop::setting);
    return List.of(
        shop.archive(),
        tested("kit-guarded.war").setting("cloakroom-testkit", SECRET).guarded().archive(),
        shared().archive(),
        war("kit-absent.war").setting("cloakroom-testkit", "on").archive(),
        war("kit-unmeant.war").library(KIT).archive());
  }

  /** One whose store others may have, too. */
  private static ProbeWar shared() {
    ProbeWar war =
        tested("kit-shared.war")
            .setting("cloakroom.store", "redis")
            .setting("cloakroom.redis.uri", RedisProcess.shared().uri());
    DriverJars.jedis().forEach(war::library);
    return war;
  }

  /** One with the kit, whose door is open. */
  static ProbeWar tested(String name) {
    return war(name).library(KIT).setting("cloakroom-testkit", "on");
  }

  private static ProbeWar war(String name) {
    return ProbeWar.bare(name)
        .classes(ProbeIdentityStore.class)
        .classesBeside(ShopApplication.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }
}
