/** Money that no other list of currencies here holds, as people write it behind a number. */
const MONEY =
  '(?:[₹₽₩₺₴฿₫₪₦]|kr|krona|kronor|kroner|zł|zl|zloty|ft|forints?|kč|kc|lei|lev|francs?|rupees?|rs|baht|won|yen|pesos?|dirhams?|rubles?|roubles?|reais)';
const SPAN =
  '(?:months?|weeks?|days?|years?|hours?|annum|nights?|pieces?|persons?|heads?|items?|units?|box|pairs?|sets?)';
const RATE = `per|pcm|p/m|(?:an?|each|every|/)\\s?${SPAN}`;
const TOTAL =
  'in (?:total|all|full|cash|advance|one go|sterling|euros?|dollars?)|altogether|total|all (?:in|told|inclusive|together)|incl(?:\\.|uding|usive|udes|uded)?|excl(?:\\.|uding|usive|udes|uded)?|(?:plus|ex|inc|before|after|with|without|no) (?:vat|tax|gst|shipping|postage|delivery|p&p|discount)|due|owed|owing|outstanding|payable|or (?:more|less)';
const MADE_IN = 'vintage|edition|model|harvest|census|bottling';
/** What is said of the number; a question begins otherwise. */
const IS =
  "(?:is|was|are|were|will be|would be|isn['’]?t|wasn['’]?t)(?! (?:you|we|i|he|she|they|it|there|everything|everybody|everyone|any|anyone|your|my|our)\\b)(?![^.!\\n]*\\?)";
const SUM = new RegExp(
  `^(?:\\s?(?:${MONEY}|${RATE})(?![\\p{L}\\p{N}])|\\s(?:${TOTAL}|${MADE_IN}|${IS})(?![\\p{L}\\p{N}])|,[-–—]|\\s?[+/]\\s?\\p{L})`,
  'iu',
);
const STREET =
  /^\s(?:\p{Lu}[\p{L}'’.]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Way|Court|Place|Square|Terrace|Crescent|Close|Highway|Hwy|Parkway|Row|Hill|Gardens|Mews|Walk)(?![\p{L}\p{N}])/u;
const SUM_ZH =
  /^\s?(?:就?是(?!不是|否)|为|每|一?共|总共|合计|总计|共计|含税|不含|包邮|全包|封顶|出头|[美欧日港]元|英镑|[美欧]金|港币|人民币|克朗|卢布|公[斤里分]|毫[升米]|厘米|平[米方]|版(?!本)|年份)/u;

/** Whether what stands right behind four figures makes them a sum, a rate, a year of something or a house's number, and no hour: per month, in total, is the price, Main Street, 是定金. */
const isSum = (rest: string): boolean => SUM.test(rest) || STREET.test(rest) || SUM_ZH.test(rest);

/** The same of figures at the end of what was matched. */
export const isSumBehind = ({ 0: said, input }: RegExpExecArray): boolean => isSum(input.slice(said.length));

const FIGURES = /^\d{4}(?!\d)/u;

/** Whether words begin with such figures. */
export const beginsWithSum = (words: string): boolean => FIGURES.test(words) && isSum(words.slice(4));
