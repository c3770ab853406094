import { truncate } from '../../../text/truncate.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { carried } from '../../attachment.ts';
import { hasLetters } from '../../channel.ts';
import { machineButtons } from '../../desk/customer_card.ts';
import { onCustomerMessage } from '../../intake/message.ts';
import { takeForPersons } from '../../intake/take_in.ts';
import { failed, type Item, type Reply } from '../../reply.ts';
import { loadConversation } from '../../talk/conversation.ts';
import {
  type AutomaticMail,
  asPersons,
  countListed,
  listAutomatic,
  loadAutomatic,
  takeAutomatic,
} from '../../talk/mail/automatic_mail.ts';
import { type SenderRule, setSenderRule } from '../../talk/mail/sender_rule.ts';
import { loadMessage, type Message } from '../../talk/message.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { paged } from '../paged.ts';
import { behindOne, idIn, pageIn } from '../words/words.ts';

const QUOTE_GRAPHEMES = 1200;

/** 'a12' names a mail of the list. */
const listedIn = (word: string): string | undefined => /^a(\d{1,18})$/i.exec(word.trim())?.[1];

/** '/automatic' lists what was taken for a machine's mail, newest first; '/automatic a12' shows one. */
export const automatic: Command<{ page: number; id: string | undefined }> = {
  name: 'automatic',
  role: 'viewer',
  unread: behindOne(/^(?:a\d{1,18}|\d{1,4})$/i),
  parse: (words) => ({ page: pageIn(words), id: listedIn(words) }),
  async run(ctx, { page, id }) {
    const mail = id && (await loadAutomatic(ctx.tx, id));
    if (mail) return oneOf(ctx, mail);
    return paged(ctx, page, {
      title: ctx.t.automatic.title,
      empty: ctx.t.automatic.none,
      command: '/automatic',
      count: (most) => countListed(ctx.tx, most),
      load: async (limit, offset) => (await listAutomatic(ctx.tx, limit, offset)).map((one) => itemOf(ctx, one)),
    });
  },
};

/** Some mail servers have no address to answer to: nobody writes there. */
const hasAddress = ({ address }: AutomaticMail) => address.includes('@');

function itemOf(ctx: CommandContext, mail: AutomaticMail): Item {
  const { t } = ctx;
  const words = mail.subject || truncate(mail.event.text, 60);
  const age = formatAge(ctx.now.getTime() - mail.receivedAt.getTime(), ctx.locale);
  return {
    text: t.digest.waits(mail.name || mail.address, words),
    detail: `${t.automatic.kind[mail.event.report ?? mail.kind]} · ${age}`,
    ref: `a${mail.id}`,
    buttons: [
      { label: t.button.show, command: `/automatic a${mail.id}` },
      ...(hasAddress(mail) ? machineButtons(t, `a${mail.id}`).slice(0, 1) : []),
    ],
  };
}

function oneOf({ t }: CommandContext, mail: AutomaticMail): Reply {
  const attachments = mail.event.attachments.map((file) => carried(file, mail.event.channel));
  return {
    title: t.automatic.one(mail.name || mail.address, mail.subject ?? ''),
    quote: truncate(mail.event.text, QUOTE_GRAPHEMES),
    ...(attachments.length > 0 && { attachments }),
    fields: [
      { label: t.automatic.looks, value: t.automatic.kind[mail.event.report ?? mail.kind] },
      { label: t.automatic.from, value: mail.address },
    ],
    ...(hasAddress(mail) && { buttons: [machineButtons(t, `a${mail.id}`)] }),
  };
}

/** A mail of the list, or a message a card was shown of. */
type Subject = { listed: AutomaticMail; address: string } | { message: Message; address: string };

async function subjectOf(ctx: CommandContext, { listed, message: id }: Ref): Promise<Subject | undefined> {
  const mail = listed && (await loadAutomatic(ctx.tx, listed));
  if (mail) return hasAddress(mail) ? { listed: mail, address: mail.address } : undefined;
  const message = id && (await loadMessage(ctx.tx, id));
  const conversation = message ? await loadConversation(ctx.tx, message.conversationId) : undefined;
  if (!message || !conversation || !hasLetters(conversation.channel) || message.direction !== 'in') return undefined;
  return { message, address: message.author ?? conversation.address };
}

interface Ref {
  listed: string | undefined;
  message: string | undefined;
  /** A number that does not say of what: two are counted for themselves. */
  bare?: string | undefined;
}

function parseRef(words: string): Ref | Incomplete {
  const message = /^m(\d{1,18})$/i.exec(words.trim())?.[1];
  const ref = { listed: listedIn(words), message, bare: idIn(words.trim()) };
  return ref.listed || ref.message || ref.bare ? ref : new Incomplete('mail');
}

/** '/person a12': a person wrote it. It is taken in as any mail, and its sender is never again taken for a machine. */
export const person: Command<Ref> = {
  name: 'person',
  role: 'helper',
  changes: true,
  settles: 'sender',
  hidden: true,
  parse: parseRef,
  run: (ctx, ref) => putRight(ctx, ref, 'person', takeIn),
};

/** '/machine a12': nobody writes there. Mail of that sender goes on the list from now on. */
export const machine: Command<Ref> = {
  name: 'machine',
  role: 'helper',
  changes: true,
  settles: 'sender',
  hidden: true,
  parse: parseRef,
  run: (ctx, ref) => putRight(ctx, ref, 'machine', async () => undefined),
};

async function putRight(
  ctx: CommandContext,
  ref: Ref,
  rule: SenderRule,
  act: (ctx: CommandContext, subject: Subject) => Promise<unknown>,
): Promise<Reply> {
  if (ref.bare) return askWhich(ctx, ref.bare, rule);
  const subject = await subjectOf(ctx, ref);
  if (!subject) return failed(ctx.t.automatic.gone);
  await setSenderRule(ctx.tx, subject.address, rule, ctx.now);
  await act(ctx, subject);
  return { text: ctx.t.automatic.ruled[rule](subject.address) };
}

/** The mail of the list and the message of this number, each with its address. */
async function askWhich(ctx: CommandContext, id: string, rule: SenderRule): Promise<Reply> {
  const refs = { [`a${id}`]: { listed: id, message: undefined }, [`m${id}`]: { listed: undefined, message: id } };
  const buttons = [];
  for (const [ref, meant] of Object.entries(refs)) {
    const subject = await subjectOf(ctx, meant);
    if (subject) buttons.push([{ label: `${ref} · ${subject.address}`, command: `/${rule} ${ref}` }]);
  }
  return buttons.length > 0 ? failed(ctx.t.automatic.which, { buttons }) : failed(ctx.t.automatic.gone);
}

async function takeIn(ctx: CommandContext, subject: Subject): Promise<void> {
  if ('listed' in subject) {
    await takeAutomatic(ctx.tx, subject.listed.id, ctx.now);
    await onCustomerMessage(ctx, asPersons(subject.listed.event));
    return;
  }
  const conversation = (await loadConversation(ctx.tx, subject.message.conversationId))!;
  await takeForPersons(ctx, conversation, subject.message);
}
