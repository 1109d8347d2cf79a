package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Second factors by the module {@code cloakroom.js} in the scripts of pages. */
@InBrowser
class FactorInBrowser {
  private final Browser browser;
  private final ServerProcess process;

  FactorInBrowser(ServerProcess process, Browsers browsers) {
    this.browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
    this.process = process;
  }

  @ParameterizedTest
  @ValueSource(strings = {BankWars.LAX, BankWars.TOKENS})
  @Tag("S13")
  @Tag("B1")
  void login_saysWhatItNeeds_andIsCompleteWithIt_andProvenOnceMore(String war) {
    Bank bank = Bank.of(process.server(), war);
    browser.open(bank.url("login.html"));

    assertThat(
            bank.run(
                browser,
                "api/account",
                """
                const name = "user-factor-script";
                const after = (asked) => String(Number(asked.challenges.number) + 1);
                let told = 0;
                cloakroom.events.addEventListener("login", () => told++);
                const needed = await cloakroom.login(name, "pw-" + name).catch((refusal) => refusal);
                const seen = [needed.status, needed.reason, needed.methods, document.cookie, told];
                seen.push(await cloakroom.session());
                const wrong = await cloakroom.proveFactor({method: "number", answer: "0"}).catch((refusal) => refusal);
                seen.push(wrong.reason);
                const who = await cloakroom.proveFactor({method: needed.methods[0], answer: after(needed)});
                seen.push(who.user.name, who.session.level, told, (await fetch(address)).status);
                const asked = await cloakroom.factors();
                const once = await cloakroom.proveFactor(
                  {method: "number", answer: after(asked), factorToken: asked.factorToken});
                seen.push(once.session.id === who.session.id, (await cloakroom.session()).session.level);
                return seen.map((one) => String(one)).join();
                """))
        .isEqualTo(
            "401,factor-required,number,,0,null,factor-refused,user-factor-script,2,1,200,true,2");
  }
}
