package dev.cloakroom.it.openid;

import dev.cloakroom.it.issuer.app.ForeignTokensResource;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.scoped.Basket;
import dev.cloakroom.readme.Readme;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications that take the tokens of others. */
final class OpenIdWars {
  private static final String ISSUER = "cloakroom.issuers.keycloak.issuer";

  private OpenIdWars() {}

  /** One behind Keycloak, with the settings that the README gives. */
  static WebArchive behind(String realm) throws IOException {
    ProbeWar war = probe("behind-keycloak.war");
    Properties readme = readme();
    readme.stringPropertyNames().forEach(key -> war.setting(key, readme.getProperty(key)));
    return war.setting(ISSUER, realm).archive();
  }

  /** One that asks Keycloak about its tokens, as the README says. */
  static WebArchive asking(String realm) {
    String prefix = "cloakroom.issuers.keycloak.";
    return probe("asking-keycloak.war")
        .setting(ISSUER, realm)
        .setting(prefix + "audience", "shop-api")
        .setting(prefix + "groups-claim", "realm_access/roles")
        .setting(prefix + "check", "introspection")
        .setting(prefix + "introspection-cache", "PT2S")
        .setting(prefix + "client-id", "shop-api")
        .setting(prefix + "client-secret", "secret-shop-api")
        .archive();
  }

  /** One for tokens by these algorithms. */
  static WebArchive taking(String name, String issuer, String algorithms) {
    String prefix = "cloakroom.issuers." + name + ".";
    return probe("taking-" + name + ".war")
        .setting(prefix + "issuer", issuer)
        .setting(prefix + "audience", "shop-api")
        .setting(prefix + "algorithms", algorithms)
        .archive();
  }

  private static ProbeWar probe(String name) {
    return ProbeWar.named(name)
        .classesBeside(Basket.class)
        .classesBeside(ForeignTokensResource.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }

  private static Properties readme() throws IOException {
    Properties settings = new Properties();
    for (String block : Readme.blocks("properties")) {
      if (block.contains(ISSUER)) {
        settings.load(new StringReader(block));
      }
    }
    return settings;
  }
}
