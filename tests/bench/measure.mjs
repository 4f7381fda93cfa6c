// Timing: the same in Node and in browsers.

/** How it is timed; `milliseconds` is what a round of one contestant takes. */
export const FULL = { rounds: 9, milliseconds: 10, warmUp: 60 };
export const QUICK = { rounds: 5, milliseconds: 4, warmUp: 20 };

/** As many copies of each payload: with one alone, what an engine remembers of a value would be timed. */
const COPIES = 16;

/** What nothing was computed for may be left out by an engine: this is where it all goes. */
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
 * Times contestants round robin: a case makes values, which are alike, and has `judges` for them, by the contestants'
 * names. Gives for each case its nanoseconds a call, one number a round, by the same names.
 */
export function race(cases, plan) {
  const started = cases.map(({ make, judges, ...told }) => ({
    told,
    runners: Object.entries(judges).map(([name, judge]) => {
      const copies = Array.from({ length: COPIES }, make);
      return { name, judge, copies, times: timesFor(judge, copies, plan), rounds: [] };
    }),
  }));
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const { runners } of started) {
      // Who comes first changes: what one leaves behind for the collector is not always the other's to wait for.
      for (const runner of round % 2 ? runners.toReversed() : runners) {
        const took = run(runner.judge, runner.copies, runner.times);
        runner.rounds.push((took * 1e6) / runner.times);
      }
    }
  }
  return started.map(({ told, runners }) => ({
    ...told,
    rounds: Object.fromEntries(runners.map(({ name, rounds }) => [name, rounds])),
  }));
}
