// Asks npm's tough-cookie what it sends in each case of a file, one a line, and fails if that is not what the file
// says. With --write the file is told: node ask.mjs <file> --write
import { readFileSync, writeFileSync } from "node:fs";
import { CookieJar } from "tough-cookie";

const [path, option] = process.argv.slice(2);
const RECORDED = /"tough": "(?:[^"\\]|\\.)*"/;

function sent({ received, sentTo }) {
  const jar = new CookieJar(undefined, { prefixSecurity: "silent" });
  for (const { from, header } of received) {
    jar.setCookieSync(header, from, { ignoreError: true });
  }
  return jar.getCookieStringSync(sentTo);
}

let asked = 0;
let different = 0;
const lines = readFileSync(path, "utf8").split("\n").map((line) => {
  if (!line.startsWith('{"test"')) return line;
  const one = JSON.parse(line.replace(/,$/, ""));
  const answer = sent(one);
  asked += 1;
  if (answer === one.tough) return line;
  different += 1;
  console.log(`${one.test}: recorded ${JSON.stringify(one.tough)}, sent ${JSON.stringify(answer)}`);
  return line.replace(RECORDED, () => `"tough": ${JSON.stringify(answer)}`);
});

console.log(`${asked} cases, ${different} of them answered otherwise than recorded`);
if (option === "--write") {
  writeFileSync(path, lines.join("\n"));
} else if (different > 0 || asked === 0) {
  process.exit(1);
}
