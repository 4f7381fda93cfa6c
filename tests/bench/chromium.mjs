// Objects in Chromium, ours beside one other: node chromium.mjs PEER [--quick] [--to FILE]
//
// XREGION_CHROMIUM and XREGION_CHROMIUM_FLAGS say which, and how it is started.
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { asked } from "./asked.mjs";
import { bundled } from "./bundle.mjs";
import { FULL, QUICK, timedBy, turns } from "./measure.mjs";
import { objectsText } from "./text.mjs";

const { peer, quick, to } = asked();

const PROGRAM = `
  import { casesOf } from "./contest.mjs";
  import { prepared } from "./measure.mjs";
  import { compile } from "./peers/${peer.file}.mjs";
  window.prepare = (plan) => {
    window.prepared = prepared(casesOf("${peer.file}", compile), plan);
    return window.prepared.order;
  };
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

/** The seconds that the page's thread had a processor. */
async function threadTime(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ThreadTime").value;
}

/** Times all there is on the page. As in Node a wait for a processor does not count. */
async function raceOn(page, plan) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const order = await page.evaluate((plan) => window.prepare(plan), plan);
  const rounds = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    const took = [];
    for (const index of turns(order, round)) {
      const before = await threadTime(session);
      const elapsed = await page.evaluate((index) => window.prepared.run(index), index);
      took[index] = Math.min(elapsed, ((await threadTime(session)) - before) * 1000);
    }
    rounds.push(took);
  }
  return timedBy(order, rounds);
}

const server = await serve(await bundled(PROGRAM, "browser"));
const browser = await chromium.launch({
  executablePath: process.env.XREGION_CHROMIUM,
  args: (process.env.XREGION_CHROMIUM_FLAGS ?? "").split(" ").filter(Boolean),
});
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error("the page has a coarse clock");
  const timed = await raceOn(page, quick ? QUICK : FULL);
  const version = browser.version().split(".")[0];
  if (to) await writeFile(to, JSON.stringify({ timed, version }));
  console.log(objectsText(timed, peer));
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
