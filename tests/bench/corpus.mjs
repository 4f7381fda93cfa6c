// Requests in bulk, one in JSON on each line: no two are the same, one in twenty is refused, and every run has the same.

/** How many lines there are of an operation, and how many of policies, which are long. */
export const LINES = 20_000;
export const POLICY_LINES = 1_000;

/** One line of so many has errors. */
const REFUSED = 20;

const REGIONS =
  "us-east-1 us-east-2 us-west-1 us-west-2 eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-north-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ca-central-1 sa-east-1".split(
    " ",
  );
const WORDS =
  "orders payments ledger invoices stock search mail audit billing media catalog session report archive gateway profile".split(
    " ",
  );
const ACTIONS =
  "kms:Encrypt kms:Decrypt kms:ReEncrypt* kms:GenerateDataKey* kms:DescribeKey kms:CreateGrant kms:ListGrants kms:RevokeGrant".split(
    " ",
  );

/** Whole numbers that look random, by Marsaglia's xorshift: what is timed needs no better ones, but many. */
class Dice {
  #state;

  constructor(seed) {
    this.#state = seed;
  }

  below(limit) {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }

  one = (items) => items[this.below(items.length)];

  /** As many different items. */
  some(count, items) {
    const left = [...items];
    return Array.from({ length: count }, () => left.splice(this.below(left.length), 1)[0]);
  }

  digits = (count) =>
    String(this.below(10 ** 6) * 10 ** 6 + this.below(10 ** 6))
      .padStart(count, "1")
      .slice(0, count);

  hex = (count) =>
    Array.from({ length: Math.ceil(count / 4) }, () => (0x10000 + this.below(0x10000)).toString(16).slice(1))
      .join("")
      .slice(0, count);

  uuid = () => [8, 4, 4, 4, 12].map((count) => this.hex(count)).join("-");

  list = (most, make) => Array.from({ length: this.below(most + 1) }, (_, index) => make(index));
}

const nameOf = (dice) => `${dice.one(WORDS)}/${dice.one(WORDS)}-${dice.below(10_000)}`;
const tagOf = (dice) => [
  `${dice.one(WORDS)}:${dice.one(WORDS)}-${dice.below(10_000)}`,
  `${nameOf(dice)} of ${dice.one(WORDS)} = ${dice.hex(8)}`,
];
const tagsOf = (dice, most) =>
  Object.entries(Object.fromEntries([tagOf(dice), ...dice.list(most - 1, () => tagOf(dice))]));
const keyIn = (dice, region, account) => `arn:aws:kms:${region}:${account}:key/${dice.uuid()}`;

/** A request of each operation that passes, without a warning. */
const requests = {
  CreateReplicationSet(dice) {
    const account = dice.digits(12);
    const hasKeys = dice.below(2) === 0;
    const regions = dice.some(1 + dice.below(3), REGIONS);
    return {
      ...(dice.below(2) === 0 && { clientToken: dice.uuid() }),
      regions: Object.fromEntries(
        regions.map((region) => [region, hasKeys ? { sseKmsKeyId: keyIn(dice, region, account) } : {}]),
      ),
      tags: Object.fromEntries(tagsOf(dice, 8)),
    };
  },

  ReplicateSecretToRegions(dice) {
    const account = dice.digits(12);
    const [home, ...regions] = dice.some(2 + dice.below(6), REGIONS);
    return {
      SecretId: `arn:aws:secretsmanager:${home}:${account}:secret:${nameOf(dice)}-${dice.hex(6)}`,
      AddReplicaRegions: regions.map((Region) => ({ Region, KmsKeyId: keyIn(dice, Region, account) })),
      ...(dice.below(2) === 0 && { ForceOverwriteReplicaSecret: false }),
    };
  },

  CreateReplicationConfiguration(dice) {
    const account = dice.digits(12);
    const [home, Region] = dice.some(2, REGIONS);
    const destination = { Region };
    if (dice.below(2) === 0) destination.AvailabilityZoneName = `${Region}${dice.one("abc")}`;
    if (dice.below(2) === 0) destination.KmsKeyId = keyIn(dice, Region, account);
    const SourceFileSystemId = `arn:aws:elasticfilesystem:${home}:${account}:file-system/fs-${dice.hex(17)}`;
    return { SourceFileSystemId, Destinations: [destination] };
  },

  ReplicateKey(dice) {
    const [home, ReplicaRegion] = dice.some(2, REGIONS);
    return {
      KeyId: `arn:aws:kms:${home}:${dice.digits(12)}:key/mrk-${dice.hex(32)}`,
      ReplicaRegion,
      ...(dice.below(2) === 0 && { Description: `Replica of ${nameOf(dice)} for ${dice.one(WORDS)}` }),
      ...(dice.below(2) === 0 && { BypassPolicyLockoutSafetyCheck: false }),
      Tags: tagsOf(dice, 8).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    };
  },
};

/** What makes a request one that is refused by its structure alone, of every operation. */
const faults = [
  (request, dice) => ({ ...request, [`${dice.one(WORDS)}Id`]: dice.hex(8) }),
  (request, dice) => ({ ...request, ...Object.fromEntries([[dice.one(Object.keys(request)), dice.below(1_000)]]) }),
  (request) => ({ ...request, regions: {}, AddReplicaRegions: [], Destinations: [], ReplicaRegion: "" }),
];

/** A policy that only its account's administrators and some roles may use, as an editor writes it. */
function policyOf(dice, account) {
  const use = (index) => ({
    Sid: `Allow ${nameOf(dice)} ${index}`,
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:role/${nameOf(dice)}` },
    Action: dice.some(1 + dice.below(ACTIONS.length), ACTIONS),
    Resource: "*",
    Condition: { StringEquals: { "kms:ViaService": `s3.${dice.one(REGIONS)}.amazonaws.com` } },
  });
  const administration = {
    Sid: "Enable IAM policies",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  const document = { Version: "2012-10-17", Statement: [administration, ...dice.list(40, use)] };
  return JSON.stringify(document, null, dice.one([2, 4, "\t"]));
}

function withPolicy(dice) {
  const request = requests.ReplicateKey(dice);
  return { ...request, Policy: policyOf(dice, request.KeyId.split(":")[4]) };
}

function corpus(seed, count, make) {
  const dice = new Dice(seed);
  const values = Array.from({ length: count }, (_, index) =>
    index % REFUSED === 7 ? faults[Math.floor(index / REFUSED) % faults.length](make(dice), dice) : make(dice),
  );
  return { lines: values.map((value) => JSON.stringify(value)), refused: Math.ceil((count - 7) / REFUSED) };
}

/** The lines of an operation, with how many of them are refused. */
export const linesOf = (operation, count = LINES) => corpus(1_000 + operation.length, count, requests[operation]);

/** Lines of ReplicateKey, each with a policy: JSON in a string in JSON. */
export const policyLines = (count = POLICY_LINES) => corpus(2_000, count, withPolicy);
