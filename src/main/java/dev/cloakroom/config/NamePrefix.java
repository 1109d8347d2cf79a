package dev.cloakroom.config;

/** What the name of a cookie of this host alone begins with. */
public enum NamePrefix {
  /** {@code __Host-}: no other host of the domain has set it. */
  HOST,
  /** {@code __Host-Http-}: no script has, either. */
  HTTP
}
