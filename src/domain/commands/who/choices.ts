import { foldText } from '../../../text/fold.ts';
import { mayBeNewPerson } from '../../../text/person/new_person.ts';
import { truncate } from '../../../text/truncate.ts';
import { orderCard } from '../../desk/order_card.ts';
import { identitiesOf, loadContact } from '../../people/contact.ts';
import { formerNames } from '../../people/former_name.ts';
import { looksLikeAddress } from '../../people/name.ts';
import { membersOf } from '../../people/organization/membership.ts';
import { nearlyCalled, organizationsCalled } from '../../people/organization/organization.ts';
import { lastSeen } from '../../people/search.ts';
import { failed, type Reply } from '../../reply.ts';
import { ordersOf } from '../../sell/order.ts';
import { ordersNumbered } from '../../sell/order_number.ts';
import { answeredIn } from '../../talk/conversation.ts';
import { latestMessages } from '../../talk/message.ts';
import { withFate } from '../../talk/said_by.ts';
import type { CommandContext } from '../command.ts';
import { writeValues } from '../words/values.ts';
import type { Reading } from './proof.ts';
import { callThemselves, isFormer, MAX_CHOICES } from './readings.ts';

/** Writes the command for the contact the owner picks: the whole line as it was typed. */
export type Again = (contactRef: string, rest: string) => string;

const WORDS_GRAPHEMES = 20;

/** Which of them is meant, and where the name may end elsewhere, what the words would be. */
export async function whichReply(
  ctx: CommandContext,
  readings: readonly Reading[],
  again: Again,
  asked: Partial<Reply> = {},
): Promise<Reply> {
  const choices = readings.flatMap(({ ids, left }) => ids.map((id) => ({ id, left })));
  const differ = new Set(readings.map(({ left }) => left)).size > 1;
  const buttons = [];
  for (const { id, left } of choices.slice(0, MAX_CHOICES)) {
    const name = await distinctName(ctx, id);
    buttons.push([{ label: differ ? ctx.t.labelled(name, left || '–') : name, command: again(`c${id}`, left).trim() }]);
  }
  const more = choices.length > MAX_CHOICES && { hint: ctx.t.find.more };
  const title = asked.text ? undefined : ctx.t.find.which(readings[0]!.name);
  return { failed: true, ...(title && { title }), ...asked, buttons, ...more };
}

/** Who goes by this ref as a name; what a button says is a ref only. */
export const calledAsRef = async (ctx: CommandContext, ref: string): Promise<string[]> =>
  ctx.typed ? callThemselves(ctx, ref) : [];

/**
 * A ref was typed that somebody else goes by as a name (`called`): only the owner knows whom it means. Undefined: there is nothing to
 * ask.
 */
export async function askOfRef(
  ctx: CommandContext,
  { name: ref, left }: Omit<Reading, 'ids'>,
  contactId: string,
  again: Again,
  called?: readonly string[],
): Promise<{ ask: Reply } | undefined> {
  const others = (called ?? (await calledAsRef(ctx, ref))).filter((id) => id !== contactId);
  if (others.length === 0) return undefined;
  const { buttons = [], ...reply } = await whichReply(ctx, [{ name: ref, left, ids: others }], again);
  const known = { label: await distinctName(ctx, contactId), command: again(ref, left).trim() };
  return { ask: { ...reply, buttons: [[known], ...buttons] } };
}

/** Nobody is surely meant: somebody called nearly so, or only so in part, may be. */
export async function perhapsReply(
  ctx: CommandContext,
  reading: Reading,
  again: Again,
  known: { name: string } | undefined,
): Promise<Reply> {
  const { perhaps, perhapsOneOf, isItFormer } = ctx.t.find;
  const [first] = reading.ids;
  const isOther = known && foldText(known.name) !== foldText(reading.name);
  const mayBe = reading.former && isFormer(reading) ? isItFormer : perhaps;
  const text = isOther ? mayBe(reading.name, known.name || `c${first}`) : perhapsOneOf(reading.name);
  return whichReply(ctx, [reading], again, { text });
}

/** Whom? The people seen last, as buttons: '/note ? call back' asks so. */
export async function whoReply(ctx: CommandContext, again: (contactRef: string) => string): Promise<Reply> {
  const buttons = (await lastSeenLabelled(ctx, MAX_CHOICES)).map(({ id, label }) => [
    { label, command: again(`c${id}`).trim() },
  ]);
  return failed(ctx.t.find.whom, { ...(buttons.length > 0 && { buttons }) });
}

/** The people seen last. A name that does not say who it is, being another's too or an address, stands with what tells it apart. */
export async function lastSeenLabelled(
  ctx: Pick<CommandContext, 'tx' | 't'>,
  limit: number,
): Promise<{ id: string; label: string }[]> {
  const people = await lastSeen(ctx.tx, limit);
  const labelled = [];
  for (const { id, name } of people) {
    const isUnclear =
      looksLikeAddress(name) || people.some((one) => one.id !== id && foldText(one.name) === foldText(name));
    labelled.push({ id, label: isUnclear ? await distinctName(ctx, id) : name || `c${id}` });
  }
  return labelled;
}

/** An order whose buyer the shop does not name is shown all the same. `line`: what goes on with them once they are added. */
export async function nobodyReply(ctx: CommandContext, word: string, line?: string): Promise<Reply> {
  const [order] = await ordersNumbered(ctx.tx, word, 1);
  if (!order) return (await atCompany(ctx, word, line)) ?? nobodyFound(ctx, word, line);
  return { ...(await orderCard(ctx, ctx.t, ctx.locale, order)), undecided: true };
}

/** So many words behind a name may belong to the company's. */
const MOST_WORDS = 3;

/** A company's name where somebody's was meant: the line with each who is there. Undefined: no company is called so, or nobody is known there. */
async function atCompany(ctx: CommandContext, word: string, line = ''): Promise<Reply | undefined> {
  const [, front, left] = new RegExp(`^(\\S+) ${TO_BE_ADDED}(?: ([\\s\\S]*))?$`).exec(line) ?? [];
  if (front === undefined || word.trim() === '') return undefined;
  const behind = (left ?? '').split(/\s+/).slice(0, MOST_WORDS).filter(Boolean);
  for (let taken = behind.length; taken >= 0; taken -= 1) {
    const name = [word, ...behind.slice(0, taken)].join(' ');
    const [company] = [...(await organizationsCalled(ctx.tx, name)), ...(await nearlyCalled(ctx.tx, name))];
    if (!company) continue;
    const members = await membersOf(ctx.tx, company.id, MAX_CHOICES);
    const rest = (left ?? '').replace(new RegExp(`^(?:\\S+\\s*){${taken}}`), '');
    const buttons = members.map(({ contactId, name: label }) => [
      { label, command: `${front} c${contactId} ${rest}`.trim() },
    ]);
    if (buttons.length > 0) return failed(ctx.t.find.atCompany(company.name), { buttons });
  }
  return undefined;
}

/** Stands in a line for whoever is about to be added: no contact has this number. */
const TO_BE_ADDED = 'c0';

/** The line that goes on with them once they are added. */
export const onceAdded = (again: Again, left: string): string => again(TO_BE_ADDED, left).trim();

/** That line with whoever has been added in their place. */
export const lineWith = (line: string, whom: string): string => line.replace(` ${TO_BE_ADDED}`, () => ` ${whom}`);

/** Whether that line says more than whom it is about. */
const goesOnWith = (line: string): boolean => line.replace(new RegExp(`^\\S+\\s+${TO_BE_ADDED}`), '').trim() !== '';

/** Whoever is not known can be added, if that could be a person. */
export function nobodyFound({ t, settings }: Pick<CommandContext, 't' | 'settings'>, query: string, line = ''): Reply {
  const goesOn = goesOnWith(line) ? line : '';
  const add = { label: t.desk.makeContact, command: `/add ${query} ${writeValues({ goesOn })}`.trim() };
  const text = t.find.nobody(query);
  const mayBeNew = mayBeNewPerson(query, settings.country);
  return mayBeNew ? failed(text, { buttons: [[add]] }) : failed(text, { hint: t.find.nobodyHint });
}

/** What tells two people of one name apart: where they are answered, what they ordered last, and what was said last. */
export async function distinctName(ctx: Pick<CommandContext, 'tx' | 't'>, contactId: string): Promise<string> {
  const contact = (await loadContact(ctx.tx, contactId))!;
  const [conversation] = await answeredIn(ctx.tx, contactId, 1);
  const [identity] = await identitiesOf(ctx.tx, contactId);
  const place = conversation ?? identity;
  const [order] = await ordersOf(ctx.tx, contactId, 1);
  const [last] = await latestMessages(ctx.tx, contactId, 1);
  const words = truncate((last?.text || last?.subject || '').replace(/\s+/g, ' '), WORDS_GRAPHEMES);
  const tags = contact.tags.map((tag) => ` #${tag}`).join('');
  const [former] = (await formerNames(ctx.tx, [contactId])).get(contactId) ?? [];
  return [
    `${contact.name || `c${contactId}`}${tags}`,
    ...(former ? [ctx.t.card.was(former)] : []),
    ...(place ? [ctx.t.address(place.address)] : []),
    ...(order ? [order.number] : []),
    ...(words ? [ctx.t.find.said(withFate(ctx.t, words, last!.fate))] : []),
  ].join(' · ');
}
