package dev.cloakroom.identitystore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.identitystore.CallerValidation.NotValidated;
import dev.cloakroom.identitystore.CallerValidation.Validated;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerValidatorTest {
  private static final Credential SHOWN = new UsernamePasswordCredential("alice", "hunter2");
  private static final Logger LOG = Logger.getLogger("dev.cloakroom.identitystore");

  private final List<LogRecord> logged = new ArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.addHandler(listener);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(listener);
    LOG.setUseParentHandlers(true);
  }

  private static CallerValidation of(CredentialValidationResult result) {
    return new CallerValidator(shown -> result).validate(SHOWN);
  }

  @Test
  void valid_isTheCallerAndTheirGroups() {
    CallerValidation validation = of(new CredentialValidationResult("alice", Set.of("user")));

    assertThat(validation)
        .isInstanceOfSatisfying(
            Validated.class,
            valid -> {
              assertThat(valid.caller().getName()).isEqualTo("alice");
              assertThat(valid.groups()).containsExactly("user");
            });
    assertThat(logged).isEmpty();
  }

  @Test
  void valid_withoutGroups_hasNone() {
    assertThat(of(new CredentialValidationResult("alice")))
        .isInstanceOfSatisfying(Validated.class, valid -> assertThat(valid.groups()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  @Tag("G8")
  void valid_withoutAName_isRefused(String name) {
    List<String> current = new ArrayList<>(List.of("alice"));
    CallerPrincipal caller =
        new CallerPrincipal("alice") {
          private static final long serialVersionUID = 1L;

          @Override
          public String getName() {
            return current.get(0);
          }
        };
    // The result checks its caller when it is made, and no other time.
    CredentialValidationResult result = new CredentialValidationResult(caller, Set.of("user"));
    assertThat(of(result)).isInstanceOf(Validated.class);

    current.set(0, name);

    assertThat(of(result)).isEqualTo(NotValidated.REFUSED);
  }

  @Test
  void invalid_isRefusedWithoutALogLine() {
    assertThat(of(CredentialValidationResult.INVALID_RESULT)).isEqualTo(NotValidated.REFUSED);
    assertThat(logged).isEmpty();
  }

  @Test
  void notValidated_isRefusedWithAHint() {
    assertThat(of(CredentialValidationResult.NOT_VALIDATED_RESULT)).isEqualTo(NotValidated.REFUSED);
    assertThat(logged)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getLevel()).isEqualTo(Level.WARNING);
              assertThat(entry.getMessage()).contains("Add an @ApplicationScoped IdentityStore");
              assertThat(entry.getParameters()).containsExactly("UsernamePasswordCredential");
            });
  }

  @Test
  @Tag("G8")
  @Tag("G5")
  void throwingStore_isUnavailableAndLoggedWithoutTheCredential() {
    IllegalStateException failure = new IllegalStateException("the directory is away");
    CallerValidator validator =
        new CallerValidator(
            shown -> {
              throw failure;
            });

    assertThat(validator.validate(SHOWN)).isEqualTo(NotValidated.UNAVAILABLE);
    assertThat(logged)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getThrown()).isSameAs(failure);
              assertThat(entry.getMessage()).doesNotContain("hunter2");
            });
  }
}
