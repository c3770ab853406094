import { listTime } from '../../../text/money/order/list_time.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import type { WhenContext } from '../../../text/when/format_when.ts';
import { comparedSpans } from '../../../text/when/past/compared.ts';
import { type PastSpan, pastSpan } from '../../../text/when/past_span.ts';
import { fromWallTime, wallTime } from '../../../text/when/zone.ts';
import { takingsLine } from '../../desk/shop/takings_line.ts';
import { failed, type Reply } from '../../reply.ts';
import { takings as takingsIn } from '../../sell/order_money.ts';
import type { Command, CommandContext } from '../command.ts';
import { momentOf } from '../words/moment.ts';
import { ofOtherDays, spanAmid, spanBeforeIn, spanNamed } from '../words/spans/span_words.ts';
import { splitFirst } from '../words/words.ts';
import { comparedReply } from './asked/compared.ts';
import { RANKINGS, type Ranking, ranked } from './asked/ranked.ts';
import { soldOf } from './asked/sold.ts';

const ASK = typedWords(({ askWhat }) => askWhat);
const RANKING_SAID = typedMeanings<Ranking>(({ rankings }) => rankings);

/**
 * '/takings', '/takings today', '/takings last month', '/takings 2026-11': what came in and went back, one line for each currency, and what it
 * was before, or of two such stretches beside each other ('/takings october vs november'); '/takings products last month': what sold best, who bought most, the busiest days; '/takings products tea': how much of it was sold, ever or in some days.
 */
export const takings: Command<{ words: string }> = {
  name: 'takings',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words) => ({ words }),
  async run(ctx, { words }): Promise<Reply> {
    const { t } = ctx;
    const both = comparedSpans(words, momentOf(ctx));
    if (both) return comparedReply(ctx, both);
    const { rest, said } = spanAmid(ctx, words);
    if (ASK.has(rest.toLowerCase())) return whatOf(ctx, said);
    const ranking = RANKING_SAID.get((rest || words).toLowerCase());
    const [what, article] = splitFirst(rest);
    if (!ranking && article !== '' && RANKING_SAID.get(what.toLowerCase()) === 'products')
      return soldOf(ctx, article, said === '' ? undefined : spanOf(said, momentOf(ctx)));
    const typed = ranking ? said : words;
    const span = spanOf(typed || t.takings.thisMonth, momentOf(ctx));
    const { ofDays, row } = ofOtherDays(ctx, '/takings');
    if (!span) return failed(t.takings.whichSpan(words), { ofDays, buttons: [row] });
    if (ranking) return ranked(ctx, ranking, span);
    const lines = await linesOf(ctx, span);
    const title = t.takings.title(spanNamed(ctx, span));
    const earlier = spanBeforeIn(ctx, span);
    const was = await linesOf(ctx, earlier);
    return {
      title,
      ...(lines.length === 0 ? { text: t.takings.none } : { lists: [{ items: lines.map((text) => ({ text })) }] }),
      hint: t.asked.before(spanNamed(ctx, earlier), was.join('; ')),
      ofDays,
      buttons: [
        row,
        RANKINGS.map((what) => ({
          label: t.asked.ranked[what],
          command: `/takings ${what} ${typed}`.trim(),
          turns: true as const,
        })),
      ],
    };
  },
};

/** Only days were said: what of them is asked for. */
const whatOf = ({ t }: CommandContext, said: string): Reply =>
  failed(t.asked.whatOf(said), {
    undecided: true,
    buttons: [
      [
        { label: t.asked.money, command: `/takings ${said}`, turns: true },
        { label: t.asked.orders, command: `/orders ${said}`, turns: true },
      ],
      (['won', 'new'] as const).map((are) => ({
        label: t.asked.leads[are],
        command: `/leads ${are} ${said}`,
        turns: true as const,
      })),
      [{ label: t.asked.tickets, command: `/tickets ${said}`, turns: true }],
    ],
  });

const linesOf = async ({ tx, t, locale }: CommandContext, { from, until }: PastSpan): Promise<string[]> =>
  (await takingsIn(tx, from, until)).map((line) => takingsLine(t, line, locale));

/** since nov 1, nov 3: a day, or all from one on until today. What only ends has no beginning. */
function spanOf(words: string, clock: WhenContext): PastSpan | undefined {
  const { from, until } = pastSpan(words, clock) ?? listTime(words, clock) ?? {};
  if (!from) return undefined;
  const today = wallTime(clock.now, clock.timezone).day;
  return { from, until: until ?? fromWallTime({ day: today + 1, minutes: 0 }, clock.timezone) };
}
