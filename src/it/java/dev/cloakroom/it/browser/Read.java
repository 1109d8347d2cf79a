package dev.cloakroom.it.browser;

/** What a script can do to have the browser send a GET, and what the script learns by it. */
enum Read {
  FRAME(
      303,
      """
      return new Promise((done) => {
        const frame = document.createElement("iframe");
        frame.onload = () => done(frame.contentDocument?.body.innerText ?? "hidden");
        frame.src = arguments[0];
        document.body.append(frame);
      });
      """),
  POPUP(
      303,
      """
      return new Promise((done) => {
        const popup = window.open(arguments[0]);
        const look = () => {
          try {
            const text = popup.document.body?.innerText;
            text ? done(text) : setTimeout(look, 20);
          } catch (failure) {
            done("hidden");
          }
        };
        look();
      });
      """),
  IMAGE(
      401,
      """
      return new Promise((done) => {
        const image = new Image();
        image.onload = () => done(`${image.naturalWidth} wide`);
        image.onerror = () => done("hidden");
        image.src = arguments[0];
      });
      """),
  FETCH(
      401,
      """
      return fetch(arguments[0], {credentials: "include"})
        .then((answer) => answer.text(), () => "hidden");
      """),
  /** Our refusals are not even given to a page of another origin that asks for no content. */
  OPAQUE_FETCH(
      401,
      """
      return fetch(arguments[0], {credentials: "include", mode: "no-cors"})
        .then((answer) => answer.text(), () => "hidden")
        .then((text) => text || "hidden");
      """),
  SOCKET(
      401,
      """
      return new Promise((done) => {
        const socket = new WebSocket(arguments[0].replace("https:", "wss:"));
        socket.onmessage = (message) => done(message.data);
        socket.onerror = () => done("hidden");
      });
      """),
  PREFETCH(
      401,
      """
      const link = document.createElement("link");
      link.rel = "prefetch";
      link.href = arguments[0];
      document.head.append(link);
      return "hidden";
      """);

  private final int answerToNobody;
  private final String script;

  Read(int answerToNobody, String script) {
    this.answerToNobody = answerToNobody;
    this.script = script;
  }

  /** The status of the answer where somebody must be logged in: pages lead to the login page. */
  int answerToNobody() {
    return answerToNobody;
  }

  /** Done by the page that the browser shows; what its script has learned. */
  String run(Browser browser, String address) {
    return browser.run(script, address);
  }
}
