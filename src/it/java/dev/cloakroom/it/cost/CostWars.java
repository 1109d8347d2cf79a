package dev.cloakroom.it.cost;

import dev.cloakroom.it.cost.app.AllocatedBytes;
import dev.cloakroom.it.cost.app.ConstantText;
import dev.cloakroom.it.cost.app.CostApplication;
import dev.cloakroom.it.cost.floor.ConstantCaller;
import dev.cloakroom.it.cost.form.ContainerForm;
import dev.cloakroom.it.cost.mpjwt.MpJwtApplication;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.probe.redeploy.OtherMechanism;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The same resource, with something else before it in each. */
final class CostWars {
  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <security-role><role-name>user</role-name></security-role>
      </web-app>
      """;
  private static final String PAGE = "<!DOCTYPE html><title>page</title>";

  /** The origin whose pages may read answers. */
  static final String PAGES = "https://app.test";

  private CostWars() {}

  /** A caller who costs nothing. */
  static WebArchive floor() {
    return withoutCloakroom("floor.war").addClasses(CostApplication.class, ConstantCaller.class);
  }

  /** A mechanism that logs nobody in. */
  static WebArchive nobody() {
    return withoutCloakroom("nobody.war").addClasses(CostApplication.class, OtherMechanism.class);
  }

  /** The form mechanism of Jakarta Security. */
  static WebArchive form() {
    return withoutCloakroom("form.war")
        .addClasses(CostApplication.class, ContainerForm.class, ProbeIdentityStore.class)
        .addAsWebResource(new StringAsset(PAGE), "login.html")
        .addAsWebResource(new StringAsset(PAGE), "error.html");
  }

  /** The server's MicroProfile JWT. */
  static WebArchive mpJwt(Rs256Signer signer) {
    return withoutCloakroom("mpjwt.war")
        .addClass(MpJwtApplication.class)
        .addAsResource(
            new StringAsset(
                "mp.jwt.verify.issuer=%s%nmp.jwt.verify.publickey=%s%n"
                    .formatted(Rs256Signer.ISSUER, signer.publicKey())),
            "META-INF/microprofile-config.properties");
  }

  /** Counts what the server allocates. */
  static WebArchive meter() {
    return ShrinkWrap.create(WebArchive.class, "meter.war").addClass(AllocatedBytes.class);
  }

  /** Nothing but a page. */
  static WebArchive empty() {
    return ShrinkWrap.create(WebArchive.class, "empty.war")
        .addAsWebResource(new StringAsset(PAGE), "page.html");
  }

  /** Nothing but a page, and the built JAR. */
  static WebArchive emptyWithCloakroom() {
    return ShrinkWrap.create(WebArchive.class, "with-the-jar.war")
        .addAsWebResource(new StringAsset(PAGE), "page.html")
        .addAsLibrary(ProbeWar.cloakroom());
  }

  /** The application to guard, with a mechanism that does nothing, and the built JAR instead. */
  static WebArchive nobodyWithCloakroom() {
    return ShrinkWrap.create(WebArchive.class, "guarded.war")
        .addClasses(ConstantText.class, CostApplication.class)
        .setWebXML(new StringAsset(WEB_XML))
        .addAsLibrary(ProbeWar.cloakroom());
  }

  /** Cloakroom, with the sessions in memory. */
  static ProbeWar guarded(String name) {
    return ProbeWar.bare(name)
        .classesBeside(ConstantText.class)
        .classes(ProbeIdentityStore.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto")
        .setting("cloakroom.access-token.ttl", "PT1H");
  }

  /** The same, for pages of another origin, too. */
  static ProbeWar readable(String name) {
    return guarded(name).setting("cloakroom.cors.allowed-origins", PAGES);
  }

  /** As {@link #guarded}, but an access token is expired a second after it was issued. */
  static ProbeWar shortLived(String name) {
    return guarded(name)
        .setting("cloakroom.access-token.ttl", "PT1S")
        .setting("cloakroom.access-token.clock-skew", "PT0S")
        .setting("cloakroom.refresh.grace", "PT1S");
  }

  private static WebArchive withoutCloakroom(String name) {
    return ShrinkWrap.create(WebArchive.class, name)
        .addClass(ConstantText.class)
        .setWebXML(new StringAsset(WEB_XML));
  }
}
