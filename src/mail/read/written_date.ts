import { headWords } from '../../text/cut.ts';
/** Minutes east of UTC. */
export type Offset = number;

/**
 * How the names of each month begin in the languages that programs write: `maal` is March, `maan` a Monday. What is one month in
 * one language and another in the next is in `EITHER`.
 */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan jaa ene gen ian tam oca sty led sij янв січ яну ιαν जन ينا كان',
    'feb vee fév fev hel şub sub lut úno uno vel фев лют φεβ फ़र फर فبر شبا',
    'mar mär már mrz mrt maar maal bře bre ožu мар бер μαρ मार् مار آذا',
    'apr avr abr ápr huh nis kwi dub tra апр кві απρ अप् أبر ابر نيس',
    'may mai maí máj maj mei mag tou kvě kve svi мая май тра μαΐ μαι मई ماي أيا',
    'jun jún juin juuni giu iun kes haz cze červn čvn lipn июн юни чер ιουν जून يوني حزي',
    'jul júl juil juuli lug iul hei tem lipc červe čvc srpnj июл юли лип ιουλ जुल يولي تمو',
    'aug ágú avg aoû aou ago agu elo ağu sie srpna kol авг сер αυγ अग أغس اغس آب',
    'sep szep set syy eyl wrz zář zar ruj сен сеп вер σεπ सित سبت أيل',
    'oct okt out ott lok eki paź paz říj окт жов οκτ अक् أكت اكت',
    'nov nóv noi noe noë marr kas listopadu stu ноя ное нов лис νοε नव نوف',
    'dec dez det déc dic des jou ara gru pro дек гру δεκ दिस ديس',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
/** Polish listopad is Croatian studeni: of two neighbouring months only one has this day on that weekday. */
const EITHER: Readonly<Record<string, readonly [number, number]>> = { lip: [6, 7], srp: [7, 8], lis: [10, 11] };
/** Sunday first; Polish, Croatian and Czech. */
const WEEKDAYS = [
  /^(?:nd|ne|ned|niedz|niedziela|niedzielę|nedjelja|neděle|nedelja)$/,
  /^(?:pn|po|pon|poniedziałek|ponedjeljak|pondělí|ponedeljek)$/,
  /^(?:wt|út|uto|wtorek|utorak|úterý|tor|torek)$/,
  /^(?:śr|st|sri|środa|środę|srijeda|středa|sre|sreda)$/,
  /^(?:czw|čt|čet|czwartek|četvrtak|čtvrtek|četrtek)$/,
  /^(?:pt|pá|pet|piątek|petak|pátek|petek)$/,
  /^(?:so|sob|sub|sobota|sobotę|subota)$/,
];
const ZONES: Readonly<Record<string, Offset>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  bst: 60,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  myt: 480,
  pht: 480,
  ict: 420,
  wib: 420,
  ist: 330,
  msk: 180,
  eet: 120,
  eest: 180,
  wet: 0,
  west: 60,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};
const ZONE_NAME = new RegExp(
  `\\b(${Object.keys(ZONES)
    .filter((name) => name !== 'z')
    .join('|')})\\b|(?<=\\d)z\\b`,
  'i',
);

/** Those that may be a word or a name elsewhere: behind a time, in capitals. */
const ZONES_BEHIND: Readonly<Record<string, Offset>> = {
  ...{ MEZ: 60, MESZ: 120, OEZ: 120, OESZ: 180, WEZ: 0, WESZ: 60, HEC: 60, SAST: 120, CAT: 120, WAT: 60, EAT: 180 },
  ...{ TRT: 180, SAMT: 240, GST: 240, PKT: 300, NPT: 345, WITA: 480, WIT: 540, AWST: 480, ACST: 570, ACDT: 630 },
  ...{ AST: -240, ADT: -180, NST: -210, NDT: -150, AKST: -540, AKDT: -480, HST: -600, BRT: -180, ART: -180 },
  ...{ UYT: -180, CLT: -240, CLST: -180, COT: -300, PET: -300 },
};
const ZONE_BEHIND = new RegExp(
  `(?<=\\d\\s?(?:[AaPp]\\.?[Mm]\\.?\\s)?\\(?)(${Object.keys(ZONES_BEHIND).join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);

/**
 * Reads a date as mail programs write it for people, in Chinese, English and their neighbours: `2026年11月19日(星期四)
 * 晚上8:00`, `Thursday, November 19, 2026 10:12 AM`, `2026-11-19 10:12:00`, `19.11.2026 10:12`. A day alone means its
 * midnight.
 * @param offset the zone if none is written
 * @returns undefined if there is no day in it
 */
export function readWrittenDate(text: string, offset: Offset): Date | undefined {
  const words = headWords(text, 200)
    .replace(/[\u00a0\u202f\u2009\u3000\u200e\u200f]/g, ' ')
    .replace(/[٠-٩०-९]/g, westernDigit);
  const day = readDay(words);
  const time = readTime(words);
  const zone = readZone(words, offset);
  if (!day || !isOnClock(day, time, zone)) return undefined;
  return new Date(Date.UTC(day[0], day[1] - 1, day[2], ...time) - zone * 60_000);
}

const westernDigit = (digit: string): string => String((digit.charCodeAt(0) - (digit < '\u0900' ? 0x660 : 0x966)) % 10);

/** No place on earth is farther from UTC. */
export const FURTHEST_MINUTES = 14 * 60;

/** Clocks that have lost their time start before this year. */
const EARLIEST_YEAR = 1995;

/** Whether this day, hour and zone exist: programs that lie or fail write 31 February, 25:61 and +9900. */
function isOnClock([year, month, day]: Day, [hour, minute, second]: Time, zone: Offset): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return (
    exists && year >= EARLIEST_YEAR && hour <= 24 && minute < 60 && second <= 60 && Math.abs(zone) <= FURTHEST_MINUTES
  );
}

type Day = [year: number, month: number, day: number];
type Time = [hour: number, minute: number, second: number];

function readDay(text: string): Day | undefined {
  const numbers = (match: RegExpExecArray | null) => match?.slice(1).map(Number) ?? [];
  const [year, month, day] = numbers(/(\d{4})\s?(?:[-/.年년])\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})/.exec(text));
  if (year && month && day) return [year, month, day];
  return readNamedDay(text) ?? readShortDay(text);
}

/**
 * `November 19, 2026`, `19 Nov 2026`, `19. November 2026`, `2020 Jan. 1`, `19 de noviembre de 2026`, `3 thg 3, 2026`: a month beside
 * a day, since who wrote may be called Jan, Martin or Marie.
 */
function readNamedDay(text: string): Day | undefined {
  const year = /(?<!\d|\s[+-])(\d{4})(?!\d)/.exec(text)?.[1] ?? twoDigitYear(text);
  if (!year) return undefined;
  for (const found of text.matchAll(/(?<![\d:.])(\d{1,2})(?:st|nd|rd|th|\.|er)?(?![\d:：])/g)) {
    const after = text.slice(found.index + found[0].length);
    const before = text.slice(Math.max(0, found.index - 24), found.index);
    // behind it first, because `mar. 17 nov.` begins with a Tuesday
    const day = Number(found[1]);
    const month =
      monthNumber(BEHIND.exec(after)) ??
      monthNumber(IN_FRONT.exec(before)) ??
      monthOnWeekday(BEHIND.exec(after)?.groups?.word, weekdayIn(before), Number(year), day);
    if (month) return [Number(year), month, day];
  }
  return undefined;
}

/** The month behind a day, and in front of it. */
const BEHIND =
  /^[\s.,/-]{0,4}(?:(?:de|of|d')\s+|d['’])?(?:(?:thg|tháng)\s?(?<number>\d{1,2})|(?<word>[\p{L}\p{M}]{2,16}))(?![\p{L}\p{M}])/iu;
const IN_FRONT = /(?<![\p{L}\p{M}])(?<word>[\p{L}\p{M}]{2,16})\.?[\s,/-]{0,3}(?:the\s)?$/iu;

const WEEKDAY = /^(mardi|martes|martedì|marți|segunda|sexta|maan)/;
const CHINESE_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map(
  (name) => `${name}月`,
);

function monthNumber(found: RegExpExecArray | null): number | undefined {
  if (found?.groups?.number) return Number(found.groups.number);
  const word = found?.groups?.word?.toLowerCase() ?? '';
  if (word === '' || WEEKDAY.test(word)) return undefined;
  const begins = [word, word.slice(0, 5), word.slice(0, 4), word.slice(0, 3), word.slice(0, 2)].find((part) =>
    MONTHS.has(part),
  );
  return begins ? MONTHS.get(begins) : CHINESE_MONTHS.indexOf(word) + 1 || undefined;
}

/** The weekday at the end of what stands in front of a day, Sunday being 0; -1 if there is none. */
function weekdayIn(before: string): number {
  const word = /(?<!\p{L})(\p{L}{2,12})[.,\s]{1,3}$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return WEEKDAYS.findIndex((names) => names.test(word));
}

function monthOnWeekday(word: string | undefined, weekday: number, year: number, day: number): number | undefined {
  const months = EITHER[(word ?? '').toLowerCase().slice(0, 3)];
  return months?.find((month) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday);
}

function twoDigitYear(text: string): string | undefined {
  const year = /\d{1,2} \p{L}{3,} (\d{2})(?!\d)/u.exec(text)?.[1];
  return year && `20${year}`;
}

/**
 * `19.11.2026`, `19/11/2026`, `11/19/2026`, `11/19/26`: with slashes in the American order, unless that gives no date.
 */
function readShortDay(text: string): Day | undefined {
  const match = /(?<![\d:])(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d:])/.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4]!.padStart(4, '20'))];
  return match[2] === '/' && first <= 12 ? [year, first, second] : [year, second, first];
}

function readTime(text: string): Time {
  const match =
    /(凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|午前|午後|오전|오후|am |pm )?\s?(?<![\d:])(\d{1,2})(?:[:：hH点時时시]|(?<=\d)\.(?=\d\d\s?uhr)|(?<=(?:klo|kl|pukul)\.?\s\d{1,2})\.(?=\d\d)|(?<=\d{4},?\s\d{1,2})\.(?=\d\d$))\s?(\d{2})(?:[:：分분](\d{2}))?(?:\s?([apπμ])\.?\s?[mμ]\.?|\s?(sa|ch|[صم])(?!\p{L}))?/iu.exec(
      text,
    );
  if (!match) return [0, 0, 0];
  const [, word = '', hour = '0', minute = '0', second = '0', letter = '', tone = ''] = match;
  return [
    withMeridiem(
      Number(hour),
      (word.trim() || letter || (VIETNAMESE.test(text) || /[صم]/.test(tone) ? tone : '')).toLowerCase(),
    ),
    Number(minute),
    Number(second),
  ];
}

/** SA and CH are its halves of a day; elsewhere a Saturday and a country. */
const VIETNAMESE = /thg|tháng|vào/i;

function withMeridiem(hour: number, word: string): number {
  if (/^(p|pm|μ|ch|م|下午|傍晚|晚上|午後|오후)$/.test(word)) return hour < 12 ? hour + 12 : hour;
  if (/^(a|am|π|sa|ص|凌晨|上午|午前|오전)$/.test(word)) return hour === 12 ? 0 : hour;
  return word === '中午' && hour < 4 ? hour + 12 : hour;
}

function readZone(text: string, usual: Offset): Offset {
  const match = /(?:utc|gmt)?\s?([+-])(\d{1,2}):?(\d{2})?(?=\D*$|\s|\))/i.exec(
    text.replace(/\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}-\d{1,2}-\d{2,4}/, ''),
  );
  if (match && (match[3] !== undefined || /(utc|gmt)/i.test(match[0]))) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
    return match[1] === '-' ? -minutes : minutes;
  }
  const behind = ZONE_BEHIND.exec(text)?.[0];
  if (behind) return ZONES_BEHIND[behind]!;
  const name = ZONE_NAME.exec(text)?.[0];
  return name ? ZONES[name.toLowerCase()]! : usual;
}

/** The zone of a Date header (`… +0800`); undefined if it names none. */
export function offsetOf(dateHeader: string): Offset | undefined {
  const match = /([+-])(\d{2})(\d{2})(?:\s*\(.{0,40}\))?\s*$/.exec(dateHeader);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
