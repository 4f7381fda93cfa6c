// What every project does with the package: it judges a request that passes, and one that does not.
const KeyId = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";

const requests = [
  { KeyId, ReplicaRegion: "eu-west-1" },
  { KeyId, ReplicaRegion: "us-east-1", Tags: [{ TagKey: "aws:team" }] },
];

/** The codes of their issues, as a text that needs no quoting anywhere. */
export const judge = (replicateKey) => requests.map((request) => codes(replicateKey.validate(request))).join(", ");

const codes = ({ ok, issues }) => (ok ? "passes" : issues.map(({ code }) => code).join(" "));
