// A module out of a script: bytes that were deflated, in Base64.

export const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
