import type { Locale } from '../../../text/locale.ts';
import { isAskedOf, kindOfWords, saidToThem, TELLS_THAT } from '../../../text/person/whom/said_to_them.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { formatClock, formatWhen } from '../../../text/when/format_when.ts';
import { timeGoesOn } from '../../../text/when/leaving/goes_on.ts';
import { formatRepeat } from '../../../text/when/repeat/format_repeat.ts';
import { withoutReminder } from '../../../text/when/time_like.ts';
import { localSlot, parseWhenFirst, type When } from '../../../text/when/when.ts';
import type { Context } from '../../context.ts';
import { loadContact } from '../../people/contact.ts';
import { looksLikeAddress } from '../../people/name.ts';
import type { Button, Field, Reply } from '../../reply.ts';
import { withFields } from '../../reply.ts';
import { offerAnswer } from '../../talk/answer_way.ts';
import type { Conversation } from '../../talk/conversation.ts';
import { titleAndTime } from '../tasks/title_and_time.ts';
import { onlyRival, rowButtons } from '../words/in_a_row.ts';
import { exactly, wordsBehind } from '../words/moment.ts';
import type { Addressed } from './addressed.ts';
import { othersIn, toldBeside } from './others_named.ts';
import { othersInRow } from './second.ts';
import { shorterReadings } from './shorter.ts';

const LABEL_GRAPHEMES = 30;

/** Said to whoever waits, or to whom they are for: it is shown who gets it. */
export async function offeredTo(
  ctx: Context,
  t: Texts,
  { conversation, name }: { conversation: Conversation; name: string },
  words: string,
  label = t.desk.answerThem(name),
): Promise<{ button: Button; fields: Field[] }> {
  const { button, fields } = await offerAnswer(ctx.tx, t, conversation, { name, label, words });
  return { button: { ...button, whole: true }, fields };
}

/**
 * Words for somebody the desk knows: said to them, kept about them or done for them, never before the owner says which. `typed`: all
 * that was typed, which may name another as well.
 */
export async function offerForAddressed(
  ctx: Context,
  t: Texts,
  locale: Locale,
  addressed: Addressed,
  typed?: string,
): Promise<Reply> {
  const { name, ...offered } = await addressedButtons(ctx, t, locale, addressed);
  const others = typed === undefined ? [] : await shorterReadings(ctx, typed, addressed);
  if (typed !== undefined && others.length > 0) {
    const all = [{ name, ...offered, of: addressed.words }];
    for (const { left: words, ...other } of others) {
      const to = { ...other, words, isNote: false };
      all.push({ ...(await addressedButtons(ctx, t, locale, to)), of: words });
    }
    return {
      text: t.find.addressedEither([...new Set(all.map((one) => one.name))]),
      quote: typed,
      ...withFields(all.flatMap(({ fields }) => fields)),
      buttons: [...all.flatMap((one) => sendRows(t, one, one.of)), ...offered.buttons.slice(-1)],
    };
  }
  return {
    text: t.desk.addressed(name),
    quote: offered.words ?? offered.said ?? addressed.words,
    ...withFields(offered.fields),
    buttons: withLater(offered),
  };
}

/** What is to leave later comes first where that is sure. */
function withLater({ later, perhaps, all, buttons }: Omit<Offered, 'name'>): Button[][] {
  const [rows, front] = [all ? [[all], ...buttons] : buttons, later ? [[later]] : []];
  return perhaps ? [...rows.slice(0, 1), ...front, ...rows.slice(1)] : [...front, ...rows];
}

/** What may become of words for somebody. */
export interface Offered {
  name: string;
  fields: Field[];
  /** Those that send first. */
  buttons: Button[][];
  /** For several in a row: what is said behind their names. */
  words?: string;
  /** What the first of them sends, where it is not what was typed: as it is said to whoever gets it. */
  said?: string;
  /** Of several who are surely meant: sends to each of them. */
  all?: Button;
  /** The words begin with a time of day: what is behind it is to leave then. */
  later?: Button;
  /** They may be said of that time as well. */
  perhaps?: boolean;
}

/** What words for somebody may become. Of several with that name the command asks which. */
export async function addressedButtons(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { name: typed, ids, words, isNote, at: address }: Addressed,
): Promise<Offered> {
  const contact = ids.length === 1 ? await loadContact(ctx.tx, ids[0]!) : undefined;
  const name = contact?.name || typed;
  const ref = contact ? `c${contact.id}` : `${typed}:`;
  const { due, at } = dueIn(ctx, locale, words);
  const clock =
    due && at && `${localSlot(due.at, ctx.settings.timezone)} ${formatClock(due.at, ctx.settings.timezone)} `;
  // whoever calls themselves c1 is not contact 1: read as typed, the command asks which is meant
  const asTyped = !contact && looksLikeAddress(typed) && { typed: true as const };
  const note: Button = { label: t.desk.makeNote(name), command: `/note ${ref} ${words}`, ...asTyped };
  const task = {
    label: t.desk.makeTask(due ? at : dueIn(ctx, locale, `${name}: ${words}`).at),
    command: `/task ${clock ?? ''}${name}: ${withoutReminder((clock && due.rest) || words).trim() || words}`,
    typed: true as const,
  };
  // what says itself that nobody is to read it is offered to nobody
  if (isNote) return { name, fields: [], buttons: [[note, task]] };
  const row = await othersInRow(ctx, contact?.id, words);
  const beside = await othersIn(ctx, row?.words ?? words, contact?.id);
  const without = beside?.words;
  const added = beside ? toldBeside(beside) : [];
  const others = [...(row?.others ?? []), ...added];
  if (others.length > 0) {
    const all = { others, words: without ?? row?.words ?? words, sure: added.length > 0 };
    return rowButtons(ctx, t, { name: typed, ids, words, isNote }, all);
  }
  const only = contact && address === undefined ? await onlyRival(ctx, contact.id) : undefined;
  const sendAs = async (text: string, label: string) =>
    only
      ? offeredTo(ctx, t, { conversation: only, name }, text, label)
      : {
          button: {
            label,
            command: `/reply ${address === undefined ? ref : `${address}:`} ${text}`,
            whole: true,
            ...asTyped,
          } satisfies Button,
          fields: [],
        };
  const { said, other } = without === undefined ? toldWords(locale, words) : { said: without };
  const first = await sendAs(said ?? words, t.desk.answerThem(name));
  const also = said !== undefined && (await sendAs(other ?? words, otherLabel(t, name, other)));
  const own: Button = { label: t.each.writeOwn(name), command: `/reply ${ref}` };
  const later = contact && leavingLater(ctx, t, locale, ref, words);
  return {
    ...{ name, fields: first.fields, ...(said !== undefined && { said }), ...later },
    buttons: [[first.button], ...(also ? [[other === '' ? own : also.button]] : []), [note, task]],
  };
}

/** The second button sends what was typed; where only a kind of words was named, what is to be said with it. */
const otherLabel = (t: Texts, name: string, other: string | undefined): string =>
  other === undefined ? t.desk.sendAsTyped(name) : t.desk.sendOnly(truncate(other, LABEL_GRAPHEMES), name);

/** As it is said to them: her logo is ready → Your logo is ready; an apology, 个祝福: words that say so, and what is said with them. */
function toldWords(locale: Locale, words: string): { said?: string; other?: string } {
  const named = kindOfWords(words);
  if (!named) {
    const said = saidToThem(words);
    // to come tomorrow: nobody is told so as it was typed
    return said === undefined ? {} : { said, ...(isAskedOf(words) && { other: '' }) };
  }
  const rest = saidToThem(named.rest) ?? named.rest;
  const spoken = rest === '' ? locale : /\p{Script=Han}/u.test(rest) ? 'zh-CN' : 'en';
  return { said: texts(spoken).readyWords[named.kind](rest), other: named.rest };
}

/** Tomorrow 9am good morning: what is behind the time is to leave then, or all of it now. A day alone may well be said to them, and so may a time that goes on. */
function leavingLater(
  ctx: Context,
  t: Texts,
  locale: Locale,
  ref: string,
  words: string,
): Pick<Offered, 'later' | 'perhaps'> {
  const moment = { now: ctx.now, timezone: ctx.settings.timezone, country: ctx.settings.country, locale };
  const when = parseWhenFirst(words, moment);
  const isTold = when?.dateOnly && TELLS_THAT.test(when.rest);
  if (!when || (when.dateOnly && !isTold) || when.others || when.farOff || when.skipped || when.at <= ctx.now)
    return {};
  const { words: typed } = wordsBehind(when.rest);
  if (!/\p{L}/u.test(typed)) return {};
  const goesOn = timeGoesOn(words.slice(0, words.length - when.rest.length), when.rest);
  if (goesOn === 'surely' && !isTold) return {};
  const said = saidToThem(typed) ?? typed;
  const label = t.time.sendAt(formatWhen(when.at, moment), truncate(said, LABEL_GRAPHEMES));
  const later = { label, command: `/later ${ref} ${exactly(ctx, when.at)} | ${said}`, whole: true } satisfies Button;
  return { later, perhaps: goesOn === 'perhaps' };
}

/** When a task of these words is due, read as /task reads them, and how it is shown; one that may be several is left to the command. */
export function dueIn(ctx: Context, locale: Locale, text: string): { due?: When | undefined; at?: string | undefined } {
  const read = titleAndTime({ readAt: ctx.now, settings: ctx.settings, locale }, text);
  const moment = { now: ctx.now, timezone: ctx.settings.timezone, country: ctx.settings.country, locale };
  // of what is only half understood no rule is shown
  if (read.comesBack) return { at: `↻ ${formatRepeat(read.comesBack, locale)}` };
  const { when } = read;
  if (!when || when === 'unreadable' || when.others || when.farOff || read.left?.half) return {};
  return { at: formatWhen(when.at, moment), ...(!read.ranged && !read.left && { due: when }) };
}

/** The buttons by which words leave, each for whom its label names. */
export const sendRows = (t: Texts, { name, buttons, words }: Offered, typed: string): Button[][] =>
  words === undefined
    ? [[{ ...buttons[0]![0]!, label: t.desk.sendOnly(truncate(typed, LABEL_GRAPHEMES), name) }]]
    : buttons.slice(0, -1);
