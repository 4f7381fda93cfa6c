// Why there is no verdict: what can keep the module from being there, or from coming to an end.
import { MarkedError } from "./marked-error.js";

const OVER = "The call has no result; the next one works as ever.";

const MESSAGES = {
  out_of_memory: `the memory of the module is exhausted: the input is too large for it, or the limit that is set here too low. ${OVER}`,
  no_instance:
    "there is no memory for an instance of the module here, whatever the input. A limit may be set, as by ulimit -v or by --wasm-max-mem-pages",
  stack_exhausted: `the stack is exhausted, as the call was made from too deep in a recursion. ${OVER}`,
  nested_too_deep: "too many calls were made in the midst of each other, by getters of what is being judged",
  trap: `the module failed in the midst of a call, which is a defect of xregion. ${OVER}`,
  missing_global:
    "something that browsers and runtimes have is missing here, as it is in tests under Jest with jsdom. Set it before the first call",
  no_webassembly: "there is no WebAssembly here, as in browsers that lock it away",
  unsupported: "the WebAssembly of this browser or runtime is too old for the module",
  blocked_by_csp:
    "compiling WebAssembly is not allowed here. A page allows it in its Content-Security-Policy, by 'wasm-unsafe-eval' in script-src; where no code is compiled at run time, give init() of xregion/slim a module that is compiled already",
  not_in_module:
    'this part of xregion is not in the module that validates. import "xregion/full", or give full.wasm to init() of xregion/full/slim',
  no_form: 'what forms are made of is not here. import "xregion/form"',
  no_module: "call init() of xregion/slim with the module before anything else",
  wrong_module: "what init() of xregion/slim was given is not the module of this version of xregion",
  not_fetched: "the module could not be fetched",
};

/** Why a call has no result although its input may be sound; `code` says it for programs. */
export class EngineError extends MarkedError {
  static mark = "EngineError";

  constructor(code, { cause, detail } = {}) {
    super(`xregion: ${MESSAGES[code]}${detail ? `: ${detail}` : ""}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** What has gone wrong in a call or on the way to it. `memory` is that of the instance that failed. */
export function failureOf(cause, memory) {
  if (cause instanceof EngineError) return cause;
  // Its class differs from browser to browser. No pattern is matched here: there may be no room to compile one.
  const message = String(cause?.message);
  if (message.includes("call stack") || message.includes("recursion")) return new EngineError("stack_exhausted", { cause });
  const isMemory = cause instanceof RangeError || (memory !== undefined && !canGrow(memory));
  return new EngineError(isMemory ? "out_of_memory" : "trap", { cause });
}

// A module that gets no more memory stops like any other that fails. What it asks for by itself is for a copy of what it
// has, so that it is seldom more than that.
function canGrow(memory) {
  try {
    memory.grow(memory.buffer.byteLength / 2 ** 16);
    return true;
  } catch {
    return false;
  }
}
