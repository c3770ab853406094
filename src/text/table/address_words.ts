import { foldLetters } from '../fold.ts';

/** What of an address a column holds; `formatted`: all of it, as an envelope has it. */
export type AddressPart = 'formatted' | 'street' | 'more' | 'box' | 'city' | 'region' | 'code' | 'country';

/** How Google, Outlook (English, German, Chinese), Shopify, WooCommerce, EspoCRM and Twenty head them; folded, without signs. */
const WORDS: Readonly<Record<AddressPart, string>> = {
  formatted: 'formatted',
  street: 'street|street 1|address 1|address1|address street|address line 1|line 1|strasse|strasse 1|街道|街道 1',
  more: `street 2|street 3|address 2|address2|address line 2|line 2|extended address|strasse 2|strasse 3|adresszusatz|街道 2|街道 3`,
  box: 'po box|address po box|postfach|邮箱|邮政信箱',
  city: 'city|town|ort|stadt|市 县',
  region: 'region|state|province|county|state province|bundesland|kanton|bundesland kanton|省 市 自治区',
  code: 'postal code|post code|postcode|zip|zip code|postleitzahl|plz|邮政编码',
  country: 'country|country region|land|land region|国家 地区',
};

const PARTS = new Map(
  Object.entries(WORDS).flatMap(([part, words]) =>
    words.split('|').map((word) => [word, part as AddressPart] as const),
  ),
);

/** Which of several addresses it is, before the part: Home Street, Address 1 - Street, 住宅地址 街道. */
const BEFORE =
  /^(?:(?:home|business|work|other|mailing|postal|shipping|delivery|billing|primary|default)(?: address)?(?: \d)?|address(?: \d)?|(?:住宅|家庭|商务|公司|单位|其他|其它)地址|weitere[rs]?(?: [er])?)$/u;
/** Shopify writes Province Code: MA. */
const CODED = /^(province|state|country) code$/u;
/** And behind it: Straße privat 2. */
const BEHIND = /^(.{1,40}?)(?: (\d))? (privat|geschaftlich) ?(\d)?$/u;
/** What a table of people may head so without meaning an address. */
const VAGUE = ['region', 'county', '邮箱'];

/** What a heading says of an address, and of which one of several; undefined: nothing. */
export function partOfAddress(heading: string): { of: string; part: AddressPart } | undefined {
  const plain = foldLetters(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const [, named, first, whose, second] = BEHIND.exec(plain) ?? [];
  const german = named && PARTS.get([named, first ?? second].filter(Boolean).join(' '));
  if (german) return { of: whose!, part: german };
  const alone = VAGUE.includes(plain) ? undefined : PARTS.get(plain);
  if (alone) return { of: '', part: alone };
  const words = plain.split(' ').slice(0, 8);
  for (let at = 1; at < words.length; at += 1) {
    const [of, part] = [words.slice(0, at).join(' '), PARTS.get(words.slice(at).join(' ').replace(CODED, '$1'))];
    if (part && BEFORE.test(of)) return { of: of.replace(/^weitere.*/, 'weitere').replace(/ address$/, ''), part };
  }
  return undefined;
}
