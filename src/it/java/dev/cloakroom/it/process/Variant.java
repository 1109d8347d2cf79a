package dev.cloakroom.it.process;

/** How a server is configured. */
public enum Variant {
  /** As {@code server-config} says. */
  AS_ADVISED,

  /** The same, but the server's own MicroProfile JWT is taken out, where that can be done. */
  WITHOUT_MP_JWT,

  /** Without what {@code server-config} says has to be set. */
  AS_IT_COMES
}
