package dev.cloakroom.it.password.app;

import dev.cloakroom.password.Pbkdf2Sha256PasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.DatabaseIdentityStoreDefinition;

/** Callers whose passwords are hashed by PBKDF2, with more iterations than it has by itself. */
@ApplicationScoped
@DatabaseIdentityStoreDefinition(
    dataSourceLookup = AccountTable.DATABASE,
    callerQuery = "select password from peppered where name = ?",
    groupsQuery = "select 'user' from peppered where name = ?",
    hashAlgorithm = Pbkdf2Sha256PasswordHash.class,
    hashAlgorithmParameters = "Pbkdf2Sha256PasswordHash.Iterations=600001")
public class PepperedAccounts implements Accounts {
  private final AccountTable table = new AccountTable("peppered");

  @Inject Pbkdf2Sha256PasswordHash hash;

  void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
    fill();
  }

  @Override
  public void fill() {
    table.create();
    table.insert("ours", hash.generate("secret1".toCharArray()));
  }

  @Override
  public String stored(String name) {
    return table.stored(name);
  }
}
