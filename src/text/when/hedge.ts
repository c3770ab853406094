/** What people put before an hour that they do not mean to the minute. */
const ABOUT =
  'about|around|approximately|approx\\.?|roughly|circa|ca\\.?|c\\.|say|maybe|perhaps|probably|possibly|[~≈]';
/** What makes of an hour the end of a time, or its beginning. */
const BOUND =
  'no (?:later|earlier|sooner) than|not (?:before|after|until|till?|(?:later|earlier) than)|(?:(?:just|right|shortly|any ?time|some ?time) )?(?:before|after)|by|from|towards?';
const ABOUT_ZH = '大概|大约|约莫|约|差不多|估计|可能|也许|或许|[~≈]';
const BOUND_ZH = '最晚|最迟|最早|不晚于|不早于|不迟于|将近|接近|快到?|至少';

/** All of them, as part of a regular expression: a word of English has to end there, and a blank follows. */
export const HEDGES = `(?:(?:${ABOUT}|${BOUND})(?![\\p{L}\\p{N}])[\\s,]{0,3}|(?:${ABOUT_ZH}|${BOUND_ZH})\\s{0,2})`;
const HEDGED = new RegExp(`^(?:at\\s{1,3})?${HEDGES}{1,2}(?:at\\s{1,3}|在\\s{0,3})?`, 'iu');
const hour =
  '(?:\\d|(?:early |late )?(?:morning|afternoon|evening|night)|noon|midday|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const BOUNDED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${BOUND})(?=[\\s,]{1,3}(?:at\\s{1,3})?${hour})|(?:${BOUND_ZH})`,
  'iu',
);
const BOUNDED_BEHIND = /(?:之前|以前|前)\s*$/u;

/** How long the words are that stand before an hour and leave it open: around 3, no later than 5, 大概三点. 0: there are none. */
export const hedgeLength = (text: string): number => HEDGED.exec(text)?.[0].length ?? 0;

/** The word that makes of an hour in a time the end of it, or its beginning: 'after' in tomorrow after 3. Undefined: that hour itself is meant. */
export const boundBefore = (said: string): string | undefined => BOUNDED.exec(said)?.[0];

/** The same, where it may stand behind: 明天三点前. */
export const boundIn = (said: string): string | undefined => boundBefore(said) ?? BOUNDED_BEHIND.exec(said)?.[0].trim();

/** A number or word behind such words that can be nothing but an hour: not `about 3 boxes`, nor `around 3 €`. */
const BARE_HOUR =
  /^(?:1[0-2]|0?\d|2[0-4]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\p{L}\p{N}:.%/-])(?!\s?[$€£¥%])(?! [a-z]+s\b)(?! ?(?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b)(?! (?:kg|km|cm|g|l|m|more|other|of)\b)/iu;

/** Whether an hour without any mark of it stands there. */
export const isBareHour = (text: string): boolean => BARE_HOUR.test(text);
