// What every project does with the package: it judges a request that passes, and one that does not.
const KeyId = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";

const requests = [
  { KeyId, ReplicaRegion: "eu-west-1" },
  { KeyId, ReplicaRegion: "us-east-1", Tags: [{ TagKey: "aws:team" }] },
];

/** The codes of their issues, as a text that needs no quoting anywhere. */
export const judge = (replicateKey) => requests.map((request) => codes(replicateKey.validate(request))).join(", ");

const codes = ({ ok, issues }) => (ok ? "passes" : issues.map(({ code }) => code).join(" "));

/** How a request begins as a command, or why there is none. */
export function command(replicateKey) {
  const { request } = replicateKey.build(requests[0]);
  try {
    return request.toCli().argv.slice(0, 3).join(" ");
  } catch ({ code }) {
    return code;
  }
}
