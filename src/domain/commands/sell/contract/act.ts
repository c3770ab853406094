import { dayRead } from '../../../../text/money/contract/days.ts';
import { saysNoticeDay } from '../../../../text/money/contract/notice_day.ts';
import { namesTitle } from '../../../../text/money/contract_terms.ts';
import { typedMeanings } from '../../../../text/typed.ts';
import { formatFullDate } from '../../../../text/when/format_when.ts';
import { parseWhen } from '../../../../text/when/when.ts';
import { dayOfIso, isoDay, wallTime } from '../../../../text/when/zone.ts';
import { failed, type Reply } from '../../../reply.ts';
import {
  type Contract,
  changeContract,
  endContract,
  filesOf,
  giveNotice,
  lockContract,
  remindOn,
  resumeContract,
  rollOn,
} from '../../../sell/contract/contract.ts';
import { nextMonths, renewalFollows, settleRenewal } from '../../../sell/contract/due.ts';
import { endsAfter, termEnd } from '../../../sell/contract/term.ts';
import type { CommandContext } from '../../command.ts';
import { momentOf } from '../../words/moment.ts';
import { splitFirst } from '../../words/words.ts';
import { factsIn, withSaid } from './facts.ts';
import { contractReply, dateShown, todayIn } from './shown.ts';

type Act = 'notice' | 'end' | 'renew' | 'resume' | 'remind' | 'file' | 'delete';

const ACTS = typedMeanings<Act>((typed) => typed.contractActs);

/** What the words behind a contract's number do; undefined: they say something of it. */
export function contractActIn(words: string): { act: Act; rest: string } | undefined {
  const [first, rest] = splitFirst(words);
  const act = ACTS.get(first.toLowerCase());
  // '/contract 1 notice by 30 Sep' says until when it can be given
  return act && !(act === 'notice' && saysNoticeDay(words)) ? { act, rest } : undefined;
}

const ACT_FIRST = new RegExp(`^(?:${[...ACTS.keys()].join('|')})(?![\\p{Script=Latin}])`, 'iu');

/** Whether words begin with something that is done with a contract. */
export const saysAct = (text: string): boolean => ACT_FIRST.test(text.trim());

export async function actOnContract(ctx: CommandContext, id: string, words: string): Promise<Reply> {
  const contract = (await lockContract(ctx.tx, id))!;
  const found = contractActIn(words);
  if (!found) return sayMore(ctx, contract, words);
  return DOES[found.act](ctx, contract, found.rest);
}

const DOES: Readonly<Record<Act, (ctx: CommandContext, contract: Contract, rest: string) => Promise<Reply>>> = {
  notice,
  async end(ctx, contract) {
    if (contract.state === 'ended') return unchanged(ctx, contract);
    await endContract(ctx.tx, contract.id, isoDay(todayIn(ctx)));
    await settleRenewal(ctx.tx, contract, { wonFor: 'lost' }, ctx.now);
    return contractReply(ctx, contract.id, ctx.t.contractCard.done.ended);
  },
  async renew(ctx, contract, rest) {
    const months =
      rest === '' ? nextMonths(contract) : (factsIn(ctx, rest).months ?? factsIn(ctx, `for ${rest}`).months);
    if (months === undefined)
      return failed(ctx.t.contractCard.howLong, { rest: { before: `/contract ${contract.id} renew `, after: '' } });
    if (contract.endsOn === null) return unchanged(ctx, contract);
    await settleRenewal(ctx.tx, contract, { wonFor: months }, ctx.now);
    await rollOn(ctx.tx, contract, months, todayIn(ctx));
    return contractReply(ctx, contract.id, ctx.t.contractCard.done.renewed(months));
  },
  async resume(ctx, contract) {
    if (contract.state === 'active') return unchanged(ctx, contract);
    await resumeContract(ctx.tx, contract, todayIn(ctx));
    return contractReply(ctx, contract.id, ctx.t.contractCard.done.resumed);
  },
  async remind(ctx, contract, rest) {
    const when = parseWhen(rest, momentOf(ctx));
    const day = when && isoDay(wallTime(when.at, ctx.settings.timezone).day);
    if (contract.state === 'ended') return unchanged(ctx, contract);
    if (!day || day <= isoDay(todayIn(ctx)))
      return failed(ctx.t.contractCard.whenRemind, {
        rest: { before: `/contract ${contract.id} remind `, after: '', need: 'time' },
        asks: ctx.t.desk.typeIt(ctx.t.need.time),
      });
    await remindOn(ctx.tx, contract.id, day);
    return contractReply(ctx, contract.id, ctx.t.contractCard.done.remind(dateShown(ctx, day)));
  },
  async delete(ctx, { id, title }, rest) {
    const { contractCard: t } = ctx.t;
    if (!/^[!！]$/u.test(rest))
      return failed(t.sureDelete(title), {
        buttons: [[{ label: t.button.delete, command: `/contract ${id} delete !` }]],
      });
    await ctx.tx`delete from contracts where id = ${id}`;
    return { text: t.done.deleted(title) };
  },
  async file(ctx, { id, title }) {
    const files = await filesOf(ctx.tx, id);
    if (files.length === 0)
      return failed(ctx.t.contractCard.noFile, {
        buttons: [[{ label: ctx.t.button.show, command: `/contract ${id}`, turns: true }]],
      });
    return { text: title, attachments: files.map(({ file }) => file) };
  },
};

const unchanged = async (ctx: CommandContext, { id }: Contract): Promise<Reply> => ({
  ...(await contractReply(ctx, id)),
  unchanged: true,
});

/** Notice is noted: the contract ends with its term. Too late for that, its owner says when it ends. */
async function notice(ctx: CommandContext, contract: Contract, rest: string): Promise<Reply> {
  const { contractCard: t } = ctx.t;
  if (contract.state !== 'active') return unchanged(ctx, contract);
  const today = todayIn(ctx);
  const said = rest === '' ? undefined : dayRead(rest, momentOf(ctx));
  if (rest !== '' && !said) return failed(ctx.t.contractCard.noDay(rest));
  const endsOn = said ?? (contract.endsOn === null ? openEnd(contract, today) : contract.endsOn);
  const isLate =
    said === undefined && contract.endsOn !== null && contract.noticeBy !== null && contract.noticeBy < isoDay(today);
  if (isLate || endsOn === undefined) return askWhenItEnds(ctx, contract);
  await giveNotice(ctx.tx, contract, endsOn, today);
  await settleRenewal(ctx.tx, contract, { wonFor: 'lost' }, ctx.now);
  return contractReply(ctx, contract.id, t.done.noticed(formatFullDate(endsOn, ctx.locale)));
}

/** A contract without an end is over when its time of notice is. */
const openEnd = ({ notice: time }: Contract, today: number): string | undefined =>
  time ? isoDay(endsAfter(today, time)) : undefined;

function askWhenItEnds(ctx: CommandContext, { id, endsOn, noticeBy, renewsBy, firstEndsOn, terms }: Contract): Reply {
  const { t } = ctx;
  const next = endsOn && renewsBy ? isoDay(termEnd(dayOfIso(firstEndsOn!), renewsBy, terms + 1)) : undefined;
  const days = [endsOn, next].filter((day) => typeof day === 'string');
  return failed(noticeBy ? t.contractCard.tooLate(dateShown(ctx, noticeBy)) : t.contractCard.whenEnds, {
    buttons: days.map((day) => [
      { label: t.contractCard.button.endsOn(dateShown(ctx, day)), command: `/contract ${id} notice ${day}` },
    ]),
    rest: { before: `/contract ${id} notice `, after: '' },
  });
}

/** What else is said of it. */
async function sayMore(ctx: CommandContext, contract: Contract, words: string): Promise<Reply> {
  const said = factsIn(ctx, words);
  const after = withSaid(ctx, contract, said, `/contract ${contract.id} ${words}`);
  if ('ask' in after) return after.ask;
  if (said.title && !namesTitle(words))
    return failed(ctx.t.contractCard.retitle(said.title), {
      hint: ctx.t.contractCard.howToChange,
      buttons: [
        [{ label: ctx.t.contractCard.button.retitle, command: `/contract ${contract.id} title: ${said.title}` }],
      ],
    });
  await changeContract(ctx.tx, contract, { ...after, ...(said.title && { title: said.title }) }, todayIn(ctx));
  await renewalFollows(ctx, contract);
  return contractReply(ctx, contract.id, ctx.t.contractCard.done.kept);
}
