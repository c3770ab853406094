import { formatMoney } from '../../../../text/money/money.ts';
import { cleanName } from '../../../../text/normalise.ts';
import { typedMeanings } from '../../../../text/typed.ts';
import { percent } from '../../../campaigns/percent.ts';
import { type Button, failed, type Item, type Reply } from '../../../reply.ts';
import {
  addReason,
  countLost,
  gatherUnder,
  LONGEST_REASON,
  type LostCount,
  type LostReason,
  loadReasons,
  MOST_REASONS,
  reasonCalled,
  reasonLabel,
  removeReason,
  renameReason,
} from '../../../sell/pipeline/lost_reason.ts';
import { type Command, type CommandContext, Incomplete } from '../../command.ts';
import { splitFirst } from '../../words/words.ts';

type Act = 'add' | 'rename' | 'remove';
type Args = { act: 'list' } | { act: Act | 'show'; words: string };

const ACTS = typedMeanings<Act>(({ lostReason: { add, rename, remove } }) => ({ add, rename, remove }));
const QUOTES = /["“”「」]/gu;
const YEAR_MS = 365 * 24 * 3_600_000;

/** '/lostreasons' lists them with how often; '/lostreasons add 太慢', '/lostreasons rename 太慢 交货太慢', '/lostreasons remove 太慢'. */
export const lostreasons: Command<Args> = {
  name: 'lostreasons',
  role: 'owner',
  changes: true,
  onlyShows: ({ act }) => act === 'list' || act === 'show',
  parse(words) {
    const [verb, rest] = splitFirst(words);
    if (!verb) return { act: 'list' };
    const act = ACTS.get(verb.toLowerCase());
    if (!act) return { act: 'show', words };
    return rest ? { act, words: rest } : new Incomplete('reason', (more) => `${act} ${more}`);
  },
  async run(ctx, args) {
    if (args.act === 'list') return list(ctx);
    if (args.act === 'add') return add(ctx, args.words);
    const reasons = await loadReasons(ctx.tx);
    const found = inFront(reasons, args.words);
    if (!found) return noSuch(ctx, args.words);
    return ACT[args.act](ctx, found.reason, found.rest, reasons);
  },
};

/** By the number on its buttons, or by its name: whole, or as the first words. */
function inFront(reasons: readonly LostReason[], words: string): { reason: LostReason; rest: string } | undefined {
  const [first, rest] = splitFirst(words);
  const id = /^r(-?\d{1,18})$/.exec(first)?.[1];
  const byId = id === undefined ? undefined : reasons.find((one) => one.id === id);
  if (byId) return { reason: byId, rest };
  const parts = words.split(/(\s+)/u);
  for (let end = parts.length; end > 0; end -= 2) {
    const reason = reasonCalled(reasons, parts.slice(0, end).join('').replace(QUOTES, ''));
    if (reason) return { reason, rest: parts.slice(end).join('').trim() };
  }
  return undefined;
}

async function list(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const reasons = await loadReasons(ctx.tx);
  const counts = await countLost(ctx.tx, null);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const items = reasons.map((reason): Item => {
    const count = counts.find(({ id }) => id === reason.id)?.count ?? 0;
    const label = reasonLabel(t, reason);
    return {
      text: label,
      detail: t.lostReasons.has(count, percent(count, all)),
      buttons: [{ label, command: `/lostreasons r${reason.id}`, turns: true }],
    };
  });
  return {
    title: t.lostReasons.list,
    lists: [{ items }],
    buttons: [[{ label: t.pipeline.reasons, command: '/pipeline lost', turns: true }]],
    hint: t.lostReasons.hint,
  };
}

async function noSuch({ t }: CommandContext, typed: string): Promise<Reply> {
  const name = cleanName(typed.replace(QUOTES, ''), LONGEST_REASON);
  const add: Button = { label: t.lostReasons.add(name), command: `/lostreasons add ${name}` };
  return failed(t.lostReasons.noSuch(name), {
    buttons: [[add, { label: t.lostReasons.list, command: '/lostreasons' }]],
  });
}

async function add(ctx: CommandContext, words: string): Promise<Reply> {
  const { t, tx } = ctx;
  const name = cleanName(words.replace(QUOTES, ''), LONGEST_REASON + 1);
  if (!/\p{L}/u.test(name)) return failed(t.lostReasons.noName);
  if ([...name].length > LONGEST_REASON) return failed(t.leadCard.tooLong(LONGEST_REASON));
  const reasons = await loadReasons(tx);
  if (reasonCalled(reasons, name)) return failed(t.lostReasons.taken(name));
  const made = await addReason(tx, name);
  if (!made)
    return failed(reasons.length >= MOST_REASONS ? t.lostReasons.tooMany(MOST_REASONS) : t.lostReasons.taken(name));
  return { text: t.lostReasons.added(name, await gatherUnder(tx, made)) };
}

const ACT: Record<
  Exclude<Act, 'add'> | 'show',
  (ctx: CommandContext, reason: LostReason, rest: string, reasons: readonly LostReason[]) => Promise<Reply | Incomplete>
> = {
  async show(ctx, reason, rest) {
    const { t } = ctx;
    if (rest) return noSuch(ctx, `${reasonLabel(t, reason)} ${rest}`);
    const buttons: Button[] = [
      { label: t.lostReasons.rename, command: `/lostreasons rename r${reason.id}`, asks: true },
      { label: t.lostReasons.remove, command: `/lostreasons remove r${reason.id}` },
      { label: t.lostReasons.list, command: '/lostreasons', turns: true },
    ];
    return { title: reasonLabel(t, reason), buttons: [buttons] };
  },
  async rename({ t, tx }, reason, rest, reasons) {
    const name = cleanName(rest.replace(QUOTES, ''), LONGEST_REASON + 1);
    if (!name) return new Incomplete('reason', (more) => `rename r${reason.id} ${more}`);
    if (!/\p{L}/u.test(name)) return failed(t.lostReasons.noName);
    if ([...name].length > LONGEST_REASON) return failed(t.leadCard.tooLong(LONGEST_REASON));
    const other = reasonCalled(reasons, name);
    if ((other && other.id !== reason.id) || !(await renameReason(tx, reason.id, name)))
      return failed(t.lostReasons.taken(name));
    return { text: t.lostReasons.renamed(reasonLabel(t, reason), name) };
  },
  async remove(ctx, reason, rest) {
    const { t, tx, now } = ctx;
    if (rest) return noSuch(ctx, `${reasonLabel(t, reason)} ${rest}`);
    await removeReason(tx, reason.id, now);
    return { text: t.lostReasons.removed(reasonLabel(t, reason)) };
  },
};

/** '/pipeline lost': what leads were lost for in the last year, else ever, with what they were worth. */
export async function lostCounted(ctx: CommandContext): Promise<Reply> {
  const { t, tx, now } = ctx;
  const lately = await countLost(tx, new Date(now.getTime() - YEAR_MS));
  const counts = lately.length > 0 ? lately : await countLost(tx, null);
  if (counts.length === 0) return { text: t.lostReasons.none };
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const items = lostItems(ctx, counts);
  const span = lately.length > 0 ? t.lostReasons.lastYear : t.lostReasons.ever;
  return {
    title: `${t.lostReasons.counted(span)} (${all})`,
    lists: [{ items }],
    buttons: [
      [
        { label: t.pipeline.board, command: '/pipeline', turns: true },
        { label: t.lostReasons.list, command: '/lostreasons', turns: true },
      ],
    ],
  };
}

/** How often for which reason, and what they were worth. */
export function lostItems(ctx: CommandContext, counts: readonly LostCount[]): Item[] {
  const { t, locale } = ctx;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return counts.map((one): Item => {
    const worth = one.worth
      .filter(({ minor }) => minor !== '0')
      .map(({ currency, minor }) => formatMoney(minor, currency, locale));
    return {
      text: countedAs(ctx, one),
      detail: [
        t.lostReasons.has(one.count, percent(one.count, all)),
        ...(worth.length > 0 ? [t.lostReasons.amount(worth.join(' + '))] : []),
      ].join(' · '),
    };
  });
}

const countedAs = ({ t }: CommandContext, one: LostCount): string =>
  one.id === null ? (one.unsaid ? t.lostReasons.unsaid : t.lostReasons.other) : reasonLabel(t, one);
