package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.KeySettings;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;

/** The keys of an application: those it configures, or new ones for as long as it runs. */
final class Keys {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private Keys() {}

  static KeyRing of(KeySettings settings, ClassLoader application) {
    return new KeyLoader(application).load(settings);
  }

  /** Warns of keys that nobody has configured. */
  static void warnIfMade(KeySettings settings, String contextPath) {
    if (settings.location() == null) {
      LOG.log(
          WARNING,
          "No key is configured for '"
              + ContextPath.inWords(contextPath)
              + "', so one was made that only this server knows and only until it stops: tokens will"
              + " not outlive it, and other servers will refuse them. Make one with: openssl genpkey"
              + " -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem and set"
              + " cloakroom.keys.location to it.");
    }
  }
}
