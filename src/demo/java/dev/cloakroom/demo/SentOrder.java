package dev.cloakroom.demo;

/** What a caller sent as an order: a request that can be filled, or why it cannot. */
sealed interface SentOrder permits OrderRequest, SentOrder.Invalid {

  /**
   * An order that cannot be filled.
   *
   * @param detail tells the caller what to send instead
   */
  record Invalid(String detail) implements SentOrder {}
}
