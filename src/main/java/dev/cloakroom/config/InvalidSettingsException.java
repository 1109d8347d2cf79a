package dev.cloakroom.config;

import java.util.List;

/**
 * The settings are wrong or insecure, so the deployment must not start. The message lists all
 * problems; none shows a secret.
 */
public final class InvalidSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  InvalidSettingsException(List<String> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems one by one: key, value, where it comes from, what is allowed, what to do. */
  public List<String> problems() {
    return problems;
  }

  private static String text(List<String> problems) {
    String count = problems.size() == 1 ? "1 setting is" : problems.size() + " settings are";
    return "Cloakroom does not start: " + count + " wrong.\n - " + String.join("\n - ", problems);
  }
}
