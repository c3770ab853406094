import { formatMoney } from '../../../../text/money/money.ts';
import { formatDate } from '../../../../text/when/format_when.ts';
import { isoDay, wallTime } from '../../../../text/when/zone.ts';
import { clockOf } from '../../../context.ts';
import type { Button, Field, Item, Reply } from '../../../reply.ts';
import { type Contract, filesOf, loadContract } from '../../../sell/contract/contract.ts';
import { nextMonths, reminderDays } from '../../../sell/contract/due.ts';
import { endsAfter } from '../../../sell/contract/term.ts';
import { shownNumber } from '../../../sell/quote/number.ts';
import { loadQuote } from '../../../sell/quote/quote.ts';
import type { CommandContext } from '../../command.ts';

export const todayIn = ({ now, settings }: Pick<CommandContext, 'now' | 'settings'>) =>
  wallTime(now, settings.timezone).day;

export const dateShown = (ctx: CommandContext, iso: string): string => formatDate(iso, clockOf(ctx, ctx.locale));

/** '¥1,200.00 a month'; '' where nobody says. */
function valueShown({ t, locale }: CommandContext, { valueMinor, currency, per }: Contract): string {
  return valueMinor === null ? '' : t.contractCard.per[per](formatMoney(valueMinor, currency!, locale));
}

/** One line of a list: whose it is, what it is, and what is due next. */
export function itemOf(ctx: CommandContext, contract: Contract): Item {
  const { t } = ctx;
  const { id, contactId, contactName, title } = contract;
  return {
    text: `${contactName} · ${title}`,
    detail: [dueShown(ctx, contract), valueShown(ctx, contract)].filter(Boolean).join(' · '),
    ref: `#${id}`,
    contactId,
    buttons: [{ label: t.button.show, command: `/contract ${id}` }],
  };
}

/** What counts next, in a few words. */
function dueShown(ctx: CommandContext, contract: Contract): string {
  const { contractCard: t } = ctx.t;
  const { state, dueOn, noticeBy, endsOn, endedOn, renewsBy } = contract;
  if (state === 'ended') return t.endedOn(dateShown(ctx, endedOn!));
  if (dueOn === null) return t.openEnd;
  if (state === 'active' && dueOn === noticeBy) return t.noticeUntil(dateShown(ctx, dueOn));
  return state === 'active' && renewsBy !== null
    ? t.goesOnAfter(dateShown(ctx, endsOn!))
    : t.endsOn(dateShown(ctx, endsOn!));
}

export async function contractReply(ctx: CommandContext, id: string, said?: string): Promise<Reply> {
  const { t } = ctx;
  const contract = (await loadContract(ctx.tx, id))!;
  const [files, quote] = await Promise.all([
    filesOf(ctx.tx, id),
    contract.quoteId ? loadQuote(ctx.tx, contract.quoteId) : undefined,
  ]);
  const number = quote && shownNumber(quote);
  const asksEnd = contract.state === 'active' && contract.endsOn === null && contract.notice === null;
  return {
    title: t.contractCard.title(id, contract.title, t.contractCard.state[contract.state]),
    ...(said && { text: said }),
    fields: [
      {
        label: t.contractCard.field.parties,
        value: t.contractCard.parties(ctx.settings.businessName, contract.contactName),
      },
      ...factsOf(ctx, contract),
      ...(files.length > 0
        ? [{ label: t.contractCard.field.file, value: files.map(({ file }) => file.name ?? t.card.file).join(', ') }]
        : []),
      ...(number ? [{ label: t.contractCard.field.quote, value: number }] : []),
    ],
    person: { contactId: contract.contactId, sure: false },
    buttons: [
      ...buttonsOf(ctx, contract),
      [
        ...(files.length > 0 ? [{ label: t.contractCard.button.file, command: `/contract ${id} file` }] : []),
        ...(number ? [{ label: t.contractCard.field.quote, command: `/quote ${number}` }] : []),
        ...(contract.leadId ? [{ label: t.contractCard.button.lead, command: `/lead ${contract.leadId}` }] : []),
        { label: t.button.contact, command: `/contact c${contract.contactId}` },
      ],
    ],
    hint: asksEnd ? t.contractCard.askEnd : t.contractCard.howToChange,
    ...(contract.state !== 'ended' && {
      rest: { before: `/contract ${id} `, after: '', need: 'contractFacts' as const },
    }),
    ...(asksEnd && { asks: t.desk.typeIt(t.need.contractFacts) }),
  };
}

function factsOf(ctx: CommandContext, contract: Contract): Field[] {
  const { contractCard: t } = ctx.t;
  const { startsOn, endsOn, notice, noticeBy, renewsBy, state, noticedOn, endedOn, remindOn } = contract;
  const value = valueShown(ctx, contract);
  const today = todayIn(ctx);
  const field = (label: keyof typeof t.field, said: string | false | null | undefined): Field[] =>
    said ? [{ label: t.field[label], value: said }] : [];
  const days = reminderDays(ctx);
  return [
    ...field('value', value),
    ...field('start', startsOn && dateShown(ctx, startsOn)),
    ...field('end', endsOn === null ? t.openEnd : dateShown(ctx, endsOn)),
    ...field(
      'renewal',
      endsOn === null || state !== 'active' ? '' : renewsBy === null ? t.doesNotRenew : t.renewsBy(renewsBy),
    ),
    ...field('notice', notice && t.notice[notice.unit](notice.count) + (notice.to ? t.noticeTo[notice.to] : '')),
    ...(state === 'active'
      ? [
          ...field(
            'noticeBy',
            noticeBy &&
              (noticeBy < isoDay(today) ? t.noticePassed(dateShown(ctx, noticeBy)) : dateShown(ctx, noticeBy)),
          ),
          ...field('endsIfToday', endsOn === null && notice && dateShown(ctx, isoDay(endsAfter(today, notice)))),
          ...field('reminder', endsOn !== null && t.reminder(days)),
        ]
      : []),
    ...field('remindOn', state !== 'ended' && remindOn && remindOn > isoDay(today) && dateShown(ctx, remindOn)),
    ...field('noticedOn', noticedOn && dateShown(ctx, noticedOn)),
    ...field('endedOn', endedOn && dateShown(ctx, endedOn)),
  ];
}

function buttonsOf(ctx: CommandContext, contract: Contract): Button[][] {
  const { button: t } = ctx.t.contractCard;
  const { id, state } = contract;
  const renew = { label: t.renewFor(nextMonths(contract)), command: `/contract ${id} renew` };
  const end = { label: t.end, command: `/contract ${id} end` };
  const resume = { label: t.resume, command: `/contract ${id} resume` };
  if (state === 'ended') return [[renew, resume]];
  if (state === 'noticed') return [[resume, end]];
  return [
    [{ label: t.notice, command: `/contract ${id} notice` }, ...(contract.endsOn === null ? [] : [renew]), end],
    [
      { label: t.remindTomorrow, command: `/contract ${id} remind tomorrow` },
      { label: t.remindWeek, command: `/contract ${id} remind in 7 days` },
    ],
  ];
}
