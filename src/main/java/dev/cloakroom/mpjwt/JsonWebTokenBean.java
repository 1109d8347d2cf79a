package dev.cloakroom.mpjwt;

import dev.cloakroom.token.TokenContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.interceptor.Interceptor;
import java.net.URL;
import java.security.CodeSource;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link JsonWebToken} injectable: an alternative with a priority, so that it wins over the
 * bean of a server that has a MicroProfile JWT of its own.
 */
public final class JsonWebTokenBean {

  private JsonWebTokenBean() {}

  /**
   * Adds the bean, with what finds the token of whom the calling thread works for. Its id names the
   * place of the JAR: WARs of one EAR may each have one, and share all beans of the same id.
   */
  public static void addTo(AfterBeanDiscovery discovery, Supplier<@Nullable TokenContent> current) {
    discovery
        .<JsonWebToken>addBean()
        .id(JsonWebTokenBean.class.getName() + " of " + place())
        .beanClass(JsonWebTokenBean.class)
        .types(JsonWebToken.class, Object.class)
        .scope(ApplicationScoped.class)
        .alternative(true)
        .priority(Interceptor.Priority.APPLICATION)
        .createWith(creation -> new CurrentJsonWebToken(current));
  }

  /** Where the JAR is. */
  static @Nullable URL place() {
    CodeSource source = JsonWebTokenBean.class.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }
}
