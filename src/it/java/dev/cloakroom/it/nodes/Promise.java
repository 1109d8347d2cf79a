package dev.cloakroom.it.nodes;

import dev.cloakroom.it.probe.ProbeClient;

/** What follows from an answer that a client was given, at each server and from then on. */
interface Promise {

  /** Looks whether it holds, as a client of a server. */
  void assertKept(ProbeClient at) throws InterruptedException;
}
