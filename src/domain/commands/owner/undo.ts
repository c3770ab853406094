import { truncate } from '../../../text/truncate.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { haltedBy } from '../../campaigns/halted.ts';
import { actedOn } from '../../campaigns/held/undone.ts';
import { recallUndone } from '../../campaigns/sequences/recall.ts';
import { showWaitingAgain } from '../../desk/chips/ready_left.ts';
import { tellNotSent } from '../../desk/receipt_card.ts';
import { retellOf, retellUndone } from '../../desk/tell_message.ts';
import { doerOf } from '../../owner/audit.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply, withFields } from '../../reply.ts';
import { freedBy, showKept, withheldOf } from '../../talk/block.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { reopenTopics } from '../../talk/topic.ts';
import type { Apart } from '../../undo/apart.ts';
import { lastEntry, loadEntry, undoable, wasUndone } from '../../undo/entry.ts';
import { isRecallLast, lastForGood, lastRecalled } from '../../undo/touched.ts';
import { type Undone, undo as undoEntry } from '../../undo/undo.ts';
import { afterHalt, askAfterHalt } from '../campaigns/undo/after_halt.ts';
import { leftAlready, waitsAgain } from '../campaigns/undo/left_already.ts';
import type { Command, CommandContext } from '../command.ts';
import { namesOf } from '../names.ts';
import { MOST_SHOWN, missedList, withNotSent } from '../people/block.ts';
import { takeBackWaiting } from '../posts/steps.ts';
import { staysWritten } from '../sell/quote/undo_of.ts';
import { showUndone } from '../shown_done.ts';
import { ANSWERED, inTheirWords, spokenLine } from '../who/spoken.ts';
import { behindOne, idIn, splitFirst } from '../words/words.ts';
import { stayLine, stuck } from './undo_stuck.ts';

const LABEL_GRAPHEMES = 30;

import { offerAfterAll } from '../talk/after_all.ts';

/** Behind the number on a button that takes back all but what has been used since. */
const REST = '!';

/** Takes back the last change, or the one its button names: exactly, for 30 days. '/undo 12 !': what can be of it. */
export const undo: Command<{ id: string | undefined; rest: boolean }> = {
  name: 'undo',
  role: 'helper',
  takesBack: true,
  unread: (words) => behindOne(/^[#＃]?\d{1,18}$/u)(words.replace(/(?<=\d)\s+!$/, '')),
  insteadOf: lastOne,
  parse(words) {
    const [id, rest] = splitFirst(words);
    return { id: idIn(rest === REST ? id : words), rest: rest === REST };
  },
  async run(ctx, { id, rest }) {
    const post = id === undefined ? await takeBackWaiting(ctx) : undefined;
    if (post) return post;
    const asked = id === undefined ? ((await askAfterRecall(ctx)) ?? (await askAfterForGood(ctx))) : undefined;
    if (asked) return asked;
    const user = await whose(ctx, id);
    const entry = id ?? (await lastEntry(ctx.tx, user, ctx.now))?.id;
    const acted = entry ? await actedOn(ctx.tx, entry) : [];
    const left = entry ? await leftAlready(ctx, acted, entry) : undefined;
    if (left) return left;
    const halted = entry ? await haltedBy(ctx.tx, entry) : [];
    const waits = await askAfterHalt(ctx, halted);
    if (waits) return waits;
    const written = entry ? await staysWritten(ctx, user, entry) : undefined;
    if (written) return written;
    // an answer that is taken back is there no more afterwards: whom it was to, and its words, are read before
    const before = entry ? await loadEntry(ctx.tx, user, entry, ctx.now) : undefined;
    const line = before?.command === ANSWERED ? await spokenLine(ctx, before) : undefined;
    const undone = await undoEntry(ctx.tx, user, id, ctx.now, { rest });
    if (undone.result === 'nothing') {
      const isOver = id !== undefined && (await wasUndone(ctx.tx, user, id));
      return isOver ? { text: ctx.t.undo.already, unchanged: true } : failed(ctx.t.undo.nothing);
    }
    if (undone.result !== 'undone') return stuck(ctx, undone);
    await reopenTopics(ctx, undone.entry.id);
    await retellUndone(ctx, undone.entry.id);
    await showWaitingAgain(ctx, undone.entry.id);
    const began = await recallUndone(ctx, undone.entry.id);
    await giveBack(ctx, undone);
    const again = await backAgain(ctx, undone.again);
    const stays = await stayLine(ctx, undone.entry, undone.kept);
    const apart = undone.apart.map((one) =>
      ctx.t.undo.apart(one.address, `${nameOf(one.made)} (c${one.made.id})`, one.orders),
    );
    const campaigns = await afterHalt(ctx, halted);
    const text = [
      ctx.t.undo.done(line ?? (await spokenLine(ctx, undone.entry))),
      ...stays,
      ...apart,
      ...again,
      ...campaigns.text,
      ...(began > 0 ? [ctx.t.sequence.begunStay(began)] : []),
    ].join('\n');
    const missed = await missedOf(ctx, await freedBy(ctx.tx, undone.entry.id));
    const waiting = await waitsAgain(ctx, acted);
    const buttons = [
      ...undone.apart.map((one) => apartButtons(ctx, one)),
      ...campaigns.buttons,
      ...(waiting?.buttons ?? []),
    ];
    return {
      ...(buttons.length > 0 && { buttons }),
      ...missed,
      text: [text, waiting?.text, missed?.text].filter(Boolean).join('\n'),
    };
  },
};

/** Whoever has just called back an answer means that with an undo, and nothing older: both are one tap away. */
async function askAfterRecall(ctx: CommandContext): Promise<Reply | undefined> {
  const answer = (await isRecallLast(ctx.tx, ctx.user.id))
    ? await lastRecalled(ctx.tx, ctx.user.id, ctx.now)
    : undefined;
  const conversation = answer && (await loadConversation(ctx.tx, answer.conversationId));
  const contact = conversation && (await loadContact(ctx.tx, conversation.contactId));
  if (!answer || !contact) return undefined;
  const { button, fields } = await offerAfterAll(ctx.tx, ctx.t, conversation, { ...answer, name: nameOf(contact) });
  const before = (await lastOne(ctx)).map((one) => [one]);
  const text = ctx.t.undo.afterRecall(nameOf(contact));
  return failed(text, { quote: answer.text, ...withFields(fields), buttons: [[button], ...before] });
}

/** Whoever has just done what cannot be taken back means that with an undo, and nothing older: what was before it is one tap away. */
async function askAfterForGood(ctx: CommandContext): Promise<Reply | undefined> {
  const { t } = ctx;
  const last = await lastForGood(ctx.tx, ctx.user.id);
  if (!last) return undefined;
  const entry = await undoable(ctx.tx, await lastEntry(ctx.tx, ctx.user.id, ctx.now), ctx.now);
  const before: Button[] = entry
    ? [{ label: t.undo.before(truncate(await spokenLine(ctx, entry), LABEL_GRAPHEMES)), command: `/undo ${entry.id}` }]
    : [];
  const keys: Button[] = last.outcome.startsWith('key_') ? [{ label: t.apikey.list, command: '/apikey' }] : [];
  const line = truncate(inTheirWords(ctx.commands, ctx.locale, last.command), LABEL_GRAPHEMES);
  return failed(t.undo[last.outcome === 'drafted' ? 'drafted' : 'forGood'](line), {
    buttons: [switchBack(ctx, last.command), before, keys].filter(({ length }) => length > 0),
  });
}

const SWITCHES = typedMeanings<'on' | 'off'>(({ sequence: { step } }) => ({ on: step.on, off: step.off }));

/** A follow-up that was put on is put off by a line of its own, and the other way round: that is what is meant. */
function switchBack({ t }: CommandContext, line: string): Button[] {
  const [, word = '', name = '', step = ''] = /^\/(\S{1,40})\s+(\S.{0,40}?)\s+(\S{1,20})$/u.exec(line.trim()) ?? [];
  const was = SWITCHES.get(step.toLowerCase());
  if (!was || !namesOf('sequence').includes(word)) return [];
  const to = was === 'on' ? 'off' : 'on';
  return [{ label: t.sequence.button[to], command: `/sequence ${name} ${to}` }];
}

/** The button that did it can be pressed again, and what told of an answer that was held says that it was not sent. */
async function giveBack(ctx: CommandContext, { entry, answers }: Extract<Undone, { result: 'undone' }>): Promise<void> {
  const key = `undone:${entry.id}:${ctx.now.getTime()}`;
  await showUndone(ctx, entry, key);
  await tellNotSent(ctx, answers);
}

/** The last change may be another than the words mean: it is named. */
async function lastOne(ctx: CommandContext): Promise<Button[]> {
  const entry = await undoable(ctx.tx, await lastEntry(ctx.tx, ctx.user.id, ctx.now), ctx.now);
  if (!entry) return [];
  const line = truncate(await spokenLine(ctx, entry), LABEL_GRAPHEMES);
  return [{ label: ctx.t.desk.undoOf(line), command: `/undo ${entry.id}` }];
}

/** Only a user knows whether the two are one after all. */
const apartButtons = ({ t }: CommandContext, { from, made }: Apart): Button[] => [
  { label: nameOf(made), command: `/contact c${made.id}` },
  { label: t.undo.oneAfterAll, command: `/merge c${from.id} c${made.id}` },
];

/** Who had written again stands as they were before, with what came meanwhile; of the blocked what waits is not shown. */
async function backAgain(ctx: CommandContext, contactIds: string[]): Promise<string[]> {
  const contacts = await Promise.all(contactIds.map(async (id) => (await loadContact(ctx.tx, id))!));
  for (const { id, blockedAt } of contacts) if (blockedAt) await retellOf(ctx, id, { dropped: false });
  return contacts.map((contact) => ctx.t.undo.again(nameOf(contact), contact.blockedAt !== null));
}

/** Who was blocked by mistake has perhaps written meanwhile: it comes to light with the undo. */
async function missedOf(ctx: CommandContext, [contactId]: string[]): Promise<Reply | undefined> {
  const contact = contactId && (await loadContact(ctx.tx, contactId));
  if (!contact) return undefined;
  const missed = await withheldOf(ctx.tx, contact.id, MOST_SHOWN);
  const shown = await showKept(ctx.tx, contact.id);
  const over = { ...missedList(ctx, contact, missed), text: ctx.t.block.over(nameOf(contact), missed.total) };
  return withNotSent(ctx, contact, shown > 0 ? over : {});
}

/** Everybody takes back their own; the owner what a helper did too, by its number. */
async function whose({ tx, user }: CommandContext, id: string | undefined): Promise<string> {
  const doer = id && user.role === 'owner' ? await doerOf(tx, id) : undefined;
  return doer ?? user.id;
}
