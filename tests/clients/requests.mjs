// Requests that are valid, of every operation and in every mode, and the same in every run.
import { Chance } from "./chance.mjs";
import { anyText, nasty } from "./texts.mjs";

const ACCOUNT = "111122223333";
const OTHER_ACCOUNT = "444455556666";

const variants = [false, true].flatMap((fips) => [false, true].map((dualStack) => ({ fips, dualStack })));

/** Endpoints that are not AWS's. */
export const ownEndpoints = [
  "http://localhost:4566",
  "https://localhost:4566/",
  "http://127.0.0.1:80",
  "https://proxy.example.com:443/base/path",
  "https://vpce-0123456789abcdef0-abcdefgh.kms.us-east-1.vpce.amazonaws.com",
];

/** One request of each operation for each call: `{ operation, input, to }`, and the last is for `toHttp`. */
export function* requests(partitions) {
  for (const { place, to } of calls(partitions)) {
    for (const [operation, inputFor] of Object.entries(operations)) {
      yield { operation, input: inputFor(new Chance(JSON.stringify([operation, to])), place), to };
    }
  }
}

function* calls(partitions) {
  const places = [...placesIn(partitions)];
  for (const place of places) {
    for (const variant of variants) yield { place, to: { region: place.region, ...variant } };
  }
  for (const endpoint of ownEndpoints) yield { place: places[0], to: { region: places[0].region, endpoint } };
}

/** A request's name for people. */
export const nameOf = ({ operation, to: { region, fips, dualStack, endpoint = "" } }) =>
  [operation, region, fips ? "FIPS" : "", dualStack ? "dual-stack" : "", endpoint].filter(Boolean).join(" ");

/** Every Region, with its partition and others of that, among them some that may be there one day. */
export function* placesIn(partitions) {
  for (const { id: partition, regions } of partitions) {
    const codes = regions.filter((region) => /\d$/.test(region));
    const future = ["6", "8", "9"].map((digit) => codes[0].replace(/\d$/, digit));
    const all = [...new Set([...codes, ...future])];
    for (const region of regions) {
      yield { partition, region, isReal: codes.includes(region), others: all.filter((other) => other !== region) };
    }
  }
}

/** A valid request of an operation, for a call from a place. */
export const inputOf = (operation, chance, place) => operations[operation](chance, place);

const operations = {
  CreateReplicationSet(chance, { partition, region, isReal, others }) {
    const regions = [
      ...(isReal ? [region] : []),
      ...chance.some(isReal ? chance.below(3) : chance.between(1, 3), others),
    ];
    const anyName = (most) => anyText(chance, { least: 1, most });
    const entry = chance.one([
      () => ({}),
      () =>
        chance.choice(
          () => ({}),
          () => ({ sseKmsKeyId: "" }),
          () => ({ sseKmsKeyId: "DefaultKey" }),
        ),
      (region) => ({ sseKmsKeyId: keyArn(chance, partition, region) }),
      (region) => ({
        sseKmsKeyId: `${arn(partition, "kms", region)}:${chance.one(["key", "alias"])}/${anyName(1900)}`,
      }),
      () => ({ sseKmsKeyId: anyText(chance, { least: 1, most: 2048, admits: (text) => !text.startsWith("arn:") }) }),
    ]);
    return shuffled(chance, {
      regions: object(regions.map((region) => [region, entry(region)])),
      ...maybe(chance, () => ({ clientToken: anyText(chance, { most: 128 }) })),
      ...maybe(chance, () => ({ tags: object(tags(chance, 1, { keys: TAG_KEY, values: TAG_VALUE })) })),
    });
  },

  ReplicateSecretToRegions(chance, { partition, region, isReal, others }) {
    const name = () =>
      anyText(chance, { least: 1, most: chance.one([64, 512, 2048]), admits: (text) => SECRET_NAME.test(text) });
    const ofSecret = () => `${arn(partition, "secretsmanager", region)}:secret:${name().slice(0, 1900)}`;
    const secrets = [name, () => `${ofSecret()}-${chance.hex(6)}`, ofSecret];
    const replica = (region) => ({
      Region: region,
      ...maybe(chance, () => ({
        KmsKeyId: chance.choice(
          () => keyArn(chance, partition, region),
          () => keyName(chance),
          () => anyText(chance, { most: 2048, admits: (text) => !text.startsWith("arn:") }),
        ),
      })),
    });
    return shuffled(chance, {
      SecretId: isReal ? chance.one(secrets)() : name(),
      AddReplicaRegions: chance
        .some(chance.one([1, 1, 2, 3, 40]), others)
        .map((region) => shuffled(chance, replica(region))),
      ...maybe(chance, () => ({ ForceOverwriteReplicaSecret: chance.once(2) })),
    });
  },

  CreateReplicationConfiguration(chance, { partition, region, isReal, others }) {
    const id = () => `fs-${chance.hex(chance.one([8, 17, 40]))}`;
    const fileSystem = (region, account) =>
      `${arn(partition, "elasticfilesystem", region, account)}:file-system/${id()}`;
    const sources = [id, () => fileSystem(region), () => `arn:${partition}:elasticfilesystem:-:file-system/${id()}`];
    const there = chance.one(others);
    const zone = () =>
      chance.choice(
        () => `${there}${chance.one("abf")}`,
        () => anyText(chance, { least: 1, most: 64, admits: isOneLine }),
      );
    const named = EFS_REGION.test(there) ? { Region: there } : { AvailabilityZoneName: `${there}a` };
    const destinations = [
      () => ({ ...named, ...maybe(chance, () => ({ KmsKeyId: keyArn(chance, partition, there) })) }),
      () => ({ ...named, KmsKeyId: keyName(chance) }),
      () => ({ ...named, AvailabilityZoneName: zone() }),
      () => ({ AvailabilityZoneName: zone() }),
      () => ({ FileSystemId: id() }),
      () => ({ ...named, FileSystemId: fileSystem(there) }),
      () => ({ FileSystemId: fileSystem(there, OTHER_ACCOUNT), RoleArn: role(chance, partition) }),
      () => ({}),
    ];
    return shuffled(chance, {
      SourceFileSystemId: isReal ? chance.one(sources)() : id(),
      Destinations: [shuffled(chance, chance.one(destinations)())],
    });
  },

  ReplicateKey(chance, { partition, region, isReal, others }) {
    const key = `mrk-${chance.hex(32)}`;
    const bypass = chance.one([undefined, true, false]);
    return shuffled(chance, {
      KeyId: isReal && chance.once(2) ? `${arn(partition, "kms", region)}:key/${key}` : key,
      ReplicaRegion: chance.one(others),
      ...maybe(chance, () => ({ Policy: policy(chance, partition, bypass === true) })),
      ...(bypass === undefined ? {} : { BypassPolicyLockoutSafetyCheck: bypass }),
      ...maybe(chance, () => ({ Description: anyText(chance, { most: chance.one([100, 8192]) }) })),
      ...maybe(chance, () => ({
        Tags: tags(chance, 0).map(([TagKey, TagValue]) => shuffled(chance, { TagKey, TagValue })),
      })),
    });
  },
};

const SECRET_NAME = /^[A-Za-z0-9/_+=.@!-]+$/;
const TAG_KEY = /^[A-Za-z0-9 _=@:.+-/]+$/;
const TAG_VALUE = /^[A-Za-z0-9 _=@:.+-/]*$/;
const EFS_REGION = /^[a-z]{2}-((iso[a-z]?-)|(gov-))?[a-z]+-?[0-9]?$/;
const isOneLine = (text) => /^.+$/.test(text);

const arn = (partition, service, region, account = ACCOUNT) => `arn:${partition}:${service}:${region}:${account}`;

/** A name of a key that tells no Region. */
const keyName = (chance) =>
  chance.choice(
    () => "1234abcd-12ab-34cd-56ef-1234567890ab",
    () => `mrk-${chance.hex(32)}`,
    () => `alias/${chance.one(["orders", "-", "--help", "a/b_c", "aws/secretsmanager"])}`,
  );

function keyArn(chance, partition, region) {
  const name = keyName(chance);
  return `${arn(partition, "kms", region)}:${name.startsWith("alias/") ? name : `key/${name}`}`;
}

const role = (chance, partition) =>
  `arn:${partition}:iam::${ACCOUNT}:role/${chance.one(["efs", "a/b/c", "-", "=,.@+_", "--help"])}`;

/** Tags with different keys, from a least number of them to 50. */
function tags(chance, least, { keys = /^/, values = /^/ } = {}) {
  const admits = (form) => (text) => form.test(text) && !/^aws:/i.test(text);
  const count = chance.one([least, 1, 2, 3, 50]);
  const numbered = Array.from({ length: 50 }, (_, index) => `tag ${index}`);
  const many = [...chance.some(40, nasty.filter(admits(keys))).filter((text) => text !== ""), ...numbered];
  const few = many.map(() => anyText(chance, { least: 1, most: 128, admits: admits(keys) }));
  const names = [...new Set(count === 50 ? many : few)].slice(0, count);
  return names.map((name) => [name, anyText(chance, { most: 256, admits: admits(values) })]);
}

/** A key policy as JSON text, in one of the ways in which people write it. */
function policy(chance, partition, isBypassed) {
  const grant = {
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${ACCOUNT}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  const use = { Sid: anyText(chance, { most: 200 }), ...grant, Action: ["kms:Encrypt", "kms:Decrypt"] };
  const Statement = chance.choice(
    () => [grant],
    () => [use, grant],
    () => (isBypassed ? [use] : grant),
  );
  const text = JSON.stringify(
    { Version: "2012-10-17", Id: anyText(chance, { most: 200 }), Statement },
    null,
    chance.one(["", "  ", "\t"]),
  );
  const inLatin = text.replace(/[^\0-\u00ff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return chance.once(3) ? inLatin.replaceAll("\n", "\r\n") : inLatin;
}

const maybe = (chance, make) => (chance.once(2) ? make() : {});

/** An object with the members in any order. */
const shuffled = (chance, members) => object(chance.some(Infinity, Object.entries(members)));

/** An object of entries, one named `__proto__` among them. */
const object = (entries) => Object.fromEntries(entries);
