import type { Fragment, Sql } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import type { Campaign } from '../campaign.ts';
import { awaitsWinner } from '../versions/texts.ts';

/** How a campaign is divided: numbers of people. */
export interface Parts {
  /** Get A or B by chance, before it is decided what the rest get; with one text alone: everybody. */
  tried: number;
  /** Of these: get it before its owner is asked about the others. */
  first: number;
}

/** The parts of so many people. A share is one of everybody, so many people are so many; what is left of it beyond those who are tried waits for the better text. */
export function partsOf(
  reached: number,
  { second, trial, share, firstPeople }: Pick<Campaign, 'second' | 'trial' | 'share' | 'firstPeople'>,
): Parts {
  const part = (percent: number) => Math.ceil((reached * percent) / 100);
  // one alone could not get either text
  const tried = second ? Math.max(Math.min(reached, 2), part(trial)) : reached;
  return { tried, first: Math.min(tried, firstPeople ?? part(share)) };
}

/** Whether anybody's turn or text falls to them by chance: what all get at once, in the same words, needs no draw. */
export const isDrawn = ({ second, share, firstPeople }: Pick<Campaign, 'second' | 'share' | 'firstPeople'>): boolean =>
  second !== null || share < 100 || firstPeople !== null;

/** Draws whose turn it is and who gets which text, once over everybody who is to get it: all of them wait until then. The campaign is locked. */
export async function draw({ tx, now }: Pick<Context, 'tx' | 'now'>, campaign: Campaign): Promise<void> {
  const waiting = tx`campaign_id = ${campaign.id} and state = 'queued'`;
  const [row] = await tx<{ count: number }>`select count(*)::int as count from campaign_deliveries where ${waiting}`;
  const { tried, first } = partsOf(row!.count, campaign);
  const hasTwo = campaign.second !== null;
  await tx`
    update campaign_deliveries d set version = ${hasTwo ? versionAt(tx) : tx`null`}, compared = ${hasTwo},
      run_at = case when nth <= ${first} then ${now}::timestamptz else 'infinity' end
    from (
      select who, row_number() over (order by mark, who) as nth from (
        select contact_id as who, ${byChance(tx, campaign)} as mark from campaign_deliveries where ${waiting}
        order by mark, who limit ${hasTwo ? tried : first}
      ) drawn
    ) r
    where d.campaign_id = ${campaign.id} and d.contact_id = r.who`;
}

/** The order in which contacts come to their turn and to their text: as good as by chance, and the same whoever asks. */
export const byChance = (sql: Sql, { id }: Pick<Campaign, 'id'>): Fragment =>
  sql`hashint8extended(contact_id, ${id}::bigint)`;

/** Which of two texts the `nth` in that order gets: every other one the second, so that neither has more than one person more. */
export const versionAt = (sql: Sql): Fragment => sql`case when nth % 2 = 1 then 'a' else 'b' end`;

/** Those who were left for later may get it now; not those who wait until it is known which text is better. */
export async function releaseRest({ tx, now }: Pick<Context, 'tx' | 'now'>, campaign: Campaign): Promise<void> {
  await tx`
    update campaign_deliveries set run_at = ${now}
    where campaign_id = ${campaign.id} and state = 'queued' and run_at = 'infinity'
      and (version is not null or ${!awaitsWinner(campaign)})`;
}
