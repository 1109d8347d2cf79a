package dev.cloakroom.readme;

import dev.cloakroom.PasswordUpgrade;
import dev.cloakroom.password.Argon2idPasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.DatabaseIdentityStoreDefinition;

@ApplicationScoped
@DatabaseIdentityStoreDefinition(
    callerQuery = "select password from account where name = ?",
    groupsQuery = "select role from membership where name = ?",
    hashAlgorithm = Argon2idPasswordHash.class)
public class ShopAccounts implements PasswordUpgrade {

  @Inject private Accounts accounts;

  @Override
  public void replace(String callerName, String storedHash, String betterHash) {
    accounts.execute(
        "update account set password = ? where name = ? and password = ?",
        betterHash,
        callerName,
        storedHash);
  }
}
