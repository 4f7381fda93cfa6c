// Who uses the package, and how: each as its own documentation says, with nothing configured for the package.

/** What `judge.mjs` says of its two requests. */
const JUDGED = { verdict: /^passes, same_region reserved_prefix missing_required$/, result: "works" };

/** What a page says that has its verdict first and `xregion/full` after it, with a command before and after. */
const COMPLETED = { verdict: new RegExp(`${JUDGED.verdict.source.slice(0, -1)}; not_in_module; aws kms replicate-key$`) };

/** What a program prints, what a server answers at a path, what a page shows at a path, or as a file. */
const printed = (run) => ({ kind: "printed", run });
const answered = (path) => ({ kind: "answered", path });
const shown = (path = "", browser = "Chromium") => ({ kind: "shown", path, browser });
const opened = (path, browser) => ({ kind: "opened", path, browser });

/** A use of the package, in words, and where its verdict is found. */
const use = (how, where, expected) => ({ how, where, ...JUDGED, ...expected });

const script = (name, build, tools = [name.toLowerCase()]) => ({
  name,
  tools,
  project: "script",
  build,
  uses: [
    use("a script", shown()),
    use("a script in a page under `file:`", opened("index.html", "Chromium")),
    use("the same in Firefox", opened("index.html", "Firefox")),
  ],
});

const next = (name, flag) => ({
  name: `Next.js, ${name}`,
  tools: ["next"],
  project: "next",
  build: `next build ${flag}`,
  serve: "next start --hostname 127.0.0.1 --port 0",
  uses: [
    use("a server component", answered("")),
    use("a client component", shown("client")),
    use("a route handler", answered("route")),
    use("a route handler at the edge", answered("edge")),
  ],
});

const browser = (name) => ({
  name,
  browser: name,
  project: "pages",
  uses: [
    use("a plain page", shown("plain.html", name)),
    use("a web worker", shown("worker.html", name)),
    use("a service worker", shown("service-worker.html", name)),
    use("an iframe", shown("iframe.html", name)),
    use("two copies in a page", shown("copies.html", name)),
    use("a page under `script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`", shown("strict.html", name)),
    use("a page under `script-src 'self'`", shown("refused.html", name), {
      verdict: /^EngineError: xregion: .*'wasm-unsafe-eval'/,
      result: "throws an `EngineError` that says how to allow it",
    }),
    use("a module in a page under `file:`", opened("module.html", name), {
      verdict: /^not loaded$/,
      result: "browsers load no modules from there: bundle a script",
    }),
  ],
});

const worker = (entry, project) => ({
  name: `workerd, \`${entry}\``,
  tools: ["wrangler", "workerd"],
  project,
  serve: "wrangler dev --ip 127.0.0.1 --port 0 --inspector-port 0",
  uses: [use("a worker", answered(""))],
});

/**
 * `tools` are those of the lock file whose versions matter, `browser` or `program` what has none there. What is not
 * served by a command of its own is served as files, from a folder of the project.
 */
export const CONSUMERS = [
  {
    name: "Vite, dev server",
    tools: ["vite"],
    project: "html",
    serve: "vite --host 127.0.0.1 --port 0",
    uses: [use("a page", shown())],
  },
  {
    name: "Vite, build",
    tools: ["vite"],
    project: "html",
    build: "vite build",
    folder: "dist",
    uses: [use("a page", shown())],
  },
  {
    name: "Vite, build with `xregion/full`",
    tools: ["vite"],
    project: "html-full",
    build: "vite build",
    folder: "dist",
    uses: [use("a page that loads it after its verdict", shown(), COMPLETED)],
  },
  script("webpack", "webpack --mode production"),
  script("Rollup", "rollup src/index.js --plugin node-resolve --file dist/main.js", [
    "rollup",
    "@rollup/plugin-node-resolve",
  ]),
  script("Rolldown", "rolldown src/index.js --file dist/main.js"),
  script("esbuild", "esbuild src/index.js --bundle --minify --outfile=dist/main.js"),
  {
    name: "Parcel",
    tools: ["parcel"],
    project: "html",
    build: "parcel build index.html --dist-dir dist --no-cache",
    folder: "dist",
    uses: [use("a page", shown())],
  },
  next("Turbopack", "--turbopack"),
  next("webpack", "--webpack"),
  { name: "Node", program: "node", project: "node", uses: [use("a module", printed("node index.js"))] },
  { name: "Node, CommonJS", program: "node", project: "commonjs", uses: [use("`require`", printed("node index.cjs"))] },
  { name: "Deno", tools: ["deno"], project: "node", uses: [use("a module", printed("deno run index.js"))] },
  { name: "Bun", tools: ["bun"], project: "node", uses: [use("a module", printed("bun index.js"))] },
  { name: "Bun, CommonJS", tools: ["bun"], project: "commonjs", uses: [use("`require`", printed("bun index.cjs"))] },
  worker("xregion", "worker"),
  worker("xregion/slim", "worker-slim"),
  browser("Chromium"),
  browser("Firefox"),
];
