package dev.cloakroom.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.password.Argon2idPasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The demo's callers. They are in the source because everybody may know them; a real application
 * keeps salted hashes (Argon2id or PBKDF2) in a database or asks a directory. A password that a
 * caller has changed is kept as such a hash, in memory, until this node ends. Thread-safe.
 */
@ApplicationScoped
public class DemoIdentityStore implements IdentityStore {

  private record Account(String password, Set<String> groups) {}

  private static final Map<String, Account> ACCOUNTS =
      Map.of(
          "alice", user("123"),
          "bob", user("123"),
          "carol", user("123"),
          "user1", user("pass1"),
          "user", user("password"),
          "testuser", user("testpass"),
          "test", user("pass"),
          "admin", new Account("admin-pass", Set.of(Caller.USER, Caller.ADMIN)));

  // Compared with when nobody has the name, so that an unknown name takes as long as a known one.
  private static final Account NOBODY = new Account("nobody", Set.of());

  private final Argon2idPasswordHash hashing = new Argon2idPasswordHash();
  private final Map<String, String> changedHashes = new ConcurrentHashMap<>();

  /** Whether there is a caller of this name. */
  boolean isKnown(String name) {
    return ACCOUNTS.containsKey(name);
  }

  /** Has a caller log in by this password from now on, and by no other. */
  void changePassword(String name, char[] password) {
    changedHashes.put(name, hashing.generate(password));
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof UsernamePasswordCredential login
        ? validate(login)
        : CredentialValidationResult.NOT_VALIDATED_RESULT;
  }

  private CredentialValidationResult validate(UsernamePasswordCredential login) {
    Account account = ACCOUNTS.getOrDefault(login.getCaller(), NOBODY);
    String changed = changedHashes.get(login.getCaller());
    boolean matches =
        changed == null
            ? isSame(account.password(), login.getPasswordAsString())
            : hashing.verify(login.getPassword().getValue(), changed);
    return matches && ACCOUNTS.containsKey(login.getCaller())
        ? new CredentialValidationResult(login.getCaller(), account.groups())
        : CredentialValidationResult.INVALID_RESULT;
  }

  private static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  private static Account user(String password) {
    return new Account(password, Set.of(Caller.USER));
  }
}
