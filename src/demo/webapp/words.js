/* Words for people. */

const moment = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How long ago something was, or how far ahead it is. */
export function ago(time) {
  const seconds = (new Date(time) - Date.now()) / 1000;
  const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const unit = units.find(([, length]) => Math.abs(seconds) >= length);
  if (unit) {
    return relative.format(Math.round(seconds / unit[1]), unit[0]);
  }
  return seconds > 0 ? "in less than a minute" : "just now";
}

/** Shows how long ago a time was in a <time>, and hides its entry if there is none. */
export function showTime(element, time) {
  element.closest("div").hidden = !time;
  if (time) {
    element.dateTime = new Date(time).toISOString();
    element.title = moment.format(new Date(time));
    element.textContent = ago(time);
  }
}

/** The same, with the time itself. */
export function showExactTime(element, time) {
  showTime(element, time);
  if (time) {
    element.textContent = `${ago(time)}, ${element.title}`;
    element.title = "";
  }
}

const BROWSERS = [[/Edg\//, "Edge"], [/Firefox\//, "Firefox"], [/Chrom(e|ium)\//, "Chrome"], [/Safari\//, "Safari"]];
const SYSTEMS = [[/Android/, "Android"], [/iPhone|iPad/, "iOS"], [/Windows/, "Windows"], [/Mac OS X/, "macOS"], [/Linux/, "Linux"]];

export function deviceName(userAgent) {
  const named = (list) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = named(BROWSERS);
  const system = named(SYSTEMS);
  return browser && system ? `${browser} on ${system}` : userAgent || "Unknown device";
}

const PROOFS = { pwd: "Password", otp: "Code of an app", "recovery-code": "Recovery code", hwk: "Security key" };

/** How somebody has proven who they are, the password first. */
export function proofs(methods = []) {
  const known = Object.keys(PROOFS).filter((method) => methods.includes(method));
  const others = methods.filter((method) => !known.includes(method));
  return [...known.map((method) => PROOFS[method]), ...others].join(", ") || "–";
}
