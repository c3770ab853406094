import { withoutJoiner } from '../../../text/sentence/parts.ts';
import type { Context } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import type { Reply } from '../../reply.ts';
import { commandOf } from '../called.ts';
import { withBlank } from '../unknown.ts';
import { ASK_THEMSELVES, askEachOrOne } from './further_lines.ts';
import { slashedLinesOf } from './lines.ts';
import { secondOrderIn } from './within/second_order.ts';

/** Where a slash may begin a command within a line: no path and no fraction. */
const SLASH = /(?<=[\s,，、。.!！?？:：]|\p{Script=Han})[/／](?=\s?\p{L})/gu;
/** How many slashes are looked at, and how many characters behind each. */
const MOST_SLASHES = 50;
const LONGEST_NAME = 40;

/** Within a line another command begins: each by itself, or is it among the words of the first? Undefined: none does. */
export async function askOfOrdersWithin(ctx: Context, user: User, text: string): Promise<Reply | undefined> {
  const lines = slashedLinesOf(text);
  const first = commandOf(withBlank(lines[0] ?? ''));
  if (!first?.changes || first.secret || ASK_THEMSELVES.includes(first.name)) return undefined;
  const each: string[] = [];
  for (const order of lines.flatMap(ordersOf)) each.push(...((await secondOrderIn(ctx, user, order)) ?? [order]));
  const isSecret = each.some((line) => commandOf(withBlank(line))?.secret);
  return each.length === lines.length || isSecret ? undefined : askEachOrOne(ctx, user, text, each);
}

/** The commands of one line, each without what joins it to the next. */
function ordersOf(line: string): string[] {
  const starts = [...line.matchAll(SLASH)]
    .slice(0, MOST_SLASHES)
    .map(({ index }) => index)
    .filter((index) => beginsCommand(line, index));
  return [0, ...starts].map((from, nth) => withoutJoiner(line.slice(from, starts[nth])));
}

/** 退款/任务 joins two words: right behind a Chinese one nothing is glued to the command's name either. */
function beginsCommand(line: string, index: number): boolean {
  const typed = line.slice(index, index + LONGEST_NAME);
  const isGlued = /\p{Script=Han}$/u.test(line.slice(0, index));
  return commandOf(isGlued ? typed : withBlank(typed)) !== undefined;
}
