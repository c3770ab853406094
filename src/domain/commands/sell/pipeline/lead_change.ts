import { formatMoney, type Money, parseMoney, plainDecimal } from '../../../../text/money/money.ts';
import { cleanText, narrow } from '../../../../text/normalise.ts';
import { typedMeanings, typedWords } from '../../../../text/typed.ts';
import { parseWhen } from '../../../../text/when/when.ts';
import { isoDay, wallTime } from '../../../../text/when/zone.ts';
import { readValue, typedAt } from '../../../people/fields/value.ts';
import { failed, type Reply } from '../../../reply.ts';
import { changeLead, type Lead, type LeadChange, loadLead } from '../../../sell/lead.ts';
import { quoteLines } from '../../../sell/quote/lines.ts';
import type { CommandContext, Need } from '../../command.ts';
import { momentOf } from '../../words/moment.ts';
import { worthLine } from '../../words/second_words.ts';
import { setStep } from '../follow/set_step.ts';
import { amountBefore, describe } from '../lead.ts';
import { askedFor } from './asked_for.ts';
import { dayShown, leadCard } from './lead_card.ts';

const SAID = typedMeanings<What>(({ ofLead }) => ofLead);
const NOTHING = typedWords(({ nothing }) => nothing);
/** With these what somebody wants may begin as well. */
const UNSURE = typedWords(({ ofLead }) => [...ofLead.title, ...ofLead.nextStep, ...ofLead.product.slice(1)]);
/** Characters. */
const LONGEST = 200;

type Column = 'title' | 'amount' | 'product' | 'source' | 'expected';
type What = Column | 'nextStep';

export interface SaidOfLead {
  what: What;
  value: string;
  /** It is hardly what a lead is called: 产品手册, next catalogue. */
  isSure: boolean;
}

/** What words behind a lead's number say of it: '产品 龙井', 'expected Friday'. Undefined: nothing of the kind. */
export function saidOfLead(words: string): SaidOfLead | undefined {
  const typed = words.trim();
  const plain = narrow(typed).toLowerCase();
  const names = [...SAID.keys()].sort((one, other) => other.length - one.length);
  for (const name of names) {
    if (!plain.startsWith(name)) continue;
    const rest = typed.slice(name.length);
    // a word of letters ends where a word ends
    if (/^[\p{L}\p{N}]/u.test(rest) && !/\p{Script=Han}$/u.test(name)) continue;
    const isSure = UNSURE.has(name) === false && (rest === '' || /^[\s:：=]/u.test(rest));
    return { what: SAID.get(name)!, value: rest.replace(/^\s*[:：=]?\s*/u, '').trim(), isSure };
  }
  return undefined;
}

/** Notes what was said of a lead; without a value it is asked. */
export async function changeSaid(
  ctx: CommandContext,
  lead: Lead,
  { what, value }: Pick<SaidOfLead, 'what' | 'value'>,
): Promise<Reply> {
  const { t, tx } = ctx;
  if (what === 'nextStep') return setStep(ctx, lead, value);
  const word = t.typed.ofLead[what][0]!;
  if (value === '')
    return askedFor(ctx, NEED[what], `#${lead.id} · ${t.leadCard[what]}`, { before: `/lead ${lead.id} ${word} ` });
  const change = changeOf(ctx, what, value);
  if ('wrong' in change) return failed(change.wrong);
  const before = lead;
  const asked = what === 'amount' ? await askOfLines(ctx, lead, change.amount ?? undefined) : undefined;
  if (asked) return asked;
  await changeLead(tx, lead.id, change);
  const after = (await loadLead(tx, lead.id))!;
  const same = WAS.every((column) => before[column] === after[column]);
  if (same) return { text: t.leadCard.unchanged(lineOf(ctx, after, what)), unchanged: true };
  const card = await leadCard(ctx, after, t.leadCard.changed(lineOf(ctx, after, what)));
  return { ...card, ...amountBefore(ctx, before, after) };
}

/** What a lead with quote lines is worth is what they come to: another sum is of its lines. */
async function askOfLines(ctx: CommandContext, lead: Lead, amount: Money | undefined): Promise<Reply | undefined> {
  const isSame = amount && lead.amountMinor === amount.minor && lead.currency === amount.currency;
  if (isSame || lead.stage === 'won' || lead.stage === 'lost') return undefined;
  const [line, ...others] = await quoteLines(ctx.tx, lead.id);
  if (!line) return undefined;
  const { t, locale } = ctx;
  const shown = amount && formatMoney(amount.minor, amount.currency, locale);
  const isOne = amount && shown && others.length === 0 && line.quantity === '1' && !line.off;
  const price = amount && `${amount.currency} ${plainDecimal(amount.minor, amount.currency)}`;
  return failed(t.leadCard.ofLines(describe(ctx, lead)), {
    undecided: true,
    buttons: [
      ...(isOne ? [[{ label: `${line.description}: ${shown}`, command: await worthLine(ctx, lead, price!) }]] : []),
      [{ label: t.form.title.quote, command: `/quote ${lead.id}` }],
    ],
  });
}

const NEED: Readonly<Record<Column, Need>> = {
  title: 'text',
  amount: 'amount',
  product: 'text',
  source: 'text',
  expected: 'day',
};
const WAS = ['title', 'amountMinor', 'currency', 'product', 'source', 'expectedOn'] as const;

function lineOf(ctx: CommandContext, after: Lead, what: Column): string {
  const { t } = ctx;
  if (what === 'amount' || what === 'title') return describe(ctx, after);
  const value = what === 'expected' ? after.expectedOn && dayShown(ctx, after.expectedOn) : after[what];
  return `#${after.id} · ${t.leadCard[what]} ${value ?? '—'}`;
}

function changeOf(ctx: CommandContext, what: Column, value: string): LeadChange | { wrong: string } {
  const { t, settings } = ctx;
  const isNothing = NOTHING.has(value.toLowerCase());
  if (what === 'amount') {
    if (isNothing) return { amount: null };
    const amount = parseMoney(value, settings.currency);
    return amount ? { amount } : { wrong: t.lead.notAnAmount(value) };
  }
  if (what === 'expected') {
    const day = isNothing ? null : dayIn(ctx, value);
    if (day === undefined) return { wrong: t.leadCard.notADay(value) };
    const isOver = day !== null && day < isoDay(wallTime(ctx.now, settings.timezone).day);
    return isOver ? { wrong: t.leadCard.dayOver(dayShown(ctx, day)) } : { expectedOn: day };
  }
  const words = cleanText(value).replace(/\s+/gu, ' ').trim();
  if ([...words].length > LONGEST) return { wrong: t.leadCard.tooLong(LONGEST) };
  if (what === 'title') return { title: words };
  return { [what]: isNothing ? null : words };
}

/** A date as it is written in a field, or a time that names a day. Undefined: none, or several that only its writer knows. */
function dayIn(ctx: CommandContext, value: string): string | undefined {
  const at = typedAt(ctx);
  const dates = readValue({ kind: 'date', choices: [] }, value, at).map(({ value: day }) => day);
  if (dates.length === 1) return dates[0];
  if (dates.length > 1) {
    // without its year it is the next one
    const [next, ...others] = [...new Set(dates)].sort().filter((day) => day >= isoDay(at.today));
    return others.some((day) => day.slice(-5) !== next!.slice(-5)) ? undefined : next;
  }
  const when = parseWhen(value, momentOf(ctx));
  return when && when.rest === '' && !when.others ? isoDay(wallTime(when.at, ctx.settings.timezone).day) : undefined;
}
