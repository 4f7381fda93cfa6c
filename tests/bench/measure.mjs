// Timing: the same in Node and in browsers.

/** How it is timed; `milliseconds` is what a round of one contestant takes. */
export const FULL = { rounds: 9, milliseconds: 10, warmUp: 60 };
export const QUICK = { rounds: 5, milliseconds: 4, warmUp: 20 };

/** As many copies of each payload: with one alone, what an engine remembers of a value would be timed. */
const COPIES = 16;

/** An engine may leave out what nobody reads: all that is read ends here. */
export let sink = 0;

/** Reads what a verdict says; there may be nothing. */
function read(issues) {
  if (issues === null) sink += 1;
  else for (const { message } of issues) sink += message.length;
}

/**
 * Starts to count the milliseconds that something takes, which what is given tells. Where it is known how long we had a
 * processor, a wait for one does not count: other programs do not slow a round down.
 */
export function stopwatch() {
  const cpu = globalThis.process?.cpuUsage?.();
  const start = performance.now();
  return () => {
    const elapsed = performance.now() - start;
    if (cpu === undefined) return elapsed;
    const { user, system } = process.cpuUsage(cpu);
    // Other threads of ours work meanwhile: together they may have had more than there was.
    return Math.min(elapsed, (user + system) / 1000);
  };
}

function run(judge, copies, times) {
  const took = stopwatch();
  for (let call = 0; call < times; call += 1) read(judge(copies[call % COPIES]));
  return took();
}

/** How often to call for a round of so many milliseconds, known after a warm-up. */
function timesFor(judge, copies, { milliseconds, warmUp }) {
  let times = 1;
  const deadline = performance.now() + warmUp;
  for (;;) {
    const took = run(judge, copies, times);
    const isWarm = performance.now() > deadline;
    if (isWarm && took >= milliseconds / 2) return Math.max(1, Math.round((times * milliseconds) / took));
    // The first call can take as long as a hundred others: what it said of the rest is taken back.
    times = took < milliseconds / 2 ? times * 2 : Math.ceil((times * milliseconds) / took / 2);
  }
}

/**
 * Contestants that are warm: a case makes values, which are alike, and has `judges` for them, by the contestants' names.
 * `order` names one after the other, those of a case beside each other, and `run` times a round of one in milliseconds.
 */
export function prepared(cases, plan) {
  const runners = cases.flatMap(({ make, judges, ...told }) =>
    Object.entries(judges).map(([name, judge]) => {
      const copies = Array.from({ length: COPIES }, make);
      return { told, name, judge, copies, times: timesFor(judge, copies, plan) };
    }),
  );
  return {
    order: runners.map(({ told, name, times }) => ({ told, name, times })),
    run(index) {
      const { judge, copies, times } = runners[index];
      return run(judge, copies, times);
    },
  };
}

/**
 * What rounds came to: `rounds` has the milliseconds of each contestant in the order of `prepared`. Gives for each case
 * its nanoseconds a call, one number a round, by the contestants' names.
 */
export function timedBy(order, rounds) {
  const cases = new Map();
  order.forEach(({ told, name, times }, index) => {
    const key = JSON.stringify(told);
    if (!cases.has(key)) cases.set(key, { ...told, rounds: {} });
    cases.get(key).rounds[name] = rounds.map((round) => (round[index] * 1e6) / times);
  });
  return [...cases.values()];
}

/** In which order contestants run in a round. Who comes first changes: what one leaves behind is not always the other's. */
export function turns(order, round) {
  const indices = order.map((_, index) => index);
  return round % 2 ? indices.toReversed() : indices;
}

/** Times contestants round robin, as `prepared` and `timedBy` have them. */
export function race(cases, plan) {
  const { order, run } = prepared(cases, plan);
  const rounds = Array.from({ length: plan.rounds }, (_, round) => {
    const took = [];
    for (const index of turns(order, round)) took[index] = run(index);
    return took;
  });
  return timedBy(order, rounds);
}
