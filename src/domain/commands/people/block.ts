import { truncate } from '../../../text/truncate.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import { tellNotSent } from '../../desk/receipt_card.ts';
import { retellOf } from '../../desk/tell_message.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Item, type Reply } from '../../reply.ts';
import { heldLoseCopies } from '../../talk/answer_way.ts';
import {
  block as blockContact,
  blockedContacts,
  countBlocked,
  unblock as unblockContact,
  withheldOf,
} from '../../talk/block.ts';
import { threadsWith } from '../../talk/mail/participant.ts';
import { wordsOrFiles } from '../../talk/said_by.ts';
import { notSentTo, sendAgainButtons, stopAnswers } from '../../talk/stopped_answers.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { listCommand } from '../paged.ts';
import { keepNote } from '../talk/note.ts';
import { pickNamed, pickNamedFirst } from '../who/pick.ts';
import { explicitContact, splitFirst } from '../words/words.ts';

/** So many of the messages that were kept back are shown at once. */
export const MOST_SHOWN = 10;
const WORDS_GRAPHEMES = 200;

/** '/block 张三', '/block 张三 骚扰' (why is kept as a note): what they send is kept and not shown, whatever way it comes. */
export const block: Command<{ who: string }> = {
  name: 'block',
  role: 'helper',
  careful: true,
  changes: true,
  settles: 'block',
  parse: (who, { replying }) => (who || replying ? { who } : new Incomplete('name')),
  async run(ctx, { who }) {
    const picked = await pickNamedFirst(ctx, who, (ref, rest) => `/block ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const { t } = ctx;
    const { contact, rest: reason } = picked;
    const named = explicitContact(splitFirst(who)[0]);
    if (named && named !== contact.id) return askAnew(ctx, contact);
    const isNew = await blockContact(ctx.tx, contact.id, ctx.now);
    const text = isNew ? t.block.done : t.block.already;
    if (isNew) await retellOf(ctx, contact.id, { dropped: false });
    // what was written to somebody already blocked was meant
    const stopped = isNew ? await stopAnswers(ctx.tx, contact.id, ctx.now) : { answers: [], later: 0 };
    await tellNotSent(ctx, stopped.answers);
    const without = await heldLoseCopies(ctx.tx, await threadsWith(ctx.tx, contact.id));
    if (reason) await keepNote(ctx, contact.id, reason);
    return {
      text: [
        text(nameOf(contact)),
        ...t.block.stopped(stopped.answers.length, stopped.later),
        ...without.map(({ address, copies }) => t.mail.noCopyAnyMore(address, copies)),
      ].join('\n'),
      ...(reason && { hint: t.add.noted(reason) }),
      buttons: [...sendAgainButtons(t, stopped.answers, true), [unblockButton(ctx, contact)]],
    };
  },
};

/** The one a button names has become part of somebody else. */
function askAnew({ t }: CommandContext, contact: Contact): Reply {
  const button = { label: t.button.block, command: `/block c${contact.id}` };
  return failed(t.block.partOf(nameOf(contact)), { buttons: [[button]] });
}

/** '/unblock 张三': shows what they sent meanwhile. */
export const unblock: Command<{ who: string }> = {
  name: 'unblock',
  role: 'helper',
  changes: true,
  settles: 'block',
  parse: (who, { replying }) => (who || replying ? { who } : new Incomplete('name')),
  async run(ctx, { who }) {
    const picked = await pickNamed(ctx, who, (ref) => `/unblock ${ref}`);
    if ('ask' in picked) return picked.ask;
    const { contact } = picked;
    const missed = await withheldOf(ctx.tx, contact.id, MOST_SHOWN);
    const freed = await unblockContact(ctx.tx, contact.id);
    if (freed) await retellOf(ctx, contact.id, { dropped: true });
    const text = freed ? ctx.t.block.over(nameOf(contact), missed.total) : ctx.t.block.never(nameOf(contact));
    return withNotSent(ctx, contact, { ...missedList(ctx, contact, missed), text });
  },
};

/** What was stopped by the block is not sent by its end: a user says so. */
export async function withNotSent(ctx: CommandContext, { id }: Contact, reply: Reply): Promise<Reply> {
  const answers = await notSentTo(ctx.tx, id);
  if (answers.length === 0) return reply;
  return {
    ...reply,
    text: [reply.text, ctx.t.block.notSent(answers.length)].filter(Boolean).join('\n'),
    buttons: [...(reply.buttons ?? []), ...sendAgainButtons(ctx.t, answers, false)],
  };
}

/** '/blocked': whom, since when, and how much was kept back. */
export const blocked = listCommand('blocked', {
  words: ({ block }) => ({ title: block.list, empty: block.nobody }),
  count: (ctx, most) => countBlocked(ctx.tx, most),
  load: async (ctx, limit, offset) => (await blockedContacts(ctx.tx, limit, offset)).map((one) => itemOf(ctx, one)),
});

function itemOf(ctx: CommandContext, one: Awaited<ReturnType<typeof blockedContacts>>[number]): Item {
  const { t, locale, settings, now } = ctx;
  const since = one.blockedAt && formatWhen(one.blockedAt, { now, timezone: settings.timezone, locale });
  return {
    text: one.name,
    ref: `c${one.id}`,
    detail: [since ? t.block.since(since) : t.block.freed, t.block.withheld(one.withheld)].join(' · '),
    buttons: [unblockButton(ctx, one)],
  };
}

const unblockButton = ({ t }: CommandContext, { id }: Pick<Contact, 'id'>) => ({
  label: t.button.unblock,
  command: `/unblock c${id}`,
});

/** What came meanwhile, oldest first, each whole at a tap. */
export function missedList(
  ctx: CommandContext,
  { id }: Contact,
  { newest }: Awaited<ReturnType<typeof withheldOf>>,
): Reply {
  const { t, locale, now } = ctx;
  const items = newest.toReversed().map((message): Item => {
    const said = [message.subject, message.text].filter(Boolean).join(' · ');
    const words = wordsOrFiles(t, said, message.attachments) || t.contact.file;
    return {
      text: truncate(words, WORDS_GRAPHEMES),
      detail: `${t.channel(message.channel)} · ${formatAge(now.getTime() - message.occurredAt.getTime(), locale)}`,
      ref: `m${message.id}`,
      buttons: [{ label: t.button.whole, command: `/message ${message.id}` }],
    };
  });
  const last = newest[0];
  return {
    ...(items.length > 0 && { lists: [{ items }] }),
    buttons: [
      [
        ...(last ? [{ label: t.button.answer, command: `/inbox v${last.conversationId}` }] : []),
        { label: t.button.timeline, command: `/timeline c${id}` },
      ],
    ],
  };
}
