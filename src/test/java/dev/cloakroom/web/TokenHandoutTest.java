package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.LoginTokens;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenHandoutTest {
  private final TestApplication app = new TestApplication();

  @ParameterizedTest
  @CsvSource({"AUTO,true,false", "ALWAYS,true,true", "NEVER,false,false"})
  void isDue_byRuleAndClient(LoginTokens rule, boolean program, boolean browser) {
    TokenHandout handout = new TokenHandout(rule, app.accessTokens);
    FakeRequest page = FakeRequest.post("/login").header("Sec-Fetch-Mode", "cors");

    assertThat(handout.isDue(FakeRequest.post("/login"))).isEqualTo(program);
    assertThat(handout.isDue(page)).isEqualTo(browser);
  }
}
