import { lastSaid, type OrderTail } from '../../../../text/money/order/order_tail.ts';
import type { Act } from './act_said.ts';

/** Stands for the goods: what is said behind those of a new order is said alike of one that is there. */
const GOODS = 'x 1 USD';
const MOST = 8;
const JOIN = /[\s,，;；]+(?:and|&|also)?\s*$/iu;

/** paid, shipped; SF1234567890123 已付: several things that were done with an order, as one act after the other. Undefined: they say one, or something else. */
export function actsAtOnce(words: string): Act | undefined {
  const said: { act: Act; onDelivery?: string }[] = [];
  let text = `${GOODS} ${words.trim()}`;
  while (text !== GOODS && said.length < MOST) {
    const { text: front, ...last } = lastSaid(text, 'USD');
    const act = front.length < text.length ? actOf(last, text.slice(front.length)) : undefined;
    if (!act) return undefined;
    said.unshift({ act, ...(last.onDelivery !== undefined && { onDelivery: last.onDelivery }) });
    text = front.replace(JOIN, '');
  }
  return text === GOODS && said.length > 1 ? inOrder(said) : undefined;
}

function actOf({ paid, part, sent, parcel, onDelivery }: Omit<OrderTail, 'text'>, typed: string): Act | undefined {
  if (parcel) return { is: 'sent', words: `${parcel.carrier} ${parcel.number}`.trim() };
  if (sent || onDelivery !== undefined) return { is: 'sent', words: '' };
  if (part?.come && part.part && 'sum' in part.part) return { is: 'paid', words: part.part.sum };
  if (part) return { is: 'paid', words: typed.trim(), part };
  return paid ? { is: 'paid', words: '' } : undefined;
}

/** What was sent comes first: of the money it may have to be asked how much it was. */
function inOrder(said: readonly { act: Act; onDelivery?: string }[]): Act | undefined {
  const onDelivery = said.find((one) => one.onDelivery !== undefined)?.onDelivery;
  const acts = said.filter((one) => one.onDelivery === undefined).map(({ act }) => act);
  const numbered = acts.filter(({ is, words }) => is === 'sent' && words !== '');
  const sent = numbered.length > 0 ? numbered : acts.filter(({ is }) => is === 'sent').slice(0, 1);
  const paid = acts.filter(({ is }) => is === 'paid');
  // paid twice, or both paid and to be paid: nobody knows which
  if (paid.length > 1 || (onDelivery !== undefined && (paid.length > 0 || sent.length === 0))) return undefined;
  const [first, ...others] = [...sent, ...paid];
  const rest = others.reduceRight<Act | undefined>((next, act) => ({ ...act, ...(next && { next }) }), undefined);
  return first && { ...first, ...(onDelivery !== undefined && { onDelivery }), ...(rest && { next: rest }) };
}
