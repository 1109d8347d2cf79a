package dev.cloakroom.it.password;

import dev.cloakroom.it.password.app.AccountTable;
import dev.cloakroom.it.password.app.Accounts;
import dev.cloakroom.it.password.app.PepperedAccounts;
import dev.cloakroom.it.password.app.StoredPage;
import dev.cloakroom.it.password.app.TakenOverAccounts;
import dev.cloakroom.it.probe.Directory;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.ldap.DirectoryAddress;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.readme.ShopAccounts;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application with a table that it has taken over, one with a pepper, and one that takes names
 * as they are to a directory.
 */
final class PasswordWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        war("taken-over.war", TakenOverAccounts.class)
            .classes(ShopAccounts.class, dev.cloakroom.readme.Accounts.class)
            .setting("cloakroom.login.throttle.enabled", "false")
            .archive(),
        war("peppered.war", PepperedAccounts.class)
            .setting("cloakroom.password.pepper", "on")
            .setting("cloakroom.keys.secret", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
            .archive(),
        ProbeWar.bare("unsafe-directory.war")
            .classes(DirectoryAddress.class)
            .setting("cloakroom.login.ldap-safe", "off")
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto")
            .setting("probe.directory.url", Directory.url())
            .archive());
  }

  private static ProbeWar war(String name, Class<?> accounts) {
    return ProbeWar.bare(name)
        .classes(accounts, Accounts.class, AccountTable.class, StoredPage.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }
}
