import { head, widthOf } from '../../../text/cut.ts';
import type { Locale } from '../../../text/locale.ts';
import { formatBriefly, plainDecimal } from '../../../text/money/money.ts';
import { formatPhone } from '../../../text/person/phone.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { formatClock, formatDay, formatWeekday, formatWhen } from '../../../text/when/format_when.ts';
import type { TimeSaid } from '../../../text/when/times_said.ts';
import { localSlot } from '../../../text/when/when.ts';
import { type Context, clockOf } from '../../context.ts';
import { writeValues } from '../../form.ts';
import { cityName } from '../../people/city.ts';
import type { Button } from '../../reply.ts';
import type { OrderNamed } from '../../sell/order_number.ts';
import type { Found, Known } from './found.ts';

const MOST = 3;
/** How wide a label may be, in Latin letters. */
const WIDTH: Record<Locale, number> = { en: 18, 'zh-CN': 24 };
const TITLE_GRAPHEMES = 120;

export interface ChipsFor {
  contactId: string;
  found: Found;
  known: Known;
  /** What the words are about, as the title of a lead. */
  title: string;
  /** No lead is to be offered: they are about something else. */
  noLead: boolean;
}

/** What can be done at a tap with what a customer's words name: at most three, one of each kind before a second of any. */
export function chipsOf(ctx: Context, t: Texts, locale: Locale, chips: ChipsFor): Button[] {
  const { contactId, found, known } = chips;
  const label = (...ways: string[]) => fitting(ways, WIDTH[locale]);
  const saves = [
    ...found.phones
      .filter((phone) => !known.phones.includes(phone))
      .map((phone) => ({
        label: label(t.chip.save(shortPhone(phone, ctx.settings.country))),
        command: `/add c${contactId} ${phone.replace(';ext=', ' ext. ')}`,
      })),
    ...found.wechats
      .filter((id) => !known.wechats.includes(id))
      .map((id) => ({
        label: label(t.chip.save(id), t.chip.save(`${head(id, 4)}…${id.slice(-4)}`)),
        command: `/add c${contactId} ${t.chip.wechat(id)}`,
      })),
    ...found.emails
      .filter((email) => !known.emails.includes(email))
      .map((email) => ({
        label: label(t.chip.save(email), ...shortEmails(email).map(t.chip.save)),
        command: `/add c${contactId} ${email}`,
      })),
  ];
  const reminders = remindersOf(ctx, t, locale, chips).map((one) => ({ ...one, label: label(...one.labels) }));
  const kinds: Button[][] = [
    ordersOf(known.orders).map(({ number, command }) => ({
      label: label(t.chip.order(number), t.chip.order(`…${number.slice(-6)}`)),
      command,
    })),
    saves,
    citiesOf(chips).map((city) => ({ label: label(t.chip.city(city)), command: `/city c${contactId} ${city}` })),
    reminders.map(({ label, command }) => ({ label, command })),
    leadOf(t, locale, chips, label),
  ];
  return alternating(kinds).slice(0, MOST);
}

/** Where they have moved to, unless that is noted. */
const citiesOf = ({ found, known }: ChipsFor): string[] =>
  found.cities.slice(-1).filter((city) => cityName(city).toLowerCase() !== known.city?.toLowerCase());

/** The first label that fits; if none does, the last one, cut. */
function fitting(ways: readonly string[], width: number): string {
  const found = ways.find((way) => widthOf(way) <= width);
  if (found) return found;
  let cut = ways.at(-1)!;
  for (let most = width; widthOf(cut) > width; most -= 1) cut = truncate(ways.at(-1)!, most);
  return cut;
}

/** The first of each, then the second of each. */
function alternating<One>(kinds: readonly One[][]): One[] {
  const longest = Math.max(...kinds.map(({ length }) => length));
  return Array.from({ length: longest }, (_, nth) => kinds.flatMap((kind) => kind.slice(nth, nth + 1))).flat();
}

/** Their own where they have it; a number that is several orders' shows all of them. */
function ordersOf(orders: readonly OrderNamed[]): { number: string; command: string }[] {
  return [...new Set(orders.map(({ number }) => number))].map((number) => {
    const named = orders.filter((one) => one.number === number);
    const [only, ...others] = named.some(({ own }) => own) ? named.filter(({ own }) => own) : named;
    return { number, command: others.length === 0 ? `/find order:${only!.id}` : `/find ${number}` };
  });
}

/** nora@lind…e.com, nora@…: enough to see which is meant. */
function shortEmails(email: string): string[] {
  const at = email.indexOf('@');
  return [`…${email.slice(at)}`, `${email.slice(0, at)}@…`, `${head(email.slice(0, at), 6)}…@…`];
}

/** 138…8000: enough to see which is meant. */
function shortPhone(phone: string, country: string): string {
  const digits = formatPhone(phone.replace(/;.*/, ''), country).replace(/[^\d+]/g, '');
  return `${digits.slice(0, 3)}…${digits.slice(-4)}`;
}

/** A task that is due then, with their sentence; which of several moments is meant is for the owner to say. */
function remindersOf(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { contactId, found, known }: ChipsFor,
): { labels: string[]; command: string }[] {
  const kept = new Set(known.due.map((at) => Date.parse(at)));
  const moments = found.times.flatMap((one) => [one.at, ...one.others].map((at) => ({ ...one, at })));
  return moments
    .filter(({ at }) => !kept.has(at.getTime()))
    .map(({ at, sentence, dateOnly }) => {
      const when = `${localSlot(at, ctx.settings.timezone)} ${formatClock(at, ctx.settings.timezone)}`;
      const title = truncate(sentence.replace(/\s+/g, ' '), TITLE_GRAPHEMES);
      return {
        labels: timesShown(ctx, locale, { at, dateOnly }).map(t.chip.remind),
        command: `/task c${contactId} ${writeValues({ title, when })}`,
      };
    });
}

/** With the hour if there is room for it; otherwise the day alone. */
function timesShown(ctx: Context, locale: Locale, { at, dateOnly }: Pick<TimeSaid, 'at' | 'dateOnly'>): string[] {
  const clock = clockOf(ctx, locale);
  const hours = [formatWhen(at, clock), formatWeekday(at, clock)].filter((one) => one !== undefined);
  return [...(dateOnly ? [] : hours), formatDay(at, clock)];
}

/** Their budget: for a new lead, or for the open one if that has no amount yet. */
function leadOf(
  t: Texts,
  locale: Locale,
  { contactId, found, known, title, noLead }: ChipsFor,
  label: (...ways: string[]) => string,
): Button[] {
  const [open, ...others] = known.leads;
  if (!found.amount || noLead || open?.worth || others.length > 0) return [];
  const amount = `${found.amount.currency} ${plainDecimal(found.amount.minor, found.amount.currency)}`;
  const words = open ? `${open.id} ${writeValues({ amount })}` : `c${contactId} ${writeValues({ title, amount })}`;
  return [
    {
      label: label(`${t.triage.label.lead} ${formatBriefly(found.amount.minor, found.amount.currency, locale)}`),
      command: `/lead ${words}`,
    },
  ];
}
