/** What joins a further person to one before: and Bob, & Bob, cc Bob, 和李四, 、李四. */
const JOINER =
  /^(?:(?:and|plus|cc|bcc|as well as|or|und|y|et)(?=[\s:：])[\s:：]{1,3}(?:to )?|[&+＆＋、/]\s{0,3}|(?:和|跟|与|及|以及|还有|同|或|抄送给?)\s{0,3}(?=\p{Script=Han}|[\p{Lu}\p{Ll}]))/iu;

/** The words behind a joiner at the front; undefined: nobody is joined. */
export function behindJoiner(words: string): string | undefined {
  const joiner = JOINER.exec(words)?.[0];
  return joiner === undefined ? undefined : words.slice(joiner.length);
}

/** What stands between those of a row: Maya and Tom, 李四、张三. */
export const IN_ROW = /\s*[,，、&＆]\s*|\s+and\s+|\s*(?:以及|还有|[和跟与])\s*/iu;

/** What stands between numbers, blanks too. */
export const BETWEEN_NUMBERS = /(?:[\s,，、&＆]|(?<=[\d\s,])(?:and(?=\s)|和|跟|与|以及|还有))+/iu;

/** Two numbers or more at the front; a bare blank parts what something is worth as well. */
const NUMBERS =
  /^[#＃]?\d{1,18}(?:(?:\s*[、&＆]\s*|[,，]\s+|，|\s+and\s+|\s*(?:以及|还有|[和跟与])\s*|\s+)[#＃]?\d{1,18}(?![\d.,:：]))+(?=$|\s)/iu;
const SURELY = /and|[&＆、和跟与]|以及|还有/iu;

/** Several numbers at the front as typed; `sure`: a word or mark joins them that stands in no amount. Undefined: there are not several. */
export function numbersFirst(words: string): { typed: string; sure: boolean } | undefined {
  const typed = NUMBERS.exec(words)?.[0];
  return typed === undefined ? undefined : { typed, sure: SURELY.test(typed) };
}
