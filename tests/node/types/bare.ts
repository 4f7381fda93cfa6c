// xregion/slim and the modules where nothing is known but the language: no library of browsers, none of Node.
import full from "xregion/full.wasm";
import { init as initFull } from "xregion/full/slim";
import { init, initSync, type ModuleSource } from "xregion/slim";
import packed from "xregion/xregion.wasm";

declare const bytes: Uint8Array;
declare const response: { arrayBuffer(): Promise<ArrayBuffer> };
declare const address: { readonly href: string };

initSync(bytes);
initSync(bytes.buffer);
initSync(packed);
await initFull(full);
export const sources: ModuleSource[] = [bytes, new DataView(bytes.buffer), packed, response, address, "xregion.wasm"];
for (const source of sources) await init(source);
await init(Promise.resolve(response));

// @ts-expect-error: a number is no module
initSync(5);

// @ts-expect-error: nor is a text, at once
initSync("xregion.wasm");

// @ts-expect-error: a number is no address
await init(5);
