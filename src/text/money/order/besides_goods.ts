import { type DaySaid, dayBehind, orderDay } from './order_day.ts';
import { lastSaid, type OrderTail } from './order_tail.ts';
import { type TaxSaid, taxSaid } from './order_tax.ts';
import type { PartSaid } from './part_paid.ts';

/** A day that was said of the order, or of what was done with it. */
export type SaidDay = Omit<DaySaid, 'text'>;

/** What stands beside the goods. */
export interface Besides extends OrderTail {
  /** On which day it was ordered. */
  day?: SaidDay;
  /** On which day the money came, or it left, where that was said with it: paid yesterday, 昨天已发. */
  paidOn?: SaidDay;
  sentOn?: SaidDay;
  /** How much was said to be still owed, beside how much has come. */
  left?: PartSaid;
  /** A tax that comes on top. */
  tax?: Omit<TaxSaid, 'text'>;
}

/** Nobody says more. */
const MOST = 12;

/** Takes all that is said beside the goods off their end, in whatever order it stands there. */
export function besidesGoods(words: string, currency: string): Besides {
  let state: Reading = { said: { text: words, paid: undefined } };
  for (let nth = 0; nth < MOST; nth += 1) {
    const next = withoutDay(state) ?? withoutAct(state, words, currency) ?? withoutTax(state);
    if (!next) break;
    state = next;
  }
  const said = placed(state);
  const front = said.day ? undefined : orderDay(said.text);
  if (!front) return said;
  const { text, ...day } = front;
  return { ...said, text, day };
}

interface Reading {
  said: Besides;
  /** A day at the end of what is left: of what was done in front of it, or of the order. */
  waiting?: SaidDay;
  /** What was done that stood right behind what is left, with nothing between them. */
  glued?: Done | undefined;
}

/** The day that waits is the order's. */
const placed = ({ said, waiting }: Reading): Besides => (waiting ? { ...said, day: waiting } : said);

function withoutDay({ said, waiting, glued }: Reading): Reading | undefined {
  const dated = waiting ? undefined : dayBehind(said.text);
  if (!dated) return undefined;
  const { text, ...day } = dated;
  // 昨天已付
  if (glued && !day.ordered && !said[glued]) return { said: { ...said, text, [glued]: day } };
  return said.day ? undefined : { said: { ...said, text }, waiting: day };
}

function withoutAct(state: Reading, words: string, currency: string): Reading | undefined {
  const { said, waiting } = state;
  const { text: front, paid, ...more } = lastSaid(said.text, currency);
  // of two parcels, or of two sums that have come, none is left out unasked
  const isSecond = (more.parcel && said.parcel) || (more.part?.come && said.part?.come);
  if (front === said.text || isSecond) return undefined;
  const act = actOf({ paid, ...more });
  const text = front.replace(/[\s,，;；]+(?:and|&)?$/iu, '');
  // what was said last counts
  const { part, ...others } = more;
  const next = {
    ...(isSettled(part, said) ? others : more),
    ...said,
    ...owed(part, said),
    ...{ text, paid: said.paid ?? paid },
  };
  const isGlued = text.length === front.length && !/^[\s,，;；(（]/u.test(words.slice(front.length));
  // paid yesterday; behind a mark the day is none of what was done
  const isOfAct =
    waiting && act && !waiting.ordered && !said[act] && !/^\s*[,，;；]/u.test(words.slice(said.text.length));
  if (isOfAct) return { said: { ...next, [act]: waiting } };
  return { said: placed({ said: next, ...(waiting && { waiting }) }), glued: isGlued ? act : undefined };
}

/** 尾款 280 已付: nothing is owed then. */
const isSettled = (part: PartSaid | undefined, said: Besides): boolean =>
  isLeft(part) && said.part === undefined && said.paid === true;

/** 只付了1000 还欠280: both are said. */
const owed = (part: PartSaid | undefined, { part: last }: Besides): Pick<Besides, 'part' | 'left'> =>
  part?.come && last && isLeft(last) ? { part, left: last } : {};

const isLeft = (part: PartSaid | undefined): boolean => part?.part !== undefined && 'left' in part.part;

function withoutTax(state: Reading): Reading | undefined {
  const said = placed(state);
  const taxed = said.tax ? undefined : taxSaid(said.text);
  if (!taxed) return undefined;
  const { text, ...tax } = taxed;
  return { said: { ...said, text, tax } };
}

type Done = 'paidOn' | 'sentOn';

function actOf({ paid, part, parcel, sent }: Omit<OrderTail, 'text'>): Done | undefined {
  if (parcel || sent) return 'sentOn';
  return paid === true || part?.come ? 'paidOn' : undefined;
}
