// The entry with everything. Importing it is enough: what else imports xregion then has everything, too.
import { provide } from "./engine.js";
import { sources } from "./modules-full-inline.js";

provide(sources);

export * from "./api.js";
