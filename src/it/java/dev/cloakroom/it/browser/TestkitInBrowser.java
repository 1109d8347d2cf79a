package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.client.LoginClient;
import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testkit.BaseUrl;
import dev.cloakroom.testkit.LoggedInAs;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriver;

/** A browser is logged in by the cookie of the test kit's client. */
@InBrowser
@LoggedInAs(value = "alice", groups = "user")
class TestkitInBrowser {
  @BaseUrl private final URI shop;
  private final WebDriver driver;

  TestkitInBrowser(ServerProcess process, Browsers browsers) {
    this.shop = process.server().http("/" + BankWars.TESTED);
    this.driver = browsers.fresh(ThirdPartyCookies.BLOCKED).driver();
  }

  @Test
  void cookie_logsTheBrowserIn(LoginClient alice) {
    driver.get(shop + "/declared/account");
    assertThat(driver.getCurrentUrl()).contains("/login.html");

    driver.get(shop + "/login.html");
    alice
        .cookies()
        .toMap()
        .forEach((name, value) -> driver.manage().addCookie(forBrowser(name, value)));
    driver.get(shop + "/declared/account");

    assertThat(driver.getPageSource()).contains("balance of alice");
  }

  private static Cookie forBrowser(String name, String value) {
    return new Cookie.Builder(name, value).isSecure(name.startsWith("__")).build();
  }
}
