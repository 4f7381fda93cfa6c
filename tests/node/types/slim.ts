// xregion/slim as it is meant to be used, and uses that the compiler must refuse. It is compiled, not run.
import { createReplicationSet, init, initSync, operations, replicateKey, RequestError } from "xregion/slim";
import type { Issue, ReplicateKeyInput, Report } from "xregion/slim";
import packed from "xregion/xregion.wasm";
import type { Report as ReportOfAll } from "xregion";

declare const bytes: Uint8Array<ArrayBuffer>;
declare const module: WebAssembly.Module;
const given: WebAssembly.Module = packed;

const ready: Promise<void> = init(new URL("xregion.wasm", "https://example.com"));
await ready;
await init("xregion.wasm");
await init(await fetch("xregion.wasm"));
await init(bytes.buffer);
initSync(module);
initSync(given);
initSync(new DataView(bytes.buffer));
await init(new Blob([bytes]));
initSync(bytes);

const report: Report<ReplicateKeyInput> = replicateKey.validate({});
const same: ReportOfAll<ReplicateKeyInput> = report;
export const issues: Issue[] = same.issues;
export const all = [createReplicationSet, operations, RequestError];

// @ts-expect-error: without the module there is nothing
await init();

// @ts-expect-error: at once or later
initSync();

// @ts-expect-error: a number is no module
initSync(5);

// @ts-expect-error: nor is it an address
await init(5);

// @ts-expect-error: what is fetched is not there at once
initSync("xregion.wasm");
