package dev.cloakroom.config;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Who may ask about our tokens (<a href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>).
 *
 * @param askers the secret of each service by its client id; none where nobody may
 */
public record IntrospectionSettings(Map<String, ClientSecret> askers) {
  /** Those that every client writes alike, whether it encodes them as a form or not. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9._-]{32,255}");

  public IntrospectionSettings {
    askers = Map.copyOf(askers);
  }

  static IntrospectionSettings read(SettingValues values) {
    Map<String, ClientSecret> askers = new TreeMap<>();
    values.askers().forEach((name, ofName) -> askers.put(name, new ClientSecret(secret(ofName))));
    return new IntrospectionSettings(askers);
  }

  private static String secret(SettingValues values) {
    return values.required(
        AskerSetting.SECRET,
        text -> SECRET.matcher(text).matches(),
        "Who knows it learns whose each token is. Write random ones, as `openssl rand -hex 32`"
            + " gives them.");
  }
}
