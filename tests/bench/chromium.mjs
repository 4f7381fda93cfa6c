// Objects in Chromium, ours beside one other: node chromium.mjs PEER [--quick] [--to FILE]
//
// XREGION_CHROMIUM and XREGION_CHROMIUM_FLAGS say which, and how it is started.
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { chromiumDriver } from "../page/support/chromium.mjs";
import { bundled } from "./bundle.mjs";
import { asked } from "./asked.mjs";
import { FULL, QUICK } from "./measure.mjs";
import { objectsText } from "./text.mjs";

const { peer, quick, to } = asked();

const PROGRAM = `
  import { casesOf } from "./contest.mjs";
  import { race } from "./measure.mjs";
  import { compile } from "./peers/${peer.file}.mjs";
  window.timed = (plan) => race(casesOf("${peer.file}", compile), plan);
`;

const PAGE = `<!doctype html><title>Timing</title><script type="module" src="program.js"></script>`;

/** Pages that share nothing with others have the finest clock. */
const HEADERS = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/** Serves the page with its program, on this machine alone. */
async function serve(program) {
  const answers = { "/": ["text/html", PAGE], "/program.js": ["text/javascript", program] };
  const server = createServer(({ url }, response) => {
    const [type, text] = answers[url] ?? [];
    if (text === undefined) return response.writeHead(404).end();
    response.writeHead(200, { ...HEADERS, "content-type": type }).end(text);
  });
  await new Promise((resolve, reject) => server.listen(0, "127.0.0.1", resolve).once("error", reject));
  return server;
}

const server = await serve(await bundled(PROGRAM, "browser"));
const browser = await chromiumDriver();
try {
  await browser.go(`http://127.0.0.1:${server.address().port}/`);
  if (!(await browser.run(() => crossOriginIsolated))) throw new Error("the page has a coarse clock");
  const timed = await browser.run((plan) => window.timed(plan), quick ? QUICK : FULL);
  const version = await browser.run(() => navigator.userAgent.match(/Chrome\/(\d+)/)[1]);
  if (to) await writeFile(to, JSON.stringify({ timed, version }));
  console.log(objectsText(timed, peer));
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
