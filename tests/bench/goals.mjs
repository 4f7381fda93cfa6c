// What is to be reached, as ratios: how often as fast ours is as another.
import { VALID_SIZES } from "./payloads.mjs";
import { geometricMean } from "./statistics.mjs";

const PLACES = { node: "Node", chromium: "Chromium" };

const lowest = (ratios) => Math.min(...ratios);

/** Goals of what is timed in Node and in Chromium. */
const objects = [
  {
    title: "one valid object, small and middle, in the geometric mean",
    peer: "ajv",
    sizes: ["small", "middle"],
    by: geometricMean,
    least: 1.5,
  },
  {
    title: "one valid object, small and middle, in the geometric mean",
    peer: "zod",
    sizes: ["small", "middle"],
    by: geometricMean,
    least: 3,
  },
  {
    title: "one valid object, small and middle, in the geometric mean",
    peer: "valibot",
    sizes: ["small", "middle"],
    by: geometricMean,
    least: 2.5,
  },
  { title: "every valid object", peer: "ajv", sizes: VALID_SIZES, by: lowest, least: 0.5 },
  { title: "every large object", peer: "ajv", sizes: ["large"], by: lowest, least: 1 },
  { title: "every object with five errors, messages included", peer: "zod", sizes: ["invalid"], by: lowest, least: 1 },
];

const isPolicies = ({ title }) => title === "key policies";

/** Goals of requests in bulk. */
const bulk = [
  { title: "requests in bulk", beside: "JSON.parse and ajv", who: "ajv", which: (row) => !isPolicies(row), least: 5 },
  { title: "key policies in bulk", beside: "JSON.parse and ajv", who: "ajv", which: isPolicies, least: 2.5 },
  { title: "everything in bulk", beside: "JSON.parse alone", who: "parse", which: () => true, least: 1 },
];

const startup = [
  { title: "from the import to the first verdict, bundled", how: "bundled", peer: "zod", least: 3 },
  { title: "from the import to the first verdict, unbundled", how: "unbundled", peer: "zod", least: 3 },
];

/** Each goal with what was measured of it; that is absent where nothing was. `results` are as `results.mjs` has them. */
export function judged(results) {
  return [
    ...Object.entries(PLACES).flatMap(([place, name]) =>
      objects.map(({ title, peer, sizes, by, least }) => {
        const rows = results[place]?.[peer]?.filter(({ size }) => sizes.includes(size));
        return {
          title: `${name}: ${title}`,
          beside: peer,
          least,
          measured: rows && by(rows.map(({ ratio }) => ratio)),
        };
      }),
    ),
    ...bulk.map(({ title, beside, who, which, least }) => {
      const ratios = results.bulk?.filter(which).map(({ ratios }) => ratios[who]);
      return { title, beside, least, measured: ratios && lowest(ratios) };
    }),
    ...startup.map(({ title, how, peer, least }) => {
      const row = results.startup?.find(({ name }) => name === peer);
      return { title, beside: peer, least, measured: row?.ratios[how] };
    }),
  ].map((goal) => ({ ...goal, verdict: verdictOn(goal) }));
}

function verdictOn({ measured, least }) {
  if (measured === undefined) return "not measured";
  return measured >= least ? "met" : "not met";
}
