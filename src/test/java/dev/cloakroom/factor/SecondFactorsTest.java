package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.SecondFactor;
import dev.cloakroom.testing.NumberFactor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondFactorsTest {

  /** A factor of everybody's that believes anything. */
  private record Anything(String method, @Nullable String asks) implements SecondFactor {
    @Override
    public boolean isEnrolled(String callerName) {
      return true;
    }

    @Override
    public Optional<String> challenge(String callerName) {
      return Optional.ofNullable(asks);
    }

    @Override
    public boolean proves(String callerName, @Nullable String challenge, String answer) {
      return true;
    }
  }

  private static SecondFactors of(SecondFactor... beans) {
    return new SecondFactors(() -> List.of(beans));
  }

  private static FactorTry tried(FactorQuestion question, String method) {
    return new FactorTry("alice", question, method, "x", null);
  }

  @Test
  void callerIsAskedForWhatTheyHave_inTheOrderOfItsNames() {
    SecondFactors factors =
        of(new NumberFactor(), new Anything("otp", null), new Anything("hwk", "sign"));

    assertThat(factors.askedOf("alice").methods()).containsExactly("hwk", "number", "otp");
    assertThat(factors.askedOf("bob").methods()).containsExactly("hwk", "otp");
    assertThat(factors.askedOf("bob").challenges()).containsOnlyKeys("hwk");
    assertThat(of().askedOf("alice").isNone()).isTrue();
    assertThat(of(new NumberFactor()).askedOf("bob").isNone()).isTrue();
  }

  @Test
  @Tag("P8")
  void answer_countsForWhatWasAskedAlone() {
    SecondFactors factors = of(new Anything("otp", null), new Anything("hwk", "sign"));
    FactorQuestion otp = factors.askedOf("alice", "otp");

    assertThat(factors.isProven(tried(otp, "otp"))).isTrue();
    assertThat(factors.isProven(tried(otp, "hwk"))).isFalse();
    assertThat(factors.isProven(tried(FactorQuestion.NONE, "otp"))).isFalse();
    assertThat(factors.askedOf("alice", "sms").isNone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OTP", "o p", "ötp", "a23456789012345678901234567890123"})
  @Tag("G8")
  void methodThatIsNone_failsEachLogin(String method) {
    assertThatExceptionOfType(FactorFailedException.class)
        .isThrownBy(() -> of(new Anything(method, null)).askedOf("alice"));
  }

  @Test
  @Tag("G8")
  void twoOfOneName_failEachLogin() {
    assertThatExceptionOfType(FactorFailedException.class)
        .isThrownBy(() -> of(new Anything("otp", null), new Anything("otp", "x")).askedOf("alice"))
        .withMessageContaining("Two second factors are called otp");
  }

  @Test
  void challenge_isUpTo4096Characters() {
    assertThat(of(new Anything("hwk", "x".repeat(4096))).askedOf("alice").isNone()).isFalse();
    assertThatExceptionOfType(FactorFailedException.class)
        .isThrownBy(() -> of(new Anything("hwk", "x".repeat(4097))).askedOf("alice"));
  }
}
