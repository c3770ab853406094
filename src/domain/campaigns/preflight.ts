import { type Span, spanOf, unhurried } from '../../lib/unhurried.ts';
import type { Locale } from '../../text/locale.ts';
import { wallTime } from '../../text/when/zone.ts';
import { hasLetters } from '../channel.ts';
import type { Context } from '../context.ts';
import { Unclear } from '../people/filter/filter.ts';
import type { TemplateFault } from '../templates/fault.ts';
import type { Rendered } from '../templates/letter.ts';
import { personData } from '../templates/person_data.ts';
import {
  type Audience,
  type AudienceCounts,
  audienceOf,
  audienceRows,
  countAudience,
  type Recipient,
  someOf,
} from './audience.ts';
import type { Campaign } from './campaign.ts';
import { type Estimate, estimate } from './estimate.ts';
import { headedSubject } from './headed.ts';
import { type Crowd, SAMPLE } from './reach/crowd.ts';
import { hasFault, type Lacking, lackingOf, NOBODY_LACKS } from './reach/lack.ts';
import { opensAt, rulesFor } from './rules.ts';
import { sentToday } from './today.ts';
import type { Version } from './versions/version.ts';
import { withUrl, wordsOf } from './words.ts';

/** How many are shown as they would read it. */
const PREVIEWS = 3;
/** So many are rendered to see how long their texts are. */
const TRIED = 1000;
/** And no more once it has taken so many ms: words that loop through much are slow for each of them. */
const TRIED_MS = 1000;

/** One of the people, and what they would read; or what is not known of them. */
export interface Preview extends Recipient {
  words: { subject: string; text: string } | { missing: string };
}

/** What a campaign would do if it were sent now. */
export interface Preflight {
  counts: AudienceCounts;
  previews: Preview[];
  /** The same people as they would read the second text; empty: there is none. */
  second: Preview[];
  /** What those would read who were tried. */
  texts: string[];
  /** Who lacks something that the words name: `counts` has them among those who get nothing. */
  lacking: Lacking;
  /** Why nothing can be sent with these words; absent: something can. */
  fault?: TemplateFault;
  estimate: Estimate;
  /** When it may begin, where it leaves at its time, or now: its hours may begin later. */
  opensAt: Date;
  /** So many a minute and a day, 0: no limit; and whose limits they are. */
  pace: { perMinute: number; perDay: number; provider: string | null };
  /** Percent that are held out in fact; 0 where that would be too few. */
  holdout: number;
}

/** How many get it and how many do not, those among them who lack what its words name; the same wherever a number is said or asked. */
export async function countSendable(
  ctx: Context,
  audience: Audience,
): Promise<{ counts: AudienceCounts; lacking: Lacking }> {
  const counts = await countAudience(ctx, audience);
  const hasWords = Object.keys(audience.campaign.variants.of).length > 0;
  const lacking = hasWords && counts.reached > 0 ? await lackingOf(ctx, audience, counts.reached) : NOBODY_LACKS;
  if (lacking.count === 0) return { counts, lacking };
  const skipped = { ...counts.skipped, missing: lacking.count };
  return { counts: { ...counts, skipped, reached: counts.reached - lacking.count }, lacking };
}

/** Who would get it now: nobody where its words cannot be read. Undefined: its people are not chosen, or not understood. */
export async function crowdNow(ctx: Context, campaign: Campaign): Promise<Crowd | undefined> {
  const audience = campaign.audience === null ? undefined : await audienceOf(ctx, campaign);
  if (!audience || audience instanceof Unclear) return undefined;
  const hasWords = Object.keys(campaign.variants.of).length > 0;
  if (hasWords && (await hasFault(ctx, campaign))) return { people: 0, sample: [] };
  const { lacking } = await countSendable(ctx, audience);
  return crowdOf(ctx, audience, lacking.count);
}

/** Who an audience is, without their names. `lacking`: how many of them get nothing because the words name what they lack. */
async function crowdOf(ctx: Context, audience: Audience, lacking: number): Promise<Crowd> {
  const [row] = await ctx.tx<Crowd>`
    with meant as materialized (
      select hashint8extended(contact_id, 0) as mark from (${audienceRows(ctx, audience)}) a where why is null
    )
    select (select count(*)::int from meant) as people,
      array(select mark::text from meant order by mark limit ${SAMPLE}) as sample`;
  return { ...row!, people: Math.max(0, row!.people - lacking) };
}

/** Looks at everybody and writes to nobody. The word of its audience that is not understood, if there is one. */
export async function preflight(ctx: Context, campaign: Campaign): Promise<Preflight | Unclear> {
  const audience = await audienceOf(ctx, campaign);
  if (!('filter' in audience)) return audience;
  const { counts, lacking } = await countSendable(ctx, audience);
  const some = Object.keys(campaign.variants.of).length > 0 ? await someOf(ctx, audience, { most: TRIED }) : [];
  const span = spanOf(TRIED_MS);
  const { fault, read } = await rendered(ctx, campaign, some, { span });
  const other = campaign.second ? await rendered(ctx, campaign, some, { span, version: 'b' }) : { read: [] };
  const wrong = fault ?? other.fault;
  return {
    counts,
    previews: read.slice(0, PREVIEWS),
    second: other.read.slice(0, PREVIEWS),
    texts: [...read, ...other.read].flatMap(({ words }) => ('text' in words ? [words.text] : [])),
    lacking,
    ...(wrong !== undefined && { fault: wrong }),
    ...(await estimateFor(ctx, campaign, counts.reached)),
    holdout: audience.holdout,
  };
}

async function rendered(
  ctx: Context,
  campaign: Campaign,
  people: readonly Recipient[],
  { span, version = 'a' }: { span: Span; version?: Version },
): Promise<{ fault?: TemplateFault; read: Preview[] }> {
  if (Object.keys(campaign.variants.of).length === 0) return { read: [] };
  const compiled = await wordsOf(ctx, campaign, { version });
  if (!('render' in compiled)) return { fault: compiled, read: [] };
  const data = await personData(
    ctx.tx,
    people.map(({ contactId }) => contactId),
    ctx.now,
    ctx.settings,
  );
  const headed = (words: Rendered, locale: Locale): Rendered => ({
    ...words,
    subject: headedSubject(ctx, campaign, compiled.localeFor(locale), words.subject),
  });
  const read: Preview[] = [];
  for await (const person of unhurried(people, { span, least: PREVIEWS })) {
    const known = data.get(person.contactId);
    if (!known) continue;
    const { locale } = person;
    const words = compiled.render(withUrl(campaign, known, { url: ctx.publicUrl }), locale);
    read.push({ ...person, words: 'text' in words && hasLetters(campaign.channel) ? headed(words, locale) : words });
  }
  return { read };
}

const localDay = (at: Date, timezone: string): number => wallTime(at, timezone).day;

/** At which pace, from when on, and when so many of a campaign will have left, behind those of other campaigns. */
export async function estimateFor(
  ctx: Context,
  { id, channel, state, scheduledAt }: Campaign,
  count: number,
): Promise<Pick<Preflight, 'estimate' | 'pace' | 'opensAt'>> {
  const [ahead] = await ctx.tx<{ count: number }>`
    select count(*)::int as count from campaigns c join campaign_deliveries d on d.campaign_id = c.id
    where c.state = 'running' and c.id <> ${id} and c.channel = ${channel} and d.state = 'queued' and d.run_at < 'infinity'`;
  const rules = await rulesFor(ctx, channel);
  const { perMinute = 0, perDay = 0 } = rules.pace;
  const { timezone } = ctx.settings;
  const isLater = (state === 'scheduled' || state === 'paused') && scheduledAt && scheduledAt > ctx.now;
  const opens = opensAt(isLater ? scheduledAt : ctx.now, rules, timezone);
  const today = await sentToday(ctx, channel);
  const isToday = localDay(opens, timezone) === localDay(ctx.now, timezone);
  return {
    opensAt: opens,
    pace: { perMinute, perDay, provider: rules.provider },
    estimate: estimate(count + ahead!.count, rules, isToday ? today : { ...today, sent: 0 }),
  };
}
