import type { Locale } from '../../../text/locale.ts';
import { tellsOtherwise } from '../../../text/meaning/tells_otherwise.ts';
import { isBareName } from '../../../text/person/bare_name.ts';
import { mayBeNewPerson, withoutDeed } from '../../../text/person/new_person.ts';
import { isNickname } from '../../../text/person/surname.ts';
import { sentencesIn } from '../../../text/sentence/sentence.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import type { Leaving } from '../../campaigns/told/leaving_now.ts';
import { type Context, localeOf } from '../../context.ts';
import { orderCard } from '../../desk/order_card.ts';
import type { User } from '../../owner/user.ts';
import { loadContact } from '../../people/contact.ts';
import { findContacts } from '../../people/search.ts';
import type { Button, Field, Reply } from '../../reply.ts';
import { withFields } from '../../reply.ts';
import { ordersNumbered } from '../../sell/order_number.ts';
import type { AnyCommand } from '../command.ts';
import { lineButton, lineOffered, type Spoken } from '../line_button.ts';
import { withEveryWeek } from '../meant/every_week.ts';
import { withNearest } from '../meant/offer.ts';
import { withOpenWork } from '../meant/open_work.ts';
import { namingUndone } from '../meant/undone.ts';
import { withoutUntil } from '../owner/absence_read.ts';
import { commands } from '../table.ts';
import { type Addressed, addressedIn } from '../who/addressed.ts';
import { distinctName, nobodyFound, onceAdded } from '../who/choices.ts';
import { offerToEach } from '../who/each/to_each.ts';
import { withCapital } from '../who/may_say.ts';
import { nearlyAlone } from '../who/nearly.ts';
import { MAX_CHOICES } from '../who/readings.ts';
import { sendsFor } from '../who/sends.ts';
import { namedPartly } from '../who/spoken_to.ts';
import { whoIsNamed } from '../who/whole_or_part.ts';
import { addressedButtons, dueIn, offerForAddressed, sendRows } from '../who/words_for.ts';
import { runsWithOthers } from './command_meant.ts';
import { lineMeant } from './line_meant.ts';
import { personForm } from './person_form.ts';
import { type Became, sentenceMeant } from './sentences.ts';
import { taskFor } from './spans/task_for.ts';
import { offerForNamed } from './within/about_named.ts';
import { splitFirst } from './words.ts';

/** What somebody is reached at: with it, labels are those of an address, not names. */
const ADDRESS = /\d{7}|@/;

/** What ends somebody's number, perhaps. */
const DIGITS = /^\d{3,12}$/;
/** A name nobody has yet: two to four Chinese characters, or a few words with capitals. */
const NAME_LIKE = /^(?:\p{Script=Han}{2,4}|\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2})$/u;

/**
 * Words from a user that are neither a command nor an answer: offered as a note, a task or something to search for. The buttons
 * hold the words, so nothing typed is lost. `became`: the command that they say (`commandMeant`). `read`: whom they are for, where that was
 * looked up already.
 */
export async function offerForWords(
  ctx: Context,
  user: User,
  text: string,
  became: Became | undefined,
  read?: { to: Addressed | undefined; alone: boolean },
): Promise<Reply> {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  if (text === '') return { text: t.desk.noWords };
  if (became?.pieces) return offerForPieces(ctx, user, text, became.pieces, became.oneOf === true);
  const each = await offerToEach(ctx, t, text);
  if (each) return each;
  if (became?.to) return offerForAddressed(ctx, t, locale, became.to, text);
  const addressed = read ? read.to : await addressedIn(ctx, text);
  if (!became && addressed && addressed.ids.length > 0) return offerForNamed(ctx, t, locale, { text, to: addressed });
  if (!became && addressed?.at) return nobodyThere(ctx, t, text, addressed);
  const to = became ? undefined : addressed;
  const offered = await offerForOthers(ctx, user, { text, alone: read?.alone === true }, to, became !== undefined);
  const first = became ? withEveryWeek(ctx, user, became.line, withFirst(t, locale, offered, became)) : offered;
  return namingUndone(ctx, user, text, await withOpenWork(ctx, user, text, await withAway(ctx, user, first, became)));
}

/** Nobody has the address that words are for: once somebody is added with it, they can be sent. */
function nobodyThere(ctx: Context, t: Texts, text: string, { name, words }: Addressed): Reply {
  const reply = nobodyFound(
    { ...ctx, t },
    name,
    onceAdded((ref, left) => `/reply ${ref} ${left}`, words),
  );
  const rest = [noteButton(t, text), { label: t.desk.makeSearch, command: `/search ${text}` }];
  return { ...reply, quote: words, buttons: [...(reply.buttons ?? []), rest] };
}

/** Many are to be told that we are closed: those days are one tap away too. */
async function withAway(ctx: Context, user: User, reply: Reply, became: Became | undefined): Promise<Reply> {
  const [line, words] = became?.line.split('\n') ?? [];
  if (!line?.startsWith('/campaign ') || !words) return reply;
  const away = await sentenceMeant(ctx, user, words);
  if (!away?.line.startsWith('/away ')) return reply;
  const [first = [], ...others] = reply.buttons ?? [];
  const button = lineButton(
    { t: texts(localeOf(ctx, user)), locale: localeOf(ctx, user), commands },
    away.line,
    away.shown,
  );
  return { ...reply, buttons: [first, [button], ...others] };
}

/** Of several commands those that reach nobody run together; what is to leave, leaves by a tap of its own. */
async function offerForPieces(
  ctx: Context,
  user: User,
  text: string,
  pieces: readonly Became[],
  oneOf: boolean,
): Promise<Reply> {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const together = oneOf ? [] : pieces.filter(runsWithOthers);
  const first = together.length > 0 ? linesOffered({ t, locale, commands }, together) : undefined;
  const buttons: Button[][] = first ? [[first.button]] : [];
  const fields: Field[] = [];
  for (const piece of pieces.filter((one) => oneOf || !runsWithOthers(one))) {
    const { to } = piece;
    const offered = to && (await addressedButtons(ctx, t, locale, to));
    buttons.push(
      ...(offered
        ? sendRows(t, offered, to.words)
        : [[lineOffered({ t, locale, commands }, piece.line, piece.shown, piece.label).button]]),
    );
    if (offered)
      fields.push(...offered.fields, { label: t.desk.answerThem(offered.name), value: offered.words ?? to.words });
  }
  const whole = await sentenceMeant(ctx, user, text);
  const asOne = whole?.to && (await addressedButtons(ctx, t, locale, whole.to));
  if (asOne && !asOne.words) buttons.push([{ ...asOne.buttons[0]![0]!, label: t.desk.sendAsTyped(asOne.name) }]);
  buttons.push([
    noteButton(t, text),
    { label: t.desk.makeTask(dueIn(ctx, locale, text).at), command: `/task ${text}`, typed: true },
  ]);
  const { lists, hint } = first?.told ?? {};
  const offered = asked(t, text);
  return {
    ...offered,
    hint: [hint, offered.hint].filter(Boolean).join('\n'),
    ...(lists && { lists }),
    ...withFields(fields),
    buttons,
  };
}

const linesOffered = (spoken: Spoken, pieces: readonly Became[]): ReturnType<typeof lineOffered> =>
  lineOffered(spoken, pieces.map(({ line }) => line).join('\n'), pieces.map(({ shown }) => shown).join('\n'));

/** What a sentence says comes first; what it also may be stays below. */
function withFirst(t: Texts, locale: Locale, reply: Reply, { line, shown, label, leaving }: Became): Reply {
  if (leaving) return withStop(t, reply, leaving);
  const { button, told } = lineOffered({ t, locale, commands }, line, shown, label);
  const hint = [told.hint, reply.hint].filter(Boolean).join('\n');
  const lists = [...(told.lists ?? []), ...(reply.lists ?? [])];
  const others = withoutAdding(reply.buttons ?? []).map((row) => row.filter(({ command }) => !isSame(command, line)));
  const buttons = [[button], ...others.filter(({ length }) => length > 0)];
  return { ...reply, hint, ...(lists.length > 0 && { lists }), buttons };
}

/** While something leaves, to stop it comes before all else that words may be. */
const withStop = (t: Texts, reply: Reply, leaving: readonly Leaving[]): Reply => ({
  ...reply,
  text: [...leaving.map(({ name, sent, all }) => t.whom.leaving(name, sent, all)), reply.text]
    .filter(Boolean)
    .join('\n'),
  buttons: [
    [{ label: t.campaign.button.stopAll, command: '/stop', style: 'danger' }],
    ...(reply.buttons ?? [])
      .map((row) => row.filter(({ command }) => command !== '/stop'))
      .filter((row) => row.length > 0),
  ],
});

/** Until Friday, till Friday, 到周五: one button is enough. */
function isSame(one: string, other: string): boolean {
  const [verb, words] = splitFirst(one);
  const [otherVerb, otherWords] = splitFirst(other);
  return verb === otherVerb && withoutUntil(words) === withoutUntil(otherWords);
}

async function offerForOthers(
  ctx: Context,
  user: User,
  { text, alone }: { text: string; alone: boolean },
  addressed: Addressed | undefined,
  saysCommand: boolean,
): Promise<Reply> {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const [[order], named] = await Promise.all([ordersNumbered(ctx.tx, text, 1), whoIsNamed(ctx, text)]);
  const found = named.whole ? named.ids : [];
  const people = (addressed?.name ? found : named.ids).slice(0, MAX_CHOICES);
  const task = await taskFor(ctx, locale, text, people);
  const orNearest = async (offered: Reply) =>
    alone ? withNearest(ctx, user, text, offered, { named: named.ids, timed: task.at !== undefined }) : offered;
  const rest = [
    { label: t.desk.makeTask(task.at), command: `/task ${task.words}`, typed: true as const },
    { label: t.desk.makeSearch, command: `/search ${text}` },
  ];
  if (people.length > 1) {
    const notes = [];
    for (const id of people) notes.push([noteButton(t, text, id, await distinctName({ ...ctx, t }, id))]);
    return orNearest({ ...asked(t, text), buttons: [...notes, rest] });
  }
  const one = people[0] === undefined ? undefined : await loadContact(ctx.tx, people[0]);
  const perhaps = one?.name && isNickname(text, one.name) ? one.name : undefined;
  const row = [perhaps ? noteButton(t, text) : noteButton(t, text, one?.id, one?.name), ...rest];
  if (order) return orNearest(withButtons(await orderCard(ctx, t, locale, order), row));
  const near = one || addressed || saysCommand ? [] : await nearlyAlone(ctx, text);
  const isFree = found.length === 0 && !addressed && !saysCommand && !isOrder(text);
  const lastDigits = DIGITS.test(text.trim()) ? await findContacts(ctx.tx, text.trim(), 1) : [];
  const rows = [
    [lastDigits.length > 0 ? lineButton({ t, locale, commands }, `/find ${text.trim()}`) : undefined],
    ...(await Promise.all(near.map(async (id) => [await contactButton(ctx, t, id)]))),
    row,
    [
      perhaps === undefined
        ? undefined
        : { ...noteButton(t, text, one!.id, perhaps), label: t.desk.noteOnPerhaps(perhaps) },
    ],
    [await personButton(ctx, t, text, one, addressed)],
    // what is read is offered as it was read
    [addressed || saysCommand ? undefined : slashButton(ctx, t, locale, text)],
  ];
  const buttons = rows.map((some) => some.filter((button) => button !== undefined)).filter(({ length }) => length > 0);
  // what is read as somebody is about them, and for nobody who waits
  const form = one || addressed?.isNote || saysCommand ? undefined : personForm(ctx, user, text);
  if (form) return { ...form, buttons: [...(form.buttons ?? []), ...withoutAdding(buttons)] };
  const ofOne = addressed || saysCommand ? undefined : one;
  const sends = await sendsFor(ctx, user, t, text, { isFree, one: ofOne });
  // what leaves is never what a hasty tap finds first
  const all = [...buttons, ...sends.buttons.map((button) => [button])];
  return orNearest({ ...asked(t, text), ...withFields(sends.fields), buttons: all });
}

/** What is done to somebody, whether anybody is called so or not, is said to no customer. */
const DONE_TO_SOMEBODY: readonly AnyCommand['name'][] = [
  ...(['add', 'block', 'delete', 'edit', 'export', 'merge', 'rename', 'tag', 'unblock'] as const),
];
const isOrder = (text: string): boolean => sentencesIn(text).some(({ does }) => DONE_TO_SOMEBODY.includes(does));

/** What is taken apart, or said to be a command, is added by its own button. */
export const withoutAdding = (rows: Button[][]): Button[][] =>
  rows.map((row) => row.filter(({ command }) => !command.startsWith('/add '))).filter(({ length }) => length > 0);

const asked = ({ desk }: Texts, text: string): Reply => ({
  ...{ text: desk.plainWords, quote: text, hint: desk.plainWordsHint, byReplying: true },
});

/** A command without its slash: 'undo', 'find Anna', 外出三天, "I'm back", v12. */
function slashButton(ctx: Context, t: Texts, locale: Locale, text: string): Button | undefined {
  const line = lineMeant(ctx, locale, text.trim());
  // a note of theirs is to go, and not they
  const isOther = line?.startsWith('/delete ') && tellsOtherwise('deletePerson', text);
  return line === undefined || isOther ? undefined : lineButton({ t, locale, commands }, line);
}

async function personButton(
  ctx: Context,
  t: Texts,
  text: string,
  named: { id: string } | undefined,
  addressed: Addressed | undefined,
): Promise<Button | undefined> {
  if (named) return { label: t.button.contact, command: `/contact c${named.id}` };
  const add: Button = { label: t.desk.makeContact, command: `/add ${text}`, typed: true };
  if (ADDRESS.test(text) && mayBeNewPerson(text, ctx.settings.country)) return add;
  if (addressed && NAME_LIKE.test(addressed.name)) return addNamed(t, withoutDeed(addressed.name));
  return isBareName(text) && (await namedPartly(ctx, withCapital(text))).length === 0 ? add : undefined;
}

const addNamed = (t: Texts, name: string): Button => ({ label: t.desk.addNamed(name), command: `/add ${name}` });

const contactButton = async (ctx: Context, t: Texts, id: string): Promise<Button> => ({
  label: await distinctName({ ...ctx, t }, id),
  command: `/contact c${id}`,
});

const noteButton = (t: Texts, text: string, id?: string, name?: string): Button => ({
  label: t.desk.makeNote(name),
  command: `/note ${id ? `c${id}` : '?'} ${text}`,
});

const withButtons = (reply: Reply, row: Button[]): Reply => ({ ...reply, buttons: [...(reply.buttons ?? []), row] });
