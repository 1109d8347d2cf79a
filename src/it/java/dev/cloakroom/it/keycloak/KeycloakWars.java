package dev.cloakroom.it.keycloak;

import dev.cloakroom.it.issuer.app.ForeignTokensResource;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.scoped.Basket;
import dev.cloakroom.readme.Readme;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application behind Keycloak, with the settings that the README gives. */
final class KeycloakWars {
  private static final String ISSUER = "cloakroom.issuers.keycloak.issuer";

  private KeycloakWars() {}

  static WebArchive behind(String realm) throws IOException {
    ProbeWar war =
        ProbeWar.named("behind-keycloak.war")
            .classesBeside(Basket.class)
            .classesBeside(ForeignTokensResource.class)
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto");
    Properties readme = readme();
    readme.stringPropertyNames().forEach(key -> war.setting(key, readme.getProperty(key)));
    return war.setting(ISSUER, realm).archive();
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
