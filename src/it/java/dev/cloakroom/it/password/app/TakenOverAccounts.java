package dev.cloakroom.it.password.app;

import dev.cloakroom.password.Argon2idPasswordHash;
import dev.cloakroom.readme.ShopAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;

/**
 * Callers whose passwords others have hashed, and one whose is ours: the tables of the README's
 * {@link ShopAccounts}, which has better hashes stored.
 */
@ApplicationScoped
public class TakenOverAccounts implements Accounts, dev.cloakroom.readme.Accounts {
  /** Of Spring Security's own tests. */
  private static final String OF_SPRING =
      "{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG";

  private static final String OF_FOUR_GIBIBYTES =
      "$argon2id$v=19$m=4194304,t=1,p=1$AAECAwQFBgcICQoLDA0ODw"
          + "$NwL+xSmigNiAOgl+I2jEaRCGhgM4MrAYuhRj2xV8e+o";

  private final AccountTable table = new AccountTable("account");

  @Inject Argon2idPasswordHash hash;

  /** The server's own. */
  @Inject Pbkdf2PasswordHash formerHash;

  void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
    fill();
  }

  @Override
  public void fill() {
    AccountTable.execute("drop view if exists membership");
    table.create();
    AccountTable.execute("create view membership as select name, 'user' as role from account");
    table.insert("ours", hash.generate("secret1".toCharArray()));
    table.insert("server", formerHash.generate("secret1".toCharArray()));
    table.insert("parallel", formerHash.generate("secret1".toCharArray()));
    table.insert("spring", OF_SPRING);
    table.insert("bcrypt", OF_SPRING.replace("{bcrypt}", ""));
    table.insert("costly", OF_FOUR_GIBIBYTES);
    table.insert("plain", "secret1");
    table.insert("empty", "");
  }

  /** And counts it. */
  @Override
  public void execute(String sql, String... values) {
    AccountTable.execute(
        sql.replace("set password", "set replaced = replaced + 1, password"), values);
  }

  @Override
  public String stored(String name) {
    return table.stored(name);
  }
}
