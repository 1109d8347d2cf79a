package dev.cloakroom.it.probe;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;

/** The one LDAP directory of the tests, on the loopback address, with one caller in one group. */
public final class Directory {
  private static final InMemoryDirectoryServer SERVER = started();

  private Directory() {}

  /** Where it listens. */
  public static String url() {
    return "ldap://127.0.0.1:" + SERVER.getListenPort();
  }

  /** Makes the directory unreachable while something runs. */
  static void downWhile(Runnable run) throws LDAPException {
    SERVER.shutDown(true);
    try {
      run.run();
    } finally {
      SERVER.startListening();
    }
  }

  private static InMemoryDirectoryServer started() {
    try {
      InMemoryDirectoryServer server = new InMemoryDirectoryServer(config());
      server.add("dn: dc=example", "objectClass: domain", "dc: example");
      server.add("dn: ou=people,dc=example", "objectClass: organizationalUnit", "ou: people");
      server.add("dn: ou=groups,dc=example", "objectClass: organizationalUnit", "ou: groups");
      server.add(
          "dn: uid=lena,ou=people,dc=example",
          "objectClass: inetOrgPerson",
          "uid: lena",
          "cn: Lena",
          "sn: L",
          "userPassword: in-directory");
      server.add(
          "dn: cn=staff,ou=groups,dc=example",
          "objectClass: groupOfNames",
          "cn: staff",
          "member: uid=lena,ou=people,dc=example");
      server.startListening();
      return server;
    } catch (LDAPException | LDIFException failed) {
      throw new IllegalStateException("the directory in memory did not start", failed);
    }
  }

  private static InMemoryDirectoryServerConfig config() throws LDAPException {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example");
    config.addAdditionalBindCredentials("cn=reader", "reads");
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
    return config;
  }
}
