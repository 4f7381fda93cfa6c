//! Moments in time, as services and their clients write them.

use serde_json::Value;

/// A moment as milliseconds since 1970: of seconds, with a fraction or without, or of ISO 8601.
pub(crate) fn moment(value: &Value) -> Option<f64> {
    match value {
        Value::Number(seconds) => seconds.as_f64().map(|seconds| (seconds * 1000.0).round()),
        Value::String(text) => of_iso(text),
        _ => None,
    }
    .filter(|moment| moment.abs() <= MOST)
}

/// The greatest distance from 1970 that a JavaScript date has, in milliseconds.
const MOST: f64 = 8.64e15;

/// `2021-11-16T11:43:46.123Z`, or with an offset such as `-08:00`.
fn of_iso(text: &str) -> Option<f64> {
    let (date, time) = text.split_once(['T', ' '])?;
    let mut date = date.splitn(3, '-').map(digits);
    let (year, month, day) = (date.next()??, date.next()??, date.next()??);
    let end = time.find(['Z', '+', '-'])?;
    let (time, offset) = (time.get(..end)?, time.get(end..)?);
    let mut parts = time.splitn(3, ':');
    let (hour, minute, second) = (digits(parts.next()?)?, digits(parts.next()?)?, parts.next()?);
    let (second, fraction) = second.split_once('.').unwrap_or((second, "0"));
    let (second, _) = (digits(second)?, digits(fraction)?);
    let fraction: f64 = format!("0.{fraction}").parse().ok()?;
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 24 || minute > 59 || second > 60 {
        return None;
    }
    let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset_of(offset)?;
    #[expect(clippy::cast_precision_loss, reason = "years have four digits")]
    let seconds = seconds as f64;
    Some(((seconds + fraction) * 1000.0).round())
}

fn offset_of(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    Some(sign * (digits(hours)? * 3600 + digits(minutes)? * 60))
}

fn digits(text: &str) -> Option<i64> {
    let all = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if all { text.parse().ok() } else { None }
}

/// The days from 1970-01-01 to a day of the Gregorian calendar. Years begin in March here, so that a leap day is a last
/// day.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}
