import { MOST_ROWS, type Table, type TableFault, UnreadableTable } from '../table.ts';
import { type Property, propertyIn, unfold } from './lines.ts';
import { decoded, fieldsOf, listOf, unescaped } from './value.ts';

/** What a card says of one person: under each heading one or more values. */
type Card = Map<string, string[]>;

/** What a card is of where it is of no person: a list of other cards, a place, a device, a program (RFC 6350 6.1.4, RFC 6473, RFC 6869). */
const NO_PERSON = new Set(['group', 'location', 'device', 'application']);
const KIND = /^(?:X-ADDRESSBOOKSERVER-)?KIND$/;

/** Nobody has more phones, or more of anything else. */
const MOST_VALUES = 12;

export const isVcard = (text: string): boolean => /^\s*BEGIN\s*:\s*VCARD/i.test(text);

/** Cards of the versions 2.1, 3 and 4, a row each; what occurs several times has a column for each time. Never throws for what they say. */
export function readVcards(text: string): Table {
  const cards: { line: number; card: Card }[] = [];
  const faults: TableFault[] = [];
  let [card, count, depth, isPerson] = [undefined as Card | undefined, 0, 0, true];
  const end = (whole: Card) => {
    if (isPerson) cards.push({ line: count, card: whole });
    else faults.push({ line: count, reason: 'group' });
    isPerson = true;
  };
  for (const line of unfold(text)) {
    if (/^\s*BEGIN\s*:\s*VCARD/i.test(line)) {
      // one within another is the picture of somebody's assistant: what is in it is not theirs
      if (card && depth > 0) depth++;
      else [card, depth, count] = [new Map(), 1, count + 1];
    } else if (/^\s*END\s*:\s*VCARD/i.test(line)) {
      depth = Math.max(0, depth - 1);
      if (card && depth === 0) end(card);
      if (depth === 0) card = undefined;
    } else if (card && depth === 1) {
      const property = propertyIn(line);
      if (property && KIND.test(property.name)) isPerson = !NO_PERSON.has(property.value.trim().toLowerCase());
      take(card, property);
    }
    if (cards.length > MOST_ROWS) throw new UnreadableTable('too_long');
  }
  if (card) {
    end(card);
    faults.push({ line: count, reason: 'card' });
  }
  return { kind: 'vcard', ...tableOf(cards), faults };
}

function take(card: Card, property: Property | undefined): void {
  if (!property) return;
  const value = decoded(property);
  const add = (heading: string, ...values: string[]) => {
    const had = card.get(heading) ?? [];
    if (had.length >= MOST_VALUES) return;
    card.set(heading, [...had, ...values.map((one) => one.trim()).filter((one) => one && !had.includes(one))]);
  };
  const read = READERS[property.name];
  if (read) read(value, add);
  else if (/^X-/.test(property.name)) takeExtension(property.name, unescaped(value), add);
}

/** Where Apple knows no year it writes this one, and that it is to be left out (X-APPLE-OMIT-YEAR). */
const NO_YEAR = /^1604-?(?=\d{2}-?\d{2})/;

type Add = (heading: string, ...values: string[]) => void;

const plain =
  (heading: string) =>
  (value: string, add: Add): void =>
    add(heading, unescaped(value));

/** Properties by their names; what of a card is neither here nor an extension is for machines. */
const READERS: Readonly<Record<string, (value: string, add: Add) => void>> = {
  FN: plain('FN'),
  N(value, add) {
    const [family = '', given = '', middle = ''] = fieldsOf(value);
    add('N family', family);
    add('N given', given);
    add('N middle', middle);
  },
  NICKNAME: plain('NICKNAME'),
  ORG: (value, add) => add('ORG', fieldsOf(value).filter(Boolean).join(', ')),
  TITLE: plain('TITLE'),
  ROLE: plain('ROLE'),
  TEL: (value, add) => add('TEL', unescaped(value).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ')),
  EMAIL: (value, add) => add('EMAIL', unescaped(value).replace(/^mailto:/i, '')),
  BDAY: (value, add) => add('BDAY', unescaped(value).replace(NO_YEAR, '--')),
  NOTE: plain('NOTE'),
  URL: plain('URL'),
  CATEGORIES: (value, add) => add('CATEGORIES', listOf(value).filter(Boolean).join(', ')),
  ADR(value, add) {
    const [box = '', more = '', street = '', city = '', region = '', code = '', country = ''] = fieldsOf(value);
    add('ADR', [box, more, street, city, region, code, country].filter(Boolean).join(', '));
    add('ADR city', city);
  },
  IMPP(value, add) {
    const [, kind = '', address = ''] = /^([a-z-]+):(?:\/\/)?(.*)$/is.exec(unescaped(value)) ?? [];
    takeExtension(kind, address || unescaped(value), add);
  },
};

function takeExtension(name: string, value: string, add: Add): void {
  if (/wechat|weixin/i.test(name)) add('WECHAT', value);
  else if (/^(?:X-)?(?:QQ|SKYPE|TELEGRAM|WHATSAPP|LINE)$/i.test(name))
    add(name.replace(/^X-/i, '').toUpperCase(), value);
}

/** As many columns under each heading as whoever has most there. */
function tableOf(cards: readonly { line: number; card: Card }[]): Pick<Table, 'header' | 'rows'> {
  const width = new Map<string, number>();
  for (const { card } of cards)
    for (const [heading, values] of card)
      width.set(heading, Math.max(width.get(heading) ?? 1, Math.min(values.length, MOST_VALUES)));
  const columns = [...width].flatMap(([heading, most]) => Array.from({ length: most }, (_, nth) => ({ heading, nth })));
  return {
    header: columns.map(({ heading, nth }) => (nth === 0 ? heading : `${heading} ${nth + 1}`)),
    rows: cards.map(({ line, card }) => ({
      line,
      cells: columns.map(({ heading, nth }) => card.get(heading)?.[nth] ?? ''),
    })),
  };
}
