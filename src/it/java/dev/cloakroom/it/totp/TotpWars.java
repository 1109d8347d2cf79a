package dev.cloakroom.it.totp;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.it.totp.app.FactorPage;
import dev.cloakroom.it.totp.members.MemberTable;
import dev.cloakroom.readme.AuthenticatorApp;
import dev.cloakroom.readme.FactorAlarm;
import dev.cloakroom.readme.MemberFactors;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application with factors in a table of their own, one with its own table, and one without. */
final class TotpWars implements Wars {
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        war("totp.war")
            .setting("cloakroom.factor.data-source", "java:comp/DefaultDataSource")
            .setting("cloakroom.sql.create-schema", "true")
            .setting("cloakroom.sql.table-prefix", "totp_it_")
            .setting("cloakroom.keys.secret", SECRET)
            .archive(),
        war("totp-own-table.war")
            .classes(MemberFactors.class, MemberTable.class)
            .setting("cloakroom.keys.secret", SECRET)
            .archive(),
        war("totp-without-key.war").classes(MemberFactors.class).archive(),
        war("totp-nowhere.war").archive());
  }

  private static ProbeWar war(String name) {
    return ProbeWar.bare(name)
        .classes(ProbeIdentityStore.class, AuthenticatorApp.class, FactorAlarm.class)
        .classesBeside(FactorPage.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }
}
