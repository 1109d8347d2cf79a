package dev.cloakroom.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.cloakroom.config.IntrospectionSettings;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.http.BasicCredentials;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * The services that may ask about our tokens, each by its client id and secret. Immutable; safe for
 * use by several threads.
 */
public final class Askers {
  private final Map<String, SecretHash> secrets;

  /** Those that the settings name. */
  public Askers(IntrospectionSettings settings) {
    this.secrets =
        settings.askers().entrySet().stream()
            .collect(
                toUnmodifiableMap(
                    Map.Entry::getKey, asker -> SecretHash.of(asker.getValue().text())));
  }

  /** Whether a request is of one of them; secrets are compared in constant time. */
  boolean include(HttpServletRequest request) {
    return BasicCredentials.of(request.getHeaders("Authorization"))
        .filter(this::isGenuine)
        .isPresent();
  }

  private boolean isGenuine(BasicCredentials shown) {
    SecretHash secret = secrets.get(shown.clientId());
    return secret != null && secret.matches(shown.secret());
  }
}
