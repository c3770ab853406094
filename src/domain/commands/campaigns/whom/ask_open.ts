import { plainly } from '../../../../text/plainly.ts';
import { truncate } from '../../../../text/truncate.ts';
import { filterOf } from '../../../campaigns/audience.ts';
import { type Filter, Unclear } from '../../../people/filter/filter.ts';
import { printFilter } from '../../../people/filter/filter_parse.ts';
import { type Button, failed, type Item, type Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { SURE } from '../../people/how_agreed.ts';
import { exactly } from '../../words/moment.ts';
import { BY } from '../read.ts';
import { firstWay } from '../way.ts';
import { leftOpen, type Open } from './left_open.ts';
import { reachedBy, type Some } from './reached.ts';
import { both, either, minus } from './sets.ts';

/** What of a campaign that is to be made may be open. */
export interface Drafted {
  name: string;
  audience: string;
  text: string;
  /** By which channel, where that is said. */
  channel: string | undefined;
  /** When it is to leave, where that is said. */
  at: Date | undefined;
}

/** One way in which the words may be meant. */
interface Reading {
  label: string;
  filter: Filter;
  text: string;
}

const CLAUSE_GRAPHEMES = 24;
const FILTER_GRAPHEMES = 40;

/**
 * What is asked before words become a draft for all, where one clause of them may say who gets them: each reading with how many it means
 * and who they are. Undefined: nothing is open. Only words of one line are looked at, where nothing parts whom it is for from what is said.
 */
export async function askOpen(ctx: CommandContext, drafted: Drafted): Promise<Reply | undefined> {
  const { text, audience } = drafted;
  const line = text.split('\n').at(-1)!.trim();
  const isOneLine = !text.includes('\n');
  const open = line === '' ? undefined : await leftOpen(ctx, line);
  // below a text of several lines only one that says nothing else
  if (!open || (!isOneLine && (open.left !== '' || open.whom === null))) return undefined;
  const all = await filterOf(ctx, audience);
  if (all instanceof Unclear) return undefined;
  const before = isOneLine ? '' : text.slice(0, text.lastIndexOf('\n')).trim();
  return question(ctx, drafted, all, { ...open, left: isOneLine ? open.left : before });
}

/** `isText`: the clause may be part of the text as well. */
export async function question(
  ctx: CommandContext,
  drafted: Drafted,
  all: Filter,
  open: Open,
  { isText = true } = {},
): Promise<Reply> {
  const { t } = ctx;
  const channel = drafted.channel ?? firstWay(ctx);
  const clause = truncate(open.clause, CLAUSE_GRAPHEMES);
  const buttons: Button[][] = [];
  const items: Item[] = [];
  for (const { label, filter, text } of readingsOf(ctx, drafted, all, { ...open, clause }, isText)) {
    const reached = await reachedBy(ctx, { name: drafted.name, channel }, { all, filter });
    const count = reached.those.total;
    items.push({ text: t.whom.reading(label, count), detail: detailOf(ctx, all, reached) });
    if (reached.meant > 0)
      buttons.push([{ label: t.whom.reading(label, count), command: lineOf(ctx, drafted, filter, text) }]);
  }
  if (open.whom === null)
    buttons.unshift([{ label: t.whom.choose, command: lineOf(ctx, drafted, undefined, drafted.text) }]);
  if (drafted.audience !== '') buttons.push([{ label: t.whom.showAll, command: `/find ${printFilter(all)}` }]);
  const text = open.whom === null ? t.whom.nobodyCalled(clause) : isText ? t.whom.ask(clause) : t.whom.askWho(clause);
  return failed(text, { undecided: true, oneOf: true, lists: [{ items }], buttons });
}

/** What leaves out stands first: of two ways to mean it the one that writes to fewer can be put right. */
function readingsOf(ctx: CommandContext, { text }: Drafted, all: Filter, open: Open, isText: boolean): Reading[] {
  const { whom: t } = ctx.t;
  const { signs, whom, left, clause } = open;
  const readings: Reading[] = [];
  if (whom) {
    const name = truncate(printFilter(whom, ctx.locale), FILTER_GRAPHEMES);
    const says = signs.without || signs.only || signs.also ? signs : { ...signs, without: true, only: true };
    const without = says.without ? minus(all, whom) : undefined;
    if (without) readings.push({ label: t.without(name), filter: without, text: left });
    if (says.only) readings.push({ label: t.only(name), filter: both(all, whom), text: left });
    if (says.also) readings.push({ label: t.also(name), filter: either(all, whom), text: left });
  }
  return isText ? [...readings, { label: t.isText(clause), filter: all, text }] : readings;
}

/** The first who get it, and the first of those who do not but else would; of nobody: why. */
function detailOf({ t, locale }: CommandContext, all: Filter, { meant, those, others }: Reached): string {
  if (meant === 0) return t.whom.nobody(truncate(printFilter(all, locale), FILTER_GRAPHEMES));
  if (those.total === 0) return t.whom.unreached(meant);
  const listed = ({ names, total }: Some) => `${t.inARow(names)}${total > names.length ? ' …' : ''}`;
  return t.whom.inAndOut(listed(those), listed(others));
}

type Reached = Awaited<ReturnType<typeof reachedBy>>;

/** The line that makes the draft as it was meant: nothing is asked about it again. */
export function lineOf(ctx: CommandContext, drafted: Drafted, filter: Filter | undefined, text: string): string {
  const { name, text: whole } = drafted;
  const isOfText = plainly(whole).startsWith(plainly(name));
  const called = isOfText && text !== whole ? titleOf(text) || ctx.t.whom.unnamed : name;
  return lineTo(ctx, { ...drafted, name: called, text }, filter && (printFilter(filter) || 'everybody'));
}

/** The line that makes the draft for these people. */
export function lineTo(
  ctx: CommandContext,
  { name, text, channel, at }: Omit<Drafted, 'audience'>,
  people: string | undefined,
): string {
  const to = at ? ` to: ${people ?? ''}, ${exactly(ctx, at)}` : people && ` to ${people}`;
  const by = channel ? `${BY}${channel} ` : '';
  return [`/campaign new ${SURE} ${by}${name}${to ?? ''}`, text].filter(Boolean).join('\n');
}

const titleOf = (text: string): string => /^[^\n.。!！?？;；:：,，]{1,60}/u.exec(text)?.[0]?.trim() ?? '';
