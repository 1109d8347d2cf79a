package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.DEBUG;

import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.session.SessionEnvironment;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The store of an application that must not start, and what looks for keys, its own and those of
 * other issuers, where a bean has opened them already. The beans of such an application live on, on
 * some servers, until somebody undeploys it.
 */
final class OpenStore {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private OpenStore() {}

  /** Closes them, if they are there. They may be closed again. */
  static void close() {
    if (made(SessionEnvironment.class) instanceof SessionEnvironment sessions) {
      sessions.store().close();
    }
    if (made(KeyUpkeep.class) instanceof KeyUpkeep upkeep) {
      upkeep.close();
    }
    if (made(FactorStorage.class) instanceof FactorStorage factors) {
      factors.close();
    }
    if (made(ForeignTokens.class) instanceof ForeignTokens tokens) {
      tokens.close();
    }
  }

  /** The one bean of a type, if it was asked for already. */
  private static @Nullable Object made(Class<?> type) {
    try {
      BeanManager beans = CDI.current().getBeanManager();
      return beans.getContext(Singleton.class).get(beans.resolve(beans.getBeans(type)));
    } catch (RuntimeException noBeans) {
      LOG.log(DEBUG, "There is nothing to be closed.", noBeans);
      return null;
    }
  }
}
