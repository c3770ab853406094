import { noticeDayFor } from '../../../../text/money/contract/notice_day.ts';
import { type ContractWords, contractTermsIn, OPEN_END } from '../../../../text/money/contract_terms.ts';
import { formatFullDate } from '../../../../text/when/format_when.ts';
import { dayOfIso, isoDay } from '../../../../text/when/zone.ts';
import { failed, type Reply } from '../../../reply.ts';
import type { ContractFacts } from '../../../sell/contract/contract.ts';
import { lastOf, noticeUntil, termEnd } from '../../../sell/contract/term.ts';
import type { CommandContext } from '../../command.ts';
import { momentOf } from '../../words/moment.ts';
import { dateShown, todayIn } from './shown.ts';

/** What of a contract nobody has said anything of. */
export const NOTHING_SAID: Omit<ContractFacts, 'title'> = {
  ...{ valueMinor: null, currency: null, per: 'once', startsOn: null, endsOn: null, renewsBy: null, notice: null },
};

export const factsIn = (ctx: CommandContext, words: string): ContractWords =>
  contractTermsIn(words, momentOf(ctx), ctx.settings.currency);

/** What is known with what was said; or why that cannot be. */
export function withSaid<F extends Omit<ContractFacts, 'title'>>(
  ctx: CommandContext,
  before: F,
  said: ContractWords,
  /** The command that was typed. */
  line: string,
): F | { ask: Reply } {
  if (said.unread) return { ask: askUnread(ctx, said.unread, line) };
  const { value, per, startsOn = before.startsOn, notice, renewsBy } = said;
  const first = startsOn ?? isoDay(todayIn(ctx));
  const runs =
    said.months === undefined ? undefined : isoDay(lastOf(dayOfIso(first), { count: said.months, unit: 'month' }));
  const end = said.endsOn ?? runs;
  const endsOn = end === OPEN_END ? null : (end ?? before.endsOn);
  if (endsOn !== null && startsOn !== null && endsOn < startsOn)
    return { ask: failed(ctx.t.contractCard.endsBefore(dateShown(ctx, startsOn), dateShown(ctx, endsOn))) };
  const renews = renewsBy === undefined ? before.renewsBy : renewsBy === 'none' ? null : renewsBy;
  if (end !== undefined && end !== OPEN_END && renews !== null && end < isoDay(todayIn(ctx)))
    return { ask: askPastEnd(ctx, end, renews, line) };
  const last = said.noticeDay && endsOn !== null ? noticeDayFor(said.noticeDay, endsOn) : undefined;
  const until = last && noticeUntil(dayOfIso(endsOn!), dayOfIso(last));
  if (said.noticeDay && !until) return { ask: askNoticeDay(ctx, { last, endsOn }, line) };
  return {
    ...before,
    ...(value && { valueMinor: value.minor, currency: value.currency, per: per ?? 'once' }),
    startsOn: said.months !== undefined && startsOn === null ? first : startsOn,
    endsOn,
    ...(notice && { notice: notice === 'none' ? null : notice }),
    ...(until && { notice: until }),
    ...(renewsBy !== undefined && { renewsBy: renewsBy === 'none' ? null : renewsBy }),
  };
}

/** A last day for notice says how long before the end that is: so the end has to be known, and to come later. */
function askNoticeDay(
  ctx: CommandContext,
  { last, endsOn }: { last: string | undefined; endsOn: string | null },
  line: string,
): Reply {
  const { contractCard: t } = ctx.t;
  if (last === undefined || endsOn === null)
    return failed(t.whenEnds, { rest: { before: `${line}, until `, after: '' }, asks: t.whenEnds });
  return failed(t.noticeAfterEnd(dateShown(ctx, last), dateShown(ctx, endsOn)));
}

/** What was not understood is named: it is neither noted nor the contract's name. */
function askUnread({ t }: CommandContext, unread: NonNullable<ContractWords['unread']>, line: string): Reply {
  const [first] = unread;
  const days = unread.length === 1 ? (first!.days ?? []) : [];
  return failed(t.contractCard.unread(unread.map(({ words }) => words).join(', ')), {
    hint: t.contractCard.unreadHint,
    buttons: days.map((day) => [
      { label: t.contractCard.button.isDay(day), command: line.replace(/\d{1,2}[/／]\d{1,2}[/／]\d{4}/u, day) },
    ]),
  });
}

/** A year that was mistyped would renew it many times: the end of the term that runs now is asked for. */
function askPastEnd(ctx: CommandContext, end: string, renewsBy: number, line: string): Reply {
  const today = isoDay(todayIn(ctx));
  let now = end;
  for (let terms = 1; now < today && terms <= 1200; terms++) now = isoDay(termEnd(dayOfIso(end), renewsBy, terms));
  const { contractCard: t } = ctx.t;
  return failed(t.pastEnd(formatFullDate(end, ctx.locale)), {
    buttons: [
      [{ label: t.button.runsUntil(dateShown(ctx, now)), command: `${line}, until ${now}` }],
      [{ label: t.button.endsOn(dateShown(ctx, end)), command: `${line}, no renewal` }],
    ],
  });
}
