package dev.cloakroom.scope;

import static java.lang.System.Logger.Level.ERROR;

/** Has a bean destroyed. That it throws stops nothing: its session has ended. */
final class LastWords {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.scope");

  private LastWords() {}

  static void of(String bean, Runnable destruction) {
    try {
      destruction.run();
    } catch (RuntimeException failure) {
      LOG.log(ERROR, "@LoginScoped " + bean + " failed to be destroyed.", failure);
    }
  }
}
