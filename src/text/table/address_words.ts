import { foldLetters } from '../fold.ts';

/** What of an address a column holds; `formatted`: all of it, as an envelope has it; `detail`: what stands behind the streets of a Chinese one. */
export type AddressPart =
  | 'formatted'
  | 'street'
  | 'detail'
  | 'more'
  | 'box'
  | 'district'
  | 'city'
  | 'region'
  | 'code'
  | 'country';

/** How Chinese shops, Google, Outlook (English, German, Chinese), Shopify, WooCommerce, EspoCRM and Twenty head them; folded, without signs. */
const WORDS: Readonly<Record<AddressPart, string>> = {
  formatted: 'formatted',
  street:
    'street|street 1|address 1|address1|address street|address line 1|line 1|strasse|strasse 1|街道|街道 1|街道乡镇|街道 乡镇|乡镇|镇|乡镇街道',
  more: `street 2|street 3|address 2|address2|address line 2|line 2|extended address|strasse 2|strasse 3|adresszusatz|街道 2|街道 3`,
  detail: '详细地址|具体地址|详细|门牌号|门牌',
  box: 'po box|address po box|postfach|邮箱|邮政信箱',
  district: 'district|suburb|区|区县|区 县|县|县区|市区|地区',
  city: 'city|town|ort|stadt|市 县|市|城市',
  region:
    'region|state|province|county|state province|bundesland|kanton|bundesland kanton|省 市 自治区|省|省份|省市|省 市',
  code: 'postal code|post code|postcode|zip|zip code|postleitzahl|plz|邮政编码|邮编|邮政编号|邮码',
  country: 'country|country region|land|land region|国家 地区|国家',
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
/** The same, glued to the part: 收货人省份, 所在城市. */
const GLUED = /^(收货人?|收件人?|家庭|公司|单位|住宅|户籍|客户|所在地?|居住地?)(?=\p{Script=Han})/u;
/** And behind it: Straße privat 2. */
const BEHIND = /^(.{1,40}?)(?: (\d))? (privat|geschaftlich) ?(\d)?$/u;
/** What a table of people may head so without meaning an address. */
const VAGUE = ['region', 'county', 'district', '邮箱', '详细'];

const WHOLE = /^(?:(?:full |complete )?address|(?:完整|联系|通讯|通信|家庭)?(?:地址|住址))$/u;

/** Whether a heading is called all of an address, of which nobody says whose it is. */
export const isWholeAddress = (heading: string): boolean => WHOLE.test(foldLetters(heading).trim());

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
  const glued = GLUED.exec(plain)?.[1];
  const part = glued && PARTS.get(plain.slice(glued.length));
  if (part) return { of: glued.replace(/人$/u, ''), part };
  const words = plain.split(' ').slice(0, 8);
  for (let at = 1; at < words.length; at += 1) {
    const [of, part] = [words.slice(0, at).join(' '), PARTS.get(words.slice(at).join(' ').replace(CODED, '$1'))];
    if (part && BEFORE.test(of)) return { of: of.replace(/^weitere.*/, 'weitere').replace(/ address$/, ''), part };
  }
  return undefined;
}
