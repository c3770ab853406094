import { findMoney } from './find_money.ts';
import { type Money, parseMoney } from './money.ts';
import { readAmount } from './read_amount.ts';
import { spokenMoney } from './spoken_money.ts';

const CLAUSES = /[,，](?!\d)|\.(?!\d)|[;；。!！?？\n、]/u;
const BUDGET = /预算|\bbudget\b/iu;
/** At most so much. */
const LIMIT =
  /以[内下里]|之内|封顶|不超过|不高于|最多|最高|控制在|顶多|\b(?:up to|at most|no more than|not more than|max(?:imum)?|tops|under|below|within)\b/iu;
/** Of one thing, not of all. */
const OF_ONE = /单价|均价|每|一[个件斤盒份套瓶只条张]|\b(?:each|per|a (?:head|piece))\b/iu;
/** A limit of something else: of what is sent, left off or counted. */
const OF_ELSE =
  /运费|邮费|优惠|减|折|满|退|赔|定金|订金|押金|\b(?:shipping|postage|delivery|deposit|discount|refund|off|late fee|spent|orders?|people|guests)\b/iu;

/** What stands right behind the word: 2500 of "budget: 2500 for the logo". Small ones count people. */
const FIRST_FIGURE = /^[^\d]{0,16}\d[\d.,]{2,12}(?:\s?[k万千])?(?![\d\p{L}])/iu;
const YEAR = /^\s*20[23]\d\s*$/;

/** What somebody would spend at most, named as a budget or as a limit; without a currency only behind the word budget. Undefined: nothing, or not one amount. */
export function budgetSaid(text: string, currency: string): { money: Money; start: number; end: number } | undefined {
  const clauses = clausesOf(text).filter(({ words }) => !OF_ONE.test(words));
  const budgets = clauses.filter(({ words }) => BUDGET.test(words));
  const limits = clauses.filter(
    ({ words }) => LIMIT.test(words) && !OF_ELSE.test(words) && namesMoney(words, currency),
  );
  for (const { words, start, length } of budgets.length > 0 ? budgets : limits) {
    const said = BUDGET.test(words) ? words.slice(words.search(BUDGET)).replace(BUDGET, ' ') : words;
    const money = oneAmount(said, currency);
    if (money) return { money, start, end: start + length };
  }
  return undefined;
}

function clausesOf(text: string): { words: string; start: number; length: number }[] {
  let start = 0;
  return text.split(CLAUSES).map((words) => {
    const clause = { words: words.replace(/\bgrand\b/giu, 'thousand'), start, length: words.length };
    start += words.length + 1;
    return clause;
  });
}

const namesMoney = (words: string, currency: string): boolean =>
  findMoney(words, currency).length > 0 || spokenMoney(words) !== undefined;

function oneAmount(words: string, currency: string): Money | undefined {
  if (words.trim() === '' || YEAR.test(words)) return undefined;
  const whole = readAmount(words, currency);
  const read = whole.is === 'none' ? readAmount(FIRST_FIGURE.exec(words)?.[0] ?? '', currency) : whole;
  if (read.is === 'amount') return read.money.minor === '0' ? undefined : read.money;
  if (read.is !== 'unsure') return undefined;
  const [only, ...others] = read.perhaps;
  return only && others.length === 0 && only.quantity === '1' ? parseMoney(only.price, currency) : undefined;
}

/** What named the amount and is left at the end of a title: 100份礼盒 预算, a rebrand, budget. */
const LEFT_OVER =
  /[\s,，;；:：(（–—-]+(?:(?:with|has|have|for|and|at|the|their|his|her|my|a|in|所以|的)\s+){0,2}(?:预算|总预算|价格|价钱|报价|总价|金额|大概|大约|约|budget|price|worth|value|amount|total)(?:\s?(?:is|of|was|around|about|是|约|大概|在|到)){0,2}[\s:：,，]*$/iu;

const NEAR_END = 60;

export function withoutMoneyWord(title: string): string {
  const start = Math.max(0, title.length - NEAR_END);
  const found = LEFT_OVER.exec(title.slice(start));
  const rest = found ? title.slice(0, start + found.index).trim() : title;
  return /[\p{L}\p{N}]/u.test(rest) ? rest : title;
}
