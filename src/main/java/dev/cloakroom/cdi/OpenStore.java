package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.DEBUG;

import dev.cloakroom.session.SessionEnvironment;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;

/**
 * The store of an application that must not start, where a bean has opened it already. The beans of
 * such an application live on, on some servers, until somebody undeploys it.
 */
final class OpenStore {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private OpenStore() {}

  /** Closes it, if there is one. May be closed again. */
  static void close() {
    try {
      BeanManager beans = CDI.current().getBeanManager();
      Object made =
          beans
              .getContext(Singleton.class)
              .get(beans.resolve(beans.getBeans(SessionEnvironment.class)));
      if (made instanceof SessionEnvironment sessions) {
        sessions.store().close();
      }
    } catch (RuntimeException noBeans) {
      LOG.log(DEBUG, "There is no store to be closed.", noBeans);
    }
  }
}
