import { withoutJoiner, withoutJoining } from '../../../text/sentence/parts.ts';
import { timeIn } from '../../../text/when/time_like.ts';
import type { Context } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import type { Reply } from '../../reply.ts';
import { commandOf } from '../called.ts';
import { Incomplete } from '../command.ts';
import { withBlank } from '../unknown.ts';
import { called } from '../who/addressed.ts';
import { isSayingBefore, nameCuts } from '../who/naming.ts';
import { namedIn } from '../who/readings.ts';
import { namedPartly } from '../who/spoken_to.ts';
import { meantBy } from './bare.ts';
import { ASK_THEMSELVES, askEachOrOne, TAKE_LABELS } from './further_lines.ts';
import { slashedLinesOf } from './lines.ts';
import { sentenceMeant } from './sentences.ts';
import { sameOrderIn } from './within/same_order.ts';
import { secondOrderIn } from './within/second_order.ts';
import { splitFirst } from './words.ts';

/** Where a slash may begin a command within a line: no path and no fraction. */
const SLASH = /(?<=[\s,，、。.!！?？:：]|\p{Script=Han})[/／](?=\s?\p{L})/gu;
/** How many slashes are looked at, and how many characters behind each. */
const MOST_SLASHES = 50;
const LONGEST_NAME = 40;

/** What may part a command from the one behind it. Behind a semicolon another sentence begins, behind other marks that has to be plain. */
const PARTING = /[;；]|[,，。!！]|(?<=[\p{L}\p{N}])\.(?=\s)/gu;

const SEMICOLON = /[;；]/u;
const STARTS_HAN = /^\p{Script=Han}/u;

/**
 * Within a line another command begins, with a slash or behind a mark: each by itself, or is it among the words of the first? Undefined:
 * none does.
 */
export async function askOfOrdersWithin(ctx: Context, user: User, text: string): Promise<Reply | undefined> {
  const lines = slashedLinesOf(text);
  const first = commandOf(withBlank(lines[0] ?? ''));
  if (!first || first.secret || ASK_THEMSELVES.includes(first.name)) return undefined;
  if (lines.length === 1 && first.readsAll?.(splitFirst(withBlank(lines[0]!))[1], ctx)) return undefined;
  const each: string[] = [];
  for (const line of lines) {
    const slashed = first.changes ? ordersOf(line) : [line];
    for (const order of slashed)
      for (const part of await barelyOrdered(ctx, user, order))
        each.push(...((await secondOrderIn(ctx, user, part)) ?? (await sameOrderIn(ctx, part)) ?? [part]));
  }
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

/** An order behind a mark of a line: where the mark stands, where its words end, and the line it is. */
interface Behind {
  at: number;
  end: number;
  order: string;
}

/** The command of a line, and those behind its marks that have no slash. What is none goes on with the one before it. */
async function barelyOrdered(ctx: Context, user: User, line: string): Promise<string[]> {
  const marks = [...line.matchAll(PARTING)].slice(0, MOST_SLASHES);
  const takesLabels = TAKE_LABELS.includes(commandOf(withBlank(line))?.name ?? '');
  const ofOrder = commandOf(withBlank(line))?.name === 'order';
  const found: Behind[] = [];
  for (const [nth, { 0: mark, index }] of marks.entries()) {
    const isParted = SEMICOLON.test(mark) && !takesLabels;
    const further = marks.slice(nth + 1);
    const ends = [further[0], further.find((one) => SEMICOLON.test(one[0]))].map((one) => one?.index ?? line.length);
    for (const end of new Set(ends)) {
      const order = await orderIn(ctx, user, withoutJoining(line.slice(index + mark.length, end).trim()), {
        isParted,
        ofOrder,
      });
      if (order === undefined) continue;
      found.push({ at: index, end, order });
      break;
    }
  }
  const head = line.slice(0, found[0]?.at);
  return [
    found.length > 0 ? withoutJoiner(head) : head,
    ...found.map(({ end, order }, nth) => `${order}${line.slice(end, found[nth + 1]?.at)}`),
  ];
}

/**
 * The line of a command that words say without a slash. Where only a comma parts them from the first, or nothing its name from what it is
 * given (任务多的时候), they have to name somebody.
 */
async function orderIn(
  ctx: Context,
  user: User,
  words: string,
  { isParted, ofOrder }: { isParted: boolean; ofOrder: boolean },
): Promise<string | undefined> {
  const meant = meantBy(words, '');
  const isPlain =
    isParted && (commandOf(words) !== undefined || !STARTS_HAN.test(words) || timeIn(words) !== undefined);
  if (meant?.command.changes && (isPlain || (await namesSomebody(ctx, words))))
    return [`/${meant.command.name}`, meant.words].filter(Boolean).join(' ');
  const called = await nameOrdered(ctx, words);
  if (called || !isParted) return called;
  const sentence = await sentenceMeant(ctx, user, words);
  const means = sentence && commandOf(sentence.line);
  // goods of another buyer are asked about by the order itself
  if (ofOrder && means?.name === 'lead' && /\d/.test(words)) return undefined;
  return means?.changes ? sentence?.line : undefined;
}

const namesSomebody = async (ctx: Context, words: string): Promise<boolean> =>
  (await namedIn(ctx, words)).length > 0 || (await namedPartly(ctx, words)).length > 0;

/** won bettina, 成交 老梁: a command's name, and right behind it whoever is known by the first words. */
async function nameOrdered(ctx: Context, words: string): Promise<string | undefined> {
  const [word, behind] = splitFirst(words.replace(/[.!。！]+$/u, ''));
  const command = commandOf(`/${word.toLowerCase()}`);
  const [cut] = nameCuts(behind);
  if (!command?.changes || command.secret || !cut || isSayingBefore(cut.name, cut.left)) return undefined;
  if (command.parse(behind, { replying: false }) instanceof Incomplete) return undefined;
  return (await called(ctx, cut.name)).ids.length > 0 ? `/${command.name} ${behind}` : undefined;
}

/** 退款/任务 joins two words: right behind a Chinese one nothing is glued to the command's name either. */
function beginsCommand(line: string, index: number): boolean {
  const typed = line.slice(index, index + LONGEST_NAME);
  const isGlued = /\p{Script=Han}$/u.test(line.slice(0, index));
  return commandOf(isGlued ? typed : withBlank(typed)) !== undefined;
}
