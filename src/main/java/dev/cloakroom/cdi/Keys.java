package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.Settings;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.crypto.WatchedKeys;
import dev.cloakroom.keyring.KeySchedule;
import dev.cloakroom.keyring.RotatingKeys;
import java.time.Duration;

/**
 * The keys of an application: those it configures, those that its nodes share, or new ones for as
 * long as it runs.
 */
final class Keys {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private Keys() {}

  static KeySource of(Settings settings, ClassLoader application) {
    WatchedKeys given = new WatchedKeys(new KeyLoader(application), settings.keys());
    Duration rotateEvery = settings.keys().rotateEvery();
    return rotateEvery == null
        ? given
        : new RotatingKeys(given, KeySchedule.of(settings, rotateEvery));
  }

  /** Warns of keys that are made, and that nobody keeps. */
  static void warnUnlessTheyLast(Settings settings, String contextPath) {
    if (settings.keys().last(settings.store().kind())) {
      return;
    }
    if (settings.keys().rotateEvery() != null) {
      LOG.log(
          WARNING,
          "The keys of '"
              + ContextPath.inWords(contextPath)
              + "' are made by this server and kept in its memory, where login sessions are, too:"
              + " with cloakroom.store=memory both are lost when it stops, and other servers refuse"
              + " its tokens. Set cloakroom.store to sql or redis for keys that last.");
    } else {
      LOG.log(
          WARNING,
          "No key is configured for '"
              + ContextPath.inWords(contextPath)
              + "', so one was made that only this server knows and only until it stops: tokens will"
              + " not outlive it, and other servers will refuse them. Make one with: openssl genpkey"
              + " -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem and set"
              + " cloakroom.keys.location to it. Or have servers with one store make their own: set"
              + " cloakroom.keys.rotate-every and cloakroom.keys.secret.");
    }
  }
}
