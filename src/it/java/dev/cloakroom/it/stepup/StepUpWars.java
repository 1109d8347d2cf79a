package dev.cloakroom.it.stepup;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.it.stepup.app.VaultApplication;
import dev.cloakroom.it.stepup.library.LibraryAccounts;
import dev.cloakroom.it.stepup.unguarded.FreshFilter;
import dev.cloakroom.it.stepup.unguarded.FreshMethod;
import dev.cloakroom.it.stepup.unguarded.FreshObject;
import dev.cloakroom.it.stepup.unguarded.FreshSocket;
import dev.cloakroom.it.stepup.unguarded.LateListener;
import dev.cloakroom.it.stepup.unguarded.LatePage;
import dev.cloakroom.it.stepup.unguarded.UnreadableBean;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications that ask for proofs: those that are served, then those that must not be. */
final class StepUpWars implements Wars {
  private static final String ERROR_PAGES =
      """
        <error-page>
          <error-code>410</error-code>
          <location>/vault</location>
        </error-page>
        <error-page>
          <exception-type>java.lang.IllegalStateException</exception-type>
          <location>/vault</location>
        </error-page>
      """;

  @Override
  public List<WebArchive> in(Path folder) {
    Path library = library(folder);
    return List.of(
        vault("vault.war", library).archive(),
        vault("vault-opaque.war", library)
            .setting("cloakroom.bearer.credential", "opaque")
            .setting("cloakroom.session.credential", "signed")
            .archive(),
        vault("vault-letter.war", library)
            .setting("cloakroom.rules.inherited", "false")
            .setting("cloakroom.session.credential", "jwt")
            .archive(),
        bare("proofs-unguarded.war")
            .classes(
                FreshFilter.class,
                FreshSocket.class,
                FreshMethod.class,
                FreshObject.class,
                UnreadableBean.class)
            .archive(),
        bare("proofs-late.war").classes(LatePage.class, LateListener.class).archive());
  }

  private static Path library(Path folder) {
    Path jar = folder.resolve("vault-library.jar");
    ShrinkWrap.create(JavaArchive.class)
        .addClass(LibraryAccounts.class)
        .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
        .as(ZipExporter.class)
        .exportTo(jar.toFile(), true);
    return jar;
  }

  private static ProbeWar vault(String name, Path library) {
    return bare(name)
        .classesBeside(VaultApplication.class)
        .library(library)
        .descriptor(ERROR_PAGES)
        .setting("cloakroom.login.page", "/in")
        .setting("cloakroom.login.step-up-page", "/confirm");
  }

  private static ProbeWar bare(String name) {
    return ProbeWar.bare(name)
        .classes(ProbeIdentityStore.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }
}
