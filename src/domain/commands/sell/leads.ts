import { boundIn } from '../../../text/money/bound.ts';
import { formatMoney, parseMoney } from '../../../text/money/money.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { failed, type Item } from '../../reply.ts';
import { countOpenLeads, type Lead, openLeads, type Worth } from '../../sell/lead.ts';
import { stageLabel } from '../../sell/pipeline/stage.ts';
import { fateLines } from '../../talk/said_by.ts';
import type { Command, CommandContext } from '../command.ts';
import { paged } from '../paged.ts';
import { besideSpan, spanAmid } from '../words/spans/span_words.ts';
import { pageIn, queryPage } from '../words/words.ts';
import { actions, lineOf } from './lead.ts';
import { askedFor, kindsOfLeads, staleShown } from './pipeline/leads_asked.ts';

type Which = 'won' | 'lost' | 'new' | 'stale' | 'open';
const WHICH = typedMeanings<Which>(({ leadList }) => leadList);

/** '/leads', '/leads over 500', '/leads 五百以上', '/leads won last month', '/意向列表 没成 本月'. */
export const leads: Command<{ page: number; worth: string; asked: string }> = {
  name: 'leads',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread(words) {
    const { query } = queryPage(words);
    return /^\d{0,4}$/.test(query) || boundIn(query) ? '' : unreadIn(query);
  },
  insteadOf: async (ctx) => kindsOfLeads(ctx),
  parse(words) {
    const { query, page } = queryPage(words);
    if (boundIn(query)) return { worth: query, asked: '', page };
    return /^\d{0,4}$/.test(query) ? { worth: '', asked: '', page: pageIn(words) } : { worth: '', asked: query, page };
  },
  async run(ctx, { page, worth, asked }) {
    const { span, said, rest } = spanAmid(ctx, asked);
    const which = WHICH.get(rest.toLowerCase());
    if (which === 'stale') return staleShown(ctx, page);
    // days without a word are those on which they came
    if (which && which !== 'open') return askedFor(ctx, which, { ...(span && { span }), said }, page);
    if (span) return askedFor(ctx, 'new', { span, said }, page);
    const bound = boundIn(worth);
    const money = bound && parseMoney(bound.amount, ctx.settings.currency);
    if (bound && !money) return failed(ctx.t.lead.notAnAmount(bound.amount));
    const among = bound && money && { is: bound.is, ...money };
    return paged(ctx, page, {
      title: among ? boundTitle(ctx, among) : ctx.t.lead.list,
      empty: ctx.t.lead.none,
      command: among ? `/leads ${worth} ›` : '/leads',
      count: (most) => countOpenLeads(ctx.tx, most, among),
      load: async (limit, offset) => (await openLeads(ctx.tx, limit, offset, among)).map((row) => leadItem(ctx, row)),
    });
  },
};

/** The words that are neither which leads nor days; nothing is quiet, or open, in a stretch of days. */
function unreadIn(query: string): string {
  if (WHICH.has(query.toLowerCase())) return '';
  const rest = besideSpan(query);
  const which = WHICH.get(rest.toLowerCase());
  return rest === '' || (which && which !== 'stale' && which !== 'open') ? '' : rest;
}

function boundTitle({ t, locale }: CommandContext, { is, minor, currency }: Worth): string {
  const amount = formatMoney(minor, currency, locale);
  return is === '>=' ? t.lead.listOver(amount) : t.lead.listUnder(amount);
}

function leadItem(ctx: CommandContext, row: Lead): Item {
  return {
    text: lineOf(ctx, row),
    ref: `#${row.id}`,
    contactId: row.contactId,
    detail: [
      stageLabel(ctx.t, { key: row.stage, name: row.stageName }),
      formatAge(ctx.now.getTime() - row.activeAt.getTime(), ctx.locale),
      ...fateLines(ctx.t, row),
    ].join(' · '),
    buttons: actions(ctx, row.id),
  };
}
