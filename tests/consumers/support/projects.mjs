// The projects, as they are worked on: copies below target/, with the packed package among their modules.
import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The tools, with the package among them. */
export const modules = process.env.XREGION_CONSUMER_MODULES;
assert.ok(modules, "XREGION_CONSUMER_MODULES is not set: run the tests by `cargo xtask test consumers`");

/** The folder above all projects. */
export const top = dirname(modules);

const sources = fileURLToPath(new URL("../projects/", import.meta.url));

/** Copies the project of a consumer to a folder of its own, which is given. */
export function lay({ name, project }) {
  const folder = join(top, "projects", name.toLowerCase().match(/[a-z]+/g).join("-"));
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(sources, project), folder, { recursive: true });
  cpSync(join(sources, "judge.mjs"), join(folder, "judge.mjs"));
  // Pages without a bundler have no modules of npm: they have copies.
  const copies = project === "pages" ? ["xregion", "xregion-copy"] : [];
  for (const copy of copies) cpSync(join(modules, "xregion"), join(folder, copy), { recursive: true });
  return folder;
}

const lock = JSON.parse(readFileSync(join(top, "package-lock.json"), "utf8"));

/** The version of a tool that is locked, as people say it. */
export const locked = (tool) => `${tool} ${lock.packages[`node_modules/${tool}`].version}`;
