package dev.cloakroom.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.it.DemoDeployment;
import dev.cloakroom.it.browser.app.Journal;
import dev.cloakroom.it.factor.app.NumberFactor;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The same application, which differs in what its cookie and pages of another site may do; and, at
 * the root, the demo.
 */
final class BankWars implements Wars {
  /** As an installation has it: {@code SameSite=Lax}. */
  static final String LAX = "bank";

  /** With {@code SameSite=Strict}. */
  static final String STRICT = "strict";

  /** With {@code SameSite=None}: the browser sends it with whatever any page asks for. */
  static final String NONE = "none";

  /** For all subdomains. */
  static final String SHARED = "shared";

  /** With CSRF tokens. */
  static final String TOKENS = "tokens";

  /** With the test kit, for browsers by plain HTTP. */
  static final String TESTED = "tested";

  private static final String SETTINGS = "WEB-INF/classes/META-INF/microprofile-config.properties";
  private static final String CREDENTIALS = "cloakroom.cors.allow-credentials";
  private static final String SAME_SITE = "cloakroom.cookie.same-site";
  private static final Pattern PAGE = Pattern.compile("```html\n(<!doctype.*?)```", Pattern.DOTALL);

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        paged(bank(LAX)),
        paged(bank(STRICT).setting(SAME_SITE, "Strict")),
        paged(bank(NONE).setting(SAME_SITE, "None")),
        paged(bank(SHARED).setting("cloakroom.cookie.domain", Site.BANK.host())),
        paged(framed("cors-none")),
        paged(friendly("cors-none-plain").setting(SAME_SITE, "None").setting(CREDENTIALS, "false")),
        paged(friendly("cors-lax")),
        paged(bank(TOKENS).setting("cloakroom.csrf", "token")),
        paged(friendly("cors-lax-plain").setting(CREDENTIALS, "false")),
        paged(framed("apart").setting("cloakroom.cookie.partitioned", "on")),
        paged(
            bank(TESTED)
                .library(Path.of(System.getProperty("cloakroom.testkit")))
                .setting("cloakroom-testkit", "on")
                .setting("cloakroom.cookie.secure", "auto")),
        demo());
  }

  /** What its launcher would tell it: a key, and by which origins its page of another one comes. */
  private static WebArchive demo() {
    WebArchive demo = DemoDeployment.demo();
    String origins =
        AnotherDoor.origin(Site.SUBDOMAIN) + "," + AnotherDoor.origin(Site.FRIEND) + "\n";
    try (InputStream settings =
        Objects.requireNonNull(demo.get(SETTINGS), SETTINGS).getAsset().openStream()) {
      return demo.add(
          new StringAsset(
              new String(settings.readAllBytes(), UTF_8)
                  + "cloakroom.keys.secret=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
                  + "cloakroom.cors.shared.allowed-origins="
                  + origins
                  + "cloakroom.cors.listed.allowed-origins="
                  + origins),
          SETTINGS);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ProbeWar bank(String name) {
    return ProbeWar.bare(name + ".war")
        .classes(ProbeIdentityStore.class, NumberFactor.class)
        .classesBeside(Journal.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.login.page", "/login.html")
        .setting("cloakroom.login.default-target", "/declared/account");
  }

  /** One that pages of another site may read. */
  private static ProbeWar friendly(String name) {
    return bank(name)
        .setting("cloakroom.cors.allowed-origins", OtherSites.origin(Site.FRIEND))
        .setting("cloakroom.cors.allowed-headers", "X-Wish");
  }

  /** One whose pages these may show in a frame, too, with a cookie that can come along. */
  private static ProbeWar framed(String name) {
    return friendly(name)
        .setting(SAME_SITE, "None")
        .setting("cloakroom.frame-ancestors", OtherSites.origin(Site.FRIEND));
  }

  private static WebArchive paged(ProbeWar war) {
    return war.archive().addAsWebResource(new StringAsset(loginPage()), "login.html");
  }

  /** The one of the recipes. */
  private static String loginPage() {
    try {
      String recipes = Files.readString(Path.of("src/docs/recipes.md"));
      return PAGE.matcher(recipes).results().findFirst().orElseThrow().group(1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
