package dev.cloakroom.store.shared;

/** A stored record that this node cannot read. */
final class UnreadableRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableRecordException(String why) {
    super(why);
  }
}
