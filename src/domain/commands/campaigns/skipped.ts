import { type Audience, audienceOf, countAudience, type SkipReason, someOf } from '../../campaigns/audience.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import { countSendable } from '../../campaigns/preflight.ts';
import { progressOf } from '../../campaigns/report.ts';
import { skipShown } from '../../campaigns/told/skip_shown.ts';
import { turn } from '../../campaigns/turn.ts';
import { stopButtons } from '../../desk/noes/no_more.ts';
import { Unclear } from '../../people/filter/filter.ts';
import type { Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { pageButtons } from '../paged.ts';
import { pageIn, splitFirst } from '../words/words.ts';
import { consentButtons } from './unagreed.ts';

const PAGE = 8;

/** Who gets nothing and why: of a draft as things are now, else as it was when it was sent. */
export async function skipped(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const { t } = ctx;
  const [reason, more] = splitFirst(words);
  if (!Object.hasOwn(t.campaign.skip, reason)) return skippedReasons(ctx, one);
  const why = reason as SkipReason;
  const page = pageIn(more);
  const offset = (page - 1) * PAGE;
  const found = one.plannedAt ? await skippedIn(ctx, one, why, offset) : await skippedNow(ctx, one, why, offset);
  const pages = pageButtons(ctx, page, offset + PAGE < found.total, (to) => `/campaign ${one.id} skipped ${why} ${to}`);
  return {
    title: t.campaign.skippedOf(skipShown(t, one, why), found.total),
    lists: [
      {
        items: found.people.map(({ contactId, name, address }) => ({
          text: [name, address].filter(Boolean).join(' · ') || `c${contactId}`,
          ref: `c${contactId}`,
          contactId,
          ...(why === 'undecided' && !one.plannedAt && { buttons: stopButtons(t, contactId) }),
        })),
      },
    ],
    buttons: [
      ...(pages.length > 0 ? [pages] : []),
      ...(why === 'no_consent' ? [consentButtons(ctx, one)].filter((row) => row.length > 0) : []),
      [turn(t.campaign.button.back, `/campaign ${one.id}`)],
    ],
  };
}

interface Skipped {
  total: number;
  people: { contactId: string; name: string; address: string }[];
}

async function skippedNow(ctx: CommandContext, one: Campaign, why: SkipReason, offset: number): Promise<Skipped> {
  const audience = await audienceOf(ctx, one);
  if (audience instanceof Unclear) return { total: 0, people: [] };
  if (why === 'missing') return lackingNow(ctx, audience, offset);
  const counts = await countAudience(ctx, audience);
  return { total: counts.skipped[why] ?? 0, people: await someOf(ctx, audience, { why, most: PAGE, offset }) };
}

async function lackingNow(ctx: CommandContext, audience: Audience, offset: number): Promise<Skipped> {
  const { lacking } = await countSendable(ctx, audience);
  const people = await ctx.tx<Skipped['people'][number]>`
    select id as "contactId", name, '' as address from contacts
    where id = any(${lacking.contactIds.slice(offset, offset + PAGE)}::bigint[]) order by id`;
  return { total: lacking.count, people };
}

async function skippedIn({ tx }: CommandContext, { id }: Campaign, why: SkipReason, offset: number): Promise<Skipped> {
  const rows = await tx<Skipped['people'][number] & { total: number }>`
    select d.contact_id as "contactId", c.name, d.address, count(*) over ()::int as total
    from campaign_deliveries d join contacts c on c.id = d.contact_id
    where d.campaign_id = ${id} and d.state = 'skipped' and d.reason = ${why}
    order by d.contact_id limit ${PAGE} offset ${offset}`;
  return { total: rows[0]?.total ?? 0, people: rows.map(({ total: _, ...person }) => person) };
}

async function skippedReasons(ctx: CommandContext, one: Campaign): Promise<Reply> {
  const { t } = ctx;
  const found = one.plannedAt ? await reasonsThen(ctx, one) : await reasonsNow(ctx, one);
  const unsent = one.state === 'cancelled' ? (await progressOf(ctx, one)).queued : 0;
  return {
    title: t.campaign.skippedTitle(one.name),
    ...(unsent > 0 && { text: `${t.campaign.labels.unsent}: ${unsent}` }),
    ...(unsent === 0 && found.length === 0 && { text: t.whom.nobodyOut }),
    lists: [
      {
        items: found.map(({ reason, count }) => ({
          text: t.campaign.skippedLine(count, skipShown(t, one, reason as SkipReason)),
          buttons: [turn(skipShown(t, one, reason as SkipReason), `/campaign ${one.id} skipped ${reason}`)],
        })),
      },
    ],
    buttons: [[turn(t.campaign.button.back, `/campaign ${one.id}`)]],
  };
}

interface Reason {
  reason: string;
  count: number;
}

const reasonsThen = async (ctx: CommandContext, one: Campaign): Promise<Reason[]> =>
  (await progressOf(ctx, one)).reasons.filter(({ state }) => state === 'skipped');

/** Of one that has not begun: as its card counts them. */
async function reasonsNow(ctx: CommandContext, one: Campaign): Promise<Reason[]> {
  const audience = one.audience === null ? undefined : await audienceOf(ctx, one);
  if (!audience || audience instanceof Unclear) return [];
  const { counts } = await countSendable(ctx, audience);
  return Object.entries(counts.skipped).map(([reason, count]) => ({ reason, count }));
}
