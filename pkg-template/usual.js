// Whether values are as usual. Of what is not so nothing is concluded: it is looked at carefully, once more. A glance asks
// this of a request in the functions of glances.js, and crosses to no module but for key policies.
import { guarded } from "./engine.js";
import { PARTITIONS } from "./regions.js";
import { isWellFormed } from "./text.js";

/** The known Regions by their codes, each with a bit of its own in one of two words. */
const REGIONS = /* @__PURE__ */ regions();

function regions() {
  const regions = new Map();
  for (const [partition, codes] of Object.entries(PARTITIONS)) {
    for (const code of codes.split(" ")) {
      const index = regions.size;
      const [low, high] = index < 32 ? [1 << index, 0] : [0, 1 << index];
      regions.set(code, { code, partition, index, low, high });
    }
  }
  return regions;
}

/** What is noted of a request: which Regions it names, and how. */
export class Facts {
  constructor(areDistinct) {
    this.areDistinct = areDistinct;
    this.partition = undefined;
    this.low = 0;
    this.high = 0;
    // The Region of the entry at hand, and the ARN that is to be of there, with its form.
    this.here = undefined;
    this.arn = undefined;
    this.form = undefined;
    this.members = undefined;
    this.keys = undefined;
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

/** ARNs of resources of a service. */
const arns = (service, resource) => new RegExp(`^arn:[a-z-]+:${service}:[a-z0-9-]+:\\d{12}:(?:${resource})$`);

/** Those in the Region of the entry around. */
export const nearby = (service, resource) => ({ service, arn: arns(service, resource), beginnings: [] });

/** Whether a text may be one of them: that is told when it is known where the entry is. */
export function isNearby(facts, text, form) {
  if (facts.arn !== undefined || !form.arn.test(text)) return false;
  facts.arn = text;
  facts.form = form;
  return true;
}

/** Whether an ARN is of a Region: engines find a text sooner than they tell whether another begins with it. */
function isOf(arn, { service, beginnings }, { index, partition, code }) {
  const beginning = (beginnings[index] ??= `arn:${partition}:${service}:${code}:`);
  return arn.indexOf(beginning) === 0;
}

/** Whether the entry at hand, which is over, was in one Region with all that it names. */
export function isInItsRegion(facts) {
  const { here, arn, form } = facts;
  facts.here = undefined;
  facts.arn = undefined;
  return here !== undefined && (arn === undefined || isOf(arn, form, here)) && names(facts, here);
}

/** Whether an entry has the same members as those before it. */
export function isAlike(facts, members) {
  facts.members ??= members;
  return facts.members === members;
}

/** ARNs of resources of a service, and what names these otherwise. */
export const named = (service, resource, otherwise) => ({
  service,
  arn: arns(service, resource),
  otherwise: new RegExp(`^(?:${otherwise})$`),
});

/** Whether a text is one of them. */
export function isNamed(facts, text, { service, arn, otherwise }) {
  if (!arn.test(text)) return otherwise.test(text);
  const afterPartition = text.indexOf(":", 4);
  const start = afterPartition + service.length + 2;
  const region = REGIONS.get(text.slice(start, text.indexOf(":", start)));
  return region !== undefined && text.slice(4, afterPartition) === region.partition && names(facts, region);
}

/** Whether a tag's key is unlike those before it. */
export function isNew(facts, key) {
  const keys = (facts.keys ??= new Set());
  const { size } = keys;
  return keys.add(key).size > size;
}

/** Whether a value is a string of so many UTF-16 units. */
export const hasLength = (value, least, most) => typeof value === "string" && value.length >= least && value.length <= most;

/** Whether it is one of so many characters, for certain: one of them may take two units. */
export const isWritten = (value, least, most) => hasLength(value, 2 * least, most) && isWellFormed(value);

/** Whether a value is a string that matches. */
export const matches = (pattern, value) => typeof value === "string" && pattern.test(value);

const { getPrototypeOf, prototype } = Object;

/** Whether a value is an object that is nothing but its own members. */
export function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const parent = getPrototypeOf(value);
  return (parent === prototype || parent === null) && prototype.toString.call(value) === "[object Object]";
}

const NOTHING = {};

/** Whether there is nothing that every object would seem to have. */
export function isUnspoilt() {
  for (const _ in NOTHING) return false;
  return true;
}

/** The longest policy that a glance goes over. */
const MOST_BYTES = 2 ** 16;

let encoder;

/** Whether a value is the text of a key policy that is plain: where it is known, that is told by the module. */
export function isPolicy(value) {
  const instance = guarded().atRest();
  if (instance?.glanceAtPolicy === undefined || !hasLength(value, 1, MOST_BYTES)) return false;
  try {
    encoder ??= new TextEncoder();
    const { written } = encoder.encodeInto(value, placeIn(instance));
    return written === value.length && instance.glanceAtPolicy(written) !== 0;
  } catch (cause) {
    // There was no room for it: whoever looks carefully will be told.
    instance.isSpent = true;
    throw cause;
  }
}

function placeIn(instance) {
  if (!(instance.place?.length > 0)) {
    // The place is made when it is asked for first, and the memory may grow by that.
    const start = instance.placeForPolicy(MOST_BYTES) >>> 0;
    instance.place = new Uint8Array(instance.memory.buffer, start, MOST_BYTES);
  }
  return instance.place;
}
