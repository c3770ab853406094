import type { Row, Sql, Tx } from '../db/sql.ts';
import type { Locale } from '../text/locale.ts';
import type { Attachment } from './attachment.ts';

/** What the owner may change while the service runs; the environment gives the first values. */
export interface Settings {
  locale: Locale;
  /** IANA zone: days, digests and reminders are local to it. */
  timezone: string;
  /** ISO 4217, for amounts written without one. */
  currency: string;
  /** ISO 3166 alpha-2, for phones written without a country code. */
  country: string;
  businessName: string;
  /** Local time 'HH:MM' of the daily digest, or 'off'. */
  digestAt: string;
  /** Local weekday and time 'mon HH:MM' at which the owner is told who has not bought for long, or 'off'. */
  churnAt: string;
  /** Seconds for which an answer is held before it leaves, so that it can be cancelled; 0: not at all. */
  undoSend: number;
  /** Local hours 'HH:MM-HH:MM' in which only urgent things are told, or 'off'. */
  quietHours: string;
  /**
   * How many days raw copies (of incoming events, notices and buttons) are kept; at least 30, because acts can be
   * undone for that long.
   */
  keepDays: number;
  /** Local hours 'HH:MM-HH:MM' of the recipient in which campaigns leave, or 'off': at any hour. Default 09:00-21:00. */
  campaignHours: string;
  /** How many campaigns one person gets within seven days at most; beyond that they are left out. Default 2; 0: no limit. */
  campaignsAWeek: number;
  /**
   * How fast campaigns leave: a provider's name, 'A_MINUTE/A_DAY' (0: no limit), 'off' (as fast as the server takes them), or 'auto':
   * as whoever's server it is lets one account. Default auto. Beyond a day's limit the rest goes on the next day.
   */
  campaignPace: string;
  /** 'on': an address of ours that is new to sending to many begins with 200 a day and doubles that each day. Default on. */
  campaignWarmUp: string;
  /** Days after a campaign's mail in which an order counts as brought by it, 1 to 90. Default 7. */
  campaignDays: number;
  /** 'on': links in a campaign's mails lead over us, so that its report counts who followed them. Default on; without an https PUBLIC_URL it has no effect. */
  campaignClicks: string;
  /** How many people one of the owner's own follow-ups begins with by itself at one look, 1 to 1000. Default 20; where more have come to fit, it begins with none of them and asks. */
  followUpsAtOnce: number;
  /**
   * 'on': the customer of a ticket that was resolved is asked how they found it. 'unset': the owner was not asked yet whether they want that;
   * 'offered': they were, and have not said. Default unset; with anything but 'on' nobody is asked.
   */
  ratings: (typeof RATINGS)[number];
  /** One person is asked at most once in so many days, 1 to 365. Default 30. */
  ratingDays: number;
  /** Minutes after which they are asked: until then an undo or a new word of theirs takes it back, 1 to 1440. Default 10. */
  ratingMinutes: number;
  /** The owner's own question, by language; default: ours. At most 300 characters. */
  ratingWords?: Readonly<Partial<Record<Locale, string>>>;
  /** 'FROM-TO': whoever is younger than FROM is young, older than TO old. */
  ageGroups: string;
  /** 'SOME-MANY' paid orders in the last year: more than SOME is medium, more than MANY high. */
  frequencyGroups: string;
  /** The same for what was paid in the last year, in whole units of the owner's currency. */
  powerGroups: string;
  /**
   * Whose advertising mails say so at the start of their subject, as China's rules for mail ask (Measures for Internet E-mail Services, 13): 'chinese':
   * those of whoever reads Chinese, 'always': all, or 'off'.
   */
  adLabel: (typeof AD_LABELS)[number];
  /** Who writes, and from which postal address, at the end of advertising mails; '': nothing. At most 200 characters. */
  senderLine: string;
  /** When the business is open: the spans of each weekday, Monday first, as `writeWeek` writes them. Default Monday to Friday, 9 to 18. */
  hours: string;
  /** Days that are otherwise than their week, as `writeOwnDays` writes them; '': none. */
  ownDays: string;
  /** A calendar file that the owner sent for its days off, until it was fetched; then what it gave, until they say whether that holds. */
  calendar?: CalendarSent;
  /** Whose official days off hold: 'auto' (the country's), a country whose days we know, or 'off'. Default auto. */
  holidays: string;
  /** Within how many minutes of open time a ticket is answered and resolved, for each priority: `FIRST_TARGETS`. */
  ticketTargets: string;
  /** So many minutes of open time before a target ends the owner is warned, but no more than a quarter of it. Default 60; 0: not at all. */
  ticketWarn: number;
  /** So many days after it was resolved a ticket is opened anew when its customer writes again, 0 to 365; later a new one names it. Default 14. */
  ticketReopenDays: number;
  /** 'on': where an answer promises something for a time, a reminder is offered under it. Default on. */
  promiseOffers: string;
  /** Shared chats, by channel, for cards about customers, as the owner offered them; '': the owner's own chat. */
  deskChats?: Readonly<Record<string, string>>;
  /** What stands on documents beside the name, and what quotes have by default. */
  business?: Business;
  /** What is answered by itself; nothing by default. */
  autoreply?: Autoreply;
}

/** Days from a calendar file, on their way to the opening hours. */
export interface CalendarSent {
  sent?: { file: Attachment; place: { channel: string; address: string } };
  /** Days off and working days in place of them, as `writeOwnDays` writes them. */
  found?: { name: string; off: string; work: string };
}

/** What customers are answered by itself. Which often-asked answers leave so stands with each. */
export interface Autoreply {
  /** That it is closed. */
  hours?: boolean;
  /** How their one order stands. */
  orders?: boolean;
  /** There are often-asked questions to compare with. */
  faq?: boolean;
  /** The owner's own words while it is closed, by language; default: ours. {opens} is when it opens next. */
  words?: Readonly<Partial<Record<Locale, string>>>;
}

/** What stands on the business's documents, beside its name (`businessName`), and what its quotes have by default. */
export interface Business {
  address?: string;
  taxId?: string;
  bank?: string;
  /** A picture: 'file:<sha256>'. */
  logo?: string;
  /** A picture that the owner has sent, and where: it takes the logo's place once it was fetched. */
  logoSent?: PictureSent;
  terms?: string;
  /** Left out: no tax is said. */
  tax?: Tax;
  /** For how many days a quote is valid, at most 366. Default 14; 0: without an end. */
  days?: number;
  /** How numbers look: YYYY is the year, a run of # the count, which ends them. Default 'Q-YYYY-###'. */
  numbers?: string;
  /** So many days before a contract's last day for notice, and before its end, its owner is reminded, at most 366. Default 14; 0: on the day alone. */
  contractDays?: number;
  /** An invoice is to be paid within so many days, at most 366. Default 14. */
  payDays?: number;
  /** As `numbers`, of invoices. Default 'R-YYYY-###'. */
  invoiceNumbers?: string;
  /** Where people pay, as a template of a link (`pay_link.ts`), by currency; 'any': of all others. */
  payLinks?: Readonly<Record<string, string>>;
  /** Pictures that people scan to pay, 'file:<sha256>', by what they are of (`pay_picture.ts`). */
  payPictures?: Readonly<Record<string, string>>;
  /** Such pictures that the owner has sent, and where: they are fetched in a moment. */
  payPicturesSent?: Readonly<Record<string, PictureSent>>;
}

/** A picture, and the chat where its owner has sent it. */
export interface PictureSent {
  file: Attachment;
  place: { channel: string; address: string };
}

/** A tax on what is left after a discount. */
export interface Tax {
  /** At most two decimals. */
  percent: string;
  /** Within the prices, or on top of them. */
  included: boolean;
}

/** Whether customers are asked how they found it. */
export const RATINGS = ['unset', 'offered', 'on', 'off'] as const;

/** Whose advertising mails say so in their subject. */
export const AD_LABELS = ['chinese', 'always', 'off'] as const;

/** As they are kept; Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A weekly time of a setting: `weekday` from Monday = 0, `at` 'HH:MM'; undefined: off. */
export function readWeekly(stored: string): { weekday: number; at: string } | undefined {
  const [name, at] = stored.split(' ');
  const weekday = (WEEKDAYS as readonly (string | undefined)[]).indexOf(name);
  return weekday < 0 || !at ? undefined : { weekday, at };
}

/** Where two groups begin. */
export interface Bounds {
  age: readonly [from: number, to: number];
  frequency: readonly [some: number, many: number];
  power: readonly [some: number, many: number];
}

/** What the owner takes for young, often and much; the second of each is not below the first. */
export const boundsOf = ({ ageGroups, frequencyGroups, powerGroups }: Settings): Bounds => ({
  age: pair(ageGroups),
  frequency: pair(frequencyGroups),
  power: pair(powerGroups),
});

function pair(stored: string): [number, number] {
  const [first = 0, second = 0] = stored.split('-').map(Number);
  return [first, second];
}

/** Gives everything that was saved. */
export const SAVED_SETTINGS = 'select key, value from settings';

/** The current settings: what the owner saved (the rows of SAVED_SETTINGS) over the values from the environment. */
export function settingsFrom(rows: readonly Row[], defaults: Settings): Settings {
  return { ...defaults, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
}

/** For code that runs outside an act. */
export async function loadSettings(sql: Sql, defaults: Settings): Promise<Settings> {
  return settingsFrom(await sql.unsafe(SAVED_SETTINGS), defaults);
}

/** Saves first values; values that are already saved stay. */
export async function keepFirst(tx: Tx, chosen: Partial<Settings>): Promise<void> {
  await tx`
    insert into settings (key, value) select key, value from jsonb_each(${tx.json(chosen)})
    on conflict (key) do nothing`;
}

export async function saveSetting<Key extends keyof Settings>(
  tx: Tx,
  key: Key,
  value: NonNullable<Settings[Key]>,
): Promise<void> {
  await tx`
    insert into settings (key, value) values (${key}, ${tx.json(value)})
    on conflict (key) do update set value = excluded.value`;
}
