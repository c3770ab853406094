import { formatMoney } from '../../../../text/money/money.ts';
import { formatDay } from '../../../../text/when/format_when.ts';
import { clockOf } from '../../../context.ts';
import type { Button, Item, List, Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import { type LeadsAsked, leadsAsked, sumsAsked } from '../../../sell/pipeline/asked.ts';
import { boardLeads, countBoard, staleBefore } from '../../../sell/pipeline/board.ts';
import { countLost } from '../../../sell/pipeline/lost_reason.ts';
import { boardStages, stageLabel } from '../../../sell/pipeline/stage.ts';
import { fateLines } from '../../../talk/said_by.ts';
import type { CommandContext } from '../../command.ts';
import { paged } from '../../paged.ts';
import { lastDays, ofOtherDays, type SpanAmid, spanNamed } from '../../words/spans/span_words.ts';
import { lineOf } from '../lead.ts';
import { leadItem } from './board_shown.ts';
import { lostItems } from './lost_reasons.ts';

/** What is new without a time is of the last seven days. */
const NEW_DAYS = 7;

/** Leads that came, were won or were lost, of some days or ever: how many, what they come to, and what they were lost for. */
export async function askedFor(
  ctx: CommandContext,
  are: LeadsAsked['are'],
  { span, said }: Pick<SpanAmid, 'span' | 'said'>,
  page: number,
): Promise<Reply> {
  const { t, tx } = ctx;
  const days = span ?? (are === 'new' ? lastDays(ctx, NEW_DAYS) : undefined);
  const asked: LeadsAsked = { are, span: days };
  const title = days ? t.asked.of(t.asked.leads[are], spanNamed(ctx, days)) : t.asked.leads[are];
  const sums = await sumsAsked(tx, asked);
  const all = sums.reduce((sum, { count }) => sum + count, 0);
  const shown = await paged(ctx, page, {
    title,
    empty: t.asked.none(title),
    command: `/leads ${are} ${said} ›`.replace('  ', ' '),
    count: async (most) => Math.min(all, most),
    load: async (limit, offset) =>
      (await leadsAsked(tx, asked, limit, offset)).map((lead) => askedItem(ctx, lead, are)),
  });
  const worth = sums.filter(({ currency }) => currency !== null);
  const { ofDays, row } = ofOtherDays(ctx, `/leads ${are}`);
  const total = [
    String(all),
    worth.map(({ minor, currency }) => formatMoney(minor, currency!, ctx.locale)).join(' + '),
  ];
  return {
    ...shown,
    ...(shown.lists && {
      fields: [{ label: t.asked.total, value: total.filter(Boolean).join(' · ') }],
      lists: [...shown.lists, ...(are === 'lost' ? await whyLost(ctx, asked) : [])],
    }),
    ofDays,
    buttons: [...(shown.buttons ?? []), row, others(ctx, are, said)],
  };
}

async function whyLost({ tx, ...ctx }: CommandContext, { span }: LeadsAsked): Promise<List[]> {
  const counts = await countLost(tx, span?.from ?? null, span?.until ?? null);
  return counts.length > 0 ? [{ title: ctx.t.asked.why, items: lostItems({ tx, ...ctx }, counts) }] : [];
}

/** The others of the same days. */
const others = ({ t }: CommandContext, are: LeadsAsked['are'], said: string): Button[] =>
  (['won', 'lost', 'new'] as const)
    .filter((one) => one !== are)
    .map((one) => ({ label: t.asked.leads[one], command: `/leads ${one} ${said}`.trim(), turns: true }));

function askedItem(ctx: CommandContext, lead: Lead, are: LeadsAsked['are']): Item {
  const { t } = ctx;
  const day = formatDay(are === 'new' ? lead.createdAt : lead.stageAt, clockOf(ctx, ctx.locale));
  return {
    text: lineOf(ctx, lead),
    ref: `#${lead.id}`,
    contactId: lead.contactId,
    detail: [
      ...(are === 'new' ? [stageLabel(t, { key: lead.stage, name: lead.stageName })] : []),
      ...(are === 'lost' && lead.lostReason ? [lead.lostReason] : []),
      day,
      ...fateLines(t, lead),
    ].join(' · '),
    buttons: [{ label: t.button.show, command: `/lead ${lead.id}` }],
  };
}

/** Open leads that are quiet for longer than their stage allows, the quietest first. */
export async function staleShown(ctx: CommandContext, page: number): Promise<Reply> {
  const { tx, t } = ctx;
  const stages = await boardStages(tx);
  const before = await staleBefore(ctx, stages);
  const looked = { stale: true } as const;
  return paged(ctx, page, {
    title: t.asked.leads.stale,
    empty: t.asked.none(t.asked.leads.stale),
    command: '/leads stale ›',
    count: (most) => countBoard(tx, looked, before, most),
    load: async (limit, offset) =>
      (await boardLeads(tx, looked, before, { order: 'age', limit, offset })).map((lead) =>
        leadItem(ctx, lead, stages, before),
      ),
  });
}

/** Which leads there are to ask for, each on a button. */
export const kindsOfLeads = ({ t }: CommandContext): Button[] => [
  { label: t.asked.leadsOpen, command: '/leads' },
  ...(['won', 'lost', 'new', 'stale'] as const).map((are) => ({
    label: t.asked.leads[are],
    command: `/leads ${are}`,
  })),
];
