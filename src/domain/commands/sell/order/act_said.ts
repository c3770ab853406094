import type { OrderDay } from '../../../../text/money/order/order_day.ts';
import type { PartSaid } from '../../../../text/money/order/part_paid.ts';
import type { Texts } from '../../../../text/texts.ts';

/** What can be done about an order. */
export interface Act {
  is: keyof Texts['typed']['orderAct'];
  words: string;
  /** A part of the money that is said to have come, or perhaps. */
  part?: PartSaid;
  /** On which day it was done, with all that was typed. */
  dated?: { day: OrderDay; typed: string };
  /** Of one that was sent: that it is paid when it is delivered, as it was typed. */
  onDelivery?: string;
  /** What was said with it. */
  next?: Act;
}
