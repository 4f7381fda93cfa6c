// What the program is asked for.
import { readFileSync } from "node:fs";
import { HouseRulesError, loadHouseRules, operations, replicateKey } from "../node.js";
import words from "../locales/en.js";
import { FLAGS } from "./flags.mjs";
import { reasonOf } from "./output.mjs";

const problem = (text) => ({ problems: [text] });

/** What is asked for, or `problems` with the arguments. */
export function argumentsOf([command, ...rest]) {
  if (command === undefined) return problem("say what to do, as in: xregion check requests.jsonl");
  if (command === "--help" || command === "-h") return { isHelp: true };
  if (command === "--version") return { isVersion: true };
  if (command !== "check") return problem(`there is no command ${command}; try: xregion --help`);
  const given = new Map();
  const files = [];
  while (rest.length > 0) {
    const argument = rest.shift();
    if (argument === "--") {
      files.push(...rest.splice(0));
    } else if (argument === "-h") {
      return { isHelp: true };
    } else if (argument === "-" || !argument.startsWith("-")) {
      files.push(argument);
    } else {
      const { name, value, problems } = option(argument, rest);
      if (problems) return { problems };
      given.set(name, [...(given.get(name) ?? []), value]);
    }
    if (given.has("help")) return { isHelp: true };
    if (given.has("version")) return { isVersion: true };
  }
  return understood(given, files);
}

/** An option and its value. */
function option(argument, rest) {
  const [, written, own] = /^(.*?)(?:=(.*))?$/s.exec(argument);
  const name = written.slice(2);
  if (!written.startsWith("--") || !Object.hasOwn(FLAGS, name)) {
    return problem(`there is no option ${written}; try: xregion --help`);
  }
  const { hasValue, choices } = FLAGS[name];
  if (!hasValue) return own === undefined ? { name, value: "" } : problem(`${written} takes no value`);
  const value = own ?? rest.shift();
  if (value === undefined) return problem(`${written} needs a value`);
  if (choices.length > 0 && !choices.includes(value)) return problem(`${written} takes ${choices.join(" or ")}, not “${value}”`);
  return { name, value };
}

function understood(given, files) {
  const last = (name) => given.get(name)?.at(-1);
  const isJson = last("format") === "json";
  if (given.has("echo") && !isJson) return problem("--echo needs --format json");
  const named = last("operation");
  const operation = operations.find(({ name }) => name === named);
  if (named !== undefined && operation === undefined) {
    return problem(`--operation takes ${operations.map(({ name }) => name).join(" or ")}, not “${named}”`);
  }
  const { context, problems } = contextOf(given);
  if (problems) return { problems };
  return {
    operation,
    context,
    isJson,
    isWhole: given.has("input") ? last("input") === "whole" : undefined,
    echo: given.has("echo"),
    exitZero: given.has("exit-zero"),
    files: files.length > 0 ? files : ["-"],
  };
}

function contextOf(given) {
  const context = { rules: {} };
  for (const [name, { context: option }] of Object.entries(FLAGS)) {
    if (option && given.has(name)) context[option] = given.get(name).at(-1);
  }
  for (const rule of given.get("rule") ?? []) {
    const at = rule.lastIndexOf("=");
    if (at < 0) return problem(`--rule takes RULE=CHANGE, not “${rule}”`);
    Object.defineProperty(context.rules, rule.slice(0, at), { value: rule.slice(at + 1), enumerable: true, configurable: true });
  }
  const issues = replicateKey.validateField("/KeyId", undefined, undefined, context);
  const wrong = issues.find(({ code }) => code === "invalid_context");
  if (wrong) {
    const { option, problem: what } = wrong.params;
    const [flag = option.replace("rules.", "rule ")] = Object.keys(FLAGS).filter((name) => FLAGS[name].context === option);
    return problem(`--${flag} ${words.phrases[what]}`);
  }
  return given.has("house-rules") ? withHouseRules(context, given.get("house-rules").at(-1)) : { context };
}

function withHouseRules(context, file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    return problem(`${file}: ${reasonOf(error)}`);
  }
  try {
    return { context: { ...context, house: loadHouseRules(text) } };
  } catch (error) {
    if (!(error instanceof HouseRulesError)) throw error;
    return { problems: error.problems.map(({ pointer, message }) => `${file}: ${pointer}: ${message}`) };
  }
}
