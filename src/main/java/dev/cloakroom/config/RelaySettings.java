package dev.cloakroom.config;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Which other services callers are passed on to.
 *
 * @param origins serialised origins such as {@code https://orders.example.org}, as given
 * @param ttl how long a token lasts that is made for this, from a second to an hour
 */
public record RelaySettings(Set<String> origins, Duration ttl) {
  private static final String REMEDY =
      "Write scheme, host and port, without path and wildcard. By plain HTTP anybody on the way"
          + " could take the tokens: only to this machine, or with"
          + " cloakroom.relay.plain-http=allow-eavesdropping.";

  public RelaySettings {
    origins = Set.copyOf(origins);
  }

  static RelaySettings read(SettingValues values) {
    Eavesdropping plainHttp = values.choice(Setting.RELAY_PLAIN_HTTP, Eavesdropping.class);
    return new RelaySettings(
        values.set(Setting.RELAY_ORIGINS, text -> isAllowed(text, plainHttp), REMEDY),
        values.duration(Setting.RELAY_TTL, Duration.ofSeconds(1), Duration.ofHours(1)));
  }

  private static boolean isAllowed(String origin, Eavesdropping plainHttp) {
    return TextRules.isOrigin(origin)
        && (plainHttp == Eavesdropping.ALLOW_EAVESDROPPING
            || WebAddress.isPrivate(URI.create(origin)));
  }

  /** Whether tokens may go where anybody on the way can read them. */
  private enum Eavesdropping {
    REFUSE,
    ALLOW_EAVESDROPPING
  }
}
