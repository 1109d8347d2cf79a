package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.totp.AppCodes;
import java.util.List;
import java.util.Map;

/**
 * The page of the demo, as the tests of its views use it: each step waits for what it leads to.
 *
 * @param browser which shows it
 * @param address where it is
 */
record DemoPage(Browser browser, String address) {
  private static final String SECRET = "return document.getElementById('secret').textContent";
  private static final String CODES =
      "return [...document.querySelectorAll('#recovery-codes li')].map((item) => item.textContent).join()";

  private static final String ANSWER =
      """
      const [path, status, headers, problem] = arguments;
      const real = globalThis.fetch;
      globalThis.fetch = (request, options) =>
        (request.url ?? request).endsWith(path)
          ? Promise.resolve(new Response(problem, { status, headers }))
          : real(request, options);
      """;

  /** Opens it anew, for somebody who is not logged in. */
  DemoPage open() {
    browser.open("about:blank").open(address);
    return shows("Callers of this demo");
  }

  DemoPage shows(String text) {
    assertThat(browser.textWith(text)).contains(text);
    return this;
  }

  DemoPage press(String selector, String text) {
    browser.press(selector);
    return shows(text);
  }

  /** Types into the field of this name. */
  DemoPage type(String field, String text) {
    browser.fillIn(Map.of(field, text));
    return this;
  }

  DemoPage logIn(String name, String password, String text) {
    return open()
        .type("username", name)
        .type("password", password)
        .press("#login-form [type=submit]", text);
  }

  /** Begins to set up an app, from its view. */
  AppCodes beginSetup() {
    press("#begin", "Scan this with your app");
    return new AppCodes("?secret=" + browser.run(SECRET).replace(" ", ""));
  }

  /** Ends that, and gives the recovery codes. */
  List<String> confirm(AppCodes app) {
    type("confirm-code", app.code(0)).press("#confirm-form [type=submit]", "Your recovery codes");
    return List.of(browser.run(CODES).split(","));
  }

  /** Has the server seem to answer so at an address, until the page is opened anew. */
  DemoPage answer(String path, int status, Map<String, String> headers, String problem) {
    browser.run(ANSWER, path, status, headers, problem);
    return this;
  }

  /** Nothing keeps people from using what is shown. */
  DemoPage isForEverybody() {
    assertThat(Axe.violationsIn(browser)).isEmpty();
    assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
        .as("needs no scrolling sideways")
        .isEqualTo("true");
    return this;
  }
}
