import { createSecretKey } from 'node:crypto';
import { tmpdir } from 'node:os';
import { readConfig } from '../src/config.ts';
import { type Connection, type Database, openDatabase } from '../src/db/open.ts';
import { type Act, actor } from '../src/domain/act.ts';
import { changeCampaign, loadCampaign, makeCampaign } from '../src/domain/campaigns/campaign.ts';
import { beginPlan, planFurther } from '../src/domain/campaigns/plan/plan.ts';
import { openFileStore } from '../src/files/store.ts';
import { capabilities } from '../src/service/capabilities.ts';
import { VARIANTS } from './campaign_mail.ts';

/** What a campaign is planned and sent with. */
export interface House {
  db: Database;
  act: Act;
}

/** The same for every process, because links are signed with it. */
export const KEY = createSecretKey(Buffer.alloc(32, 7));

/** As the service is by default, but that it is always the hour for a campaign, and the address that sends is well known. */
export function openHouse(connection: Connection): House {
  const db = openDatabase(connection, { queryTimeoutMs: 600_000 });
  const config = readConfig({ PUBLIC_URL: 'https://crm.example.com', LOCALE: 'en' });
  const defaults = { ...config.settings, campaignHours: 'off', campaignWarmUp: 'off' };
  const lent = capabilities(KEY, config, openFileStore(tmpdir()));
  return { db, act: actor(db, { capabilities: lent, defaults, clock: () => new Date() }) };
}

/** People who have agreed, made by the server without triggers: what a campaign asks of them has real rows and statistics. */
const LOAD = (count: number) => [
  'set session_replication_role = replica',
  `insert into contacts (name, city, locale, search_keys, created_at)
    select (array['Anna', 'Ben', 'Chloe', 'Dan', 'Eve'])[1 + n % 5] || ' ' || translate(n::text, '0123456789', 'abcdefghij'), (array['Lyon', '杭州', 'Kraków', 'Austin', '成都'])[1 + n % 5], 'en', '{}', now() from generate_series(1, ${count}) n order by n`,
  `insert into contact_identities (contact_id, channel, address)
    select id, 'email', 'customer' || id || '@example.net' from contacts order by id`,
  `insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
    select id, 'email', 'customer' || id || '@example.net', 'newsletter', 'token-' || id, 'en', 'yes', 'bench', now(), now() from contacts order by id`,
  'set session_replication_role = origin',
  `select suppress('email', 'somebody@else.example', array[''], 'unsubscribed', 'person', 'bench', now())`,
  'vacuum analyze',
];

/** As many people as there are to be, instead of those before them. */
export async function moveIn(connection: Connection, count: number): Promise<void> {
  // what holds for a session holds for all of them
  const one = openDatabase(connection, { queryTimeoutMs: 1_800_000, poolSize: 1 });
  for (const statement of LOAD(count)) await one.autocommit.unsafe(statement);
  await one.close();
}

/** A campaign to everybody, planned; of those before it nothing is left. Gives how long the plan took, in seconds. */
export async function beginCampaign({ db, act }: House): Promise<{ id: string; seconds: number }> {
  await db.autocommit.unsafe('truncate campaigns, campaign_deliveries, campaign_links cascade');
  const draft = {
    ...{ name: 'Spring tea', channel: 'email', audience: '', variants: VARIANTS, userId: null, holdout: 0 },
    ...{ place: { channel: 'console', address: 'bench' } as const, toldKey: 'bench' },
  };
  const { id } = await act((ctx) => makeCampaign(ctx, draft));
  const began = performance.now();
  await act(async (ctx) => {
    const campaign = (await loadCampaign(ctx.tx, id, ctx.tx`for update`))!;
    await beginPlan(ctx, await changeCampaign(ctx, campaign, { state: 'running', share: 100 }));
  });
  while ((await act((ctx) => planFurther(ctx, id))).is === 'more');
  const seconds = (performance.now() - began) / 1000;
  return { id, seconds };
}

/** How many deliveries are in each state. */
export async function counted({ db }: House): Promise<Record<string, number>> {
  const rows = await db.sql<{ state: string; count: number }>`
    select state, count(*)::int as count from campaign_deliveries group by 1`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
