package dev.cloakroom.it.nodes;

/** What a store can be in although something answers, or seems to, at its port. */
public enum Trouble {
  /** It has become a replica, or takes no changes for another reason. */
  ONLY_READS,
  /** It has no room for anything new. */
  FULL,
  /** It is about to be there: loads, or recovers. */
  STARTING,
  /** It takes connections, and ends each at once. */
  RESETTING
}
