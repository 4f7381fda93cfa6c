// How programs get at the package: each case in a Node of its own, because the module is made once.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { printed as printedBy } from "./programs.mjs";
import { passing } from "./support.mjs";

const moduleFile = fileURLToPath(import.meta.resolve("xregion/xregion.wasm"));

/** What a program prints, which is told where the module is, and other values. */
const printed = (program, { type, values } = {}) => printedBy(program, { type, values: { moduleFile, ...values } });

const request = JSON.stringify(passing.ReplicateKey);

test("import is all that there is to do", async () => {
  assert.equal(
    await printed(`import { replicateKey } from "xregion"; console.log(replicateKey.validate(${request}).ok);`),
    "true",
  );
});

test("require is all that there is to do", async () => {
  const program = `console.log(require("xregion").replicateKey.validate(${request}).ok);`;
  assert.equal(await printed(program, { type: "commonjs" }), "true");
});

test("a dynamic import is all that there is to do", async () => {
  const program = `import("xregion").then(({ replicateKey }) => console.log(replicateKey.validate(${request}).ok));`;
  assert.equal(await printed(program, { type: "commonjs" }), "true");
});

const spies = `
  const counts = [];
  let compiled = 0;
  const count = () => { counts.push(compiled); };
  WebAssembly.Module = new Proxy(WebAssembly.Module, { construct(...call) { compiled += 1; return Reflect.construct(...call); } });
  for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
    WebAssembly[name] = new Proxy(WebAssembly[name] ?? (() => {}), { apply(...call) { compiled += 1; return Reflect.apply(...call); } });
  }
`;

test("nothing is compiled before the first call, and nothing twice", async () => {
  const program = `${spies}
    const { replicateKey, operations, RequestError } = await import("xregion");
    count();
    replicateKey.name;
    replicateKey["~standard"];
    count();
    replicateKey.validate({});
    count();
    for (const { build, validateJson, validateRows, form } of operations) [build({}), validateJson("{}"), validateRows({}), form];
    count();
    for (const { errors } of operations) errors;
    count();
    console.log(counts.join());
  `;
  // The second is the full module, which errors are asked of.
  assert.equal(await printed(program), "0,0,1,1,2");
});

const useSlim = 'import { init, initSync, replicateKey } from "xregion/slim"; import { readFileSync } from "node:fs";';
const judge = `console.log(replicateKey.validate(${request}).ok);`;

test("nothing is compiled when xregion/slim is imported", async () => {
  const program = `${spies}
    const { initSync, replicateKey } = await import("xregion/slim");
    count();
    const { readFileSync } = await import("node:fs");
    initSync(readFileSync(values.moduleFile));
    count();
    replicateKey.validate({});
    count();
    console.log(counts.join());
  `;
  assert.equal(await printed(program), "0,1,1");
});

test("nothing is compiled to say it in another language", async () => {
  const program = `${spies}
    const { localize } = await import("xregion/localize");
    const { default: de } = await import("xregion/locales/de");
    const { message } = localize({ code: "missing_required", message: "Is required.", params: {} }, de);
    count();
    console.log(message, counts.join());
  `;
  assert.equal(await printed(program), "Ist erforderlich. 0");
});

test("nothing is compiled when adapters are imported, and nothing that they adapt", async () => {
  const program = `${spies}
    const { xregionResolver } = await import("xregion/react-hook-form");
    const { formFieldProps } = await import("xregion/cloudscape");
    const { replicateKey } = await import("xregion");
    const resolver = xregionResolver(replicateKey);
    const schema = replicateKey.rowsSchema();
    count();
    resolver({}, undefined, {});
    formFieldProps(replicateKey, "/KeyId");
    schema["~standard"].validate({});
    count();
    console.log(counts.join());
  `;
  assert.equal(await printed(program), "0,1");
});

test("nothing is compiled for commands of an SDK that are not ours", async () => {
  const program = `${spies}
    const { validateRequests } = await import("xregion/sdk-v3");
    const handlings = [
      { clientName: "KMSClient", commandName: "ListKeysCommand" },
      { clientName: "OtherClient", commandName: "ReplicateKeyCommand" },
      {},
      { clientName: "KMSClient", commandName: "ReplicateKeyCommand" },
    ];
    const steps = [];
    validateRequests().applyToStack({ add: (step) => { steps.push(step); } });
    const next = async () => {};
    for (const handling of handlings) {
      const handlers = steps.map((step) => step(next, handling));
      counts.push(handlers.every((handler) => handler === next));
      await handlers[0]({ input: ${request} });
      count();
    }
    console.log(counts.join());
  `;
  assert.equal(await printed(program), "true,0,true,0,true,0,false,1");
});

/** Ways to give the module to xregion/slim. */
const sources = {
  "its bytes": "await init(readFileSync(values.moduleFile));",
  "a buffer": "await init(Uint8Array.from(readFileSync(values.moduleFile)).buffer);",
  "a compiled module": "await init(await WebAssembly.compile(readFileSync(values.moduleFile)));",
  "a response": "await init(new Response(readFileSync(values.moduleFile)));",
  "its bytes, at once": "initSync(readFileSync(values.moduleFile));",
  "a compiled module, at once": "initSync(new WebAssembly.Module(readFileSync(values.moduleFile)));",
  "its bytes, without waiting": "init(readFileSync(values.moduleFile));",
  "its bytes, twice": "await init(readFileSync(values.moduleFile)); await init(readFileSync(values.moduleFile));",
  "its bytes, twice at once": "await Promise.all([init(readFileSync(values.moduleFile)), init(readFileSync(values.moduleFile))]);",
  "its bytes, after bytes that are none":
    "await init(new Uint8Array(8)).catch(() => {}); await init(readFileSync(values.moduleFile));",
  "its bytes among others": `
    const bytes = readFileSync(values.moduleFile);
    const others = new Uint8Array(bytes.length + 20);
    others.set(bytes, 7);
    await init(others.subarray(7, 7 + bytes.length));
  `,
  "a view of its bytes": "const { buffer } = Uint8Array.from(readFileSync(values.moduleFile)); initSync(new DataView(buffer));",
  "a response to come": "await init(Promise.resolve(new Response(readFileSync(values.moduleFile))));",
  "a response of another make": "await init({ ok: true, arrayBuffer: async () => readFileSync(values.moduleFile) });",
  "a blob": "await init(new Blob([readFileSync(values.moduleFile)]));",
  "a module of another realm": `
    const { runInNewContext } = await import("node:vm");
    initSync(runInNewContext("new WebAssembly.Module(bytes)", { bytes: readFileSync(values.moduleFile) }));
  `,
  "its bytes, and is not disturbed by what comes later": `
    initSync(readFileSync(values.moduleFile));
    replicateKey.validate({});
    try { initSync(new Uint8Array(8)); } catch {}
    initSync(readFileSync(values.moduleFile));
  `,
};

for (const [name, give] of Object.entries(sources)) {
  test(`xregion/slim takes ${name}`, async () => assert.equal(await printed(`${useSlim}${give}${judge}`), "true"));
}

test("xregion/slim takes an address, as text and as URL, of any media type", async () => {
  const module = await readFile(moduleFile);
  const server = createServer((asked, answer) => {
    answer.writeHead(asked.url.startsWith("/xregion.wasm") ? 200 : 404, { "content-type": "application/octet-stream" });
    answer.end(module);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const address = `http://127.0.0.1:${server.address().port}/`;
    for (const source of ["values.address + 'xregion.wasm'", "new URL('xregion.wasm?v=1', values.address)"]) {
      assert.equal(await printed(`${useSlim} await init(${source});${judge}`, { values: { address } }), "true");
    }
    const program = `${useSlim} await init(values.address + "gone").catch((error) => console.log(String(error)));`;
    const message = "EngineError: xregion: the module could not be fetched: HTTP status 404";
    assert.equal(await printed(program, { values: { address } }), message);
  } finally {
    server.close();
  }
});

test("xregion and xregion/slim together are one", async () => {
  const program = `
    import * as all from "xregion";
    import * as slim from "xregion/slim";
    const { ok } = slim.replicateKey.validate(${request});
    console.log(ok, all.replicateKey === slim.replicateKey, all.RequestError === slim.RequestError);
  `;
  assert.equal(await printed(program), "true true true");
});

const NOT_OURS = /^EngineError: xregion: what init\(\) of xregion\/slim was given is not the module of this version/;

/** What xregion/slim refuses, and what it says. */
const refused = {
  "a file's address": [
    'init(new URL("file:///xregion.wasm"))',
    /could not be fetched: from file:\/\/\/xregion\.wasm; fetch\(\) of Node reads no file: addresses; give init\(\) what readFile\(\)/,
  ],
  "a relative address": ['init("./xregion.wasm")', /^EngineError: .*could not be fetched: from \.\/xregion\.wasm.*bytes/],
  nothing: ["init()", NOT_OURS],
  "what is no module": ["init(new Uint8Array(8))", NOT_OURS],
  "an object": ["init({})", NOT_OURS],
  "what says that it is a module": ['init({ [Symbol.toStringTag]: "WebAssembly.Module" })', NOT_OURS],
  "an error page": [
    'init(new Response("<!doctype html>", { headers: { "content-type": "text/html" } }))',
    /this version of xregion: .*expected magic word/,
  ],
  "a module of somebody else": ["init(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))", /it is none of xregion's, not that of \d+\.\d+\.\d+$/],
  "the module of another version": ['init(Buffer.from("\\0asm\\x01\\0\\0\\0\\0\\x0d\\x07xregion0.0.1"))', /it is that of 0\.0\.1, not that of \d+\.\d+\.\d+$/],
  "a response that says no": ["init(new Response(null, { status: 500 }))", /^EngineError: .*fetched: HTTP status 500$/],
  "a response that was read": [
    "init(await (async () => { const read = new Response('x'); await read.text(); return read; })())",
    /^EngineError: .*could not be fetched: TypeError/,
  ],
  "a response that never comes": ["init(Promise.reject(new Error('gone')))", /^EngineError: .*could not be fetched: Error: gone$/],
};

for (const [name, [give, message]] of Object.entries(refused)) {
  test(`xregion/slim refuses ${name}, and says so`, async () => {
    const program = `${useSlim} await ${give}.then(() => console.log("taken"), (error) => console.log(String(error)));`;
    assert.match(await printed(program), message);
  });
}

test("xregion/slim asks for the module before anything else", async () => {
  const program = `${useSlim}
    const calls = {
      validate: () => replicateKey.validate({}),
      validateJson: () => replicateKey.validateJson("{}"),
      validateField: () => replicateKey.validateField("/KeyId", "x"),
      build: () => replicateKey.build({}),
      validateRows: () => replicateKey.validateRows({}),
      jsonSchema: () => replicateKey.jsonSchema(),
      standard: () => replicateKey["~standard"].validate({}),
    };
    for (const call of Object.values(calls)) {
      try { call(); console.log("answered"); } catch (error) { console.log(String(error)); }
    }
  `;
  const answers = (await printed(program)).split("\n");
  const message = "EngineError: xregion: call init() of xregion/slim with the module before anything else";
  assert.deepEqual(answers, Array(7).fill(message));
});
