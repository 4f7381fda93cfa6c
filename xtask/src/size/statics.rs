//! What the linker says of a module's data: which static takes how much.

use super::names::readable;

/// What stands for texts and tables, to which compilers give no name.
pub(super) const NAMELESS: &str = "texts and tables without a name";

/// The statics in a map of wasm-ld's, with their lengths. Those without a name are together in one.
pub(super) fn read(map: &str) -> Vec<(String, u64)> {
    let (mut statics, mut nameless) = (Vec::new(), 0);
    for (section, length) in map.lines().filter_map(entry) {
        match section.strip_prefix(".rodata.").or_else(|| section.strip_prefix(".data.")) {
            Some(symbol) if !symbol.contains("anon.") => statics.push((readable(bare(symbol)), length)),
            _ => nameless += length,
        }
    }
    statics.push((NAMELESS.to_owned(), nameless));
    statics
}

/// The section of an object file that a line is about: address, offset and length in hexadecimal, file and section.
fn entry(line: &str) -> Option<(&str, u64)> {
    let mut words = line.split_whitespace();
    let (_address, _offset, length) = (words.next()?, words.next()?, words.next()?);
    let (_file, section) = words.last()?.strip_suffix(')')?.rsplit_once(":(")?;
    let is_data = section.starts_with(".rodata") || section.starts_with(".data");
    is_data.then_some((section, u64::from_str_radix(length, 16).ok()?))
}

/// The name of a function stands in the name of a table that was made of its branches.
fn bare(symbol: &str) -> &str {
    symbol.trim_start_matches(".Lswitch.table.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statics_are_read_from_a_map() {
        let map = "    Addr      Off     Size Out     In      Symbol\n\
            \x20      -        8      1bb TYPE\n\
            \x20 100000    fdade    289a8 .rodata\n\
            \x20 100000    fdae8     1c00         <internal>:(.rodata)\n\
            \x20 101c00    ff6e8       10         /t/a b.rcgu.o:(.rodata..Lanon.8f9e02186c24.1)\n\
            \x20 101c00    ff6e8       10                 .Lanon.8f9e02186c24.1\n\
            \x20 101c10    ff6f8       30         /t/x.rcgu.o:(.rodata._ZN10serde_json2de5POW1017h9c43442ccc65d9d9E)\n\
            \x20 101c10    ff6f8       20         /t/x.rcgu.o:(.data._RNvNtCs1CYXbLPYCFn_4core3num3two)\n\
            \x20 101c40    ff728       20         /t/x.rcgu.o:(.rodata..Lswitch.table._ZN7xregion7message8template17h108f94476b9e8921E)\n\
            \x20      -     1000       20         /t/x.rcgu.o:(memcpy)\n";
        let expected = [
            ("serde_json::de::POW10", 0x30),
            ("core::num::two", 0x20),
            ("xregion::message::template", 0x20),
            (NAMELESS, 0x1c10),
        ];
        assert_eq!(read(map), expected.map(|(name, length)| (name.to_owned(), length)));
    }
}
