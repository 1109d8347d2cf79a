package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.session.SessionEnvironment;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Opens the store of login sessions when the application starts, so that a store that must not be
 * used stops the deployment rather than the first login: the one place where a store is looked at.
 * The same for our own keys, where they are in that store, for what keeps second factors, and for
 * other issuers and their keys, which are fetched from now on and, where one is required, waited
 * for. A listener, because names of {@code java:comp} can be looked up here on every server, and
 * because every server stops an application whose listener fails.
 */
public final class StoreStart implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  /** Made by the container. */
  public StoreStart() {}

  @Override
  public void contextInitialized(ServletContextEvent started) {
    try {
      CDI.current().select(SessionEnvironment.class).get();
    } catch (RuntimeException wrong) {
      LOG.log(ERROR, "The store of login sessions cannot be opened.", wrong);
      throw wrong;
    }
    open(KeyUpkeep.class, "The signing keys in the store cannot be used.");
    open(FactorStorage.class, "The store of second factors cannot be opened.");
    open(ForeignTokens.class, "An issuer of the settings cannot be used.");
  }

  /** What is not configured opens nothing. */
  private static void open(Class<?> type, String problem) {
    try {
      CDI.current().select(type).get();
    } catch (RuntimeException wrong) {
      LOG.log(ERROR, problem, wrong);
      OpenStore.close();
      throw wrong;
    }
  }
}
