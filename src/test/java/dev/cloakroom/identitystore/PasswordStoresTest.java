package dev.cloakroom.identitystore;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.cloakroom.PasswordUpgrade;
import dev.cloakroom.password.Argon2idPasswordHash;
import dev.cloakroom.password.DecoyHash;
import dev.cloakroom.password.Pepper;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordStoresTest {
  private static final String OLD =
      "PBKDF2WithHmacSHA512:1024:DbjXqT9p8VhJ7OtU6DrqDw==:p/qihG8IZKkz03JzKd6XXA==";
  private static final int LOGINS = 40;
  private static final Credential BOB = new UsernamePasswordCredential("bob", "secret1");
  private static final long OF_ONE_HASH = 19L * 1024 * 1024;
  private static final long OF_ALL_ELSE = 8L * 1024 * 1024;

  private final DecoyHash decoy = new DecoyHash();
  private final Argon2idPasswordHash hash = new Argon2idPasswordHash(Pepper.NONE, decoy);
  private final AtomicReference<String> stored = new AtomicReference<>(OLD);
  private final ConcurrentLinkedQueue<String> replaced = new ConcurrentLinkedQueue<>();

  private PasswordStores stores(PasswordUpgrade... upgrades) {
    return new PasswordStores(this::validate, new PasswordUpgrades(List.of(upgrades)), decoy);
  }

  /** As a database store does, which asks no hash about a name that it does not know. */
  private CredentialValidationResult validate(Credential credential) {
    UsernamePasswordCredential login = (UsernamePasswordCredential) credential;
    return login.getCaller().equals("alice")
            && hash.verify(login.getPassword().getValue(), stored.get())
        ? new CredentialValidationResult(login.getCaller(), Set.of("user"))
        : CredentialValidationResult.INVALID_RESULT;
  }

  private void store(String callerName, String before, String better) {
    replaced.add(callerName);
    assertThat(stored.compareAndSet(before, better)).isTrue();
  }

  /** What Argon2 fills is allocated by the thread that hashes. */
  private static long bytesFilledBy(Runnable login) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    login.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static Credential login(String password) {
    return new UsernamePasswordCredential("alice", password);
  }

  @Test
  @Tag("P5")
  void login_byAnOutdatedHash_replacesItOnce() {
    PasswordStores stores = stores(this::store);

    assertThat(stores.validate(login("secret1")).getStatus()).isEqualTo(Status.VALID);
    assertThat(stored.get()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(stores.validate(login("secret1")).getStatus()).isEqualTo(Status.VALID);
    assertThat(replaced).containsExactly("alice");
  }

  @Test
  @Tag("S15")
  void login_ofManyAtOnce_replacesTheHashOnce() throws Exception {
    PasswordStores stores = stores(this::store);
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Status>> logins =
          IntStream.range(0, LOGINS)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return stores.validate(login("secret1")).getStatus();
                          }))
              .toList();
      start.countDown();
      for (Future<Status> one : logins) {
        assertThat(one.get()).isEqualTo(Status.VALID);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(replaced).containsExactly("alice");
  }

  /** As when a table is restored, or two callers were given the same row. */
  @Test
  void login_byTheSameHashStoredAnew_replacesItAgain() {
    PasswordStores stores = stores(this::store);
    stores.validate(login("secret1"));
    stored.set(OLD);

    assertThat(stores.validate(login("secret1")).getStatus()).isEqualTo(Status.VALID);
    assertThat(stored.get()).startsWith("$argon2id$");
    assertThat(replaced).containsExactly("alice", "alice");
  }

  @Test
  void login_withAWrongPassword_replacesNothing() {
    assertThat(stores(this::store).validate(login("secret2")).getStatus())
        .isEqualTo(Status.INVALID);
    assertThat(stored.get()).isEqualTo(OLD);
    assertThat(replaced).isEmpty();
  }

  @Test
  @Tag("P2")
  void login_byAnUnknownName_costsAsMuchAsByAWrongPassword() {
    stored.set(hash.generate("secret1".toCharArray()));
    PasswordStores stores = stores();

    long known = bytesFilledBy(() -> stores.validate(login("secret2")));
    long unknown = bytesFilledBy(() -> stores.validate(BOB));

    assertThat(known).isBetween(OF_ONE_HASH, OF_ONE_HASH + OF_ALL_ELSE);
    assertThat(unknown).isBetween(OF_ONE_HASH, OF_ONE_HASH + OF_ALL_ELSE);
  }

  /** Some stores refuse a disabled caller before they look at the password, some after. */
  @ParameterizedTest
  @CsvSource({"true, secret1", "true, secret2", "false, secret1", "false, secret2"})
  @Tag("P2")
  void login_byADisabledName_costsAsMuchAsByAWrongPassword(boolean hashes, String password) {
    stored.set(hash.generate("secret1".toCharArray()));
    decoy.verify("any".toCharArray());
    PasswordStores stores =
        new PasswordStores(
            login -> {
              if (hashes) {
                validate(login);
              }
              return CredentialValidationResult.INVALID_RESULT;
            },
            new PasswordUpgrades(List.of()),
            decoy);

    assertThat(bytesFilledBy(() -> stores.validate(login(password))))
        .isBetween(OF_ONE_HASH, OF_ONE_HASH + OF_ALL_ELSE);
  }

  @Test
  @Tag("P2")
  void login_byAnUnknownName_beforeAnyOther_costsWhatANewHashDoes() {
    assertThat(bytesFilledBy(() -> stores().validate(BOB)))
        .isBetween(OF_ONE_HASH, OF_ONE_HASH + OF_ALL_ELSE);
  }

  /** In a table that was taken over an unknown name is no more than a known one. */
  @Test
  @Tag("P2")
  void login_byAnUnknownName_costsWhatTheStoredHashesDo() {
    PasswordStores stores = stores();
    stores.validate(login("secret2"));

    assertThat(bytesFilledBy(() -> stores.validate(BOB))).isLessThan(OF_ALL_ELSE);
  }

  @Test
  @Tag("P2")
  void login_byAPasswordThatIsTooLong_costsNothing_whateverTheName() {
    String tooLong = "x".repeat(1025);

    assertThat(bytesFilledBy(() -> stores().validate(login(tooLong)))).isLessThan(OF_ALL_ELSE);
    assertThat(
            bytesFilledBy(() -> stores().validate(new UsernamePasswordCredential("bob", tooLong))))
        .isLessThan(OF_ALL_ELSE);
  }

  @Test
  void credentialOfAnotherKind_costsNothing() {
    PasswordStores stores =
        new PasswordStores(
            credential -> CredentialValidationResult.NOT_VALIDATED_RESULT,
            new PasswordUpgrades(List.of()),
            decoy);

    assertThat(bytesFilledBy(() -> stores.validate(new CallerOnlyCredential("bob"))))
        .isLessThan(OF_ALL_ELSE);
  }

  @Test
  void login_whereNobodyStoresHashes_leavesThem() {
    assertThat(stores().validate(login("secret1")).getStatus()).isEqualTo(Status.VALID);
    assertThat(stored.get()).isEqualTo(OLD);
  }

  @Test
  void upgrade_thatFails_failsNoLogin_andIsTriedAgain() {
    PasswordStores stores =
        stores(
            (callerName, before, better) -> {
              replaced.add(callerName);
              throw new IllegalStateException("the database is away");
            });

    assertThat(stores.validate(login("secret1")).getStatus()).isEqualTo(Status.VALID);
    assertThat(stores.validate(login("secret1")).getStatus()).isEqualTo(Status.VALID);
    assertThat(replaced).containsExactly("alice", "alice");
  }
}
