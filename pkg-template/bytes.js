// A module out of a script: bytes that were deflated, in Base64.
import { globalNamed } from "./platform.js";

export const bytesOf = (base64) => Uint8Array.from(globalNamed("atob")(base64), (character) => character.charCodeAt(0));
