package dev.cloakroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.LoginSession;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Where it is written who is logged in, and which of several places counts. */
class TestCallerTest {

  /** Composed of it. */
  @Retention(RetentionPolicy.RUNTIME)
  @LoggedInAs(value = "root", groups = "admin")
  @interface Admin {}

  @NotLoggedIn
  private static class OfNobody {}

  @LoggedInAs("bob")
  private static class OfBob extends OfNobody {}

  @NotLoggedIn
  private static class OfNobodyAgain extends OfBob {}

  private static class Inheriting extends OfBob {}

  @Admin
  private interface OfAdmins {}

  private static class Implementing implements OfAdmins {}

  @Admin
  @LoggedInAs("carol")
  private static class OfCarol {}

  @LoggedInAs("dave")
  @NotLoggedIn
  private static class Contradictory {}

  private static String at(Class<?> place) {
    return TestCaller.writtenAt(place).orElseThrow().name();
  }

  @Test
  void declared_winsOverInherited() {
    assertThat(at(OfBob.class)).isEqualTo("bob");
    assertThat(at(OfNobodyAgain.class)).isEmpty();
    assertThat(at(Inheriting.class)).isEqualTo("bob");
  }

  @Test
  void composed_counts_afterWhatIsWrittenOut() {
    assertThat(at(Implementing.class)).isEqualTo("root");
    assertThat(at(OfCarol.class)).isEqualTo("carol");
    assertThat(TestCaller.writtenAt(String.class)).isEmpty();
  }

  @Test
  void both_isRefused() {
    assertThatExceptionOfType(ExtensionConfigurationException.class)
        .isThrownBy(() -> at(Contradictory.class))
        .withMessageContaining("Contradictory");
  }

  /** By an annotation that is composed, at each of the places. */
  @Nested
  @Admin
  class OfAComposedAnnotation {

    @Test
    void caller_isThere(LoginSession session) {
      assertThat(session.callerName()).isEqualTo("root");
      assertThat(session.groups()).containsExactly("admin");
    }

    @Test
    @NotLoggedIn
    void parameter_wins(LoginSession nobody, @Admin LoginSession root) {
      assertThat(nobody.isAnonymous()).isTrue();
      assertThat(root.callerName()).isEqualTo("root");
    }
  }

  /** Whose tests are those of classes that say somebody else. */
  @NotLoggedIn
  abstract static class Inherited {
    abstract String expected();

    @Test
    void caller_isThatOfTheSubclass(LoginSession session) {
      assertThat(session.callerName()).isEqualTo(expected());
    }
  }

  /** Somebody, where the class above says nobody. */
  @Nested
  @LoggedInAs("bob")
  class OfASubclass extends Inherited {
    @Override
    String expected() {
      return "bob";
    }
  }
}
