package dev.cloakroom.relay;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.crossorigin.Origin;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The services that callers may be passed on to, by their origin. Safe for several threads. */
public final class RelayTargets {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.relay");

  /** An address may come from outside: of so many others the log tells. */
  private static final int TOLD_AT_MOST = 100;

  private final Set<Origin> named;
  private final Set<Origin> told = ConcurrentHashMap.newKeySet();

  /**
   * Only these.
   *
   * @param origins serialised, as the settings have them
   */
  public RelayTargets(Set<String> origins) {
    this.named =
        origins.stream()
            .flatMap(origin -> Origin.parse(origin).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether an address is one of theirs; if it is not, the log says once how it would be. */
  boolean isOne(URI target) {
    Optional<Origin> origin = Origin.parse(target.getScheme() + "://" + target.getRawAuthority());
    if (origin.filter(named::contains).isPresent()) {
      return true;
    }
    origin.ifPresent(this::tell);
    return false;
  }

  private void tell(Origin other) {
    if (told.size() < TOLD_AT_MOST && told.add(other)) {
      LOG.log(
          WARNING,
          "A request to {0} goes without its caller: if that service may have the access tokens"
              + " of your callers, add it to cloakroom.relay.origins.",
          other);
    }
  }
}
