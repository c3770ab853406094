import { answeredReply } from '../domain/commands/talk/reply.ts';
import { writeValues } from '../domain/commands/words/values.ts';
import { type Context, clockOf } from '../domain/context.ts';
import { orderState } from '../domain/desk/order_card.ts';
import { tellOffer } from '../domain/desk/promises/tell_offer.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { ensureOwner, loadUser } from '../domain/owner/user.ts';
import type { Button, Field } from '../domain/reply.ts';
import type { Order } from '../domain/sell/order.ts';
import { answer } from '../domain/talk/answer.ts';
import { answerWay } from '../domain/talk/answer_way.ts';
import { type Conversation, loadConversation } from '../domain/talk/conversation.ts';
import { keepUnconfirmed } from '../domain/talk/mail/unconfirmed.ts';
import { type Change, changeSince } from '../domain/talk/recipients.ts';
import { withFate } from '../domain/talk/said_by.ts';
import {
  ordersToldSince,
  type SaidSince,
  type Scheduled,
  saidSince,
  takeDueAnswers,
} from '../domain/talk/scheduled.ts';
import { askWhoGetsIt } from '../domain/talk/who_gets_it.ts';
import type { Locale } from '../text/locale.ts';
import type { Texts } from '../text/texts.ts';
import { truncate } from '../text/truncate.ts';
import { formatWhen } from '../text/when/format_when.ts';

/** So much of what they have written since tells whether the answer still fits. */
const SAID_GRAPHEMES = 300;
/** A good morning that is this late no longer is one: the owner decides. */
const TOO_LATE_MS = 6 * 3_600_000;

/** Answers whose time has come leave, each once. They were held long enough: nothing is held again. */
export async function sendScheduled(ctx: Context): Promise<void> {
  for (const due of await takeDueAnswers(ctx.tx, ctx.now)) {
    const late = ctx.now.getTime() - due.dueAt.getTime() > TOO_LATE_MS;
    await (late ? tellMissed(ctx, due) : send(ctx, due));
  }
}

/**
 * It leaves to the recipients that were shown. If an answer would by now go to others, or its customer has written or their order has
 * changed since it was made, the owner is asked.
 */
async function send(ctx: Context, due: Scheduled): Promise<void> {
  const user = (due.userId && (await loadUser(ctx.tx, due.userId))) || (await ensureOwner(ctx.tx, 'owner'));
  const conversation = (await loadConversation(ctx.tx, due.conversationId))!;
  const change = await changeSince(ctx.tx, conversation, due, await answerWay(ctx.tx, conversation));
  const [said, orders] = await Promise.all([saidSince(ctx.tx, due), ordersToldSince(ctx.tx, due)]);
  const since = { said, orders };
  if (change) return ask(ctx, due, conversation, { change, since });
  if (said !== undefined || orders.length > 0) return askWhetherItFits(ctx, due, conversation, since);
  const answered = await answer(ctx, user, conversation, givenOf(due));
  if (answered.result === 'queued') return tellOffer(ctx, answered.message, due.name, conversation);
  await tellOwner(ctx, `scheduled:${due.id}`, (t) => answeredReply(t, answered, due.name, conversation), {
    notice: { kind: 'scheduled' },
    conversationId: conversation.id,
  });
}

const givenOf = ({ text, receiptTo }: Scheduled) => ({ text, receiptTo, delaySeconds: 0 });

/** Kept as an answer that waits for the owner's word. Gives its id. */
const keepAsked = (ctx: Context, due: Scheduled): Promise<string> =>
  keepUnconfirmed(ctx.tx, { ...due, id: due.conversationId }, due, givenOf(due), { userId: due.userId, now: ctx.now });

/** What has come about since an answer was made. */
interface Since {
  said: SaidSince | undefined;
  /** Those of which something was told. */
  orders: readonly Order[];
}

const saidField = (t: Texts, said: SaidSince | undefined): Field[] =>
  said?.text ? [{ label: t.later.wroteSince, value: withFate(t, truncate(said.text, SAID_GRAPHEMES), said.fate) }] : [];

const sinceFields = (t: Texts, locale: Locale, { said, orders }: Since): Field[] => [
  ...saidField(t, said),
  ...orders.map((order) => ({ label: t.later.orderNow(order.number), value: orderState(t, order, locale) })),
];

const orderButtons = (t: Texts, { orders }: Since): Button[][] =>
  orders.map(({ id, number }) => [{ label: t.order.title(number), command: `/message o${id}` }]);

/** What they wrote since, or what became of their order, may have made it untrue. */
async function askWhetherItFits(ctx: Context, due: Scheduled, { id: conversationId }: Conversation, since: Since) {
  const id = await keepAsked(ctx, due);
  const { name, text } = due;
  await tellOwner(
    ctx,
    `scheduled:${due.id}`,
    (t, locale) => ({
      title: since.said ? t.later.perhapsStale(name) : t.later.orderSince(name),
      fields: sinceFields(t, locale, since),
      quote: text,
      buttons: [
        [
          { label: t.later.sendIt, command: `/confirm u${id}` },
          { label: t.later.change, command: `/reply v${conversationId} ${writeValues({ text })}`, form: true },
          { label: t.button.cancel, command: `/confirm u${id} no` },
        ],
        ...orderButtons(t, since),
      ],
    }),
    { notice: { kind: 'scheduled' }, conversationId },
  );
}

async function ask(
  ctx: Context,
  due: Scheduled,
  conversation: Conversation,
  { change, since }: { change: Change; since: Since },
): Promise<void> {
  const { text } = due;
  const id = await keepAsked(ctx, due);
  await tellOwner(
    ctx,
    `scheduled:${due.id}`,
    (t, locale) => {
      const reply = askWhoGetsIt(t, conversation, change, { id, text });
      const theirs = change.blocked && due.address === conversation.address;
      const unblock = theirs && [{ label: t.button.unblock, command: `/unblock c${conversation.contactId}` }];
      const { failed: _, buttons = [], ...question } = reply;
      const title = change.blocked ? t.later.blocked(due.name) : t.later.asked(due.name);
      return {
        ...{ ...question, title, fields: sinceFields(t, locale, since) },
        buttons: [...buttons, ...(unblock ? [unblock] : []), ...orderButtons(t, since)],
      };
    },
    { notice: { kind: 'scheduled' }, conversationId: conversation.id },
  );
}

async function tellMissed(ctx: Context, due: Scheduled): Promise<void> {
  const id = await keepAsked(ctx, due);
  await tellOwner(
    ctx,
    `scheduled:${due.id}`,
    (t, locale) => {
      const when = formatWhen(due.dueAt, clockOf(ctx, locale));
      const buttons = [[{ label: t.later.sendNow, command: `/confirm u${id}` }]];
      return { title: t.later.missed(due.name, when), quote: due.text, buttons };
    },
    { notice: { kind: 'scheduled' }, conversationId: due.conversationId },
  );
}
