package dev.cloakroom.cdi;

import dev.cloakroom.CsrfToken;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Named;
import java.net.URL;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * The CSRF token as pages name it. Not by {@link Named}: of two beans of a name CDI starts neither,
 * and the application may have one. Immutable.
 */
public final class PageCsrfToken implements CsrfToken {
  /** The name. */
  static final String NAME = "csrf";

  private PageCsrfToken() {}

  /** Adds the bean. Its id names the place of the JAR, since WARs of one EAR may each have one. */
  static void addTo(AfterBeanDiscovery discovery) {
    discovery
        .<PageCsrfToken>addBean()
        .id(PageCsrfToken.class.getName() + " of " + place())
        .beanClass(PageCsrfToken.class)
        .types(Object.class)
        .name(NAME)
        .createWith(creation -> new PageCsrfToken());
  }

  private static @Nullable URL place() {
    CodeSource source = PageCsrfToken.class.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  private static CsrfToken current() {
    return CDI.current().select(CurrentCsrfToken.class).get();
  }

  @Override
  public String getToken() {
    return current().getToken();
  }

  @Override
  public String getParameter() {
    return current().getParameter();
  }

  @Override
  public String getHeader() {
    return current().getHeader();
  }
}
