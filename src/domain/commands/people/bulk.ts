import { truncate } from '../../../text/truncate.ts';
import type { Filter } from '../../people/filter/filter.ts';
import { isFilter, printFilter } from '../../people/filter/filter_parse.ts';
import { findMatching, idsMatching } from '../../people/matching.ts';
import type { Field, Reply } from '../../reply.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { splitFirst } from '../words/words.ts';
import { isPhrase, nobodyFits, readFilter } from './filtered.ts';
import { readPeople } from './people_meant.ts';

/** How many are shown before something is done to all. */
const SHOWN = 3;
/** So far the number may have moved since it was confirmed: two people, or a tenth of them. */
const TOLERANCE = { people: 2, share: 0.1 };

/** The last one counts: before it stand words for people. */
const WHERE = /^(?:([\s\S]*)\s)?(?:where|给|对)(?:\s+([\s\S]*))?$/iu;

/** Words of '/tagall #wholesale where #vip': what to do, to whom, and for how many that was confirmed (its button says so). */
export interface BulkWords {
  confirmed: number | undefined;
  act: string;
  filter: string;
}

/** '37 #wholesale where #vip -city:上海'. */
export function readBulk(words: string): BulkWords | Incomplete {
  const [first, rest] = splitFirst(words);
  const confirmed = /^\d{1,7}$/.test(first) && rest !== '' ? Number(first) : undefined;
  const [, act = '', filter = ''] = WHERE.exec(confirmed === undefined ? words : rest) ?? [];
  return filter.trim() === '' ? new Incomplete('filter') : { confirmed, act: act.trim(), filter: filter.trim() };
}

/** One thing done to everybody a filter means. */
export interface BulkAct {
  /** '/tagall': what the button types, with the number, the act's words and the filter behind it. */
  command: string;
  /** The act's words as they are typed. */
  words: string;
  /** More are refused. */
  most: number;
  tooMany(total: number, filter: Filter): Reply;
  title(total: number): string;
  hint?: (filter: Filter) => string;
  /** What it would come to, before it is done. */
  about?: (filter: Filter) => Promise<Field[]>;
  run(contactIds: string[]): Promise<Reply>;
}

/** Says how many and shows three, and asks; confirmed, does it, if it is still about as many. */
export async function runBulk(
  ctx: CommandContext,
  { confirmed, filter: typed }: BulkWords,
  act: BulkAct,
): Promise<Reply> {
  const isPlain = !isFilter(typed) && !isPhrase(typed);
  const again = (to: string) => `${act.command} ${act.words} where ${to}`;
  const read = isPlain ? await readPeople(ctx, typed, again) : await readFilter(ctx, typed);
  if ('ask' in read) return read.ask;
  const { filter } = read;
  if (confirmed === undefined) return ask(ctx, filter, act);
  const ids = await idsMatching(ctx.tx, filter, ctx.now, act.most + 1);
  if (stillMeant(confirmed, ids.length) && ids.length > 0 && ids.length <= act.most) return act.run(ids);
  return { ...(await ask(ctx, filter, act)), failed: true, hint: ctx.t.bulk.changedSince(confirmed) };
}

function stillMeant(confirmed: number, total: number): boolean {
  return Math.abs(total - confirmed) <= Math.max(TOLERANCE.people, confirmed * TOLERANCE.share);
}

async function ask(ctx: CommandContext, filter: Filter, act: BulkAct): Promise<Reply> {
  const { t } = ctx;
  const { total, people } = await findMatching(ctx.tx, filter, ctx.now, SHOWN);
  if (total === 0) return nobodyFits(ctx, filter);
  if (total > act.most) return act.tooMany(total, filter);
  const items = people.map(({ id, name, tags }) => ({
    text: truncate(`${name || `c${id}`}${tags.map((tag) => ` #${tag}`).join('')}`, 60),
  }));
  const hint = act.hint?.(filter);
  const command = `${act.command} ${total} ${act.words} where ${printFilter(filter)}`;
  return {
    undecided: true,
    title: act.title(total),
    text: t.bulk.whom(printFilter(filter, ctx.locale)),
    ...(act.about && { fields: await act.about(filter) }),
    lists: [{ title: t.bulk.among, items }],
    buttons: [
      [
        { label: t.button.doIt, command, style: 'primary' },
        { label: t.button.no, command: `/find ${printFilter(filter)}` },
      ],
    ],
    ...(hint && { hint }),
  };
}
