package dev.cloakroom.scope;

import dev.cloakroom.LoginScoped;
import dev.cloakroom.servlet.RequestLogin;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * The context of {@code @LoginScoped}: active while the calling thread works for somebody who is
 * logged in. Safe for use by several threads.
 *
 * @see <a href="https://jakarta.ee/specifications/cdi/4.0/">Jakarta CDI 4.0, section 6.2</a>
 */
final class LoginContext implements Context {
  private volatile @Nullable LoginBeans known;

  LoginContext() {}

  /** Asked for here and not by the extension, which some servers see in several bean archives. */
  private LoginBeans beans() {
    LoginBeans found = known;
    if (found == null) {
      found = CDI.current().select(LoginBeans.class).get();
      known = found;
    }
    return found;
  }

  @Override
  public Class<? extends Annotation> getScope() {
    return LoginScoped.class;
  }

  @Override
  public boolean isActive() {
    return beans().isActive();
  }

  @Override
  public <T> @Nullable T get(Contextual<T> bean) {
    return beans().login() instanceof RequestLogin.OfAnotherIssuer
        ? null
        : beans().current().present(beans().forms().of(bean));
  }

  @Override
  public <T> @Nullable T get(Contextual<T> bean, @Nullable CreationalContext<T> creation) {
    return creation == null ? get(bean) : beans().current().get(beans().forms().of(bean), creation);
  }
}
