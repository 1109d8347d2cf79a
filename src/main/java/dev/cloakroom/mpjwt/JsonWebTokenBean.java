package dev.cloakroom.mpjwt;

import dev.cloakroom.token.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.interceptor.Interceptor;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link JsonWebToken} injectable: an alternative with a priority, so that it wins over the
 * bean of a server that has a MicroProfile JWT of its own.
 */
public final class JsonWebTokenBean {

  private JsonWebTokenBean() {}

  /** Adds the bean, with what finds the token of whom the calling thread works for. */
  public static void addTo(
      AfterBeanDiscovery discovery, Supplier<@Nullable VerifiedToken> current) {
    discovery
        .<JsonWebToken>addBean()
        .beanClass(JsonWebTokenBean.class)
        .types(JsonWebToken.class, Object.class)
        .scope(ApplicationScoped.class)
        .alternative(true)
        .priority(Interceptor.Priority.APPLICATION)
        .createWith(creation -> new CurrentJsonWebToken(current));
  }
}
