import type { ErrorCode, Issue, WarningCode } from "./index.js";

/** What issues say in one language, as `xregion/locales/en` has it for English. */
export interface Locale {
  /** The language, as `Intl` knows it. */
  readonly language: string;
  /** What stands between the names of a list. */
  readonly separator: string;
  /**
   * The message of each code. Parameters stand in braces: `{max}` as it is, `{first+}` as a position from 1, `{expected#}` as
   * the phrase of that name, `{at@}` and `{line@}` as a place, whose digits are not grouped, and `{max?one=…|other=…}` as the word for that number,
   * by the plural category of the language.
   */
  readonly messages: { readonly [Code in ErrorCode | WarningCode]?: string };
  /** Names that stand in parameters, in words; the messages of house rules, by kind; the titles of suggestions. */
  readonly phrases: { readonly [name: string]: string };
}

/**
 * A copy of one issue, of several, or of whatever holds some in its `issues`, such as a report: with each `message` and each
 * suggestion's `title` in the language of the locale, and all else unchanged. What the locale does not have stays in English;
 * what the author of a house rule said stays as it is.
 *
 * @throws `TypeError` where the locale is none. Whatever there is to say, nothing else is thrown.
 */
export declare function localize<Said extends Issue | readonly Issue[] | { readonly issues?: readonly Issue[] } | undefined>(
  said: Said,
  locale: Locale,
): Said;
