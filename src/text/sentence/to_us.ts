import { plainly } from '../plainly.ts';
import * as en from './en/to_us.ts';
import { isToThem } from './ours.ts';
import type { Does, Rule } from './rule.ts';
import * as zh from './zh/to_us.ts';

/** What somebody asks of us under a card, about its customer: a command and its words. */
export interface Order {
  does: Does;
  words: string;
}

/** Longer words say something else, too; in UTF-16 units. */
const LONGEST = 120;
const AROUND =
  /^(?:(?:please|pls|ok(?:ay)?|can you|could you|just|oh|hm+|好的?|嗯|哦|那|请)[\s,，]*)?(?:你(?=帮我|给我|替我))?(?=\S)|(?:[\s,，]*(?:please|pls|thanks|thx|谢谢|哈|啊))?[\s.。!！~～…]*$/giu;

/** Words that nobody says to a customer because they ask something of us; within an answer only those that are ours there, too. */
export function orderIn(text: string, within: boolean): Order | undefined {
  const typed = text.trim();
  const bare = typed.replace(AROUND, '');
  if (typed.length > LONGEST || typed.includes('\n') || isToThem(bare)) return undefined;
  const rules = within ? ORDERS : [...ORDERS, ...ALONE];
  return [typed, bare].flatMap((said) => {
    const plain = plainly(said);
    return rules.flatMap((rule) => readBy(rule, said, plain));
  })[0];
}

const ORDERS = [...en.orders, ...zh.orders];
const ALONE = [...en.alone, ...zh.alone];

/** `plain`: the text as patterns see it. */
function readBy({ says, does, words = '' }: Rule, text: string, plain: string): Order[] {
  const found = says.exec(plain);
  if (!found) return [];
  const group = (name: string): string => {
    const at = found.indices?.groups?.[name];
    return at ? text.slice(...at).trim() : '';
  };
  return [{ does, words: words.replace(/\$([a-z]+\d?)/g, (_, name: string) => group(name)).trim() }];
}
