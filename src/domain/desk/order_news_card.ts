import type { Texts } from '../../text/texts.ts';
import type { Reply } from '../reply.ts';

/** An order on a card: what it is, and who bought it. */
export interface OrderNamed {
  number: string;
  /** '' when the shop does not name them. */
  name: string;
  contactId: string | undefined;
}

/** What has become of an order, with a way to who bought it. */
export function orderNewsCard(t: Texts, { name, contactId }: OrderNamed, title: string, hint?: string): Reply {
  return {
    title,
    text: name || t.card.unnamedBuyer,
    ...(hint && { hint }),
    ...(contactId && { buttons: [[{ label: t.button.contact, command: `/contact c${contactId}` }]] }),
  };
}

interface Moved {
  total: string;
  former: { id: string; name: string };
  /** A lead of the former buyer that is open again. */
  reopened: string | undefined;
}

/** The shop says that somebody else has bought it. */
export function buyerChangedCard(t: Texts, order: OrderNamed, { total, former, reopened }: Moved): Reply {
  const { number, name, contactId } = order;
  return {
    title: t.card.buyerChanged(number, name, total),
    text: t.card.wasFormers(former.name || `c${former.id}`),
    ...(reopened && { hint: t.card.leadReopened(reopened) }),
    buttons: [
      [
        ...(contactId ? [{ label: name || t.button.contact, command: `/contact c${contactId}` }] : []),
        { label: former.name || t.card.formerBuyer, command: `/contact c${former.id}` },
      ],
    ],
  };
}
