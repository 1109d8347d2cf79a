package dev.cloakroom.it.probe.redeploy;

/** Lives in the heap once for each class loader that has not been collected. */
public enum Mark {
  LEFT_BEHIND
}
