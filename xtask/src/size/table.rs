//! Numbers and columns, as people read them.

/// On which side the columns after the first are aligned.
#[derive(Clone, Copy)]
pub(super) enum Align {
    Left,
    Right,
}

/// A number with its thousands set apart.
pub(crate) fn grouped(number: u64) -> String {
    match number / 1000 {
        0 => number.to_string(),
        thousands => format!("{},{:03}", grouped(thousands), number % 1000),
    }
}

/// Rows in columns that are as wide as their widest cell.
pub(super) fn lines<const N: usize>(rows: &[[String; N]], align: Align) -> String {
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..N).map(|column| width(column).unwrap_or_default()).collect();
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match (column, align) {
            (0, _) | (_, Align::Left) => format!("{cell:width$}"),
            (_, Align::Right) => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (40_007, "40,007"), (1_164_714, "1,164,714")]
        {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn columns_are_as_wide_as_they_need_to_be() {
        let rows = [["a", "1"], ["name", "1,000"]].map(|row| row.map(str::to_owned));
        assert_eq!(lines(&rows, Align::Right), "a         1\nname  1,000");
        assert_eq!(lines(&rows, Align::Left), "a     1\nname  1,000");
    }
}
