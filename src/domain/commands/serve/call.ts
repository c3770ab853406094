import { plainly } from '../../../text/plainly.ts';
import { MINUTES_FIRST } from '../../../text/promise/minutes.ts';
import { promisedTimes } from '../../../text/promise/noted.ts';
import { truncate } from '../../../text/truncate.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { type Filed, file, openWork, titleOf } from '../../desk/filing.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import type { Button, Field, Reply } from '../../reply.ts';
import { type CallDirection, type CallKind, insertCall } from '../../serve/call.ts';
import { conversationForNotes, loadConversation } from '../../talk/conversation.ts';
import { loadMessage, type Message, setTriage } from '../../talk/message.ts';
import { insertTask } from '../../tasks/task.ts';
import { triage as judge } from '../../triage/index.ts';
import { modelFor } from '../../triage/learned.ts';
import type { Triage, TriageLabel } from '../../triage/triage.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { keepNote } from '../talk/note.ts';
import { pickContact } from '../who/pick.ts';
import { exactly, momentOf, shown } from '../words/moment.ts';
import { textIn } from '../words/values.ts';
import { otherTicket, sameTicket } from './call_ticket.ts';

const DIRECTION = typedMeanings<CallDirection>(({ callDirection }) => callDirection);
const WORD = /^([\p{L}-]+)[\s,，、:：]+/u;
const TITLE_GRAPHEMES = 80;

/** '/call Anna 问发货时间, 答应周四', '/call 13800138000 incoming 5 min wants a quote': what was said by phone. */
export const call: Command<{ words: string }> = spoken('call');
/** '/visit Anna asked for a gift box': the same of somebody who walked in. */
export const visit: Command<{ words: string }> = spoken('visit');

function spoken(kind: CallKind): Command<{ words: string }> {
  return {
    name: kind,
    answers: () => true,
    role: 'helper',
    goesOn: true,
    saidAtOnce: 'sure',
    changes: true,
    takesLines: true,
    form: { title: 'note', need: 'text', fields: [{ key: 'text', required: true, multiline: true }] },
    parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
    async run(ctx, { words }) {
      const picked = await pickContact(ctx, numberTogether(words), (ref, rest) => `/${kind} ${ref} ${rest}`);
      if ('ask' in picked) return picked.ask;
      const said = factsIn(textIn(picked.rest));
      if (!said.text) return new Incomplete('text');
      return keep(ctx, kind, picked.contact, said);
    },
  };
}

/** A number in groups, whole: +44 20 7946 0000. */
const GROUPED = /^[+＋]?[(（]?\d{1,5}[)）]?(?:[ .-][(（]?\d{2,5}[)）]?){1,6}(?=\s)/u;
const FEWEST_DIGITS = 9;
const MOST_DIGITS = 15;

/** A number that is written in groups is one word, as whoever is not known yet is called by it. */
function numberTogether(words: string): string {
  const all = GROUPED.exec(words)?.[0] ?? '';
  const last = all.lastIndexOf(' ');
  // 5 min: its number is none of theirs
  const typed = last > 0 && MINUTES_FIRST.test(words.slice(last + 1)) ? all.slice(0, last) : all;
  const digits = typed.replace(/\D/g, '');
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) return words;
  return `${/^[+＋]/u.test(typed) ? '+' : ''}${digits}${words.slice(typed.length)}`;
}

interface Said {
  text: string;
  direction?: CallDirection;
  minutes?: number;
}

/** What stands in front of the words: who called whom, and for how long, in any order. */
function factsIn(typed: string): Said {
  let text = typed.trim();
  const said: Omit<Said, 'text'> = {};
  for (let turn = 0; turn < 2; turn += 1) {
    const minutes = said.minutes === undefined ? MINUTES_FIRST.exec(text) : null;
    const word = minutes || said.direction ? null : WORD.exec(text);
    const direction = word && DIRECTION.get(plainly(word[1]!).toLowerCase());
    if (minutes && Number(minutes[1]) > 0) said.minutes = Number(minutes[1]);
    else if (direction) said.direction = direction;
    else break;
    text = text.slice((minutes ?? word)![0].length);
  }
  return { ...said, text };
}

async function keep(ctx: CommandContext, kind: CallKind, contact: Contact, said: Said): Promise<Reply> {
  const { t, tx, now } = ctx;
  const { text, direction, minutes } = said;
  const messageId = await keepNote(ctx, contact.id, text);
  await insertCall(tx, { contactId: contact.id, messageId, kind, direction, minutes }, now);
  const message = (await loadMessage(tx, messageId))!;
  const { triage, filed, known } = await fileNote(ctx, contact, message);
  const promise = await remember(ctx, contact, message);
  const other = await otherTicket(ctx, { contactId: contact.id, messageId, text }, { filed, known });
  const more = [...(direction ? [t.call.direction[direction]] : []), ...(minutes ? [t.call.minutes(minutes)] : [])].map(
    (one) => ` · ${one}`,
  );
  const fields = [
    ...madeFields(ctx, triage, filed, { title: titleOf({ ...message, triage }), known }),
    ...promise.fields,
  ];
  return {
    title: t.call.noted[kind](nameOf(contact), more.join('')),
    quote: text,
    ...(fields.length > 0 ? { fields } : { text: t.call.justNoted }),
    buttons: [...other, otherwise(ctx, triage, messageId), ...promise.buttons].filter((row) => row.length > 0),
    person: { contactId: contact.id, sure: false },
    ...(filed.leadId && !known && { thing: { noun: 'lead' as const, id: filed.leadId } }),
    ...(filed.ticketId && !known && { thing: { noun: 'ticket' as const, id: filed.ticketId } }),
  };
}

/** Judged as a customer's own words are, and filed in the same way; `known`: it goes on with what was there. */
async function fileNote(
  ctx: CommandContext,
  contact: Contact,
  message: Message,
): Promise<{ triage: Triage; filed: Filed; known: boolean }> {
  const conversation =
    (await loadConversation(ctx.tx, message.conversationId)) ??
    (await loadConversation(ctx.tx, await conversationForNotes(ctx.tx, contact.id)))!;
  const open = await openWork(ctx, conversation.id);
  const signals = { openTicket: open.ticketId !== undefined, openLead: open.leadId !== undefined };
  const model = await modelFor(ctx.tx);
  // what is open says nothing of what we noted in our own words, unless these lean to it themselves
  const alone = judge({ text: message.text, signals: { openTicket: false, openLead: false } }, model);
  const leansTo = (alone.label === 'ticket' && signals.openTicket) || (alone.label === 'lead' && signals.openLead);
  const triage = alone.accepted || !leansTo ? alone : judge({ text: message.text, signals }, model);
  await setTriage(ctx.tx, message.id, triage);
  const isElsewhere = triage.accepted && triage.label === 'ticket' && !open.ticketId;
  const work = isElsewhere ? { ...open, ...(await sameTicket(ctx, contact.id, message.text)) } : open;
  const filed = await file(ctx, conversation, message, triage, work);
  const known =
    (filed.leadId ?? filed.ticketId) !== undefined && filed.leadId === open.leadId && filed.ticketId === work.ticketId;
  return { triage, filed, known };
}

function madeFields(
  { t }: CommandContext,
  triage: Triage,
  { leadId, ticketId }: Filed,
  { title, known }: { title: string; known: boolean },
): Field[] {
  const id = leadId ?? ticketId;
  if (!triage.accepted || triage.label === 'other') return [];
  const label = t.call.made[triage.label];
  if (!id) return triage.label === 'feedback' ? [{ label, value: title }] : [];
  return [{ label, value: known ? `${t.call.goesOnWith} #${id}` : `#${id} · ${title}` }];
}

/** What else it may be, a tap each. */
function otherwise({ t }: CommandContext, { label, accepted }: Triage, messageId: string): Button[] {
  const labels: TriageLabel[] = ['lead', 'ticket', 'feedback'];
  return [
    ...labels
      .filter((one) => !accepted || one !== label)
      .map((one): Button => ({ label: t.triage.refile(t.triage.label[one]), command: `/file ${messageId} ${one}` })),
    ...(accepted && label !== 'other' ? [{ label: t.call.justNote, command: `/file ${messageId} other` }] : []),
  ];
}

/** What was promised for a time comes back then; another time that is named is a tap away. */
async function remember(
  ctx: CommandContext,
  contact: Contact,
  { id: promisedIn, text }: Message,
): Promise<{ fields: Field[]; buttons: Button[][] }> {
  const { t, now } = ctx;
  const times = promisedTimes(text, momentOf(ctx)).filter(({ at }) => at > now);
  const title = truncate(`${nameOf(contact)}: ${text.replace(/\s*\n\s*/g, ' ')}`, TITLE_GRAPHEMES);
  const fields: Field[] = [];
  for (const [nth, { at }] of times.slice(0, MOST_TIMES).entries()) {
    if (!times[nth]!.promised) continue;
    const whose = { contactId: contact.id, userId: ctx.user.id };
    const made = await insertTask(ctx.tx, { title, dueAt: at, ...whose, promisedIn, promiseNth: nth + 1 });
    fields.push({ label: t.call.task, value: `#${made.id} · ${shown(ctx, at)}` });
  }
  const offered = times.filter(({ promised }) => !promised).slice(0, MOST_TIMES);
  const buttons = offered.map(({ at }): Button[] => [
    { label: t.call.remind(shown(ctx, at)), command: `/task c${contact.id} ${exactly(ctx, at)} ${title}`, typed: true },
  ]);
  return { fields, buttons };
}

/** Of more times in one note the first. */
const MOST_TIMES = 2;
