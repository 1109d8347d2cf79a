package dev.cloakroom.scope;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.store.BeanState;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Destroys the beans of sessions that have ended: the instances of the request that ended the
 * session, and for other beans that have a {@code @PreDestroy} one that is made for it. Safe for
 * use by several threads.
 */
public final class LeftBehindBeans {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.scope");

  private final LoginBeans login;
  private final BeanManager container;

  /** Destroys these beans. */
  public LeftBehindBeans(LoginBeans login, BeanManager container) {
    this.login = login;
    this.container = container;
  }

  /** Destroys the beans of a session. It does not throw. */
  public void destroy(String sessionId, Map<String, BeanState> states) {
    RequestBeans current = login.currentOf(sessionId);
    Set<String> destroyed = current == null ? Set.of() : current.destroy();
    states.forEach(
        (name, state) -> {
          BeanForm<?> form = destroyed.contains(name) ? null : login.forms().named(name);
          if (form != null && form.hasLastWords()) {
            destroy(form, state);
          }
        });
  }

  private <T> void destroy(BeanForm<T> form, BeanState state) {
    Map<String, @Nullable Object> values;
    try {
      values = login.codec().decode(form, state);
    } catch (IOException unreadable) {
      LOG.log(WARNING, "What @LoginScoped {0} held cannot be read: {1}", form.name(), unreadable);
      return;
    }
    CreationalContext<T> creation = container.createCreationalContext(form.bean());
    LastWords.of(form.name(), () -> form.destroy(form.restored(creation, values), creation));
  }
}
