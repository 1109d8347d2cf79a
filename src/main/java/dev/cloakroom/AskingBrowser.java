package dev.cloakroom;

/**
 * A browser that asks for something and is to be known again, by a cookie that it keeps until it is
 * closed: see {@link OneTimeTokens#askingBrowser()}. A value for any thread.
 *
 * @param id what the cookie says; nobody else must know it
 */
public record AskingBrowser(String id) {

  /** Without the id. */
  @Override
  public String toString() {
    return "AskingBrowser[***]";
  }
}
