import { narrow } from '../../../normalise.ts';
import { partSaid } from '../../part_said.ts';
import { soMany } from './so_many.ts';

const OF_IT = /\s(?:of (?:it|that|the (?:money|price|total|sum|order))|back)$|(?:的?(?:钱|款|货款|价钱|金额|总价))$/iu;
const SHARE =
  /^(?:an? |the |one |about )?(?:half|quarter|third|fifth|tenth|two thirds|three quarters)$|%|percent|per cent|^一?半$|分之|^[一二三四五六七八九1-9]成$/iu;

/** half, 50 %, a quarter of it, 一半钱, 百分之三十, 三成: so many percent of what was paid. */
export function shareBack(words: string): number | undefined {
  const plain = narrow(words).trim().replace(OF_IT, '').trim();
  if (!SHARE.test(plain) || plain.length > 40) return undefined;
  const tenths = /^([一二三四五六七八九1-9])成$/u.exec(plain)?.[1];
  const said = partSaid(tenths ? `百分之${tenths}0`.replace(/百分之([一-九])0/u, '百分之$1十') : plain);
  return said && 'percent' in said && said.percent < 100 ? said.percent : undefined;
}

const BACK_ZH = /^(?:已经?|刚刚?|都)?退(?:还|回|掉|款)?了?\s?(?=\S)/u;

/** 退50%, 退一盒龙井, 退了两盒: what went back is a share, or so many of an article; undefined: the words say something else. */
export function someBack(text: string): { is: 'refund'; words: string } | undefined {
  const plain = narrow(text.trim());
  const front = BACK_ZH.exec(plain)?.[0];
  if (front === undefined) return undefined;
  const words = plain.slice(front.length).replace(/了$/u, '');
  return shareBack(words) !== undefined || soMany(words) ? { is: 'refund', words } : undefined;
}

/** partial refund $20, 部分退款20: how much of it follows, or is asked. */
export const wholeRefund = (text: string): string =>
  text.replace(/^(?:an? )?part(?:ial(?:ly)?|ly)?[ -](?=refund)/iu, '').replace(/^部分(?=退[款钱])/u, '');
