import { enqueue } from '../../../outbox/enqueue.ts';
import type { Payload, Place } from '../../../outbox/message.ts';
import { codeOf } from '../../../text/channel_name.ts';
import { own } from '../../../text/own.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { channelFacts, hasLetters, isLocal, LETTERS } from '../../channel.ts';
import { channelName } from '../../desk/channel_state.ts';
import { ownerDesks } from '../../owner/user.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { listConnections, shutConnections } from '../../sell/connection.ts';
import type { CommandContext } from '../command.ts';

/** The steps that are no way in or out. */
export const CHAT = 'chat';
export const SHOP = 'shop';

/** So many of the newest messages are looked through for one that came this way. */
const LOOKED_AT = 500;

/** Tries one step, and says what was seen or what is to be done. `sent`: id of the test mail that is looked after. */
export async function tryStep(ctx: CommandContext, step: string, sent: string | undefined): Promise<Reply> {
  const found = await tried(ctx, step, sent);
  const all: Button = { label: ctx.t.setup.all, command: '/setup', turns: true };
  const again: Button = { label: ctx.t.setup.lookAgain, command: `/setup ${step}`, turns: true };
  if (!found) return failed(ctx.t.setup.noStep(step), { buttons: [[all]] });
  const { buttons = [], ...reply } = found;
  return { ...reply, buttons: [...buttons, buttons.length > 0 ? [all] : [again, all]] };
}

async function tried(ctx: CommandContext, step: string, sent: string | undefined): Promise<Reply | undefined> {
  if (step === CHAT) return chatTried(ctx);
  if (step === SHOP) return shopTried(ctx);
  const way = ctx.channels.find(({ name }) => name.toLowerCase() === step.toLowerCase());
  const line = own(ctx.t.setup.lines, codeOf(step));
  if (!way || line === undefined) return undefined;
  const { name, on } = way;
  if (!on) return { title: ctx.t.setup.off(ctx.t.way(name)), text: ctx.t.setup.intoSettings(line) };
  if (sent) return mailTried(ctx, name, sent);
  const trouble = await troubleOf(ctx, name);
  if (trouble) return { title: `⚠️ ${ctx.t.way(name)}`, text: ctx.t.trouble(trouble) };
  return hasLetters(name) ? sendTestMail(ctx, name) : wayTried(ctx, name);
}

async function troubleOf({ tx }: CommandContext, way: string): Promise<string | undefined> {
  const [down] = await tx<{ detail: string }>`select detail from channel_states where not ok and channel = ${way}`;
  return down?.detail;
}

/** A message in each of the owner's chats; without any, how to pair one. */
async function chatTried(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const chats = (await ownerDesks(ctx.tx)).filter(({ channel }) => !isLocal(channel));
  if (chats.length === 0)
    return { title: t.setup.noChat, text: t.setup.pairHow, buttons: [[{ label: t.setup.code, command: '/pair' }]] };
  for (const chat of chats) await say(ctx, chat, { kind: 'message', reply: { text: t.setup.chatWorks } });
  const names = t.inARow([...new Set(chats.map(({ channel }) => t.channel(channel)))]);
  return { title: t.setup.chat(names), text: t.setup.sentToChat(names) };
}

const say = (ctx: CommandContext, { channel, address }: Place, payload: Payload): Promise<string> =>
  enqueue(ctx.tx, ctx.random, {
    ...{ channel, address, audience: 'owner', payload },
    idempotencyKey: `setup:${ctx.random()}`,
  });

/** Of several of a kind, which: the address in 'mailbox:me@gmail.com · imap.gmail.com/INBOX'; '' of the only one. */
export const whichOf = (way: string): string => way.slice(codeOf(way).length + 1).split(' ', 1)[0]!;

/** How to try a way in by hand, and who came by it last. */
async function wayTried(ctx: CommandContext, way: string): Promise<Reply> {
  const { t } = ctx;
  const name = (await channelName(ctx.tx, way)) || whichOf(way);
  return {
    title: t.setup.on(t.way(way)),
    text: own(t.setup.tries, codeOf(way))!(name),
    fields: [{ label: t.setup.seen, value: await lastSeen(ctx, way) }],
  };
}

/** A way in that is no channel of its own is a mailbox. */
async function lastSeen(ctx: CommandContext, way: string): Promise<string> {
  const channels = Object.hasOwn(channelFacts, way) ? [way] : [...LETTERS];
  const [last] = await ctx.tx<{ name: string; at: Date }>`
    select coalesce(nullif(c.name, ''), v.address) as name, m.occurred_at as at
    from (select * from messages order by id desc limit ${LOOKED_AT}) m
    join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
    where m.direction = 'in' and v.channel = any(${channels}) order by m.id desc limit 1`;
  return last ? ctx.t.setup.seenFrom(last.name, ago(ctx, last.at)) : ctx.t.setup.nothingSeen;
}

const ago = ({ now, locale }: CommandContext, at: Date): string => formatAge(now.getTime() - at.getTime(), locale);

/** To ourselves: it leaves as an answer to a customer does. */
async function sendTestMail(ctx: CommandContext, channel: string): Promise<Reply> {
  const { t } = ctx;
  const address = ctx.ownerEmails[0] ?? ctx.ownAddresses[channel];
  if (!address) return failed(t.setup.noAddress);
  const reply = { text: t.setup.mailWorks };
  const id = await say(ctx, { channel, address }, { kind: 'message', subject: t.setup.mailSubject, reply });
  return { text: t.setup.mailLeaving(address), buttons: [lookAfter(ctx, channel, id)] };
}

const lookAfter = ({ t }: CommandContext, channel: string, id: string): Button[] => [
  { label: t.setup.lookAgain, command: `/setup ${channel} o${id}`, turns: true },
];

/** What has become of it, in the words of the mail server where it was not taken. */
async function mailTried(ctx: CommandContext, channel: string, id: string): Promise<Reply | undefined> {
  const { t } = ctx;
  const [mail] = await ctx.tx<{ address: string; state: string; error: string | null }>`
    select address, state, last_error as error from outbox
    where id = ${id} and channel = ${channel} and audience = 'owner'`;
  if (!mail) return undefined;
  const { address, state, error } = mail;
  if (state === 'sent') return { text: t.setup.mailTaken(address) };
  if (state === 'failed') return failed(t.setup.mailRefused(address, t.trouble(error ?? '')));
  const trouble = error ?? (await troubleOf(ctx, channel));
  const text = trouble ? t.setup.mailWaits(address, t.trouble(trouble)) : t.setup.mailLeaving(address);
  return { text, buttons: [lookAfter(ctx, channel, id)] };
}

/** Whether the shop's hook was called; where not, how to have the shop call it. */
async function shopTried(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const shops = (await listConnections(ctx.tx)).filter(({ disabledAt }) => !disabledAt);
  if (shops.length === 0) return { title: t.setup.off(t.setup.shop), text: t.setup.shopHow };
  const shut = new Set((await shutConnections(ctx.tx, ctx.opens)).map(({ id }) => id));
  const items = shops.map(({ id, provider, lastEventAt }) => {
    const silent = shut.has(id) ? `⚠️ ${t.status.keyMissing}` : t.setup.shopSilent(ctx.publicUrl);
    return { text: t.channel(provider), detail: lastEventAt ? t.setup.shopSeen(ago(ctx, lastEventAt)) : silent };
  });
  return { title: t.setup.tryShop, lists: [{ items }] };
}
