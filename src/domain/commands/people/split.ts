import { type Parted, splitConversation, splitIdentity, threadsOf } from '../../merge/split.ts';
import { type Contact, identitiesOf, loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import type { Identity } from '../../people/sign.ts';
import { failed, type Item, type Reply } from '../../reply.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { countScheduledFor } from '../../talk/scheduled.ts';
import { splitOff } from '../../talk/thread.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pickNamed } from '../who/pick.ts';
import { explicitConversation, splitFirst } from '../words/words.ts';

interface Args {
  who: string;
  identity?: Identity;
  conversationId?: string;
  /** From where on, of that conversation. */
  messageId?: string;
  /** What the new contact is to be called. */
  name: string;
}

const THREADS = 5;
const IDENTITY = /(?:^|\s)([a-z_]{2,20}):(\S+)(?:\s+(.*))?$/iu;

/** '/split 张三' shows what can be taken out; '/split c12 email:anna@x.com' and '/split v12' do it, with a name if one follows. */
export const split: Command<Args> = {
  name: 'split',
  role: 'owner',
  careful: true,
  changes: true,
  onlyShows: ({ identity, conversationId }) => !identity && !conversationId,
  parse(words, { replying }) {
    const [first, rest] = splitFirst(words);
    const conversationId = explicitConversation(first);
    const messageId = /^m(\d{1,18})$/i.exec(rest)?.[1];
    if (conversationId && messageId) return { who: '', conversationId, messageId, name: '' };
    if (conversationId) return { who: '', conversationId, name: rest };
    const found = IDENTITY.exec(words);
    const who = found ? words.slice(0, found.index).trim() : words.trim();
    if (!who && !replying) return new Incomplete('name');
    if (!found) return { who, name: '' };
    return { who, identity: { channel: found[1]!.toLowerCase(), address: found[2]! }, name: found[3] ?? '' };
  },
  async run(ctx, { who, identity, conversationId, messageId, name }) {
    if (conversationId && messageId) return takeMessages(ctx, conversationId, messageId);
    if (conversationId) return takeThread(ctx, conversationId, name);
    const what = identity ? ` ${identity.channel}:${identity.address} ${name}` : '';
    const picked = await pickNamed(ctx, who, (ref) => `/split ${ref}${what}`);
    if ('ask' in picked) return picked.ask;
    if (!identity) return whatToTake(ctx, picked.contact);
    const owned = await identitiesOf(ctx.tx, picked.contact.id);
    const meant = owned.find((one) => one.channel === identity.channel && one.address === identity.address);
    if (!meant) return failed(ctx.t.split.notTheirs(nameOf(picked.contact), identity.address));
    const parted = await splitIdentity(ctx.tx, picked.contact.id, meant, name, ctx.now);
    return parted ? done(ctx, parted) : failed(ctx.t.split.nothing(nameOf(picked.contact)));
  },
};

async function takeThread(ctx: CommandContext, id: string, name: string): Promise<Reply> {
  const conversation = await loadConversation(ctx.tx, id);
  if (!conversation) return failed(ctx.t.split.noSuch(id), { hint: ctx.t.split.numbers });
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  const parted = await splitConversation(ctx.tx, conversation, name, ctx.now);
  return parted ? done(ctx, parted) : failed(ctx.t.split.nothing(nameOf(contact)));
}

/** A message and what follows it become a thread of their own. */
async function takeMessages(ctx: CommandContext, id: string, messageId: string): Promise<Reply> {
  const { t } = ctx;
  const conversation = await loadConversation(ctx.tx, id);
  if (!conversation) return failed(t.split.noSuch(id), { hint: t.split.numbers });
  if (conversation.thread === '') return failed(t.join.noMail);
  const made = await splitOff(ctx.tx, conversation, messageId, ctx.random());
  if (!made) return failed(t.join.nothingBefore);
  return { text: t.join.off(made.subject || made.address), about: made.id };
}

/** Every identity, and the threads spoken in last, each with a button that takes it out. */
async function whatToTake(ctx: CommandContext, contact: Contact): Promise<Reply> {
  const { t } = ctx;
  const identities = await identitiesOf(ctx.tx, contact.id);
  const threads = await threadsOf(ctx.tx, contact.id, THREADS);
  if (identities.length < 2 && threads.length < 2) return { text: t.split.nothing(nameOf(contact)) };
  const taken = (command: string) => [{ label: t.button.takeOut, command }];
  const addresses = identities.map(
    ({ channel, address, knownAs }): Item => ({
      text: [t.channel(channel), ...(knownAs ? [knownAs] : [])].join(' · '),
      ref: `${channel}:${address}`,
      buttons: identities.length > 1 ? taken(`/split c${contact.id} ${channel}:${address}`) : [],
    }),
  );
  const subjects = threads.map(
    ({ id, subject }): Item => ({ text: subject, ref: `v${id}`, buttons: taken(`/split v${id}`) }),
  );
  return {
    undecided: true,
    title: t.split.which(nameOf(contact)),
    lists: [
      { title: t.split.identities, items: addresses },
      ...(threads.length > 1 ? [{ title: t.split.threads, items: subjects }] : []),
    ],
    hint: t.split.hint,
  };
}

async function done({ t, tx }: CommandContext, { from, made }: Parted): Promise<Reply> {
  const later = await countScheduledFor(tx, from.id, made.id);
  const text = t.split.done(`${nameOf(made)} (c${made.id})`, `${nameOf(from)} (c${from.id})`);
  return {
    text: [text, ...t.block.stopped(0, later)].join('\n'),
    buttons: [
      [
        { label: nameOf(from), command: `/contact c${from.id}` },
        { label: nameOf(made), command: `/contact c${made.id}` },
      ],
    ],
  };
}
