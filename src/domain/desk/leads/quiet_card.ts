import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { nameOf } from '../../people/name.ts';
import type { Button, Item, Reply } from '../../reply.ts';
import type { Lead } from '../../sell/lead.ts';
import { stageLabel } from '../../sell/pipeline/stage.ts';
import { fateLines } from '../../talk/said_by.ts';

const DAY_MS = 24 * 3_600_000;

/** Leads that have gone quiet, of `count`: one is shown as itself, several together. */
export function quietCard(
  { now }: Pick<Context, 'now'>,
  t: Texts,
  locale: Locale,
  leads: readonly Lead[],
  count: number,
): Reply {
  const days = ({ activeAt }: Lead) => Math.floor((now.getTime() - activeAt.getTime()) / DAY_MS);
  const [first] = leads;
  const hint = t.quietLead.hint;
  if (first && count === 1)
    return {
      title: t.quietLead.one(`#${first.id} · ${lineOf(first, locale)}`, days(first)),
      buttons: [buttonsFor(t, first)],
      hint,
      person: { contactId: first.contactId, sure: false },
      thing: { noun: 'lead', id: first.id },
    };
  const items = leads.map(
    (lead): Item => ({
      text: lineOf(lead, locale),
      ref: `#${lead.id}`,
      contactId: lead.contactId,
      detail: [
        stageLabel(t, { key: lead.stage, name: lead.stageName }),
        t.quietLead.since(days(lead)),
        ...fateLines(t, lead),
      ].join(' · '),
      buttons: buttonsFor(t, lead),
    }),
  );
  const more = count - leads.length;
  return {
    title: t.quietLead.several(count),
    ...(more > 0 && { text: t.quietLead.more(more) }),
    lists: [{ items }],
    ...(more > 0 && { buttons: [[{ label: t.quietLead.all, command: `/pipeline ${t.typed.board.stale[0]!}` }]] }),
    hint,
  };
}

function lineOf({ contactName, contactId, title, amountMinor, currency }: Lead, locale: Locale): string {
  const amount = amountMinor === null ? [] : [formatMoney(amountMinor, currency!, locale)];
  return [nameOf({ id: contactId, name: contactName }), title, ...amount].join(' · ');
}

function buttonsFor(t: Texts, lead: Lead): Button[] {
  const { id, contactId, contactName, conversationId } = lead;
  const ref = conversationId === null ? `c${contactId}` : `v${conversationId}`;
  const name = nameOf({ id: contactId, name: contactName });
  return [
    { label: t.quietLead.write(name), command: `/reply ${ref}`, form: true, asks: true },
    { label: t.quietLead.hush, command: `/next ${id} ${t.typed.step.hush[0]!} ${t.step.when.week}` },
    { label: t.quietLead.next, command: `/next ${id}`, asks: true },
    { label: t.button.lost, command: `/lost ${id}` },
  ];
}
