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

  /** What the names of all records that can be used once begin with. */
  String oneTimes() {
    return tag() + "o:";
  }

  /** A record that can be used once. */
  String oneTime(String id) {
    return oneTimes() + id;
  }

  /** The index of an owner: purposes and ids of their records, in the order of their coming. */
  String oneTimeIndex(String owner) {
    return tag() + "p:" + owner;
  }

  /** The moment up to which all under a key is over; the key has its own prefix. */
  String revoked(String key) {
    return tag() + key;
  }

  /** A text that the nodes agree on. */
  String text(String name) {
    return tag() + "t:" + name;
  }

  private String tag() {
    return "{" + prefix + "}";
  }
}
