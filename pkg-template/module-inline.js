// The module from a script, for those who cannot fetch a file before they start.
import { base64 } from "./inline.js";

export const source = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
