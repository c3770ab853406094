import type { Locale } from '../../../text/locale.ts';
import { asksWhereOrder } from '../../../text/question/where_order.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import type { Shown } from '../../card.ts';
import { type Context, clockOf } from '../../context.ts';
import type { Button, Field } from '../../reply.ts';
import type { OrderNamed } from '../../sell/order_number.ts';
import type { Message } from '../../talk/message.ts';
import { type OthersOrder, orderAnswerNow } from '../../talk/ready/order_words.ts';
import { type Ready, readyOf } from '../../talk/ready/rows.ts';

const WORDS_GRAPHEMES = 400;
const LABEL_GRAPHEMES = 20;

interface OnCard {
  contactId: string;
  messages: readonly (Pick<Message, 'id' | 'text'> & { shown: Pick<Shown, 'noRobots'> })[];
  orders: readonly OrderNamed[];
}

/** They get automatic answers again. */
export const lettingButton = (t: Texts, contactId: string): Button => ({
  label: t.autoreply.letAgain,
  command: `/autoreply on c${contactId}`,
});

/** What lies ready for the messages of a card, with a tap that sends it or keeps it from leaving; and whose the order is that they ask for. */
export async function readyOnCard(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { contactId, messages, orders }: OnCard,
): Promise<{ fields: Field[]; buttons: Button[][] }> {
  const refusal = messages.some(({ shown }) => shown.noRobots)
    ? {
        fields: [{ label: t.autoreply.title, value: t.autoreply.noneFromNow }],
        buttons: [[lettingButton(t, contactId)]],
      }
    : { fields: [], buttons: [] };
  const asksOrder = messages.some(({ text }) => asksWhereOrder(text));
  const { autoreply } = ctx.settings;
  if (!asksOrder && !autoreply?.faq && !autoreply?.hours) return refusal;
  const all = await readyOf(
    ctx.tx,
    messages.map(({ id }) => id),
  );
  const shown = all.filter(({ state }) => state === 'proposed' || state === 'waiting' || state === 'sent');
  const ofOrders = shown.find(({ kind, state }) => kind === 'order' && state !== 'sent');
  const asked = ofOrders && (await orderAnswerNow(ctx, ofOrders));
  return {
    fields: [
      ...refusal.fields,
      ...orders
        .filter(({ own }) => asksOrder && !own)
        .map(({ number, of }) => ({ label: t.order.title(number), value: t.ready.notTheirs(of ?? '') })),
      ...shown.map((one) => field(ctx, t, locale, one)),
      ...othersOrders(t, asked?.others ?? []),
    ],
    buttons: [...refusal.buttons, ...shown.flatMap((one) => buttons(t, one))],
  };
}

/** Orders that somebody of another name has bought with their mail address or phone: whose, and whether the answer tells of it. */
export const othersOrders = (t: Texts, orders: readonly OthersOrder[]): Field[] =>
  orders.map(({ number, name, owner, shares, told }) => {
    const whose = t.order.billedTo[shares ?? 'nothing'](name, owner);
    return { label: t.order.title(number), value: told ? whose : t.ready.leftOut(whose) };
  });

function field(ctx: Context, t: Texts, locale: Locale, { state, dueAt, name, text }: Ready): Field {
  const label =
    state === 'sent'
      ? t.ready.sent
      : state === 'waiting'
        ? t.ready.waits(formatWhen(dueAt!, clockOf(ctx, locale)))
        : t.ready.proposed;
  const words = truncate(text, WORDS_GRAPHEMES);
  return { label, value: name ? t.ready.named(name, words) : words };
}

function buttons(t: Texts, { id, state, kind, name }: Ready): Button[][] {
  if (state === 'waiting') return [[{ label: t.ready.takeOver, command: takeLine(id) }]];
  return state === 'proposed' ? [[sendButton(t, { id, kind, name })]] : [];
}

/** Keeps it from leaving by itself. */
export const takeLine = (id: string): string => `/faq take r${id}`;

export function sendButton(t: Texts, { id, kind, name }: Pick<Ready, 'id' | 'kind' | 'name'>): Button {
  const label = kind === 'order' ? t.ready.answerOrder : t.ready.answer(truncate(name ?? '', LABEL_GRAPHEMES));
  return { label, command: `/faq send r${id}` };
}
