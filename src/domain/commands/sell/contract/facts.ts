import { type ContractWords, contractTermsIn, OPEN_END } from '../../../../text/money/contract_terms.ts';
import { isoDay } from '../../../../text/when/zone.ts';
import { failed, type Reply } from '../../../reply.ts';
import type { ContractFacts } from '../../../sell/contract/contract.ts';
import { dayIn, lastOf } from '../../../sell/contract/term.ts';
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
): F | { ask: Reply } {
  const { value, per, startsOn = before.startsOn, notice, renewsBy } = said;
  const first = startsOn ?? isoDay(todayIn(ctx));
  const runs =
    said.months === undefined ? undefined : isoDay(lastOf(dayIn(first), { count: said.months, unit: 'month' }));
  const end = said.endsOn ?? runs;
  const endsOn = end === OPEN_END ? null : (end ?? before.endsOn);
  if (endsOn !== null && startsOn !== null && endsOn < startsOn)
    return { ask: failed(ctx.t.contractCard.endsBefore(dateShown(ctx, startsOn), dateShown(ctx, endsOn))) };
  return {
    ...before,
    ...(value && { valueMinor: value.minor, currency: value.currency, per: per ?? 'once' }),
    startsOn: said.months !== undefined && startsOn === null ? first : startsOn,
    endsOn,
    ...(notice && { notice: notice === 'none' ? null : notice }),
    ...(renewsBy !== undefined && { renewsBy: renewsBy === 'none' ? null : renewsBy }),
  };
}
