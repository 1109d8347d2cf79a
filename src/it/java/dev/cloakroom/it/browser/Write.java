package dev.cloakroom.it.browser;

/** What a script can do to have the browser send a POST, without a preflight. */
enum Write {
  FORM(
      303,
      """
      const form = document.body.appendChild(document.createElement("form"));
      form.method = "post";
      form.action = arguments[0];
      form.submit();
      """),
  FORM_IN_POPUP(
      303,
      """
      const form = document.body.appendChild(document.createElement("form"));
      form.method = "post";
      form.action = arguments[0];
      form.target = "_blank";
      form.submit();
      """),
  FORM_IN_FRAME(
      303,
      """
      const frame = document.createElement("iframe");
      frame.name = "frame";
      document.body.append(frame);
      const form = document.body.appendChild(document.createElement("form"));
      form.method = "post";
      form.action = arguments[0];
      form.target = "frame";
      form.submit();
      """),
  FETCH(
      401,
      """
      fetch(arguments[0], {method: "POST", mode: "no-cors", credentials: "include", body: "1"});
      """),
  REQUEST(
      401,
      """
      const request = new XMLHttpRequest();
      request.open("POST", arguments[0]);
      request.withCredentials = true;
      request.send("1");
      """),
  BEACON(
      401,
      """
      navigator.sendBeacon(arguments[0], "1");
      """);

  private final int answerToNobody;
  private final String script;

  Write(int answerToNobody, String script) {
    this.answerToNobody = answerToNobody;
    this.script = script;
  }

  /** The status of the answer where somebody must be logged in: pages lead to the login page. */
  int answerToNobody() {
    return answerToNobody;
  }

  /** Done by the page that the browser shows. */
  void run(Browser browser, String address) {
    browser.run(script, address);
  }
}
