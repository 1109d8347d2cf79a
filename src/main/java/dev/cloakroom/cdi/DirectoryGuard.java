package dev.cloakroom.cdi;

import dev.cloakroom.identitystore.DirectorySafeStores;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;

/** Whether names are kept from identity stores that a directory could take for others. */
final class DirectoryGuard {

  private DirectoryGuard() {}

  /** The stores, guarded where the settings say so, or the application has such a directory. */
  static IdentityStoreHandler of(
      IdentityStoreHandler stores, Deployment deployment, CloakroomExtension found) {
    boolean safe =
        switch (deployment.settings().login().ldapSafe()) {
          case AUTO -> found.hasLdapStore();
          case ON -> true;
          case OFF -> false;
        };
    return safe ? new DirectorySafeStores(stores) : stores;
  }
}
