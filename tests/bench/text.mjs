// Tables for terminals.
import { geometricMean, median, spread } from "./statistics.mjs";
import { SIZES } from "./payloads.mjs";

export const whole = (number) => Math.round(number).toLocaleString("en");

/** A ratio, with two figures that say something. */
export const factor = (number) => (number < 10 ? number.toPrecision(2) : whole(number));

export const percent = (share) => `${Math.round(share * 100)} %`;

/** Rows in columns that are as wide as they need to be; all but the first `left` are numbers. */
export function columns(rows, left = 1) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const padded = (cell, column) => (column < left ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  return rows.map((row) => row.map(padded).join("  ").trimEnd()).join("\n");
}

/** How often as fast ours is, by the medians. */
export const ratio = ({ rounds }, peer) => median(rounds[peer]) / median(rounds.ours);

export function objectsText(timed, { name, file }) {
  const head = ["operation", "size", "ours ns", "spread", `${name} ns`, "spread", "ratio"];
  const rows = timed.map((row) => {
    const of = (who) => [whole(median(row.rounds[who])), percent(spread(row.rounds[who]))];
    return [row.operation, row.size, ...of("ours"), ...of(file), factor(ratio(row, file))];
  });
  const means = SIZES.map((size) => {
    const ratios = timed.filter((row) => row.size === size).map((row) => ratio(row, file));
    return ["geometric mean", size, "", "", "", "", factor(geometricMean(ratios))];
  });
  return columns([head, ...rows, ...means], 2);
}

export function bulkText(timed) {
  const head = ["bulk", "lines", "MB", "ours ms", "JSON.parse + ajv ms", "ratio", "JSON.parse ms", "ratio"];
  const rows = timed.map(({ title, lines, bytes, rounds }) => {
    const ours = median(rounds.ours);
    const beside = (who) => [median(rounds[who]).toFixed(1), factor(median(rounds[who]) / ours)];
    const megabytes = (bytes / 1e6).toFixed(1);
    return [title, whole(lines), megabytes, ours.toFixed(1), ...beside("ajv"), ...beside("parse")];
  });
  return columns([head, ...rows]);
}

export function startupText(timed) {
  const head = ["start-up", "bundled ms", "spread", "unbundled ms", "spread"];
  const rows = timed.map(({ name, rounds }) => {
    const of = (how) => [median(rounds[how]).toFixed(1), percent(spread(rounds[how]))];
    return [name, ...of("bundled"), ...of("unbundled")];
  });
  return columns([head, ...rows]);
}

export function goalsText(goals) {
  const head = ["goal", "beside", "at least", "measured", ""];
  const rows = goals.map(({ title, beside, least, measured, verdict }) => [
    title,
    beside,
    factor(least),
    measured === undefined ? "" : factor(measured),
    verdict,
  ]);
  return columns([head, ...rows], 2);
}
