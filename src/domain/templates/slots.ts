import { cleanName } from '../../text/normalise.ts';

/**
 * How a value is put where it stands. text: words; start: it begins an address (https://…), so it has to be one; part: within an address.
 */
const KINDS = ['text', 'start', 'part'] as const;
export type SlotKind = (typeof KINDS)[number];

/** Characters of one value; what is longer is cut. */
const LONGEST_VALUE = 500;

/**
 * Words that stand for values while a text is made of a template: no value is ever read as Markdown or HTML, because it is put in where
 * everything has been read already. They are made of letters and figures, which neither means anything to.
 */
export class Slots {
  private readonly word: string;
  private readonly pattern: RegExp;

  /** `source`: what they must not occur in. */
  constructor(source: string) {
    let nth = 0;
    while (source.toLowerCase().includes(`zq${nth}x`)) nth += 1;
    this.word = `zq${nth}x`;
    this.pattern = new RegExp(`${this.word}(\\d)y(\\d+)z`, 'giu');
  }

  /** The slot of the value with this number. */
  at(nth: number, kind: SlotKind = 'text'): string {
    return `${this.word}${KINDS.indexOf(kind)}y${nth}z`;
  }

  /** Whether there is one in it. */
  in(text: string): boolean {
    return text.search(this.pattern) >= 0;
  }

  /** An address whose slots are filled in as parts of one; what begins it has to begin an address, unless it is `bare` (without its https://). */
  inAddress(address: string, { bare = false } = {}): string {
    return address.replace(this.pattern, (_, __, nth: string, at: number) =>
      this.at(Number(nth), at === 0 && !bare ? 'start' : 'part'),
    );
  }

  /** Words in which slots of addresses are words like others. */
  asWords(text: string): string {
    return text.replace(this.pattern, (_, __, nth: string) => this.at(Number(nth)));
  }

  /** HTML in which each slot that is an address becomes what `link` makes of it. */
  linked(html: string, link: (slot: string) => string): string {
    return html.replace(this.pattern, (slot, kind: string) => (KINDS[Number(kind)] === 'start' ? link(slot) : slot));
  }

  /** A text parted at its slots: everything between them once, and which value stands behind each. */
  partsOf(text: string): Parts {
    const literals: string[] = [];
    const slots: { nth: number; kind: SlotKind }[] = [];
    let end = 0;
    for (const match of text.matchAll(this.pattern)) {
      literals.push(text.slice(end, match.index));
      slots.push({ kind: KINDS[Number(match[1])] ?? 'text', nth: Number(match[2]) });
      end = match.index + match[0].length;
    }
    return { literals: [...literals, text.slice(end)], slots };
  }
}

export interface Parts {
  /** One more than there are slots. */
  literals: string[];
  slots: { nth: number; kind: SlotKind }[];
}

/** Which value does not fit where it stands. */
export class Unfit {
  readonly nth: number;
  constructor(nth: number) {
    this.nth = nth;
  }
}

/** A value as it goes into a text: on one line, with nothing that nobody sees. */
export const plainValue = (value: string): string => cleanName(value, LONGEST_VALUE);

/** What stands in a slot for one of these values (of `plainValue`); undefined: it had to be an address and is none. */
export function valueAt({ nth, kind }: Parts['slots'][number], values: readonly string[]): string | undefined {
  const value = values[nth] ?? '';
  if (kind === 'start' && !isAddress(value)) return undefined;
  return kind === 'part' ? encodeURIComponent(value) : value;
}

/** The text with these values in their slots. */
export function fill({ literals, slots }: Parts, values: readonly string[]): string | Unfit {
  let filled = literals[0]!;
  for (const [at, slot] of slots.entries()) {
    const value = valueAt(slot, values);
    if (value === undefined) return new Unfit(slot.nth);
    filled += value + literals[at + 1]!;
  }
  return filled;
}

const isAddress = (value: string): boolean => /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)\S*$/iu.test(value);
