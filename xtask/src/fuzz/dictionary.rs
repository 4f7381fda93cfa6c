//! The words that mean something, for a fuzzer to put together.

use std::collections::{BTreeMap, BTreeSet};

/// How many words: more of them are tried less often each.
const MOST: usize = 256;

/// Words that stand in many seeds, in libFuzzer's form.
pub(super) fn of(seeds: &[Vec<u8>]) -> String {
    let mut counts: BTreeMap<&[u8], usize> = BTreeMap::new();
    for seed in seeds {
        let words: BTreeSet<&[u8]> = seed.split(|byte| !is_of_word(*byte)).collect();
        for word in words.into_iter().filter(|word| (2..=48).contains(&word.len())) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut words: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 1).collect();
    words.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    words.iter().take(MOST).map(|(word, _)| format!("\"{}\"\n", String::from_utf8_lossy(word))).collect()
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_:/.$*".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_seeds_go_first_and_words_of_one_are_left_out() {
        let seeds = [r#"{"KeyId":"a b"}"#, r#"{"KeyId":"us-east-1"}"#, "--KeyId KeyId us-east-1 aws:a"];
        let seeds = seeds.map(|seed| seed.as_bytes().to_vec());
        assert_eq!(of(&seeds), "\"KeyId\"\n\"us-east-1\"\n");
    }
}
