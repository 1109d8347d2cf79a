package dev.cloakroom.config;

/** How passwords are hashed, beside what the application says of each of its stores. */
public record PasswordSettings(Peppering pepper) {

  /** Whether a key is mixed into passwords before they are hashed. */
  public enum Peppering {
    ON,
    OFF
  }

  static PasswordSettings read(SettingValues values) {
    return new PasswordSettings(values.choice(Setting.PASSWORD_PEPPER, Peppering.class));
  }
}
