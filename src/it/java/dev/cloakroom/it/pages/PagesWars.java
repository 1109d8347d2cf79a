package dev.cloakroom.it.pages;

import dev.cloakroom.it.pages.app.OrdersPage;
import dev.cloakroom.it.pages.own.DeniedMapper;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.testing.DriverJars;
import dev.cloakroom.testing.FreePort;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications of pages, which differ in what guards them and where visitors log in. */
final class PagesWars implements Wars {
  private static final String CONSTRAINT =
      """
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>pages</web-resource-name>
            <url-pattern>%s</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>%s</role-name></auth-constraint>
        </security-constraint>
        <security-role><role-name>%2$s</role-name></security-role>
      """;

  private static final String ERROR_PAGES =
      """
        <error-page><error-code>401</error-code><location>/error</location></error-page>
        <error-page>
          <error-code>403</error-code>
          <location>/error</location>
        </error-page>
        <error-page><error-code>503</error-code><location>/error</location></error-page>
      """;

  private static final String PAGE_FOR_DENIED =
      """
        <error-page>
          <exception-type>dev.cloakroom.AccessDeniedException</exception-type>
          <location>/error</location>
        </error-page>
      """;

  private static final String PAGE = "cloakroom.login.page";
  private static final String ERROR_PAGE = "cloakroom.login.error-page";
  private static final String FORM_PAGE = "/forms/login.html";
  private static final String FAILED_PAGE = "/forms/failed.html";
  private static final String FORM_CONFIG =
      """
        <login-config>
          <auth-method>FORM</auth-method>
          <form-login-config>
            <form-login-page>%s</form-login-page>
            <form-error-page>%s</form-error-page>
          </form-login-config>
        </login-config>
      """
          .formatted(FORM_PAGE, FAILED_PAGE);

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        withFiles(
            everywhere("everywhere.war", "user").setting("cloakroom.login.resources", "/css/*")),
        withFiles(everywhere("admins.war", "admin")),
        withFiles(ordered("ordered.war")),
        withFiles(errorPages("error-pages.war")),
        withFiles(withoutStore("no-store.war")),
        ownAnswers("own-answers.war").archive(),
        forms(formAction("form.war").setting(PAGE, FORM_PAGE).setting(ERROR_PAGE, FAILED_PAGE), ""),
        custom("custom.war").archive(),
        forms(formAction("form-config.war"), FORM_CONFIG));
  }

  /** A constraint on everything. */
  private static ProbeWar everywhere(String name, String role) {
    return paged(name).descriptor(CONSTRAINT.formatted("/*", role));
  }

  /** An application that was written for FORM. */
  private static ProbeWar formAction(String name) {
    return served(name).setting("cloakroom.login.form-action", "on");
  }

  private static WebArchive forms(ProbeWar war, String config) {
    return withFiles(war.descriptor(CONSTRAINT.formatted("/*", "user") + config))
        .addAsWebResource(new StringAsset("the form"), FORM_PAGE.substring(1))
        .addAsWebResource(new StringAsset("it failed"), FAILED_PAGE.substring(1));
  }

  /** An application that was written for a form of its own. */
  private static ProbeWar custom(String name) {
    return served(name).setting(PAGE, "/sign-in").descriptor(CONSTRAINT.formatted("/*", "user"));
  }

  /** A constraint on the orders alone. */
  private static ProbeWar ordered(String name) {
    return paged(name).descriptor(CONSTRAINT.formatted("/orders/*", "user"));
  }

  /** Pages for errors, and no login page. */
  private static ProbeWar errorPages(String name) {
    return served(name).descriptor(CONSTRAINT.formatted("/orders/*", "user") + ERROR_PAGES);
  }

  /** An answer of its own where a bean refuses a caller, for pages and for resources. */
  private static ProbeWar ownAnswers(String name) {
    return served(name).classes(DeniedMapper.class).descriptor(PAGE_FOR_DENIED);
  }

  /** The same, with a store where nobody answers. */
  private static ProbeWar withoutStore(String name) {
    ProbeWar war =
        errorPages(name)
            .setting("cloakroom.store", "redis")
            .setting("cloakroom.redis.uri", "redis://127.0.0.1:" + FreePort.any());
    DriverJars.jedis().forEach(war::library);
    return war;
  }

  private static ProbeWar paged(String name) {
    return served(name).setting(PAGE, "/login.html");
  }

  private static ProbeWar served(String name) {
    return ProbeWar.bare(name)
        .classes(ProbeIdentityStore.class)
        .classesBeside(OrdersPage.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }

  private static WebArchive withFiles(ProbeWar war) {
    return war.archive()
        .addAsWebResource(new StringAsset("the login page"), "login.html")
        .addAsWebResource(new StringAsset("the style"), "css/login.css")
        .addAsWebResource(new StringAsset("a treasure"), "secret.html");
  }
}
