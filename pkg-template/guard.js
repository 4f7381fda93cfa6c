// Instances of a module, and calls that never meet one that is not whole.
//
// An instance runs one call at a time, and is given up where that fails: nobody knows what was left undone in it. A call
// in the midst of another, by a getter of what is being judged, has an instance of its own.
import { EngineError, failureOf } from "./engine-error.js";
import { moduleOf } from "./module.js";

/** The bytes that calls may add to the memory of an instance that is kept: it never gives any back. */
const MOST_MEMORY = 2 ** 24;

/** And the places for values of JavaScript: one is lost whenever a value throws as it is looked at. */
const MOST_PLACES = 2 ** 14;

const MOST_IDLE = 2;

/** How many calls can be in the midst of each other. */
const MOST_AT_ONCE = 8;

/** Calls of the module that has this stamp. */
export function guard(makeGlue, stamp) {
  let getSource;
  let isAtHand = false;
  let module;
  let blocked;
  let running = 0;
  let calls;
  const idle = [];
  const deeds = [];

  function compiled() {
    // What is not allowed stays so, and asking again would be reported again.
    if (blocked !== undefined) throw new EngineError("blocked_by_csp", { cause: blocked });
    if (getSource === undefined) throw new EngineError(typeof WebAssembly === "undefined" ? "no_webassembly" : "no_module");
    try {
      return moduleOf(getSource(), stamp);
    } catch (error) {
      if (error.code === "blocked_by_csp") blocked = error.cause;
      // What the package itself holds is no wrong module: something in it is not understood.
      if (error.code === "wrong_module") throw new EngineError("unsupported", { cause: error.cause });
      throw error;
    }
  }

  function made() {
    module ??= compiled();
    return { glue: makeGlue(connect), done: 0, least: 0 };
  }

  function connect(imports) {
    const { exports } = instanceOf(module, imports);
    let failure;
    // Room for what comes from outside: there is but one reason to fail.
    const roomy = (allocate) => (...given) => {
      try {
        return allocate(...given);
      } catch (cause) {
        failure = failureOf(cause);
        if (failure.code === "trap") failure = new EngineError("out_of_memory", { cause });
        throw failure;
      }
    };
    return {
      ...exports,
      reserve: roomy(exports.reserve),
      __wbindgen_malloc: roomy(exports.__wbindgen_malloc),
      __wbindgen_realloc: roomy(exports.__wbindgen_realloc),
      // What was thrown when a value was looked at is the value's own doing, unless there was no room to look.
      __wbindgen_exn_store(index) {
        if (failure !== undefined) throw failure;
        assertRoom(TO_BLAME);
        exports.__wbindgen_exn_store(index);
      },
    };
  }

  function run(call) {
    if (running === MOST_AT_ONCE) throw new EngineError("nested_too_deep");
    // What is ended from outside, by a limit of time, comes to no end here. When nothing is on the stack, nothing runs.
    if (running > 0) Promise.resolve().then(() => (running = 0));
    let instance;
    running += 1;
    try {
      instance = idle.pop() ?? made();
      if (instance.done < deeds.length) prepare(instance);
      const result = call(instance.glue);
      keep(instance);
      return result;
    } catch (cause) {
      throw failureOf(cause, instance?.glue.memory);
    } finally {
      running -= 1;
    }
  }

  function prepare(instance) {
    for (; instance.done < deeds.length; instance.done += 1) deeds[instance.done](instance.glue);
    instance.least = bytesOf(instance);
  }

  function keep(instance) {
    const isSmall = bytesOf(instance) <= instance.least + MOST_MEMORY && instance.glue.places.length <= MOST_PLACES;
    if (isSmall && idle.length < MOST_IDLE) idle.push(instance);
  }

  const guarded = (name) => [name, (...given) => run((glue) => glue[name](...given))];

  function named(glue) {
    // What is done for the first time takes more room, of which there is none when this is needed.
    failureOf(new RangeError("call stack"));
    return Object.fromEntries(Object.keys(glue).map(guarded));
  }

  return {
    /**
     * Says where the module comes from: a function that gives its bytes or itself. It is called when it is needed. Where it
     * is at hand, no policy keeps it from being started.
     */
    provide(source, atHand = false) {
      if (module !== undefined) return;
      getSource = source;
      isAtHand = atHand;
      blocked = undefined;
    },

    /**
     * The functions of the module. To be asked for before anything is prepared for them, unless what was prepared cannot
     * have failed: to look for room takes a tenth of the time of a verdict.
     */
    engine(isSure) {
      if (!isSure) assertRoom(TO_START);
      return (calls ??= run(named));
    },

    /** Whether the module was started, or may be when it is needed. */
    isReady: () => isAtHand || idle.length > 0,

    /**
     * An instance that was in no call, for one that needs no more memory of it; none is made for that. It is to be given
     * back, unless the call came to no end.
     */
    take: () => idle.pop(),
    giveBack: (instance) => void idle.push(instance),

    /** Does something on every instance before it is called: those that are there, and those that are still to come. */
    onEveryInstance(deed) {
      // What fails now would fail for ever.
      run(deed);
      deeds.push(deed);
    },
  };
}

// The memory that it begins with is asked of the place, and no input has a part in that.
function instanceOf(module, imports) {
  try {
    return new WebAssembly.Instance(module, imports);
  } catch (cause) {
    const failure = failureOf(cause);
    throw failure.code === "out_of_memory" ? new EngineError("no_instance", { cause }) : failure;
  }
}

const bytesOf = ({ glue }) => glue.memory.buffer.byteLength;

// A block of the stack is 8 KB. So many are to be left to start a call, whose part in the module fails by itself, and to
// hold a value responsible for what was thrown when it was looked at.
const BLOCK = new Array(1024).fill(0);
export const TO_START = 1;
export const TO_BLAME = 12;

const reach = (blocks) => blocks === 0 || !reach(blocks - 1, ...BLOCK);

/** Fails where too little of the stack is left for a call, or for blaming a value for what it threw. */
export function assertRoom(blocks) {
  try {
    reach(blocks);
  } catch (cause) {
    throw new EngineError("stack_exhausted", { cause });
  }
}
