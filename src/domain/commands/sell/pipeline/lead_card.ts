import { formatMoney } from '../../../../text/money/money.ts';
import { formatDay, formatWhen } from '../../../../text/when/format_when.ts';
import { fromWallTime } from '../../../../text/when/zone.ts';
import { clockOf } from '../../../context.ts';
import { leadButtons } from '../../../desk/contact_card.ts';
import { firstSource, sourceName } from '../../../people/source/source.ts';
import type { Button, Field, Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import { stageChangesOf } from '../../../sell/pipeline/move.ts';
import { loadStages, stageLabel } from '../../../sell/pipeline/stage.ts';
import type { CommandContext } from '../../command.ts';
import { stepWords } from '../follow/step_shown.ts';
import { describe } from '../lead.ts';
import { moveButtons } from './move.ts';

const DAY_MS = 24 * 3_600_000;
const NOON = 12 * 60;
/** So many of the stages it went through are shown. */
const WAY = 6;
/** What can be said of a lead by a button that asks. */
const ASKED = ['amount', 'product', 'source', 'expected', 'nextStep'] as const;

/** A lead with all that is known of it, and what can be done with it. */
export async function leadCard(ctx: CommandContext, lead: Lead, text?: string): Promise<Reply> {
  const { t, tx } = ctx;
  const known = await loadStages(tx);
  const isOpen = lead.stage !== 'won' && lead.stage !== 'lost';
  const ask: Button[] = ASKED.map((what) => ({
    label: t.leadCard[what],
    command: `/lead ${lead.id} ${t.typed.ofLead[what][0]!}`,
    asks: true,
  }));
  const done: Button[] = isOpen
    ? [...leadButtons(t, lead.id), { label: t.button.quote, command: `/quote ${lead.id}` }]
    : [{ label: t.button.reopen, command: `/reopen ${lead.id}` }];
  const contact = { label: t.button.contact, command: `/contact c${lead.contactId}` };
  return {
    title: describe(ctx, lead),
    ...(text && { text }),
    fields: await fieldsOf(ctx, lead),
    buttons: [...(isOpen ? [moveButtons(t, lead, known)] : []), [...done, contact], ask.slice(0, 3), ask.slice(3)],
    person: { contactId: lead.contactId, sure: false },
    thing: { noun: 'lead', id: lead.id },
  };
}

async function fieldsOf(ctx: CommandContext, lead: Lead): Promise<Field[]> {
  const { t, tx, locale } = ctx;
  const clock = clockOf(ctx, locale);
  const isOpen = lead.stage !== 'won' && lead.stage !== 'lost';
  const seen = lead.source === null ? await firstSource(tx, lead.contactId) : undefined;
  const source = lead.source ?? (seen && t.leadCard.seen(sourceName(t, seen.source)));
  const stage = stageLabel(t, { key: lead.stage, name: lead.stageName });
  const way = (await stageChangesOf(tx, lead.id, WAY)).reverse();
  const amount = lead.amountMinor === null ? undefined : formatMoney(lead.amountMinor, lead.currency!, locale);
  const fields: [string, string | null | undefined][] = [
    [t.leadCard.stage, t.leadCard.since(stage, formatDay(lead.stageAt, clock))],
    [t.leadCard.amount, amount && (isOpen ? `${amount} · ${t.stages.likely(lead.probability)}` : amount)],
    [t.leadCard.product, lead.product],
    [t.leadCard.source, source],
    [t.leadCard.expected, lead.expectedOn && dayShown(ctx, lead.expectedOn)],
    [t.leadCard.nextStep, lead.step ? stepWords(ctx, lead.step) : isOpen ? t.leadCard.noNextStep : null],
    [t.leadCard.lostReason, lead.lostReason],
    [t.leadCard.opened, formatWhen(lead.createdAt, clock)],
    [
      t.leadCard.way,
      way.length > 1
        ? way
            .map((one) => `${stageLabel(t, { key: one.stage, name: one.stageName })} ${formatDay(one.at, clock)}`)
            .join(' → ')
        : null,
    ],
  ];
  return fields.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** A day as people read it. */
export function dayShown(ctx: CommandContext, isoDay: string): string {
  const noon = fromWallTime({ day: Date.parse(isoDay) / DAY_MS, minutes: NOON }, ctx.settings.timezone);
  return formatDay(noon, clockOf(ctx, ctx.locale));
}
