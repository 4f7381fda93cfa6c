import type { Locale } from "../localize.js";

/** The language of the file. */
declare const locale: Locale;
export default locale;
