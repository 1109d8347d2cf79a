package dev.cloakroom.client;

/** A request and its answer. */
record Sent(Outgoing out, ClientResponse answer) {

  /** Whether it can be sent again, and a redirect has not led away from what it carried out. */
  boolean mayRepeat() {
    return out.request().isRepeatable() && (out.request().isSafe() || !answer.isLedHere());
  }
}
