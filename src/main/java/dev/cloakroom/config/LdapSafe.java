package dev.cloakroom.config;

/** Whether names are refused that a directory could take for a pattern, or for another name. */
public enum LdapSafe {
  /** Where the application has an {@code @LdapIdentityStoreDefinition}. */
  AUTO,
  ON,
  OFF
}
