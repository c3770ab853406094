import { head } from '../../../text/cut.ts';
import { contentOf } from '../../../text/question/content.ts';
import { truncate } from '../../../text/truncate.ts';
import { othersOrders } from '../../desk/chips/ready.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Reply, withFields } from '../../reply.ts';
import { answer } from '../../talk/answer.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { loadMessage } from '../../talk/message.ts';
import { faqNamed } from '../../talk/ready/faq.ts';
import { type OrderAnswer, orderAnswerNow } from '../../talk/ready/order_words.ts';
import { lockReady, type Ready, settle } from '../../talk/ready/rows.ts';
import { asOnCard, type CommandContext } from '../command.ts';
import { filledWords } from '../words/filled.ts';
import { nowhereToAnswer, whereToAnswer, withWords } from '../words/nowhere.ts';
import { keepFaq } from './faq_kept.ts';
import { answeredReply } from './reply.ts';

const LABEL_GRAPHEMES = 12;
const LONGEST_QUESTION = 120;

/** What a card proposed goes to whoever asked, as it was shown there. */
export async function giveReady(ctx: CommandContext, id: string): Promise<Reply> {
  const { tx, t } = ctx;
  const ready = await lockReady(tx, id);
  const conversation = ready && (await loadConversation(tx, ready.conversationId));
  if (ready?.state !== 'proposed' || !conversation) return failed(t.ready.gone);
  const contact = (await loadContact(tx, conversation.contactId))!;
  if (ready.kind === 'order') {
    const now = await orderAnswerNow(ctx, ready);
    if (now === undefined) return failed(t.ready.gone);
    if (now.text !== ready.text) return showAnew(ctx, ready, now);
  }
  const place = await whereToAnswer(ctx, contact, asOnCard(ctx, conversation));
  if (!place) return withWords(t, contact.id, ready.text, await nowhereToAnswer(ctx, contact));
  const again = (text: string) => `/reply v${conversation.id} ${text}`;
  const saying = { ctx, findContact: async () => contact, conversation: place, again };
  const filled = ready.kind === 'faq' ? await filledWords(saying, ready.text) : { text: ready.text };
  if ('ask' in filled) return filled.ask;
  const answered = await answer(ctx, ctx.user, place, { text: filled.text, receiptTo: ctx.place });
  if (answered.result === 'queued') await settle(ctx, id, 'given');
  const reply = answeredReply(t, answered, contact.name, place);
  return reply.failed ? withWords(t, contact.id, filled.text, reply) : { ...reply, quote: filled.text };
}

async function showAnew({ tx, t }: CommandContext, { id }: Ready, { text, others }: OrderAnswer): Promise<Reply> {
  await tx`update ready_answers set text = ${text} where id = ${id}`;
  const buttons = [[{ label: t.ready.sendNow, command: `/faq send r${id}` }]];
  return failed(t.ready.changed, { quote: text, ...withFields(othersOrders(t, others)), buttons });
}

/** It does not leave by itself: a user answers. */
export async function takeReady(ctx: CommandContext, id: string): Promise<Reply> {
  const { tx, t } = ctx;
  const ready = await lockReady(tx, id);
  const conversation = ready && (await loadConversation(tx, ready.conversationId));
  if (ready?.state !== 'waiting' || !conversation) return failed(t.ready.gone);
  await settle(ctx, id, 'taken');
  const contact = (await loadContact(tx, conversation.contactId))!;
  return {
    text: t.ready.taken(nameOf(contact)),
    buttons: [[{ label: t.button.reply, command: `/reply c${contact.id}`, form: true, asks: true }]],
    about: conversation.id,
  };
}

/** What a user has said often is kept with the words to which it was said. */
export async function learnFrom(ctx: CommandContext, messageId: string): Promise<Reply> {
  const { tx, t } = ctx;
  const said = await loadMessage(tx, messageId);
  if (said?.direction !== 'out') return failed(t.ready.gone);
  const rows = await tx<{ text: string }>`
    select q.text from messages o join lateral (
      select m.text from messages m where m.conversation_id = o.conversation_id and m.direction = 'in' and m.id < o.id and m.text <> ''
      order by m.id desc limit 1
    ) q on true
    where o.id in (
      select id from (select id, direction, text from messages where id <= ${messageId} order by id desc limit 2000) lately
      where direction = 'out' and text = ${said.text}
    ) limit 5`;
  const questions = [...new Set(rows.map(({ text }) => head(text.trim().split('\n').join(' '), LONGEST_QUESTION)))];
  if (questions.length === 0) return failed(t.ready.gone);
  return keepFaq(ctx, { name: await freeName(ctx, questions[0]!), questions, text: said.text });
}

/** After what is asked; with a figure, where another is called so. */
async function freeName({ tx }: CommandContext, question: string): Promise<string> {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['faq'];
  const word = words.find((one) => contentOf(one).length > 0 && one.length > 3) ?? words[0]!;
  const name = truncate(word, LABEL_GRAPHEMES).replace('…', '');
  for (let nth = 1; nth < 50; nth += 1) {
    const free = nth === 1 ? name : `${name}${nth}`;
    const taken = await tx`select from canned_replies where name = ${free} limit 1`;
    if (taken.length === 0 && !(await faqNamed(tx, free))) return free;
  }
  return `${name}${Date.now()}`;
}
