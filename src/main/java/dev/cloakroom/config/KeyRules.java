package dev.cloakroom.config;

import java.time.Duration;

/** What must hold between the settings of keys, and what they are for. */
final class KeyRules {
  private final Settings settings;
  private final SettingProblems problems;

  KeyRules(Settings settings, SettingProblems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  void check() {
    checkPlace();
    checkRotation();
    checkPepper();
    checkFactors();
  }

  private void checkPlace() {
    if (settings.keys().location() != null && settings.keys().value() != null) {
      problems.contradict(
          "Give the keys in one of the two.", Setting.KEYS_VALUE, Setting.KEYS_LOCATION);
    }
  }

  /** Keys in the store are encrypted, and what outlives one cannot be derived from it. */
  private void checkRotation() {
    Duration rotateEvery = settings.keys().rotateEvery();
    if (rotateEvery == null) {
      return;
    }
    if (settings.keys().secret() == null) {
      problems.contradict(
          "The keys are encrypted by it in the store, and what outlives them is derived from it:"
              + " give all servers the same. Make one with: openssl rand -base64 32",
          Setting.KEYS_ROTATE_EVERY,
          Setting.KEYS_SECRET);
    }
    settings
        .lifetimesOfTokens()
        .forEach((setting, lifetime) -> checkLifetime(rotateEvery, lifetime, setting));
  }

  private void checkLifetime(Duration rotateEvery, Duration token, Setting setting) {
    if (rotateEvery.compareTo(token) < 0) {
      problems.contradict(
          "A key must sign for at least as long as its tokens last.",
          Setting.KEYS_ROTATE_EVERY,
          setting);
    }
  }

  /** With a key that is made at each start, no password would be right after the next one. */
  private void checkPepper() {
    if (settings.password().pepper() == PasswordSettings.Peppering.ON
        && !settings.keys().areKept()) {
      problems.contradict(
          "Passwords would be lost with a key that nobody keeps: say where the keys are.",
          Setting.PASSWORD_PEPPER,
          Setting.KEYS_LOCATION,
          Setting.KEYS_SECRET);
    }
  }

  private void checkFactors() {
    if (settings.factorStore().dataSource() != null && !settings.keys().areKept()) {
      problems.contradict(
          "Second factors would be lost with a key that nobody keeps: say where the keys are.",
          Setting.FACTOR_DATA_SOURCE,
          Setting.KEYS_LOCATION,
          Setting.KEYS_SECRET);
    }
  }
}
