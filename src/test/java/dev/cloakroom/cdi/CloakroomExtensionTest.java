package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.security.enterprise.identitystore.DatabaseIdentityStoreDefinition;
import jakarta.security.enterprise.identitystore.LdapIdentityStoreDefinition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is found of an application while its beans are. */
class CloakroomExtensionTest {

  @ApplicationScoped
  @LdapIdentityStoreDefinition(url = "ldap://127.0.0.1")
  static class InDirectory {}

  @ApplicationScoped
  @DatabaseIdentityStoreDefinition
  static class InDatabase {
    @Produces
    String text() {
      return "";
    }
  }

  private static boolean hasLdapStore(Class<?>... beans) {
    CloakroomExtension extension = new CloakroomExtension();
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(beans)
            .addExtensions(extension)
            .initialize()) {
      assertThat(container.isRunning()).isTrue();
      return extension.hasLdapStore();
    }
  }

  @Test
  @Tag("P11")
  void ldapStore_isFound_whereABeanDefinesOne() {
    assertThat(hasLdapStore(InDatabase.class, InDirectory.class)).isTrue();
    assertThat(hasLdapStore(InDatabase.class)).isFalse();
  }
}
