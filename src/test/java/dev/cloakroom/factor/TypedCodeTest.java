package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"012345", " 012345", "012 345", "01 23 45\n", "012\u00a0345", "012\u2009345"})
  void digits_inWhateverGroups_areTheCode(String typed) {
    assertThat(TypedCode.digits(typed)).contains("012345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01234",
        "0123456",
        "012-345",
        "+12345",
        "-12345",
        "01234a",
        "\u0660\u0661\u0662\u0663\u0664\u0665",
        "\uff10\uff11\uff12\uff13\uff14\uff15",
        "\ud835\udfce12345"
      })
  void digits_ofAnythingElse_areNone(String typed) {
    assertThat(TypedCode.digits(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7K01-M8XC-0VTD-3HZP",
        "7k01-m8xc-0vtd-3hzp",
        "7K01M8XC0VTD3HZP",
        " 7K01 M8XC 0VTD 3HZP\t",
        "7koi-m8xc-ovtd-3hzp",
        "7K0l-M8XC-0VTD-3HZP"
      })
  void recovery_inWhateverCaseAndGroups_isTheCode(String typed) {
    assertThat(TypedCode.recovery(typed)).contains("7K01M8XC0VTD3HZP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7K01-M8XC-0VTD-3HZ", "7K01-M8XC-0VTD-3HZPP", "123456", "----"})
  void recovery_ofAnotherLength_isNone(String typed) {
    assertThat(TypedCode.recovery(typed)).isEmpty();
  }
}
