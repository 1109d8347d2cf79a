package dev.cloakroom.store.redis;

/**
 * The names of an application's keys, and of its channel. What stands in braces is all that a
 * cluster looks at to choose the slot, so all of them are in one.
 */
record KeyNames(String prefix) {

  /** What the names of all records begin with. */
  String sessions() {
    return tag() + "s:";
  }

  /** The record of a session. */
  String session(String id) {
    return sessions() + id;
  }

  /** The index of a caller: the ids of their sessions, by the moment until which each is kept. */
  String index(String callerName) {
    return tag() + "c:" + callerName;
  }

  /** The moment at or before which all logins of a caller are over. */
  String mark(String callerName) {
    return tag() + "e:" + callerName;
  }

  /** The moment before which all logins are over, and how they ended. */
  String markOfAll() {
    return tag() + "ended";
  }

  /** The channel on which each change of a record is told, with the version that it makes. */
  String changes() {
    return tag() + "changes";
  }

  /** A counter of attempts. */
  String attempts(String counter) {
    return tag() + "a:" + counter;
  }

  private String tag() {
    return "{" + prefix + "}";
  }
}
