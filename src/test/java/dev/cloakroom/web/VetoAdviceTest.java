package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.LogLines;
import org.junit.jupiter.api.Test;

class VetoAdviceTest {
  private final VetoAdvice advice = new VetoAdvice("Set this.");

  @Test
  void callerNotAccepted_saysOnceWhatToDo() {
    try (LogLines log = LogLines.of("dev.cloakroom.web")) {
      advice.callerNotAccepted();
      advice.callerNotAccepted();

      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("does not accept whom Cloakroom logged in. Set this.");
    }
  }

  @Test
  void mechanismNotAsked_saysOnceWhatToRemove() {
    try (LogLines log = LogLines.of("dev.cloakroom.web")) {
      advice.mechanismNotAsked();
      advice.mechanismNotAsked();

      assertThat(log.lines()).singleElement().asString().contains("did not ask", "Remove that");
    }
  }

  @Test
  void advice_ofAnotherApplication_isGivenForItself() {
    try (LogLines log = LogLines.of("dev.cloakroom.web")) {
      advice.callerNotAccepted();
      new VetoAdvice("Set that.").callerNotAccepted();

      assertThat(log.lines()).hasSize(2);
    }
  }
}
