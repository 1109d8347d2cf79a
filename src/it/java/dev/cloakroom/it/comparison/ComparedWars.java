package dev.cloakroom.it.comparison;

import dev.cloakroom.it.comparison.app.OrdersPage;
import dev.cloakroom.it.comparison.form.FormLogin;
import dev.cloakroom.it.comparison.token.TokenApplication;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** One application three times: with the server's FORM, its MicroProfile JWT, and Cloakroom. */
final class ComparedWars implements Wars {
  private static final String CONSTRAINT =
      """
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>orders</web-resource-name>
            <url-pattern>/orders</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>user</role-name></auth-constraint>
        </security-constraint>
        <security-role><role-name>user</role-name></security-role>
      """;
  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
      %s</web-app>
      """
          .formatted(CONSTRAINT);

  /** There are servers whose MicroProfile JWT finds an {@code Application} only as a bean. */
  private static final String ALL_BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
          bean-discovery-mode="all"/>
      """;

  private static final String LOGIN_PAGE =
      """
      <form action="j_security_check" method="post">
        <input name="j_username"> <input name="j_password" type="password"> <button>Log in</button>
      </form>
      """;

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(form(), token(), cloakroom());
  }

  private static WebArchive form() {
    return ShrinkWrap.create(WebArchive.class, "compared-form.war")
        .addPackages(false, OrdersPage.class.getPackage(), FormLogin.class.getPackage())
        .setWebXML(new StringAsset(WEB_XML))
        .addClass(ProbeIdentityStore.class)
        .addAsWebResource(new StringAsset(LOGIN_PAGE), "login.html")
        .addAsWebResource(new StringAsset("it failed"), "failed.html");
  }

  private static WebArchive token() {
    String settings =
        "mp.jwt.verify.publickey.location=/publicKey.pem\nmp.jwt.verify.issuer="
            + ForeignToken.ISSUER;
    return ShrinkWrap.create(WebArchive.class, "compared-token.war")
        .addPackage(TokenApplication.class.getPackage())
        .addAsWebInfResource(new StringAsset(ALL_BEANS), "beans.xml")
        .addAsResource(new StringAsset(ForeignToken.publicKey()), "publicKey.pem")
        .addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
  }

  private static WebArchive cloakroom() {
    return ProbeWar.bare("compared-cloakroom.war")
        .classes(ProbeIdentityStore.class)
        .classesBeside(OrdersPage.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto")
        .setting("cloakroom.login.page", "/login.html")
        .descriptor(CONSTRAINT)
        .archive()
        .addAsWebResource(new StringAsset(LOGIN_PAGE), "login.html");
  }
}
