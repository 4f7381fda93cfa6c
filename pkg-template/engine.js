// The modules behind the API: the one that validates, and the full one, which does everything else, too.
import { EngineError } from "./engine-error.js";
import { guard } from "./guard.js";
import { stamp } from "./stamp.js";
import { makeVerdicts } from "./verdicts.js";

const verdicts = /* @__PURE__ */ guard(makeVerdicts, stamp);
let hasVerdicts = false;

// The full module, and the functions over it that operations have beside their verdicts.
let full;
let functions;

/** Says where modules come from. Nothing is compiled before it is needed. */
export function provide(sources) {
  if (sources.getVerdicts !== undefined) {
    verdicts.provide(sources.getVerdicts, sources.areAtHand);
    hasVerdicts = true;
  }
  if (sources.getFull !== undefined) {
    full ??= guard(sources.makeFull, sources.fullStamp);
    full.provide(sources.getFull);
    functions = sources.functions;
  }
}

/**
 * A part of the API that brings modules along: what calls this goes into a bundle only if the part does. Parts are the
 * same in every entry, so that the modules of any of them are there for all.
 */
export function withModules(sources, part) {
  provide(sources);
  return part;
}

/** The functions of the full module, for what came with it. To be asked for before anything is prepared for them. */
export const engine = () => full.engine();

/** Those that give verdicts. Only the full module knows house rules. */
export const judges = (withHouseRules, isSure) => (hasVerdicts && !withHouseRules ? verdicts : (full ?? verdicts)).engine(isSure);

/** The instances that give verdicts, if there is a module for them. */
export const guarded = () => (hasVerdicts ? verdicts : full);

/** What every instance of the full module has done before it is called: those that are there, and those to come. */
export const onEveryInstance = (deed) => full.onEveryInstance(deed);

/** One of the functions over the full module. */
export function beside(name) {
  if (functions === undefined) throw new EngineError(hasVerdicts ? "not_in_module" : "no_module");
  return functions[name];
}

/** The number of house rules, which none have without the full module. */
export const houseNumber = (handle) => functions?.houseNumber(handle);
