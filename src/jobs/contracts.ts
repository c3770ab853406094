import type { Context } from '../domain/context.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { currentAbsence } from '../domain/owner/away.ts';
import type { Button, Item, Reply } from '../domain/reply.ts';
import { type Due, type DueKind, takeDue } from '../domain/sell/contract/due.ts';
import type { Locale } from '../text/locale.ts';
import type { Texts } from '../text/texts.ts';
import { formatFullDate } from '../text/when/format_when.ts';
import { wallTime } from '../text/when/zone.ts';

/** From when on in the morning it is told, in minutes of the business's day. */
const FROM = 9 * 60;

/** More of them at once are one list. */
const MOST_CARDS = 2;

/**
 * Before a contract's last day for notice and before its end, and on both, its owner is told, once each; and of what follows from them. What
 * fell due while they were away, or while nothing ran, comes together when they are back.
 */
export async function tendContracts(ctx: Context): Promise<void> {
  const { day, minutes } = wallTime(ctx.now, ctx.settings.timezone);
  if (minutes < FROM || (await currentAbsence(ctx.tx, ctx.now))) return;
  const all = await takeDue(ctx, day);
  if (all.length > MOST_CARDS) return tellTogether(ctx, all);
  for (const due of all) {
    const { contactId } = due.contract;
    await tellOwner(ctx, keyOf(due), (t, locale) => cardOf(t, due, locale), {
      notice: { kind: 'contract_due', contactId },
      showsContact: contactId,
    });
  }
}

const keyOf = ({ kind, contract, day }: Due): string => `contract:${contract.id}:${kind}:${day}`;

function tellTogether(ctx: Context, all: readonly Due[]): Promise<void> {
  return tellOwner(
    ctx,
    `contracts:${all.map((due) => keyOf(due)).join(',')}`,
    (t, locale) => ({
      title: t.contractCard.fellDue(all.length),
      lists: [{ items: all.map((due) => itemOf(t, due, locale)) }],
      buttons: [[{ label: t.contractCard.button.all, command: '/contracts' }]],
    }),
    { notice: { kind: 'contract_due' } },
  );
}

function itemOf(t: Texts, due: Due, locale: Locale): Item {
  const { id, contactId, title } = due.contract;
  const [first] = BUTTONS[due.kind](t, due);
  return {
    text: saidOf(t, due, locale),
    detail: title,
    ref: `#${id}`,
    contactId,
    buttons: [...(first ? [first] : []), ...more(t, due)],
  };
}

/** In whole dates: it is read on other days, too. */
function saidOf(t: Texts, { kind, contract, day, terms = 0 }: Due, locale: Locale): string {
  const { contactName, endsOn } = contract;
  const end = endsOn ? formatFullDate(endsOn, locale) : '';
  if (terms > 1) return t.contractCard.rolledOften(contactName, terms, end);
  return t.contractCard.due[kind](contactName, formatFullDate(day, locale), end);
}

function cardOf(t: Texts, due: Due, locale: Locale): Reply {
  const { title, contactId } = due.contract;
  return {
    title: saidOf(t, due, locale),
    text: title,
    person: { contactId, sure: false },
    buttons: [BUTTONS[due.kind](t, due), more(t, due)].filter((row) => row.length > 0),
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
  past: (t, due) => [
    { label: t.contractCard.button.renew, command: line(due, 'renew') },
    { label: t.contractCard.button.end, command: line(due, 'end') },
  ],
  again: beforeNotice,
};

const more = (t: Texts, { contract, leadId, journalId }: Due): Button[] => [
  { label: t.button.show, command: `/contract ${contract.id}` },
  ...(leadId ? [{ label: t.contractCard.button.lead, command: `/lead ${leadId}` }] : []),
  ...(journalId ? [{ label: t.button.undo, command: `/undo ${journalId}` }] : []),
];
