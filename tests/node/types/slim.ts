// xregion/slim as it is meant to be used, and uses that the compiler must refuse. It is compiled, not run.
import { createReplicationSet, init, initSync, operations, replicateKey, RequestError } from "xregion/slim";
import type { Issue, ReplicateKeyInput, Report } from "xregion/slim";
import type { Report as ReportOfAll } from "xregion";

declare const bytes: Uint8Array<ArrayBuffer>;
declare const module: WebAssembly.Module;

const ready: Promise<void> = init(new URL("xregion.wasm", "https://example.com"));
await ready;
await init("xregion.wasm");
await init(await fetch("xregion.wasm"));
await init(bytes.buffer);
initSync(module);
initSync(bytes);

const report: Report<ReplicateKeyInput> = replicateKey.validate({});
const same: ReportOfAll<ReplicateKeyInput> = report;
export const issues: Issue[] = same.issues;
export const all = [createReplicationSet, operations, RequestError];

// @ts-expect-error: without the module there is nothing
await init();

// @ts-expect-error: at once or later
initSync();
