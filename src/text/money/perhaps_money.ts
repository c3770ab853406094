import { called, callsSomebody } from './find_money.ts';
import { isCurrency, parseMoney } from './money.ts';
import { COUNTERS } from './money_context.ts';
import { englishNumber, numeralCharacters, readChineseNumber, readEnglishNumber } from './numerals.ts';

/** Words that may be an amount, and what it would be, as `parseMoney` reads it. */
export interface PerhapsMoney {
  said: string;
  prices: string[];
}

const figure =
  "\\d{1,2}(?:,\\d\\d){1,3},\\d{3}|\\d{1,3}(?:[ ,.']\\d{3}){1,4}(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?";
/** What several countries call their money, and signs that few keyboards have: the owner says which is meant. */
const ABROAD: readonly [string, string[]][] = [
  ['rs\\.?|₨', ['INR', 'PKR', 'LKR']],
  ['rm', ['MYR']],
  ['r\\$', ['BRL']],
  ['kč|kc|kčs', ['CZK']],
  ['zł|zl', ['PLN']],
  ['kr\\.?', ['SEK', 'NOK', 'DKK']],
  ['s?fr\\.?', ['CHF']],
  ['lei', ['RON']],
  ['rp\\.?', ['IDR']],
  ['s/\\.?', ['PEN']],
  ['tk', ['BDT']],
  ['tl', ['TRY']],
  ['dhs?\\.?', ['AED', 'MAD']],
  ['kshs?', ['KES']],
  ['руб\\.?|р\\.?', ['RUB']],
  ['грн\\.?', ['UAH']],
  ...(['₱ PHP', '₽ RUB', '₪ ILS', '₦ NGN', '₺ TRY', '₴ UAH', '₵ GHS', '₸ KZT'] as const).map(
    (one): [string, string[]] => [one[0]!, [one.slice(2)]],
  ),
];
/** Lei 500 may be somebody called so. */
const FOREIGN = ABROAD.filter(([sign]) => sign !== 'lei').map(([sign, codes]): [RegExp, string[]] => [
  new RegExp(`(?<![\\p{L}\\p{N}$])(?:${sign})\\s?(${figure})(?![\\p{L}\\p{N}])`, 'iu'),
  codes,
]);
/** Those that people also write behind the figure. */
const FOREIGN_BEHIND = ABROAD.filter(([sign]) => !/^(?:rm|s\/|r\\|tk)/.test(sign)).map(
  ([sign, codes]): [RegExp, string[]] => [
    new RegExp(`(?<![\\p{L}\\p{N}.,])(${figure})\\s?(?:${sign})(?![\\p{L}\\p{N}])`, 'iu'),
    codes,
  ],
);
/** Words of several countries, and of those whose signs few keyboards have. */
const NAMED = (
  [
    ['pesos?', ['MXN', 'ARS', 'CLP', 'COP', 'PHP']],
    ['swiss francs?', ['CHF']],
    ['francs?', ['CHF', 'XOF', 'XAF']],
    ['kroner', ['NOK', 'DKK']],
    ['kronor', ['SEK']],
    ['r(?:o)?ubles?', ['RUB']],
    ['lira', ['TRY']],
    ['shekels?', ['ILS']],
    ['ringgit', ['MYR']],
    ['rupiah', ['IDR']],
    ['rea(?:is|l)', ['BRL']],
    ['rands?', ['ZAR']],
    ['z[lł]oty(?:ch)?', ['PLN']],
    ['dirhams?', ['AED', 'MAD']],
    ['ri?yals?', ['SAR', 'QAR', 'OMR']],
    ['korun[ay]?', ['CZK']],
    ['forints?', ['HUF']],
    ['naira', ['NGN']],
    ['cedis?', ['GHS']],
    ['taka', ['BDT']],
    ['tenge', ['KZT']],
    ['hryvn[iy]as?', ['UAH']],
    ['lev[as]?', ['BGN']],
    ['dinars?', ['RSD', 'KWD', 'JOD', 'BHD', 'DZD', 'TND']],
    ['shillings?', ['KES', 'TZS', 'UGX']],
    ['soles', ['PEN']],
  ] as const
).map(([word, codes]): [RegExp, readonly string[]] => [
  new RegExp(`(?<![\\p{L}\\p{N}.,])\\$?(${figure})\\s(?:${word})(?![\\p{L}\\p{N}])`, 'iu'),
  codes,
]);
/** The same in Chinese, where no name of one country stands before it. */
const NAMED_ZH = (
  [
    ['土?(?:耳其)?里拉', ['TRY']],
    ['比索', ['MXN', 'PHP', 'ARS', 'CLP', 'COP']],
    ['迪拉姆', ['AED', 'MAD']],
    ['里亚尔', ['SAR', 'QAR', 'OMR']],
    ['雷亚尔', ['BRL']],
    ['兰特', ['ZAR']],
    ['克朗', ['SEK', 'NOK', 'DKK', 'CZK']],
    ['福林', ['HUF']],
    ['兹罗提', ['PLN']],
    ['新?谢克尔', ['ILS']],
    ['第纳尔', ['KWD', 'RSD', 'JOD', 'BHD']],
    ['奈拉', ['NGN']],
    ['印尼[盾卢]比?', ['IDR']],
    ['坚戈', ['KZT']],
    ['格里夫纳', ['UAH']],
    ['塔卡', ['BDT']],
    ['(?:澳门[元币]|葡币)', ['MOP']],
    ['(?:瑞士)?法郎', ['CHF', 'XOF', 'XAF']],
  ] as const
).map(([word, codes]): [RegExp, readonly string[]] => [
  new RegExp(`(?<![\\w.,])((?:${figure}|[${numeralCharacters}]{1,8})\\s?[百千万亿]?)\\s?${word}`, 'u'),
  codes,
]);
/** Where a lakh is what people count in; elsewhere it speaks of their money, or of ours. */
const COUNT_IN_LAKHS = ['INR', 'PKR', 'BDT', 'NPR', 'LKR'];
const LAKHS = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£₹¥])((?:${figure})\\s?(?:lakhs?|lacs?|crores?))(?=[\\s.,;)!?]*$|[,;(]|\\s(?:for|by)\\b)`,
  'iu',
);
/** TT$500: some country's dollar. */
const DOLLAR = new RegExp(
  `(?<![\\p{L}])(?!(?:us|hk|nt|cn|jp|au|ca|nz|mx|sg|[acsr]|usd|cad|aud|nzd|hkd|sgd|twd|mxn)\\$)[a-z]{1,3}\\$\\s?(?:${figure})`,
  'iu',
);
const sign = '(?:(?:US|HK|NT|CN|JP|AU|CA|NZ|MX|SG|[ACS])?[$¥]|[€£₩₹฿₫])';
/** $500 GBP, $500 人民币 and 500 € USD contradict themselves; in $500 CAD drawings the letters may be no money. */
const CONTRADICTS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<before>${sign})\\s?(?<one>${figure})|(?<two>${figure})\\s?(?<behind>${sign}))\\s?(?:(?<name>[A-Z]{3})(?![\\p{L}\\p{N}])(?<goesOn>\\s\\p{Ll})?|(?<word>${called}))`,
  'u',
);

function contradiction(text: string): PerhapsMoney | undefined {
  const match = CONTRADICTS.exec(text);
  const { before, one, two, behind, name, goesOn = '', word } = match?.groups ?? {};
  if (!match || (name !== undefined && !isCurrency(name))) return undefined;
  const [plain, named] = [(one ?? two)!.replace(/[ ']/g, ''), (name ?? word)!];
  const prices = [`${plain} ${named}`, before ? `${before}${plain}` : `${plain} ${behind}`];
  const agree = goesOn === '' && parseMoney(`${prices[1]} ${named}`, 'USD') !== undefined;
  return agree ? undefined : { said: match[0].slice(0, match[0].length - goesOn.length), prices };
}

/** AU $500 may be a dollar of Australia, or AU is a word. */
const COUNTRY = new RegExp(`(?<![\\p{L}\\p{N}])(US|HK|AU|NZ|CA|SG|NT|MX)\\s\\$\\s?(${figure})`, 'u');

function ofACountry(text: string, currency: string): PerhapsMoney | undefined {
  const [said, country, amount = ''] = COUNTRY.exec(text) ?? [];
  if (said === undefined) return undefined;
  const plain = amount.replace(/[ ']/g, '');
  const prices = [`${country}$${plain}`, `$${plain}`];
  const [first, second] = prices.map((price) => parseMoney(price, currency)?.currency);
  return first === second ? undefined : { said, prices };
}

/** R500 is South Africa's money or a model. */
const RAND = /(?<![\p{L}\p{N}])R\s?(\d{3,7}(?:[.,]\d{2})?)(?![\p{L}\p{N}])/u;

/** An amount whose currency the text names in a way that more than one country, or nothing else here, reads. */
export function foreignMoney(text: string, currency: string): PerhapsMoney | undefined {
  for (const [sign, codes] of [...FOREIGN, ...NAMED, ...NAMED_ZH, ...FOREIGN_BEHIND, [RAND, ['ZAR']] as const]) {
    const found = sign.exec(text);
    if (found) return { said: found[0], prices: codes.map((code) => `${found[1]!.replace(/[ ']/g, '')} ${code}`) };
  }
  const lakhs = COUNT_IN_LAKHS.includes(currency) ? undefined : LAKHS.exec(text)?.[1];
  if (lakhs) return { said: lakhs, prices: [`${lakhs} INR`, lakhs] };
  const dollar = DOLLAR.exec(text);
  return dollar ? { said: dollar[0], prices: [] } : (ofACountry(text, currency) ?? contradiction(text));
}

const tax = '(?:vat|tax|gst|sales tax|shipping|postage|delivery|p&p)';
/** What is said behind a price, without its currency. */
const TERMS = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:-])(${figure})(?:\\s?(?:/|p/|per\\s|a\\s)(?:month|mo|m|week|wk|w|year|yr|y|day|d|hour|hr|h)(?![a-z])|\\s?(?:pcm|p\\.?m)(?![a-z])|\\s?(?:\\+|plus|incl?\\.?|excl?\\.?|including|excluding|ex\\.?|before|after)\\s?${tax}(?![a-z])|\\s(?:net|gross|deposit|down|upfront|retainer|all[- ]in|flat|fixed)(?![a-z])|[,.](?:-|–|—)|\\s?(?:起(?!\\p{Script=Han})|整(?!\\p{Script=Han})|定金|订金|押金|不?[包含](?:税|运费|邮费?|快递费?|安装费?)|未税|包邮|\\+\\s?(?:运费|邮费?|快递费?|税费?|安装费?)|每月|一个月|[/／](?:月|年|天|周)))`,
  'iu',
);
const WORDED = new RegExp(`(?<![\\p{L}\\p{N}-])(${englishNumber})[\\s.!]{0,3}$`, 'iu');
const FORMAL: Record<string, string> = { ...pairs('壹一贰二貳二叁三參三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千萬万') };
const formalDigits = '壹贰貳叁參肆伍陆陸柒捌玖';
const formalUnits = '拾佰仟萬万';
const formal = `[${Object.keys(FORMAL).join('')}零〇万亿]`;
const WRITTEN_OUT = new RegExp(
  `(?:人民币)?(${formal}{2,14})[元圆圓](?:零?(${formal})角)?(?:零?(${formal})分)?[整正]?|([${formalDigits}][${formalUnits}]${formal}{0,12})整?(?!\\p{Script=Han}|[\\d])`,
  'u',
);
/** 1280+, 1280以上, 1280 or more: from there on. */
const OPEN =
  /(?<![\p{L}\p{N}.,/:+-]|\p{L} ?#)(\d{3,9}(?:[.,]\d{2})?|\d{1,3}(?:[,']\d{3})+)(?:\s?\+(?=[\s.,，。)）]*$)|\s?以[上内下]|\s(?:or (?:more|less|over)|and (?:up|over)|up|plus|min(?:imum)?|max(?:imum)?)(?=[\s.,)]*$))/iu;
const OPEN_ZH = /(?<=\p{Script=Han})(\d{3,7})(?:\+(?=[\s.,，。)）]*$)|以[上内下](?!\p{Script=Han}))/u;
/** 1.280 with no currency: a thousand or one, as the habit of a country goes. */
const POINTED =
  /(?<![\w.,'/:#+-]|\b(?:v|ver|version|no|nr|model) ?)([1-9]\d{0,2}\.\d{3})(?=[\s.。!！?？)）]*$|\s?[,，;；(（])/iu;

function openOrPointed(text: string): PerhapsMoney | undefined {
  const found = OPEN.exec(text) ?? OPEN_ZH.exec(text) ?? POINTED.exec(text);
  const dialled = found && callsSomebody(text.slice(0, found.index + found[1]!.length));
  return found && !dialled ? { said: found[0].trim(), prices: [found[1]!] } : undefined;
}

/** A figure first, and then what it is for: 500 logo. Things that are counted come in the plural. */
const IN_FRONT = /^(\d{3,6}(?:[.,]\d{2})?)\+?\s+(?=\p{L})(.*)$/su;
const COUNTED = new RegExp(
  `^(?:[a-z]{1,2}\\b|gsm|gms?|grams?|kgs?|lbs?|oz|dpi|pcs?|piece|pack|pair|page|sheet|word|person|people|guest|hour|min|minute|day|night|year|unit|watt|volt|[${COUNTERS}])`,
  'iu',
);
const PLURAL = /[a-z]{2}(?:[^s\W]s|people|men|women|children)\b/i;

/** An amount in words that name no currency: 500+VAT, 500 logo, five hundred, 伍佰元整. Asked only where nothing else was found. */
export function perhapsMoney(text: string): PerhapsMoney | undefined {
  const terms = TERMS.exec(text);
  if (terms) return { said: terms[0].trim(), prices: [terms[1]!.replace(/[ ']/g, '')] };
  const worded = WORDED.exec(text)?.[1];
  const number = worded === undefined ? undefined : readEnglishNumber(worded);
  if (number !== undefined && number >= 100) return { said: worded!, prices: [String(number)] };
  return openOrPointed(text) ?? inFront(text);
}

/** An amount in the characters of cheques: 伍佰元整, 叁拾肆元伍角. */
export function writtenOut(text: string): PerhapsMoney | undefined {
  const [said = '', named = '', tenths = '', cents = '', bare = ''] = WRITTEN_OUT.exec(text) ?? [];
  const read = (characters: string) => readChineseNumber([...characters].map((one) => FORMAL[one] ?? one).join(''));
  const units = read(named || bare);
  if (!units) return undefined;
  const change = tenths || cents ? `.${read(tenths) ?? 0}${cents && read(cents)}` : '';
  return { said, prices: [`${units}${change}${named && '元'}`] };
}

function inFront(text: string): PerhapsMoney | undefined {
  const [, price, what = ''] = IN_FRONT.exec(text) ?? [];
  if (price === undefined || /^(?:19|20)\d\d$/.test(price) || COUNTED.test(what) || PLURAL.test(what)) return undefined;
  return { said: price, prices: [price] };
}

function pairs(text: string): Record<string, string> {
  const all = [...text];
  return Object.fromEntries(all.flatMap((one, at) => (at % 2 === 0 ? [[one, all[at + 1]!]] : [])));
}
