package dev.cloakroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoIdentityStoreTest {

  private final DemoIdentityStore store = new DemoIdentityStore();

  @ParameterizedTest
  @CsvSource({
    "alice, 123",
    "bob, 123",
    "carol, 123",
    "user1, pass1",
    "user, password",
    "testuser, testpass",
    "test, pass"
  })
  void validate_rightPassword_isInGroupUser(String caller, String password) {
    CredentialValidationResult result = login(caller, password);

    assertThat(result.getStatus()).isEqualTo(CredentialValidationResult.Status.VALID);
    assertThat(result.getCallerPrincipal().getName()).isEqualTo(caller);
    assertThat(result.getCallerGroups()).containsExactly("user");
  }

  @Test
  void validate_administrator_isInBothGroups() {
    assertThat(login("admin", "admin-pass").getCallerGroups())
        .containsExactlyInAnyOrder("user", "admin");
  }

  @ParameterizedTest
  @CsvSource({"alice, 1234", "alice, 12", "alice, ''", "Alice, 123", "nobody, nobody", "'', 123"})
  @Tag("P6")
  @Tag("P11")
  void validate_wrongNameOrPassword_isInvalid(String caller, String password) {
    assertThat(login(caller, password)).isEqualTo(CredentialValidationResult.INVALID_RESULT);
  }

  @Test
  void changePassword_newOneLogsIn_andTheOldOneNoLonger() {
    store.changePassword("alice", "correct horse battery".toCharArray());

    assertThat(login("alice", "correct horse battery").getCallerGroups()).containsExactly("user");
    assertThat(login("alice", "123")).isEqualTo(CredentialValidationResult.INVALID_RESULT);
    assertThat(login("bob", "123").getStatus()).isEqualTo(CredentialValidationResult.Status.VALID);
    assertThat(store.isKnown("alice")).isTrue();
    assertThat(store.isKnown("mallory")).isFalse();
  }

  @Test
  void validate_credentialWithoutPassword_isNotValidated() {
    assertThat(store.validate(new CallerOnlyCredential("alice")))
        .isEqualTo(CredentialValidationResult.NOT_VALIDATED_RESULT);
  }

  private CredentialValidationResult login(String caller, String password) {
    return store.validate(new UsernamePasswordCredential(caller, password));
  }
}
