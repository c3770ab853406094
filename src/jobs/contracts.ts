import { type Context, clockOf } from '../domain/context.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import type { Button, Reply } from '../domain/reply.ts';
import { type Due, type DueKind, takeDue } from '../domain/sell/contract/due.ts';
import type { Texts } from '../text/texts.ts';
import { formatDate } from '../text/when/format_when.ts';
import { wallTime } from '../text/when/zone.ts';

/** From when on in the morning it is told, in minutes of the business's day. */
const FROM = 9 * 60;

/** Before a contract's last day for notice and before its end, and on both, its owner is told, once each; and of what follows from them. */
export async function tendContracts(ctx: Context): Promise<void> {
  const { day, minutes } = wallTime(ctx.now, ctx.settings.timezone);
  if (minutes < FROM) return;
  for (const due of await takeDue(ctx, day)) {
    const { kind, contract } = due;
    const key = `contract:${contract.id}:${kind}:${due.day}`;
    const notice = { kind: 'contract_due' as const, contactId: contract.contactId };
    await tellOwner(ctx, key, (t, locale) => cardOf(t, due, (iso) => formatDate(iso, clockOf(ctx, locale))), {
      notice,
      showsContact: contract.contactId,
    });
  }
}

function cardOf(t: Texts, due: Due, shown: (iso: string) => string): Reply {
  const { kind, contract, day } = due;
  const { contactName, title, endsOn, contactId } = contract;
  const said = t.contractCard.due[kind](contactName, shown(day), endsOn ? shown(endsOn) : '');
  return {
    title: said,
    text: title,
    person: { contactId, sure: false },
    buttons: [BUTTONS[kind](t, due), more(t, due)].filter((row) => row.length > 0),
  };
}

const line = ({ contract }: Due, words: string): string => `/contract ${contract.id} ${words}`;

const beforeNotice = (t: Texts, due: Due): Button[] => [
  { label: t.contractCard.button.notice, command: line(due, 'notice') },
  { label: t.contractCard.button.remindTomorrow, command: line(due, 'remind tomorrow') },
];
const atEnd = (t: Texts, due: Due): Button[] => [
  { label: t.contractCard.button.renew, command: line(due, 'renew') },
  { label: t.contractCard.button.remindTomorrow, command: line(due, 'remind tomorrow') },
];

/** What can be done about it. */
const BUTTONS: Readonly<Record<DueKind, (t: Texts, due: Due) => Button[]>> = {
  notice_soon: (t, due) => [
    ...beforeNotice(t, due),
    { label: t.contractCard.button.remindWeek, command: line(due, 'remind in 7 days') },
  ],
  notice_today: beforeNotice,
  notice_over: () => [],
  end_soon: atEnd,
  end_today: atEnd,
  ended: (t, due) => [{ label: t.contractCard.button.renew, command: line(due, 'renew') }],
  rolled: () => [],
  again: beforeNotice,
};

const more = (t: Texts, { contract, leadId, journalId }: Due): Button[] => [
  { label: t.button.show, command: `/contract ${contract.id}` },
  ...(leadId ? [{ label: t.contractCard.button.lead, command: `/lead ${leadId}` }] : []),
  ...(journalId ? [{ label: t.button.undo, command: `/undo ${journalId}` }] : []),
];
