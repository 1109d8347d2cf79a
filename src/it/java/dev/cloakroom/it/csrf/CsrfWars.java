package dev.cloakroom.it.csrf;

import dev.cloakroom.it.csrf.app.NotesApplication;
import dev.cloakroom.it.csrf.named.OwnCsrf;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications that differ in who is asked for a token. */
final class CsrfWars implements Wars {
  private static final String DESCRIPTOR =
      """
        <servlet>
          <servlet-name>faces</servlet-name>
          <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>
        </servlet>
        <servlet-mapping>
          <servlet-name>faces</servlet-name>
          <url-pattern>*.xhtml</url-pattern>
        </servlet-mapping>
      """;

  private static final String CONSTRAINT =
      """
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>all</web-resource-name>
            <url-pattern>/*</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>user</role-name></auth-constraint>
        </security-constraint>
        <security-role><role-name>user</role-name></security-role>
      """;

  private static final String JSP =
      "<%@ page contentType=\"text/plain;charset=UTF-8\" %>${csrf.parameter}=${csrf.token}";

  private static final String VIEW =
      """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html">
      <h:head><title>Notes</title></h:head>
      <h:body>
        <p>said(#{noteForm.said})</p>
        <h:form id="form">
          %s
          <h:inputText id="text" value="#{noteForm.text}"/>
          <h:commandButton id="write" value="Write" action="#{noteForm.write}"/>
        </h:form>
      </h:body>
      </html>
      """;

  private static final String FIELD =
      "<input type=\"hidden\" name=\"#{csrf.parameter}\" value=\"#{csrf.token}\"/>";

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        mode("token.war", "token"),
        mode("always.war", "always"),
        mode("auto.war", "auto"),
        pages(war("own-bean.war", "token").classes(OwnCsrf.class).descriptor(DESCRIPTOR)),
        pages(
            war("scripts.war", "token")
                .setting("cloakroom.csrf.script-cookie", "true")
                .descriptor(DESCRIPTOR)),
        pages(
            war("constrained.war", "token")
                .setting("cloakroom.login.page", "/login.html")
                .descriptor(DESCRIPTOR + CONSTRAINT)));
  }

  private static WebArchive mode(String name, String mode) {
    return pages(war(name, mode).descriptor(DESCRIPTOR));
  }

  private static ProbeWar war(String name, String mode) {
    return ProbeWar.bare(name)
        .classes(ProbeIdentityStore.class)
        .classesBeside(NotesApplication.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto")
        .setting("cloakroom.csrf", mode);
  }

  private static WebArchive pages(ProbeWar war) {
    return war.archive()
        .addAsWebResource(new StringAsset("the login page"), "login.html")
        .addAsWebResource(new StringAsset(JSP), "token.jsp")
        .addAsWebResource(new StringAsset(VIEW.formatted(FIELD)), "notes.xhtml")
        .addAsWebResource(new StringAsset(VIEW.formatted("")), "bare.xhtml");
  }
}
