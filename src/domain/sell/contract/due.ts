import type { Sql, Tx } from '../../../db/sql.ts';
import { locales } from '../../../text/locale.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { type Day, dateOf, dayOfIso, isoDay } from '../../../text/when/zone.ts';
import type { Context } from '../../context.ts';
import { journaled } from '../../owner/journal.ts';
import { ownerId } from '../../owner/user.ts';
import { changeLead, insertLead, type Lead, loadLead, loseLead, winLead } from '../lead.ts';
import { businessOf } from '../quote/business.ts';
import { type Contract, datesOf, endContract, loadContract, rollOn, worthOf } from './contract.ts';
import { termEnd } from './term.ts';

const DAYS = 14;
/** So many are told of at one look. */
const MOST = 20;
/** Without any other sign a term is a year. */
const YEAR = 12;

/** Its owner is reminded so many days before a contract's last day for notice, and before its end; 0: on the day alone. */
export const reminderDays = (ctx: Pick<Context, 'settings'>): number => businessOf(ctx.settings).contractDays ?? DAYS;

/**
 * What a contract's owner is told: before or on its last day for notice, that this is over untold, before or on its last day, that it has
 * ended or gone on, or what they wanted to be reminded of.
 */
export type DueKind =
  | 'notice_soon'
  | 'notice_today'
  | 'notice_over'
  | 'end_soon'
  | 'end_today'
  | 'ended'
  | 'rolled'
  | 'past'
  | 'again';

export interface Due {
  kind: DueKind;
  /** As it is by then. */
  contract: Contract;
  /** The day that is meant. */
  day: string;
  /** The lead of its next term, where there is one. */
  leadId: string | null;
  /** How many terms began since, if any did. */
  terms?: number;
  /** With which it can be taken back. */
  journalId?: string | undefined;
}

/** What is kept of an occasion that was taken, so that none is taken twice. */
const marks = {
  soon: (day: string) => `soon:${day}`,
  today: (day: string) => `today:${day}`,
  over: (day: string) => `over:${day}`,
  past: (day: string) => `past:${day}`,
  again: (day: string) => `again:${day}`,
} as const;

/** Occasions that are no news for whoever has just written it down. */
export function knownAlready(dueOn: string | null, today: Day, days: number): string[] {
  if (dueOn === null || dueOn < isoDay(today) || dueOn > isoDay(today + days)) return [];
  return dueOn === isoDay(today) ? [marks.soon(dueOn), marks.today(dueOn)] : [marks.soon(dueOn)];
}

/** Takes what is due by a day, once each, and does what follows: a term that was not given notice of goes on, one that ends has ended. */
export async function takeDue(ctx: Context, today: Day): Promise<Due[]> {
  const { tx } = ctx;
  const until = isoDay(today + reminderDays(ctx));
  const now = isoDay(today);
  const dated = await tx<{ id: string }>`
    select id from contracts
    where state <> 'ended' and coalesce(due_on, 'infinity'::date) <= ${until}::date
      and (due_on < ${now}::date or not (state = 'active' and renews_by is not null and due_on is distinct from notice_by))
      and not reminded @> array[case when due_on < ${now}::date and reminded @> array['over:' || due_on] then 'past:' when due_on < ${now}::date then 'over:' when due_on = ${now}::date then 'today:' else 'soon:' end || due_on]
    order by coalesce(due_on, 'infinity'::date), id limit ${MOST} for update skip locked`;
  const wanted = await tx<{ id: string }>`
    select id from contracts
    where state <> 'ended' and remind_on <= ${now}::date and not reminded @> array['again:' || remind_on]
    order by remind_on, id limit ${MOST} for update skip locked`;
  const due: Due[] = [];
  for (const { id } of dated) {
    const contract = (await loadContract(tx, id))!;
    due.push(...(await taken(ctx, contract, stageOf(contract, now), today)));
  }
  for (const { id } of wanted) due.push(...(await taken(ctx, (await loadContract(tx, id))!, 'again', today)));
  return due;
}

/** One that runs again behind the day that was taken once, as it was resumed or its renewal undone, is told of and left as it is. */
function stageOf({ dueOn, reminded }: Contract, now: string): 'soon' | 'today' | 'over' | 'past' {
  if (dueOn! < now) return reminded.includes(marks.over(dueOn!)) ? 'past' : 'over';
  return dueOn === now ? 'today' : 'soon';
}

async function taken(ctx: Context, contract: Contract, stage: keyof typeof marks, today: Day): Promise<Due[]> {
  const day = stage === 'again' ? contract.remindOn! : contract.dueOn!;
  const mark = marks[stage](day);
  await ctx.tx`update contracts set reminded = reminded || ${mark}::text where id = ${contract.id} and not reminded @> array[${mark}::text]`;
  if (stage === 'again')
    return contract.state === 'ended' ? [] : [{ kind: 'again', contract, day, leadId: contract.leadId }];
  if (stage === 'past') return [{ kind: 'past', contract, day, leadId: contract.leadId }];
  const isNotice = contract.state === 'active' && contract.noticeBy === contract.dueOn;
  if (stage !== 'over') {
    const kind = isNotice ? (`notice_${stage}` as const) : (`end_${stage}` as const);
    const leadId = contract.state === 'noticed' ? null : await renewalLead(ctx, contract);
    return [{ kind, contract: (await loadContract(ctx.tx, contract.id))!, day, leadId }];
  }
  if (isNotice && contract.endsOn! >= isoDay(today)) return overUntold(ctx, contract, today);
  return [await atItsEnd(ctx, contract, today)];
}

/** The last day for notice is over: its end counts next. Told only where nobody was reminded on that day. */
async function overUntold(ctx: Context, contract: Contract, today: Day): Promise<Due[]> {
  const { id, dueOn, reminded } = contract;
  const { dueOn: next } = datesOf(contract, today);
  await ctx.tx`update contracts set due_on = ${next} where id = ${id}`;
  if (reminded.includes(marks.today(dueOn!))) return [];
  const leadId = await renewalLead(ctx, contract);
  return [{ kind: 'notice_over', contract: (await loadContract(ctx.tx, id))!, day: dueOn!, leadId }];
}

/** As many terms as have passed begin at once, and are told of together. */
async function atItsEnd(ctx: Context, contract: Contract, today: Day): Promise<Due> {
  const { id, endsOn, renewsBy, state } = contract;
  const goesOn = state === 'active' && renewsBy !== null;
  const { journalId, result } = await byItself(ctx, id, async () => {
    if (goesOn) return await rolled(ctx, contract, renewsBy, today);
    await endContract(ctx.tx, id, endsOn!);
    return { leadId: contract.leadId, terms: 0 };
  });
  const after = (await loadContract(ctx.tx, id))!;
  return {
    kind: goesOn ? 'rolled' : 'ended',
    contract: after,
    day: endsOn!,
    leadId: result.leadId,
    terms: result.terms,
    journalId,
  };
}

/** No more than would run in a hundred years. */
const MOST_TERMS = 1200;

/** It goes on until a term runs. What began unseen and is over wins nothing: only the lead that was open, and that of the term that runs. */
async function rolled(ctx: Context, contract: Contract, months: number, today: Day) {
  let leadId: string | null = null;
  let [now, terms] = [contract, 0];
  while (now.endsOn! < isoDay(today) && terms < MOST_TERMS) {
    const runs = termEnd(dayOfIso(now.firstEndsOn!), months, now.terms + 1) >= today;
    leadId = runs || now.leadId ? await renewalLead(ctx, now) : null;
    if (leadId) await settleRenewal(ctx.tx, { ...now, leadId }, { wonFor: months }, ctx.now);
    now = await rollOn(ctx.tx, now, months, today);
    terms++;
  }
  return { leadId, terms };
}

/** Recorded as something that the owner can take back. */
async function byItself<T>(ctx: Context, id: string, work: () => Promise<T>) {
  const userId = await ownerId(ctx.tx);
  if (!userId) return { result: await work(), journalId: undefined };
  return journaled(ctx.tx, { userId, command: `/contract ${id}`, now: ctx.now, byItself: true }, work);
}

/** How many months its next term would have. */
export function nextMonths({ renewsBy, startsOn, firstEndsOn, terms }: Contract): number {
  if (renewsBy !== null) return renewsBy;
  if (startsOn === null || firstEndsOn === null || terms > 0) return YEAR;
  const [from, to] = [dateOf(dayOfIso(startsOn)), dateOf(dayOfIso(firstEndsOn) + 1)];
  return Math.max(1, (to.year - from.year) * 12 + to.month - from.month + (to.date - from.date > 14 ? 1 : 0));
}

/**
 * The lead of its next term: it is opened with the first reminder, for what that term brings, expected on the day on which it begins. So the
 * pipeline and the forecast know of it while it can still be decided.
 */
async function renewalLead(ctx: Context, contract: Contract): Promise<string> {
  const known = contract.leadId ? await loadLead(ctx.tx, contract.leadId) : undefined;
  if (known) return known.id;
  const { contractCard }: Texts = texts(ctx.settings.locale);
  const { id, contactId, title, endsOn } = contract;
  const amount = worthOf(contract, nextMonths(contract));
  const lead = await insertLead(ctx.tx, { contactId, title: contractCard.renewalOf(title), amount }, ctx.now);
  if (endsOn !== null) await changeLead(ctx.tx, lead.id, { expectedOn: isoDay(dayOfIso(endsOn) + 1) });
  await ctx.tx`update contracts set lead_id = ${lead.id} where id = ${id}`;
  return lead.id;
}

/** What became of its next term, where its lead is still open: it was lost, or is won for so many months. What its owner has said that it is worth stays. */
export async function settleRenewal(
  tx: Tx,
  contract: Contract,
  { wonFor: months }: { wonFor: number | 'lost' },
  now: Date,
): Promise<void> {
  const lead = await openRenewal(tx, contract);
  if (!lead) return;
  if (months === 'lost') return void (await loseLead(tx, lead.id, undefined, now));
  const isOwners = lead.amountMinor !== null && !isWorth(lead, worthOf(contract, nextMonths(contract)));
  await winLead(tx, lead.id, isOwners ? undefined : worthOf(contract, months), now);
}

const isWorth = ({ amountMinor, currency }: Lead, worth: ReturnType<typeof worthOf>): boolean =>
  (amountMinor ?? undefined) === worth?.minor && (currency ?? undefined) === worth?.currency;

async function openRenewal(sql: Sql, { leadId }: Pick<Contract, 'leadId'>) {
  const lead = leadId ? await loadLead(sql, leadId) : undefined;
  return lead && lead.stage !== 'won' && lead.stage !== 'lost' ? lead : undefined;
}

/** The open lead of its next term follows what is said of the contract, as far as it still says what the contract said. */
export async function renewalFollows({ tx }: Pick<Context, 'tx'>, before: Contract): Promise<void> {
  const lead = await openRenewal(tx, before);
  const after = lead && (await loadContract(tx, before.id));
  if (!lead || !after) return;
  const titlesOf = (title: string) => locales.map((locale) => texts(locale).contractCard.renewalOf(title));
  const [was, is] = [before, after].map((one) => ({
    amount: worthOf(one, nextMonths(one)),
    expectedOn: one.endsOn === null ? null : isoDay(dayOfIso(one.endsOn) + 1),
    titles: titlesOf(one.title),
  }));
  const called = was!.titles.indexOf(lead.title);
  const isAsWas = isWorth(lead, was!.amount);
  await changeLead(tx, lead.id, {
    ...(isAsWas && is!.amount && { amount: is!.amount }),
    ...(lead.expectedOn === was!.expectedOn && { expectedOn: is!.expectedOn }),
    ...(called >= 0 && { title: is!.titles[called]! }),
  });
}
