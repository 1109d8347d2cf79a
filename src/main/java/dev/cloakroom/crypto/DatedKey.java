package dev.cloakroom.crypto;

import java.time.Instant;

/**
 * A key that the nodes of an application share.
 *
 * @param key the pair
 * @param signsFrom when it begins to sign, unless a later one has by then
 */
public record DatedKey(SigningKey key, Instant signsFrom) {

  /** Its id. */
  public String kid() {
    return key.kid();
  }

  /** The same key; if it would sign sooner, it signs from that moment. */
  public DatedKey notBefore(Instant soonest) {
    return signsFrom.isBefore(soonest) ? new DatedKey(key, soonest) : this;
  }
}
