package dev.cloakroom.it.browser;

import dev.cloakroom.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A Chromium with a profile of its own, which knows the {@link Site}s and trusts their certificate.
 * Must be closed. Not thread-safe.
 */
final class Browser implements AutoCloseable {

  /** Whether a page's cookies go along with what pages of other sites ask of it. */
  enum ThirdPartyCookies {
    ALLOWED(0, false),
    BLOCKED(1, true);

    private final int mode;
    private final boolean blocked;

    ThirdPartyCookies(int mode, boolean blocked) {
      this.mode = mode;
      this.blocked = blocked;
    }

    private Map<String, Object> preferences() {
      return Map.of(
          "profile.cookie_controls_mode", mode, "profile.block_third_party_cookies", blocked);
    }
  }

  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-dev-shm-usage",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-proxy-server",
          "--host-resolver-rules=MAP *.test 127.0.0.1");
  private static final Await SOON = Await.atMost(Duration.ofSeconds(10));
  private static final String FETCH =
      """
      const [address, options] = arguments;
      return fetch(address, options)
        .then(async (answer) => `${answer.type} ${answer.status} ${await answer.text()}`)
        .catch((failure) => failure.name);
      """;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts one.
   *
   * @param home the folder that it takes for its user's
   */
  static Browser in(Path home, Installed installed, ThirdPartyCookies cookies) {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(installed.driver().toFile())
            .usingAnyFreePort()
            .withEnvironment(Map.of("HOME", home.toString()))
            .build();
    ChromeOptions options =
        new ChromeOptions()
            .setBinary(installed.browser().toFile())
            .addArguments(FLAGS)
            .setExperimentalOption("prefs", cookies.preferences());
    return new Browser(new ChromeDriver(service, options));
  }

  /** What drives it, for tests that do so themselves. */
  WebDriver driver() {
    return driver;
  }

  /** Opens an address in the current tab. */
  Browser open(String address) {
    driver.switchTo().defaultContent();
    driver.get(address);
    return this;
  }

  /** Fills in the form that the page has, by the names of its fields. */
  Browser fillIn(Map<String, String> fields) {
    fields.forEach((name, value) -> driver.findElement(By.name(name)).sendKeys(value));
    return this;
  }

  /** Presses a button, the first that the CSS selector finds. */
  Browser press(String button) {
    driver.findElement(By.cssSelector(button)).click();
    return this;
  }

  /** Sends the form that the page has. */
  Browser send() {
    return press("form button");
  }

  void goBack() {
    driver.navigate().back();
  }

  /** What the page shows; nothing while it comes. */
  String text() {
    return run("return document.body?.innerText ?? ''");
  }

  /** What the page shows once that contains a text, or after some seconds. */
  String textWith(String part) {
    return until(this::text, part);
  }

  /** What a script of the page gives; of a promise, what it comes to. */
  String run(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  /** What {@code fetch} gives to a script of the page. */
  String fetch(String address, Map<String, ?> options) {
    return run(FETCH, address, options);
  }

  /** Makes the one frame of the page what is looked at, until another address is opened. */
  Browser turnToFrame() {
    driver.switchTo().frame(0);
    return this;
  }

  /** What the one frame of the page shows. */
  String textOfFrame() {
    String text = turnToFrame().text();
    driver.switchTo().defaultContent();
    return text;
  }

  /** The upper end of the page in a window of this size, as PNG. */
  byte[] picture(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    run("window.scrollTo(0, 0)");
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** Has the current tab be looked at: of this width, by people who like pages light, or dark. */
  void look(int width, String scheme) {
    driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Types keys, where the focus is. */
  void keys(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** The current tab. */
  String tab() {
    return driver.getWindowHandle();
  }

  /** Opens another tab, which is the current one from then on. */
  String openTab() {
    driver.switchTo().newWindow(WindowType.TAB);
    return tab();
  }

  /** Makes another tab the current one. */
  Browser turnTo(String tab) {
    driver.switchTo().window(tab);
    return this;
  }

  /** Makes that tab the current one which the page has opened, once it is there. */
  Browser turnToPopup() {
    String opener = tab();
    awaitPopup();
    return driver.getWindowHandles().stream()
        .filter(tab -> !tab.equals(opener))
        .findAny()
        .map(this::turnTo)
        .orElseThrow();
  }

  /** Forgets cookies, what it has kept, and all tabs but one, which is empty. */
  void forget() {
    String kept = openTab();
    for (String tab : driver.getWindowHandles()) {
      if (!tab.equals(kept)) {
        turnTo(tab);
        driver.close();
      }
    }
    turnTo(kept);
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
  }

  private void awaitPopup() {
    try {
      SOON.until(() -> driver.getWindowHandles().size() > 1);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static String until(Await.Question<String, RuntimeException> text, String part) {
    try {
      return SOON.until(text, found -> found.contains(part));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
