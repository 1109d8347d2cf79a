package dev.cloakroom.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NIST SP 800-63B-4, section 3.1.1.2. */
class PasswordRulesTest {

  private static List<String> problems(PasswordRules rules, String password) {
    return rules.problems("alice", password.toCharArray());
  }

  @Test
  void length_standard_is15CharactersOfAnyKind() {
    PasswordRules rules = PasswordRules.standard();

    assertThat(problems(rules, "aaaaaaaaaaaaaa"))
        .containsExactly("A password has at least 15 characters.");
    assertThat(problems(rules, "aaaaaaaaaaaaaaa")).isEmpty();
    assertThat(problems(rules, "               ")).isEmpty();
    assertThat(problems(rules, "\ud83d\udd11".repeat(14))).hasSize(1);
    assertThat(problems(rules, "\ud83d\udd11".repeat(15))).isEmpty();
  }

  @Test
  void length_beside_aSecondFactor_mayBe8_andNoLess() {
    assertThat(problems(PasswordRules.standard().ofLength(8), "12345678")).isEmpty();
    assertThat(problems(PasswordRules.standard().ofLength(8), "1234567")).hasSize(1);
    assertThatThrownBy(() -> PasswordRules.standard().ofLength(7)).hasMessageContaining("not 7");
    assertThatThrownBy(() -> PasswordRules.standard().ofLength(65)).hasMessageContaining("not 65");
  }

  @Test
  @Tag("P3")
  void length_of64AndFarMore_isNeverTooLong_upTo1024Bytes() {
    assertThat(problems(PasswordRules.standard().ofLength(64), "a".repeat(64))).isEmpty();
    assertThat(problems(PasswordRules.standard(), "a".repeat(1024))).isEmpty();
    assertThat(problems(PasswordRules.standard(), "a".repeat(1025)))
        .singleElement()
        .asString()
        .contains("at most 1,024 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "alice, alicealicealice",
    "alice, AliceALICEalice1",
    "alice, alice1alice2alice3",
    "alice, 1234567alicealice",
    "Alice.Liddell@example.org, alice.liddell@example.org",
    "Alice.Liddell@example.org, alice.liddell12",
  })
  void name_andLittleElse_isRefused(String callerName, String password) {
    assertThat(PasswordRules.standard().problems(callerName, password.toCharArray()))
        .containsExactly("A password is more than the name that goes with it.");
  }

  @ParameterizedTest
  @CsvSource({
    "alice, alice in wonderland",
    "al, alalalalalalalalal",
    "an, banananananananana",
    "alice@example.org, white rabbit hole",
  })
  void name_withinAPhrase_isGood(String callerName, String password) {
    assertThat(PasswordRules.standard().problems(callerName, password.toCharArray())).isEmpty();
  }

  /** SHA-1 of "password" is 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8. */
  @Test
  void listed_isRefused_andPaddingIsNot(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("5BAA6.txt");
    Files.writeString(
        file,
        "0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n1E4C9B93F3F0682250B6CF8331B7EE68FD8:10434004\r\n");
    PasswordRules rules =
        PasswordRules.standard().ofLength(8).without(BreachedPasswords.in(directory));

    assertThat(problems(rules, "password"))
        .containsExactly("This password is on a list of those that guessers try first.");
    assertThat(problems(rules, "Password")).isEmpty();
    Files.writeString(file, "1E4C9B93F3F0682250B6CF8331B7EE68FD8:0\n");
    assertThat(problems(rules, "password")).isEmpty();
  }

  @Test
  void list_thatIsNotThere_isRefusedAtOnce(@TempDir Path directory) {
    Path missing = directory.resolve("none");

    assertThatThrownBy(() -> BreachedPasswords.in(missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(missing.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000bcdefghijklmnop", "\u0000"})
  void whatCannotBeHashed_isRefusedInASentence(String password) {
    assertThat(problems(PasswordRules.standard(), password))
        .containsExactly("A password is text; this one has a NUL character.");
  }

  @Test
  void password_isItsOwnersToWipe() {
    char[] password = "correct horse battery".toCharArray();

    PasswordRules.standard().problems("alice", password);

    assertThat(new String(password)).isEqualTo("correct horse battery");
  }
}
