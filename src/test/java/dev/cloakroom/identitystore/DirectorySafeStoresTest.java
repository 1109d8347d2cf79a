package dev.cloakroom.identitystore;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorySafeStoresTest {
  private final List<Credential> asked = new ArrayList<>();
  private final DirectorySafeStores stores =
      new DirectorySafeStores(
          credential -> {
            asked.add(credential);
            return new CredentialValidationResult("alice", Set.of("user"));
          });

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice*",
        "*",
        "alice)(uid=*",
        "alice(",
        "alice)",
        "al\\69ce",
        "alice,ou=guests",
        "alice+cn=Alice",
        "\"alice\"",
        "#0405616c696365",
      })
  @Tag("P11")
  void nameWithTheSyntaxOfADirectory_isRefused_andNoStoreIsAsked(String name) {
    assertIsRefused(name);
  }

  /** It compares names without, or takes others for these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice\u0000",
        "ali\nce",
        "ali\tce",
        "alice\u007f",
        "ali\u0085ce",
        "ali\u00adce",
        "ali\u200bce",
        "ali\u202ece",
        "\ufeffalice",
        "ali\u2028ce",
        " alice",
        "alice ",
        "al  ice",
        "al\u00a0ice",
        "al\u3000ice",
        "\uff41lice",
        "\u24d0lice",
        "ali\u034fce",
        "alice\ufe0f",
        "alice\ufffc",
      })
  @Tag("P11")
  void nameOfLettersThatADirectoryDoesNotSee_isRefused_andNoStoreIsAsked(String name) {
    assertIsRefused(name);
  }

  private void assertIsRefused(String name) {
    CredentialValidationResult byPassword =
        stores.validate(new UsernamePasswordCredential(name, "secret"));
    CredentialValidationResult byName = stores.validate(new CallerOnlyCredential(name));

    assertThat(byPassword.getStatus()).isEqualTo(Status.INVALID);
    assertThat(byName.getStatus()).isEqualTo(Status.INVALID);
    assertThat(asked).isEmpty();
  }

  /** Half of a character, which JUnit cannot print. */
  @Test
  @Tag("P11")
  void nameWithALoneSurrogate_isRefused() {
    String half = "alice" + '\ud83d';

    assertThat(stores.validate(new UsernamePasswordCredential(half, "secret")).getStatus())
        .isEqualTo(Status.INVALID);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "Alice Liddell",
        "alice@example.org",
        "O'Hara, Scarlett",
        "EXAMPLE/alice",
        "a+b-c_d.e#1",
        "\u00e9milie",
        "e\u0301milie",
        "\u674e\u96f7",
        "\ud83d\udd11",
      })
  @Tag("P11")
  void otherName_isTheStoresToKnow(String name) {
    Credential credential = new UsernamePasswordCredential(name, "secret");

    assertThat(stores.validate(credential).getStatus()).isEqualTo(Status.VALID);
    assertThat(asked).containsExactly(credential);
  }

  /** RFC 4513 §5.1.2: a directory would take it for nobody, and say yes. */
  @Test
  @Tag("P6")
  void emptyPassword_isRefused_andNoStoreIsAsked() {
    assertThat(stores.validate(new UsernamePasswordCredential("alice", "")).getStatus())
        .isEqualTo(Status.INVALID);
    assertThat(asked).isEmpty();
    assertThat(stores.validate(new UsernamePasswordCredential("alice", " ")).getStatus())
        .isEqualTo(Status.VALID);
  }

  @Test
  void credentialOfAnotherKind_isTheStoresToKnow() {
    Credential token = new AccessTokenCredential("a*b");

    assertThat(stores.validate(token).getStatus()).isEqualTo(Status.VALID);
    assertThat(asked).containsExactly(token);
  }
}
