import { boundIn, hasTwoEnds } from '../../../../text/money/bound.ts';
import { formatMoney, type Money, parseMoney } from '../../../../text/money/money.ts';
import { typedMeanings, typedWords } from '../../../../text/typed.ts';
import { failed, type Reply } from '../../../reply.ts';
import {
  boardLeads,
  countBoard,
  countWon,
  type Looked,
  type Order,
  type StaleBefore,
  staleBefore,
  wonLeads,
} from '../../../sell/pipeline/board.ts';
import { boardStages, type Stage, stageCalled, stageLabel } from '../../../sell/pipeline/stage.ts';
import type { Command, CommandContext } from '../../command.ts';
import { paged } from '../../paged.ts';
import { queryPage } from '../../words/words.ts';
import { boardReply, leadItem } from './board_shown.ts';
import { converted } from './conversion.ts';
import { lostCounted } from './lost_reasons.ts';
import { monthOf } from './month.ts';
import { boardPicture } from './picture_sent.ts';

const WORDS = typedMeanings<Word>(({ board }) => board);
/** In front of what is looked for: source: web. */
const LABELS = [
  ...typedWords(({ ofLead }) => ofLead.source),
  ...typedWords(({ ofLead }) => ofLead.product.slice(0, 1)),
].filter((word) => word.length > 1 && word !== 'from');
const LABEL = new RegExp(`^(?:${LABELS.join('|')})(?:\\s*[:：=]\\s*|\\s+)(?=\\S)`, 'iu');
const MOST_WORDS = 12;
type Word = 'lost' | 'conversion' | 'picture' | 'stale' | 'expected' | 'byAmount' | 'byAge';

/** What is asked for: all that stands in the words, in any order. */
interface Asked {
  looked: Looked;
  order: Order;
  /** The stage, where one is named. */
  stage?: Stage;
  /** As it is said in a title. */
  said: string[];
  isPicture: boolean;
}

/** '/pipeline', '/pipeline 样品', '/pipeline over 5000', '/pipeline lost', '/pipeline conversion', '/pipeline picture'. */
export const pipeline: Command<{ words: string; page: number | undefined }> = {
  name: 'pipeline',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: () => '',
  parse(words) {
    const { query, page } = queryPage(words);
    return { words: query, page: query === words.trim() ? undefined : page };
  },
  async run(ctx, { words, page }) {
    const whole = WORDS.get(words.toLowerCase());
    const stages = await boardStages(ctx.tx);
    const named = stageCalled(stages, words);
    if (whole === 'lost' || named?.ends === 'lost') return lostCounted(ctx);
    if (whole === 'conversion') return converted(ctx);
    if (named?.ends === 'won') return won(ctx, named, page ?? 1);
    const asked = read(ctx, words, stages);
    if ('wrong' in asked) return failed(asked.wrong);
    const before = await staleBefore(ctx, stages);
    if (asked.isPicture) return boardPicture(ctx, stages, asked.looked, before);
    if (page === undefined && asked.stage === undefined)
      return boardReply(ctx, stages, before, { ...asked, command: words });
    return listed(ctx, asked, before, { words, page: page ?? 1, stages });
  },
};

async function won(ctx: CommandContext, stage: Stage, page: number): Promise<Reply> {
  return paged(ctx, page, {
    title: stageLabel(ctx.t, stage),
    empty: ctx.t.pipeline.noneSuch,
    command: '/pipeline won ›',
    count: (most) => countWon(ctx.tx, most),
    load: async (limit, offset) =>
      (await wonLeads(ctx.tx, limit, offset)).map((lead) => leadItem(ctx, lead, [], new Map())),
  });
}

/** The leads one by one, in pages. */
async function listed(
  ctx: CommandContext,
  { looked, order, said }: Asked,
  before: StaleBefore,
  { words, page, stages }: { words: string; page: number; stages: readonly Stage[] },
): Promise<Reply> {
  return paged(ctx, page, {
    title: said.length > 0 ? said.join(' · ') : ctx.t.pipeline.board,
    empty: said.length > 0 ? ctx.t.pipeline.noneFor(said.join(' · ')) : ctx.t.pipeline.noneSuch,
    command: `/pipeline ${words} ›`.replace(/\s+/gu, ' '),
    count: (most) => countBoard(ctx.tx, looked, before, most),
    load: async (limit, offset) =>
      (await boardLeads(ctx.tx, looked, before, { order, limit, offset })).map((lead) =>
        leadItem(ctx, lead, stages, before),
      ),
  });
}

/** Words of ours wherever they stand, the longest first; a bound; a stage; the rest is looked for in what leads say. */
function read(ctx: CommandContext, words: string, stages: readonly Stage[]): Asked | { wrong: string } {
  const { t, locale, settings } = ctx;
  const asked: Asked = { looked: {}, order: 'amount', said: [], isPicture: false };
  let rest = words;
  for (const [word, meant] of [...WORDS].sort(([one], [other]) => other.length - one.length)) {
    if (meant === 'lost' || meant === 'conversion') continue;
    const without = withoutWord(rest, word);
    if (without === undefined) continue;
    rest = without;
    take(ctx, asked, meant);
  }
  rest = rest.replace(LABEL, '');
  // what has two ends is no word of a lead
  if (hasTwoEnds(rest)) return { wrong: t.pipeline.noMeaning(rest) };
  const bound = rest && boundIn(rest);
  if (bound) {
    const { money, left } = amountAmid(bound.amount, settings.currency);
    if (!money) return { wrong: t.lead.notAnAmount(bound.amount) };
    if (left) {
      asked.looked.words = left;
      asked.said.push(ctx.t.pipeline.saying(left));
    }
    asked.looked.worth = { is: bound.is, ...money };
    const amount = formatMoney(money.minor, money.currency, locale);
    asked.said.push(bound.is === '>=' ? t.pipeline.over(amount) : t.pipeline.under(amount));
    return asked;
  }
  const stage = rest ? stageCalled(stages, rest) : undefined;
  if (stage && stage.ends === null) {
    asked.stage = stage;
    asked.looked.stage = stage.key;
    asked.said.unshift(stageLabel(t, stage));
  } else if (rest) {
    if (!/[\p{L}\p{N}]/u.test(rest)) return { wrong: t.pipeline.noMeaning(rest) };
    asked.looked.words = rest;
    asked.said.push(t.pipeline.saying(rest));
  }
  return asked;
}

/** 5k logo, 龙井 100: an amount, and other words before or behind it. */
function amountAmid(typed: string, currency: string): { money: Money | undefined; left: string } {
  const words = typed.split(/\s+/u).slice(0, MOST_WORDS);
  for (let count = words.length; count > 0; count--) {
    const [front, behind] = [words.slice(0, count).join(' '), words.slice(-count).join(' ')];
    const first = parseMoney(front, currency);
    if (first) return { money: first, left: words.slice(count).join(' ') };
    const last = parseMoney(behind, currency);
    if (last) return { money: last, left: words.slice(0, -count).join(' ') };
  }
  return { money: undefined, left: '' };
}

function take({ t, now, settings }: CommandContext, asked: Asked, word: Exclude<Word, 'lost' | 'conversion'>): void {
  if (word === 'picture') asked.isPicture = true;
  else if (word === 'byAmount' || word === 'byAge') asked.order = word === 'byAge' ? 'age' : 'amount';
  else if (word === 'stale') {
    asked.looked.stale = true;
    asked.order = 'age';
    asked.said.push(t.pipeline.stale);
  } else {
    asked.looked.expected = monthOf(now, settings.timezone);
    asked.said.push(t.pipeline.expectedThisMonth);
  }
}

/** The words without one of ours; undefined: it does not stand there by itself. */
function withoutWord(words: string, word: string): string | undefined {
  const padded = ` ${words.toLowerCase()} `;
  const at = padded.indexOf(` ${word} `);
  return at < 0 ? undefined : `${words.slice(0, at)} ${words.slice(at + word.length)}`.replace(/\s+/gu, ' ').trim();
}
