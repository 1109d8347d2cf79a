package dev.cloakroom.config;

/**
 * By what a service proves to another who it is, beside its client id. Never printed.
 *
 * @param text as it is written down on both sides
 */
public record ClientSecret(String text) {
  /** Never shows the text. */
  @Override
  public String toString() {
    return "ClientSecret[***]";
  }
}
