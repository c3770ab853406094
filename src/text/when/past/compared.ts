import { plainly, plainPattern } from '../../plainly.ts';
import type { WhenContext } from '../format_when.ts';
import { type PastSpan, pastSpan } from '../past_span.ts';

/** Some days, as they were said. */
export interface SaidSpan {
  readonly said: string;
  readonly span: PastSpan;
}

/** Nobody compares in more, in UTF-16 units. */
const LONGEST = 80;
const MOST_PLACES = 12;
const HAN = /\p{Script=Han}/u;

/** That two are set beside each other. */
const COMPARES = plainPattern(
  /\b(?:vs|versus|compar(?:e[ds]?|ing|ison)|against|(?:better|worse|stronger|weaker|busier|slower|more|less) than|side by side)\b|^(?!.*\bbetween\b)(?=.*\band\b).*\b(?:takings?|sales|revenue|income|turnover|earnings)\b|[比较]|哪个|谁多|差多少|[和跟与].*(?:收入|营业额|销售额|销量|生意|业绩|流水|进账)/iu,
);
const BETWEEN =
  /\s(?:is |was |are |were )?(?:vs\.?|versus|compar(?:e[ds]?|ing) (?:to|with|against)|against|(?:better|worse|stronger|weaker|busier|slower|more|less) than|and|to|with|or)\s|\s?(?:和|跟|与|同|相比|对比|比|vs\.?)\s?/giu;
/** What is said around the days, and is none of them. */
const AROUND =
  /^(?:please|pls|can you|show|me|give|compar(?:e[ds]?|ing)|comparison|of|between|how|much|what|did|do|does|is|was|were|are|i|we|have|had|earn(?:ed)?|ma[kd]e|to(?:ok|ake)|sell|sold|sales|takings?|revenue|income|turnover|earnings|money|numbers|figures|totals?|results|business|my|the|our|for|from|in|during|on|with|it|go(?:ing|ne)?|went|look(?:ing)?|doing|do|done|came|come|in|side|by|so far|and|then|\?)$/iu;
const FRONT_ZH = plainPattern(
  /^(?:请|帮我?|给我|看看|看一?下|查一?下|算一?下|想知道|对比|比较|比一比|比比|一下|我们?|店里|[\s,，])+/u,
);
const WHAT_ZH = '(?:收入|营业额|销售额?|销量|生意|业绩|流水|进账|钱|卖得|卖的|赚得|赚的|收的|收得)';
const FRONT_OF_BOTH = plainPattern(new RegExp(`^(?:的?${WHAT_ZH})+`, 'u'));
const BEHIND_ZH = plainPattern(
  new RegExp(
    `(?:的|${WHAT_ZH}|一下|下|来|起来|相比|对比|比较|比一比|比比|比|怎么?样|如何|咋样|好吗|多吗|好不好|多少|差多少|差别|区别|差|哪个[月周天年]?份?|谁|更?[多好高强少]|还是|是|有|了|呢|吗|啊|[?？。\\s])+$`,
    'u',
  ),
);
const NOUN = /(?:week|month|quarter|year)$/iu;

/** october vs november, 上个月和这个月比, this week against last: two stretches of days that are to be seen beside each other, in their order. Undefined: it says anything else. */
export function comparedSpans(typed: string, clock: WhenContext): [SaidSpan, SaidSpan] | undefined {
  const text = plainly(typed).trim();
  if (text.length > LONGEST || text.includes('\n') || !COMPARES.test(text)) return undefined;
  const bare = (part: string) => (HAN.test(text) ? bareHan(part) : bareWords(part));
  for (const found of [...text.matchAll(BETWEEN)].slice(0, MOST_PLACES)) {
    const first = bare(text.slice(0, found.index));
    const second = bare(text.slice(found.index + found[0].length));
    const noun = NOUN.exec(first)?.[0];
    const whole =
      /^(?:the )?(?:last|this|previous|one before|last one)(?: one)?$/iu.test(second) && noun ? `last ${noun}` : second;
    const [one, other] = [first, whole].map((said) => (said === '' ? undefined : pastSpan(said, clock)));
    if (one && other && one.from.getTime() !== other.from.getTime())
      return [
        { said: first, span: one },
        { said: whole, span: other },
      ];
  }
  return undefined;
}

function bareWords(part: string): string {
  const words = part
    .replace(/[,:;!.?]+(?=\s|$)/gu, ' ')
    .trim()
    .split(/\s+/u);
  while (words.length > 0 && AROUND.test(words[0]!)) words.shift();
  while (words.length > 0 && AROUND.test(words.at(-1)!)) words.pop();
  return words.join(' ');
}

const bareHan = (part: string): string =>
  part.trim().replace(FRONT_ZH, '').replace(BEHIND_ZH, '').replace(FRONT_OF_BOTH, '').trim();
