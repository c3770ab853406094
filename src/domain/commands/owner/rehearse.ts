import { type Channel, isLocal } from '../../channel.ts';
import { customerCard } from '../../desk/customer_card.ts';
import { openWork } from '../../desk/filing.ts';
import type { MessageReceived } from '../../event.ts';
import { onCustomerMessage } from '../../intake/message.ts';
import { mayAct, type User } from '../../owner/user.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { loadMessages } from '../../talk/message.ts';
import type { Command, CommandContext } from '../command.ts';
import { namesOf } from '../names.ts';
import { behindFirst, splitFirst } from '../words/words.ts';

/** The line that shows the made-up customer. */
export const REHEARSE = '/rehearse';

/** '/rehearse' shows what a customer's message looks like; its buttons, '/rehearse resolve', say what they would do. */
export const rehearse: Command<{ word: string }> = {
  name: 'rehearse',
  role: 'viewer',
  unread: behindFirst,
  parse: (words) => ({ word: words.toLowerCase() }),
  async run(ctx, { word }) {
    const command = ctx.commands.find(({ name }) => word !== '' && namesOf(name).includes(word));
    if (command) return wouldDo(ctx, command.name);
    return word === '' ? madeUp(ctx) : failed(ctx.t.desk.unknownCommand(word));
  },
};

/** What the owner can do after a rehearsal. */
export const afterRehearsal = (t: CommandContext['t'], user: User): Button[][] => [
  [{ label: t.rehearsal.again, command: REHEARSE }],
  ...(mayAct(user, 'owner') ? [[{ label: t.setup.title, command: '/setup' }]] : []),
];

function wouldDo({ t, user }: CommandContext, name: keyof CommandContext['t']['commands']): Reply {
  const { summary, example } = t.commands[name];
  return {
    title: summary,
    text: t.rehearsal.nothingDone,
    fields: [{ label: t.help.typed, value: example }],
    buttons: afterRehearsal(t, user),
    rehearsal: true,
  };
}

/** Their message is taken in like any other, its card is kept, and everything else is as it was: nothing of them stays. */
async function madeUp(ctx: CommandContext): Promise<Reply> {
  await ctx.tx.unsafe('savepoint before_rehearsal');
  const card = await cardOf(ctx, await received(ctx));
  await ctx.tx.unsafe('rollback to savepoint before_rehearsal');
  const { title, quote, fields, buttons = [] } = card;
  const t = ctx.t.rehearsal;
  return {
    ...(title && { title }),
    ...(quote && { quote }),
    ...(fields && { fields }),
    buttons: buttons.map((row) => row.map(explaining)),
    hint: isLocal(ctx.place.channel) ? t.pressOnly(t.name) : t.hint(t.name),
    rehearsal: true,
  };
}

const explaining = ({ label, command }: Button): Button => ({
  label,
  command: `${REHEARSE} ${splitFirst(command)[0].slice(1)}`,
});

async function received(ctx: CommandContext): Promise<MessageReceived> {
  const address = `rehearsal-${ctx.random()}`;
  const { name, words } = ctx.t.rehearsal;
  const event: MessageReceived = {
    kind: 'message.received',
    // the chat it is shown in: where its customers' messages come from
    channel: ctx.place.channel as Channel,
    ...{ chat: address, private: true, from: { address, name }, externalId: address },
    ...{ text: words, attachments: [], answers: [], sentAt: ctx.now },
  };
  await onCustomerMessage(ctx, event);
  return event;
}

async function cardOf(ctx: CommandContext, { channel, chat }: MessageReceived): Promise<Reply> {
  const [row] = await ctx.tx<{ id: string; messageId: string }>`
    select v.id, m.id as "messageId" from conversations v join messages m on m.conversation_id = v.id
    where v.channel = ${channel} and v.address = ${chat}`;
  const { id, messageId } = row!;
  const [conversation, messages] = [await loadConversation(ctx.tx, id), await loadMessages(ctx.tx, [messageId])];
  const shown = { messageId, at: ctx.now.toISOString() };
  return customerCard(ctx, ctx.t, ctx.locale, {
    conversation: conversation!,
    messages: messages.map((message) => ({ ...message, shown })),
    filed: await openWork(ctx, id),
  });
}
