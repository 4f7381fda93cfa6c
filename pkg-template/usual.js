// Whether values are as usual. Of what is not so nothing is concluded: it is looked at carefully, once more. The functions
// of glances.js ask this of requests; what texts are is in usual-texts.js. Those that are given facts note in them what they
// find.
//
// No regular expression has a part in it: V8 ends the whole process where one is compiled at the end of the stack.
import { PARTITIONS } from "./regions.js";
import { has, isAccount } from "./usual-texts.js";

/** The known Regions by their codes, each with a bit of its own in one of two words. */
const REGIONS = /* @__PURE__ */ regions();

function regions() {
  const regions = new Map();
  for (const [partition, codes] of Object.entries(PARTITIONS)) {
    for (const code of codes.split(" ")) {
      const index = regions.size;
      // Shifts are modulo 32. Rust refuses a Region that finds no room.
      const [low, high] = index < 32 ? [1 << index, 0] : [0, 1 << index];
      regions.set(code, { code, partition, index, low, high });
    }
  }
  return regions;
}

/** What is noted of a request: which Regions it names, and how. */
export class Facts {
  // Fields are its own, whatever `Object.prototype` has by these names.
  areDistinct;
  partition = undefined;
  low = 0;
  high = 0;
  // The Region of the entry at hand, and the ARN that is to be of there, with its form.
  here = undefined;
  arn = undefined;
  form = undefined;
  members = undefined;
  keys = undefined;

  constructor(areDistinct) {
    this.areDistinct = areDistinct;
  }
}

/** Notes that a Region is named; whether it may be. */
function names(facts, { partition, low, high }) {
  facts.partition ??= partition;
  if (facts.partition !== partition) return false;
  if (!facts.areDistinct) return true;
  const isNew = (facts.low & low) === 0 && (facts.high & high) === 0;
  facts.low |= low;
  facts.high |= high;
  return isNew;
}

/** Whether a value is the code of a Region among these. */
export function isRegion(facts, value, low, high) {
  const region = among(value, low, high);
  return region !== undefined && names(facts, region);
}

/** The same of one that the entry at hand is in. */
export function isHere(facts, value, low, high) {
  const region = among(value, low, high);
  facts.here ??= region;
  return region !== undefined && facts.here === region;
}

function among(value, low, high) {
  const region = REGIONS.get(value);
  return region !== undefined && (region.low & low) === 0 && (region.high & high) === 0 ? undefined : region;
}

/** Whether a value is the name of an Availability Zone that the entry at hand is in. */
export function isZone(facts, value) {
  if (typeof value !== "string") return false;
  const letter = value.charCodeAt(value.length - 1);
  return letter >= 0x61 && letter <= 0x7a && isHere(facts, value.slice(0, -1), -1, -1);
}

/** ARNs of a service, with what their resources are, and other names of these: functions of a text and a place in it. */
export const arns = (service, isResource, isOther) => ({ service, isResource, isOther, beginnings: [] });

/** Whether a text is an ARN of such a form in a Region. Engines find a text sooner than they tell whether another begins so. */
function isIn(text, { service, isResource, beginnings }, { index, partition, code }) {
  const beginning = (beginnings[index] ??= `arn:${partition}:${service}:${code}:`);
  const account = beginning.length;
  return text.indexOf(beginning) === 0 && isAccount(text, account) && isResource(text, account + 13);
}

/** Whether a text is of such a form; an ARN is of a Region that may be named. */
export function isNamed(facts, text, form) {
  if (!has(text, 0, "arn:")) return form.isOther(text, 0);
  const start = text.indexOf(":", 4) + form.service.length + 2;
  const region = REGIONS.get(text.slice(start, text.indexOf(":", start)));
  return region !== undefined && isIn(text, form, region) && names(facts, region);
}

/** Whether a text may be an ARN in the Region of the entry at hand: that is told when this is over. */
export function isNearby(facts, text, form) {
  if (facts.arn !== undefined) return false;
  facts.arn = text;
  facts.form = form;
  return true;
}

/** Whether the entry at hand, which is over, was in one Region with all that it names. */
export function isInItsRegion(facts) {
  const { here, arn, form } = facts;
  facts.here = undefined;
  facts.arn = undefined;
  return here !== undefined && (arn === undefined || isIn(arn, form, here)) && names(facts, here);
}

/** Whether an entry has the same members as those before it. */
export function isAlike(facts, members) {
  facts.members ??= members;
  return facts.members === members;
}

/** Whether a tag's key is unlike those before it. */
export function isNew(facts, key) {
  const keys = (facts.keys ??= new Set());
  const { size } = keys;
  return keys.add(key).size > size;
}

const { getPrototypeOf, prototype } = Object;

/** Whether a value is an object that is nothing but its own members. */
export function isPlain(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const parent = getPrototypeOf(value);
  return (parent === prototype || parent === null) && prototype.toString.call(value) === "[object Object]";
}

const NOTHING = {};

/** Whether a key is none that every object has: those are listed where a proxy hides them. */
export const isOwn = (key) => !(key in NOTHING);

/** Whether there is nothing that every object would seem to have. */
export function isUnspoilt() {
  for (const _ in NOTHING) return false;
  return true;
}
