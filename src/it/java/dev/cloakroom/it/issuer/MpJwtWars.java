package dev.cloakroom.it.issuer;

import dev.cloakroom.it.issuer.claims.ClaimsResource;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application of MicroProfile JWT, with its settings: by the header, by a cookie, and without
 * its key.
 */
final class MpJwtWars implements Wars {
  static final FakeIssuer ISSUER = FakeIssuer.started();

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        war("mp-jwt-header.war").archive(),
        war("mp-jwt-cookie.war")
            .setting("mp.jwt.token.header", "Cookie")
            .setting("mp.jwt.token.cookie", "jwt")
            .archive(),
        war("mp-jwt-keyless.war")
            .setting("mp.jwt.verify.publickey.location", "/no/such/key.pem")
            .archive());
  }

  private static ProbeWar war(String name) {
    return ProbeWar.named(name)
        .classesBeside(ClaimsResource.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto")
        .setting("mp.jwt.verify.issuer", ISSUER.name())
        .setting("mp.jwt.verify.publickey.location", ISSUER.keysAddress());
  }
}
