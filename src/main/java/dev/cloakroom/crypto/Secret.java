package dev.cloakroom.crypto;

/**
 * The text of a secret that a client holds, such as the proving half of a ticket. It masks itself
 * when printed and is kept nowhere: what is stored is its {@link #hash() hash}.
 *
 * @param text the secret as it goes over the wire
 */
public record Secret(String text) {
  /** Returns what may be stored of this secret. */
  public SecretHash hash() {
    return SecretHash.of(text);
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && hash().equals(that.hash());
  }

  @Override
  public int hashCode() {
    return hash().hashCode();
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
