package dev.cloakroom.store.remote;

/** A stored record that this node cannot read. */
final class UnreadableRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableRecordException(String why) {
    super(why);
  }
}
