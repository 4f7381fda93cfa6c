// What is made of the full module.
import * as functions from "./beside.js";
import "./form.js";
import { makeGlue } from "./glue.js";
import { fullStamp } from "./stamp.js";
import { verdictsOf } from "./verdicts.js";

export const fullParts = {
  makeFull(connect) {
    const glue = makeGlue(connect);
    return { ...glue, ...verdictsOf(glue) };
  },
  fullStamp,
  functions,
};
