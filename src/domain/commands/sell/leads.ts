import { boundIn } from '../../../text/money/bound.ts';
import { formatMoney, parseMoney } from '../../../text/money/money.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { failed, type Item } from '../../reply.ts';
import { countOpenLeads, type Lead, openLeads, type Worth } from '../../sell/lead.ts';
import { stageLabel } from '../../sell/pipeline/stage.ts';
import { fateLines } from '../../talk/said_by.ts';
import type { Command, CommandContext } from '../command.ts';
import { paged } from '../paged.ts';
import { behindPage, pageIn, queryPage } from '../words/words.ts';
import { actions, lineOf } from './lead.ts';

/** '/leads', '/leads over 500', '/leads 五百以上'. */
export const leads: Command<{ page: number; worth: string }> = {
  name: 'leads',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: (words) => (boundIn(queryPage(words).query) ? '' : behindPage(words)),
  parse(words) {
    const { query, page } = queryPage(words);
    return boundIn(query) ? { worth: query, page } : { worth: '', page: pageIn(words) };
  },
  async run(ctx, { page, worth }) {
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
