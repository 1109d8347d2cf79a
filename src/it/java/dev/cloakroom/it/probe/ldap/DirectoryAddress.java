package dev.cloakroom.it.probe.ldap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.identitystore.LdapIdentityStoreDefinition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The specification's own LDAP store, with the address of the tests' directory. */
@Named("directory")
@ApplicationScoped
@LdapIdentityStoreDefinition(
    url = "#{directory.url}",
    bindDn = "cn=reader",
    bindDnPassword = "reads",
    callerSearchBase = "ou=people,dc=example",
    callerSearchFilter = "(&(uid=%s)(objectClass=person))",
    groupSearchBase = "ou=groups,dc=example",
    groupSearchFilter = "(&(member=%s)(objectClass=groupOfNames))",
    priority = 110)
public class DirectoryAddress {
  @Inject
  @ConfigProperty(name = "probe.directory.url")
  String url;

  public String getUrl() {
    return url;
  }
}
