// Whom the package is held against: names as people write them, with the files in `peers/` and the packages on npm.

export const peers = [
  { name: "ajv", file: "ajv", library: "ajv" },
  { name: "zod", file: "zod", library: "zod" },
  { name: "zod/mini", file: "zod-mini", library: "zod" },
  { name: "Valibot", file: "valibot", library: "valibot" },
  { name: "TypeBox", file: "typebox", library: "typebox" },
  { name: "ArkType", file: "arktype", library: "arktype" },
  { name: "by hand", file: "hand" },
];

/** The peer whose file is so named. */
export function peerIn(file) {
  const found = peers.find((peer) => peer.file === file);
  if (!found) throw new Error(`no such peer: ${file}; there are ${peers.map((peer) => peer.file).join(", ")}`);
  return found;
}
