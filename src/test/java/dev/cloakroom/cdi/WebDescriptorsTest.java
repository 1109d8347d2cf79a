package dev.cloakroom.cdi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.http.Answer;
import dev.cloakroom.servlet.ErrorPages;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.RequestTo;
import dev.cloakroom.testing.Stub;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebDescriptorsTest {
  private static final String FORBIDDEN =
      "<error-page><error-code>403</error-code><location>/403.html</location></error-page>";

  @TempDir private @Nullable Path library;

  /** Those of an application whose web.xml has these elements. */
  private static WebDescriptors reading(String elements) {
    return readingText("<web-app>" + elements + "</web-app>", new URL[0]);
  }

  private static WebDescriptors readingText(@Nullable String descriptor, URL[] libraries) {
    ClassLoader loader = new URLClassLoader(libraries, null);
    return WebDescriptors.of(
        Stub.of(
            ServletContext.class,
            Map.of(
                "getResourceAsStream",
                unused ->
                    descriptor == null
                        ? null
                        : new ByteArrayInputStream(descriptor.getBytes(UTF_8)),
                "getClassLoader",
                unused -> loader)));
  }

  /** Whether a visitor who is refused with a status gets a page. */
  private static boolean hasPage(WebDescriptors descriptors, int status) throws IOException {
    RequestTo request = new RequestTo(FakeRequest.get("/page").header("Accept", "text/html"));
    descriptors.errorPages().tell(request.getServletContext());
    return ErrorPages.stand(Answer.of(status), request, new FakeResponse());
  }

  private URL[] fragment(String text) throws IOException {
    Path folder = Files.createDirectories(directory().resolve("META-INF"));
    Files.writeString(folder.resolve("web-fragment.xml"), text);
    return new URL[] {url(directory())};
  }

  private Path directory() {
    return Objects.requireNonNull(library);
  }

  private static URL url(Path folder) throws MalformedURLException {
    return folder.toUri().toURL();
  }

  @Test
  void errorPages_ofAStatus_areForThatStatus() throws IOException {
    WebDescriptors descriptors = reading(FORBIDDEN);

    assertThat(hasPage(descriptors, 403)).isTrue();
    assertThat(hasPage(descriptors, 401)).isFalse();
  }

  /** As Servlet 6.0, section 10.9.2, has it. */
  @Test
  void errorPages_withoutStatusOrException_areForAll() throws IOException {
    WebDescriptors descriptors = reading("<error-page><location>/e.html</location></error-page>");

    assertThat(hasPage(descriptors, 401)).isTrue();
    assertThat(hasPage(descriptors, 503)).isTrue();
  }

  @Test
  void errorPages_ofAnException_areForNoRefusal() throws IOException {
    WebDescriptors descriptors =
        reading(
            "<error-page><exception-type>java.io.IOException</exception-type>"
                + "<location>/e.html</location></error-page>");

    assertThat(hasPage(descriptors, 403)).isFalse();
  }

  @Test
  void errorPages_ofAFragment_countToo() throws IOException {
    WebDescriptors descriptors =
        readingText(null, fragment("<web-fragment>" + FORBIDDEN + "</web-fragment>"));

    assertThat(hasPage(descriptors, 403)).isTrue();
  }

  @Test
  void formPages_areSettings_withoutTheSpaceAroundThem() {
    SettingsSource pages =
        reading(
                """
                <login-config><auth-method>FORM</auth-method><form-login-config>
                  <form-login-page> /login.html </form-login-page>
                  <form-error-page>
                    /failed.html
                  </form-error-page>
                </form-login-config></login-config>""")
            .formPages();

    assertThat(pages.value("cloakroom.login.page")).isEqualTo("/login.html");
    assertThat(pages.value("cloakroom.login.error-page")).isEqualTo("/failed.html");
    assertThat(pages.origin("cloakroom.login.page")).contains("web.xml");
  }

  @Test
  void none_sayNothing() throws IOException {
    WebDescriptors descriptors = readingText(null, new URL[0]);

    assertThat(descriptors.formPages().names()).isEmpty();
    assertThat(hasPage(descriptors, 403)).isFalse();
  }

  /** A server refuses these by itself, or reads them otherwise; the start does not fail for us. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<web-app>",
        "no xml",
        "",
        "<web-app><error-page><error-code>many</error-code></error-page></web-app>",
        "<web-app><error-page><error-code></error-code></error-page></web-app>",
        "<web-app><error-page>text</error-page></web-app>",
        "<web-app><form-login-page><b/></form-login-page></web-app>"
      })
  void unreadable_isLogged_andSaysNothing(String text) throws IOException {
    try (LogLines log = LogLines.of("dev.cloakroom")) {
      WebDescriptors descriptors = readingText(text, new URL[0]);

      assertThat(hasPage(descriptors, 403)).isFalse();
      assertThat(descriptors.formPages().names()).isEmpty();
      assertThat(log.lines()).singleElement().asString().contains("web.xml");
    }
  }

  /** CWE-611: no file of the server, and nothing from elsewhere. */
  @Test
  @Tag("G7")
  void entityOfAFile_isNotRead() throws IOException {
    Path file = Files.writeString(directory().resolve("secret.txt"), "/secret.html");
    String text =
        "<!DOCTYPE web-app [<!ENTITY secret SYSTEM \""
            + url(file)
            + "\">]><web-app><form-login-page>&secret;</form-login-page></web-app>";

    assertThat(
            String.valueOf(readingText(text, new URL[0]).formPages().value("cloakroom.login.page")))
        .doesNotContain("secret");
  }

  /** Those of Servlet 2.3 had one. */
  @Test
  void documentType_isNoObstacle() throws IOException {
    String text =
        "<!DOCTYPE web-app PUBLIC \"-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN\""
            + " \"http://java.sun.com/dtd/web-app_2_3.dtd\"><web-app>"
            + FORBIDDEN
            + "</web-app>";

    assertThat(hasPage(readingText(text, new URL[0]), 403)).isTrue();
  }
}
