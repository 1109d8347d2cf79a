package dev.cloakroom.it.proxied;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.it.proxied.app.ConnectionPage;
import dev.cloakroom.readme.Readme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The probe, which differs in whom it trusts: the tests come from the server's own address. */
final class ProxiedWars implements Wars {
  private static final String TRUSTED = "cloakroom.trusted-proxies";

  @Override
  public List<WebArchive> in(Path folder) throws IOException {
    return List.of(
        served("proxied.war")
            .setting(TRUSTED, ofTheReadme())
            .setting("cloakroom.hsts", "P365D")
            .archive(),
        served("standard.war")
            .setting(TRUSTED, "127.0.0.1,10.0.0.2")
            .setting("cloakroom.trusted-proxies.headers", "forwarded")
            .archive(),
        served("elsewhere.war").setting(TRUSTED, "10.0.0.0/8").archive(),
        served("direct.war").archive(),
        served("advised.war").archive());
  }

  /** What the README says to write: this address, and others. */
  private static String ofTheReadme() throws IOException {
    return Readme.blocks("properties").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(TRUSTED + "="))
        .map(line -> line.substring(TRUSTED.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static ProbeWar served(String name) {
    return ProbeWar.named(name)
        .classes(ConnectionPage.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.login.page", "/login.html")
        .setting("cloakroom.cookie.secure", "auto");
  }
}
