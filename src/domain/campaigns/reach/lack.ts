import { spanOf, unhurried } from '../../../lib/unhurried.ts';
import type { Context } from '../../context.ts';
import { personData } from '../../templates/person_data.ts';
import { type Audience, audienceRows } from '../audience.ts';
import type { Campaign } from '../campaign.ts';
import { textsOf } from '../versions/texts.ts';
import { withUrl, wordsOf } from '../words.ts';

/** People of one statement. */
const AT_ONCE = 2000;
/** Of a larger audience the rest is not looked at: whoever looks at a card would wait for it. */
const MOST = 20_000;
/** And no more once it has taken so many ms: words that loop through much are slow for each of them. */
const MOST_MS = 3000;

/** Who of an audience gets nothing because the words name what is not known of them. */
export interface Lacking {
  /** By their numbers. */
  contactIds: string[];
  /** How many there are: counted, or where only the first `MOST` were looked at as many as their share comes to. */
  count: number;
  isAbout: boolean;
}

export const NOBODY_LACKS: Lacking = { contactIds: [], count: 0, isAbout: false };

/** Whether its words cannot be read, so that nobody could be sent anything. */
export async function hasFault(ctx: Context, campaign: Campaign): Promise<boolean> {
  for (const { version } of textsOf(campaign))
    if (!('render' in (await wordsOf(ctx, campaign, { version })))) return true;
  return false;
}

/**
 * Looks at everybody who would get it, as their own data fill its words: of two texts nobody knows yet who gets which, so whoever lacks
 * something for either counts. Words that name nothing are lacked by nobody. `reached`: how many there are.
 */
export async function lackingOf(ctx: Context, audience: Audience, reached: number): Promise<Lacking> {
  const { campaign } = audience;
  const { tx } = ctx;
  const compiled = [];
  for (const { version } of textsOf(campaign)) {
    const one = await wordsOf(ctx, campaign, { version });
    if (!('render' in one)) return NOBODY_LACKS;
    compiled.push(one);
  }
  if (compiled.every(({ asks }) => !asks)) return NOBODY_LACKS;
  const contactIds: string[] = [];
  let looked = 0;
  let last = '0';
  const span = spanOf(MOST_MS);
  while (looked < MOST && !span.isOver()) {
    const within = tx`c.id > ${last}::bigint`;
    const some = await tx<{ contactId: string; locale: Parameters<(typeof compiled)[number]['fill']>[1] }>`
      select contact_id as "contactId", locale from (${audienceRows(ctx, audience, within)}) a
      where why is null order by contact_id limit ${AT_ONCE}`;
    const ids = some.map(({ contactId }) => contactId);
    const data = await personData(tx, ids, ctx.now, ctx.settings);
    for await (const { contactId, locale } of unhurried(some, { span, least: 1 })) {
      looked++;
      last = contactId;
      const person = data.get(contactId);
      const full = person && withUrl(campaign, person, { url: ctx.publicUrl });
      if (!full || compiled.some((one) => 'missing' in one.fill(full, locale))) contactIds.push(contactId);
    }
    if (some.length < AT_ONCE) break;
  }
  const isAbout = looked < reached && (looked >= MOST || span.isOver());
  return {
    contactIds,
    isAbout,
    count: isAbout ? Math.round((contactIds.length * reached) / looked) : contactIds.length,
  };
}
