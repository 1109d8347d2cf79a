package dev.cloakroom.it.issuer;

import dev.cloakroom.it.issuer.app.ForeignTokensResource;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.scoped.Basket;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR that takes the tokens of other issuers. */
final class IssuerWars implements Wars {
  /** The one that most tests need; it is always up. */
  static final FakeIssuer KEYCLOAK = FakeIssuer.started();

  /** The same, with callers who are the application's own, and groups of its own stores. */
  static final FakeIssuer SHARED = FakeIssuer.started();

  /** One that changes its keys. */
  static final FakeIssuer ROTATING = FakeIssuer.started();

  /** One that comes and goes. */
  static final FakeIssuer SHAKY = FakeIssuer.started();

  /** One that is down when the application starts. */
  static final FakeIssuer LATE = new FakeIssuer();

  @Override
  public List<WebArchive> in(Path folder) {
    ProbeWar war =
        ProbeWar.named("behind-issuers.war")
            .classesBeside(Basket.class)
            .classesBeside(ForeignTokensResource.class)
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto");
    KEYCLOAK.addTo(war, "keycloak");
    SHARED
        .addTo(war, "shared")
        .setting("cloakroom.issuers.shared.callers", "shared")
        .setting("cloakroom.issuers.shared.groups-from-stores", "true");
    ROTATING.addTo(war, "rotating");
    SHAKY.addTo(war, "shaky");
    LATE.addTo(war, "late");
    return List.of(war.archive());
  }
}
