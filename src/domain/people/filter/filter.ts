import type { Locale } from '../../../text/locale.ts';
import type { BirthdaySpan } from '../../../text/when/birthday/span.ts';
import type { Day } from '../../../text/when/zone.ts';
import type { Bounds } from '../../settings.ts';
import type { Purpose } from '../consent.ts';
import type { Field } from '../fields/field.ts';
import type { TypedAt } from '../fields/value.ts';

/** How a figure is compared. */
export type Comparison = '=' | '>' | '>=' | '<' | '<=';

/** What is asked of tickets that are not resolved: any, none, a state, a kind. */
export type TicketIs =
  | 'open'
  | 'none'
  | 'late'
  | 'pending'
  | 'snoozed'
  | 'inquiry'
  | 'support'
  | 'complaint'
  | 'return'
  | 'other';

/** A condition on a contact. */
export type Test =
  | { kind: 'tag'; tag: string }
  /** Words by which /find would find the contact. */
  | { kind: 'name'; words: string }
  | { kind: 'city'; city: string }
  /** Is at an organization whose name has these words, or that has this number (o12); at any, or at none. */
  | { kind: 'org'; has: 'named' | 'any' | 'none'; words: string }
  | { kind: 'lang'; locale: Locale }
  /** Can be reached or is known on this channel. */
  | { kind: 'channel'; channel: string }
  /** Seen within this many days; not seen for them; known to us only for them. */
  | { kind: 'since' | 'quiet' | 'new'; days: number }
  /** One of their leads is open, or in the stage with this key; `name`: what its owner calls it. */
  | { kind: 'lead'; stage: string; name?: string }
  /** Has a ticket that is not resolved, and is so; or has none. */
  | { kind: 'ticket'; state: TicketIs }
  /** Has a ticket that is not resolved, and this urgent. */
  | { kind: 'priority'; is: 'urgent' | 'high' | 'normal' | 'low' }
  /** Number of paid orders. */
  | { kind: 'orders'; is: Comparison; count: number }
  /** Has an order with one of these numbers, paid or not. */
  | { kind: 'buyers'; numbers: string[] }
  /** The paid orders in this currency together; minor units. */
  | { kind: 'spent'; is: Comparison; minor: string; currency: string }
  /** A word in the title of something they paid for, or its SKU. */
  | { kind: 'bought'; word: string }
  /** A product of this category is among what they paid for; as a shop calls it. */
  | { kind: 'category'; category: string }
  /** Who owes the other an answer. */
  | { kind: 'owes'; who: 'us' | 'them' }
  /** A user has blocked them. */
  | { kind: 'blocked'; is: 'yes' | 'no' }
  /** They have closed a chat to us. */
  | { kind: 'closed'; is: 'yes' | 'no' }
  /** Their last paid order was so many days ago. */
  | { kind: 'last'; is: Comparison; days: number }
  /** Can be written to on this channel: nothing says that they do not want it or that it does not arrive. */
  | { kind: 'reach'; channel: string }
  /** Has agreed to it, and not withdrawn that. */
  | { kind: 'consent'; purpose: Purpose }
  /** Whose year of birth is known, by how old they are on that day: from `to` + 1 on they are old, from `from` on middle-aged. */
  | { kind: 'age'; group: AgeGroup; from: number; to: number; today: Day }
  /** Of those who have bought, by how often in the last year: more often than `many` is high, than `some` medium. */
  | { kind: 'frequency'; level: Level; some: number; many: number }
  /** Of those who have bought, by what they paid in the last year, in this currency (minor units). */
  | { kind: 'power'; level: Level; some: string; many: string; currency: string }
  /** They got this campaign, or may have got it; followed a link of it, answered it; it came back from them. */
  | { kind: OfCampaign; campaign: string }
  /** No campaign has gone to them for so many days. */
  | { kind: 'unmailed'; days: number }
  /** Whom a named filter means. */
  | { kind: 'segment'; segment: Pick<Segment, 'id' | 'name'>; filter: Filter }
  /** Their birthday is kept then, as seen from that day. */
  | { kind: 'birthday'; span: BirthdaySpan; today: Day }
  /** What stands in a field. */
  | { kind: 'field'; field: Pick<Field, 'id' | 'name' | 'kind'>; has: FieldTest };

/** Whether there is anything, or how it compares: words within a text, a figure, a day (ISO 8601), or what is kept of any other kind. */
export type FieldTest =
  | { of: 'any' }
  | { of: 'none' }
  | { of: 'words'; words: string }
  | { of: 'number'; is: Comparison; number: string }
  | { of: 'key'; is: Comparison; value: string; key: string };

export type OfCampaign = 'got' | 'clicked' | 'replied' | 'bounced';
export type AgeGroup = 'young' | 'middle' | 'old';
export type Level = 'high' | 'medium' | 'low';

/** A filter with a name, as it would be typed. */
export interface Segment {
  id: string;
  name: string;
  filter: string;
}

export type Kind = Test['kind'];

export interface Term {
  not: boolean;
  test: Test;
}

/** The contacts for whom every term of at least one group is true. A group without terms is everybody. */
export interface Filter {
  any: Term[][];
}

/** A stage of leads: what the owner calls it (null: what it is always called), and all that it may be called. */
export interface StageWords {
  key: string;
  name: string | null;
  names: readonly string[];
}

/** The context in which a filter is typed, which its meaning depends on. */
export interface FilterWords {
  /** ISO 4217, for amounts written without a currency. */
  currency: string;
  /** The existing channels, as identities name them. */
  channels: readonly string[];
  fields: readonly Field[];
  segments: readonly Segment[];
  stages: readonly StageWords[];
  /** The numbers of the campaigns there are. */
  campaigns: readonly string[];
  /** Where groups of age, frequency and purchasing power begin. */
  bounds: Bounds;
  /** Where and when days are typed. */
  at: TypedAt;
}

/** Why a text is no filter: the word that was not understood, and the key for which it was the value. */
export class Unclear {
  readonly word: string;
  readonly kind: Kind | undefined;
  /** Where it stands in the filter of a segment that the words name. */
  readonly within: { id: string; name: string } | undefined;
  constructor(word: string, kind?: Kind, within?: { id: string; name: string }) {
    this.word = word;
    this.kind = kind;
    this.within = within;
  }
}
