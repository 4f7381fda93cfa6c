//! `docs/bounds.md`, of what was taken.

use super::{MOST, Row, SIZES, Taken, growth};
use crate::size::table::grouped;

/// The columns; those after the first two hold numbers.
const HEAD: [&str; 13] = [
    "input",
    "given to",
    "n",
    "instructions, n",
    "2n",
    "4n",
    "growth",
    "peak, n",
    "2n",
    "4n",
    "growth",
    "in all, n",
    "growth",
];

pub(super) fn page(rows: &[Row], when: &str) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let rule = HEAD.iter().enumerate().map(|(column, _)| if column < 2 { "---" } else { "---:" }.to_owned());
    let table = [line(&HEAD.map(str::to_owned)), line(&rule.collect::<Vec<_>>())];
    let table = table.into_iter().chain(rows.iter().map(|row| line(&cells(row))));
    let kinds = rows.len();
    format!(
        "<!-- Written by `cargo xtask bounds`: do not edit. -->
# Bounds

What large inputs take, counted: instructions by valgrind, and bytes of the heap by an allocator that counts. No clock is read, so that the numbers are nearly the same on every machine. Counted on {when}, in the native library, whose Rust is that of the modules.

Each of {kinds} kinds of input is taken three times: with n of what there is much of, with 2n and with 4n. Growth is how often as much the second and the third take as the one before. In linear time and memory that is 2; what is sorted, as are the keys of an object and the issues of a report, grows by 2.2 at these sizes, and in quadratic time it would be 4. `cargo xtask bounds` fails above {MOST}, and `tests/native/growth.rs` holds the heap to the same in every run of the tests, from n to 2n.

Growth is less than 2 where a part of the work does not depend on n, and where it has an end: a report tells at most 1,000 errors, a level of a value has at most 100,000 entries that are looked at. {security} lists these limits.

Instructions are in thousands. Of the heap the peak is told, which is the most bytes that are taken at one time, and how many bytes are taken in all; both are in thousands, and without the input itself.

{table}",
        security = "[SECURITY.md](../SECURITY.md#limits)",
        table = table.collect::<String>(),
    )
}

fn cells(Row { taken: Taken { input, given_to, least, peak, total }, instructions }: &Row) -> [String; HEAD.len()] {
    let thousands = |numbers: &[u64; SIZES]| numbers.map(|number| grouped(number.div_ceil(1000)));
    let grown = |numbers: &[u64; SIZES]| {
        let [first, second] = growth(*numbers);
        format!("{first:.2}, {second:.2}")
    };
    let ([i1, i2, i4], [p1, p2, p4], [t1, ..]) = (thousands(instructions), thousands(peak), thousands(total));
    let name = |name: &str| {
        if name.contains(['_', ':']) && !name.contains(' ') { format!("`{name}`") } else { name.to_owned() }
    };
    [
        name(input),
        name(given_to),
        grouped(*least),
        i1,
        i2,
        i4,
        grown(instructions),
        p1,
        p2,
        p4,
        grown(peak),
        t1,
        grown(total),
    ]
}
