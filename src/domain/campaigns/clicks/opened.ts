import type { Sql, Tx } from '../../../db/sql.ts';
import type { ClickLink } from './link.ts';

/** What of a request for a link tells a program from a person. */
export interface Opening {
  method: string;
  headers: Pick<Headers, 'get'>;
}

/** Programs open links as soon as a mail is there; nobody has read it by then. */
const SOON_SECONDS = 10;
/** Two links of one mail within so many seconds are opened by a program that opens all. */
const SWEEP_SECONDS = 2;

/** What programs call themselves: searchers, previews of chats, mail filters, and libraries. A browser's has none of these words. */
const PROGRAMS =
  /bot\b|crawl|spider|slurp|preview|scan|fetch|monitor|headless|phantom|proofpoint|mimecast|barracuda|safelinks|symantec|trendmicro|fortinet|sophos|urldefense|mailguard|bingpreview|googleimageproxy|facebookexternalhit|whatsapp|curl|wget|python|java\/|okhttp|go-http|node-fetch|undici|axios|libwww|apache-httpclient|postman/i;

/** Whether a request alone shows that a program makes it: it asks for no page, fetches ahead, or says who it is. */
export function isProgram({ method, headers }: Opening): boolean {
  if (method !== 'GET') return true;
  const purposes = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'].map((name) => headers.get(name) ?? '');
  if (purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose))) return true;
  const agent = headers.get('user-agent') ?? '';
  return agent === '' || PROGRAMS.test(agent.slice(0, 500));
}

/** Where a link leads; undefined: the campaign has no such link. */
export async function destinationOf(sql: Sql, { campaignId, mark }: ClickLink): Promise<string | undefined> {
  const [row] = await sql<{ url: string }>`
    select url from campaign_links where campaign_id = ${campaignId} and mark = ${mark}`;
  return row?.url;
}

/**
 * Writes down that a link was opened, by a person or by a program, in one statement: of several at once each sees the one before it, and
 * the first of a sweep is taken back.
 */
export async function noteOpened(
  tx: Tx,
  { campaignId, deliveryId, mark }: ClickLink,
  { program, now }: { program: boolean; now: Date },
): Promise<void> {
  const since = new Date(now.getTime() - SWEEP_SECONDS * 1000);
  const sweeps = tx`d.last_mark is not null and d.last_mark <> ${mark} and d.last_opened_at > ${since}`;
  const soon = tx`d.sent_at is null or d.sent_at > ${new Date(now.getTime() - SOON_SECONDS * 1000)}`;
  await tx`
    update campaign_deliveries d set
      clicked_at = case
        when ${sweeps} then case when d.clicked_at > ${since} then null else d.clicked_at end
        when ${program} or ${soon} then d.clicked_at
        else coalesce(d.clicked_at, ${now}) end,
      scanned_at = case when ${program} or ${soon} or ${sweeps} then coalesce(d.scanned_at, ${now}) else d.scanned_at end,
      last_mark = ${mark}, last_opened_at = ${now}
    where d.campaign_id = ${campaignId} and d.id = ${deliveryId}`;
}
