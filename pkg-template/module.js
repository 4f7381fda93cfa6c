// The module on its way from whoever has it: compiled, and known for the right one.
import { EngineError, failureOf } from "./engine-error.js";
import { globalNamed } from "./platform.js";

/** The module of its bytes, or as it is given. It has to have the stamp. */
export function moduleOf(source, stamp) {
  if (typeof WebAssembly === "undefined") throw new EngineError("no_webassembly");
  // What speaks to instances needs both.
  const Decoder = globalNamed("TextDecoder");
  globalNamed("TextEncoder");
  const module = isModule(source) ? source : compiled(bytesOf(source));
  const [section] = sectionsOf(module);
  const found = section === undefined ? "none of xregion's" : `that of ${new Decoder().decode(section)}`;
  if (found !== `that of ${stamp}`) throw new EngineError("wrong_module", { detail: `it is ${found}, not that of ${stamp}` });
  return module;
}

function sectionsOf(module) {
  try {
    return WebAssembly.Module.customSections(module, "xregion");
  } catch (cause) {
    // It says of itself that it is a module, as anything can.
    throw cause instanceof TypeError ? new EngineError("wrong_module", { cause, detail: cause.message }) : cause;
  }
}

// One that was made in another frame or worker is of another class.
const isModule = (source) => Object.prototype.toString.call(source) === "[object WebAssembly.Module]";

// Not every engine takes every view.
const bytesOf = (source) =>
  ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : source;

function compiled(bytes) {
  try {
    return new WebAssembly.Module(bytes);
  } catch (cause) {
    if (cause instanceof TypeError || !isValid(bytes)) {
      throw new EngineError("wrong_module", { cause, detail: cause.message });
    }
    // Browsers say by errors of their own that they may not compile what they could.
    const failure = failureOf(cause);
    throw failure.code === "trap" ? new EngineError("blocked_by_csp", { cause }) : failure;
  }
}

function isValid(bytes) {
  try {
    return WebAssembly.validate(bytes);
  } catch {
    return true;
  }
}
