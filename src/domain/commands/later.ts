import { timeFirst } from '../../text/time_like.ts';
import { truncate } from '../../text/truncate.ts';
import { parseWhenFirst, type When } from '../../text/when.ts';
import type { Contact } from '../contact.ts';
import type { Conversation } from '../conversation.ts';
import { objectionTo } from '../objection.ts';
import type { Button, Item, Reply } from '../reply.ts';
import { listScheduled, type Scheduled, schedule } from '../scheduled.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { askAboutTime, exactly, momentOf, shown, wordsBehind } from './moment.ts';
import { nowhereToAnswer } from './nowhere.ts';
import { paged } from './paged.ts';
import { conversationWith, pickContact } from './pick.ts';
import { behindPage, pageIn } from './words.ts';

const PREVIEW_GRAPHEMES = 60;

/** '/later 张三 明早9点 …', '/later 明早9点 张三 …'; answering a card, nobody need be named. */
export const later: Command<{ words: string }> = {
  name: 'later',
  alias: '稍后发',
  role: 'helper',
  changes: true,
  parse: (words) => (words ? { words } : new Incomplete('text')),
  async run(ctx, { words }) {
    const read = await readLater(ctx, words);
    if ('ask' in read) return read.ask;
    const { contact, when } = read;
    if (!when) return new Incomplete('time', 'front');
    const { words: text, sure } = wordsBehind(when.rest);
    if (!text) return new Incomplete('text');
    const unread = sure ? undefined : timeFirst(text);
    if (unread !== undefined) return askWhatIsMeant(ctx, read.contact, when.at, unread, text);
    const conversation = await conversationWith(ctx, contact.id);
    if (!conversation || conversation.channel === 'note') return nowhereToAnswer(ctx, contact);
    const draft = { conversationId: conversation.id, text, dueAt: when.at, receiptTo: ctx.place };
    const made = await schedule(ctx.tx, { ...draft, userId: ctx.user.id });
    return savedReply(ctx, made, await askNow(ctx, conversation));
  },
};

/** Half a time must not leave as words, nor at another hour than was meant. */
function askWhatIsMeant(ctx: CommandContext, { id }: Contact, at: Date, unread: string, text: string): Reply {
  const label = ctx.t.time.sendAt(shown(ctx, at), truncate(text, PREVIEW_GRAPHEMES / 2));
  return askAboutTime(ctx, unread, [{ label, command: `/later c${id} ${exactly(ctx, at)} | ${text}` }]);
}

interface Later {
  contact: Contact;
  when: When | undefined;
}

/** The time comes first or after the name; the words of the answer are never searched for one. */
async function readLater(ctx: CommandContext, words: string): Promise<Later | { ask: Reply }> {
  const first = whenFirst(ctx, words);
  const at = first && words.slice(0, words.length - first.rest.length).trim();
  const again = (ref: string, rest: string) => `/later ${ref} ${at ? `${at} ` : ''}${rest}`;
  const picked = await pickContact(ctx, first ? first.rest : words, again);
  if ('ask' in picked) return picked;
  const { contact, rest } = picked;
  return { contact, when: first ? { ...first, rest } : whenFirst(ctx, rest) };
}

/** A time at the very beginning, and everything after it as it was typed. */
function whenFirst(ctx: CommandContext, words: string): When | undefined {
  const when = parseWhenFirst(words, momentOf(ctx));
  const start = when ? words.lastIndexOf(when.rest) : 0;
  return when && start > 0 ? { ...when, rest: words.slice(start) } : undefined;
}

function savedReply(ctx: CommandContext, made: Scheduled, asked: { hint: string; button: Button } | undefined): Reply {
  return {
    text: ctx.t.later.saved(made.name, whenOf(ctx, made)),
    quote: made.text,
    buttons: [[...(asked ? [asked.button] : []), cancelButton(ctx, made)]],
    about: made.conversationId,
    ...(asked && { hint: asked.hint }),
  };
}

/** At that time perhaps nobody is there to be asked whether the address is right. */
async function askNow(ctx: CommandContext, conversation: Conversation) {
  if (!(await objectionTo(ctx.tx, conversation))) return undefined;
  const button: Button = { label: ctx.t.confirm.isRight, command: `/confirm v${conversation.id}` };
  return { hint: ctx.t.confirm.askNow(conversation.address), button };
}

export const scheduled: Command<{ page: number }> = {
  name: 'scheduled',
  alias: '定时列表',
  role: 'viewer',
  unread: behindPage,
  parse: (words) => ({ page: pageIn(words) }),
  run: (ctx, { page }) =>
    paged(ctx, page, {
      title: ctx.t.later.list,
      empty: ctx.t.later.none,
      command: '/scheduled',
      load: async (limit, offset) => (await listScheduled(ctx.tx, limit, offset)).map((row) => scheduledItem(ctx, row)),
    }),
};

function scheduledItem(ctx: CommandContext, row: Scheduled): Item {
  return {
    text: ctx.t.later.line(row.name, truncate(row.text, PREVIEW_GRAPHEMES)),
    detail: whenOf(ctx, row),
    ref: `s${row.id}`,
    buttons: [cancelButton(ctx, row)],
  };
}

const cancelButton = (ctx: CommandContext, { id }: Scheduled): Button => ({
  label: ctx.t.button.cancel,
  command: `/cancel s${id}`,
});

const whenOf = (ctx: CommandContext, { dueAt }: Scheduled): string => shown(ctx, dueAt);
