import type { Tx } from '../../src/db/sql.ts';
import { sending } from '../../src/delivery/campaigns/worker.ts';
import { tendCampaigns } from '../../src/domain/campaigns/tend.ts';
import type { BulkMail, BulkResult, BulkWay } from '../../src/outbox/bulk.ts';
import type { House } from './house.ts';

/** People with a mail address who have agreed to get newsletters, numbered from 1 on; not those whom `agreed` names as not. */
export async function addPeople(
  tx: Tx,
  count: number,
  { city = null, agreed = () => true }: { city?: string | null; agreed?: (nth: number) => boolean } = {},
): Promise<void> {
  const numbers = Array.from({ length: count }, (_, nth) => nth + 1);
  await tx`
    with people as (
      insert into contacts (name, city, search_keys, created_at)
      select 'Person ' || n, ${city}, '{}', now() from generate_series(1, ${count}) n order by n
      returning id, substr(name, 8)::int as n
    ), addresses as (
      insert into contact_identities (contact_id, channel, address) select id, 'email', 'p' || n || '@example.net' from people
    )
    insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
    select id, 'email', 'p' || n || '@example.net', 'newsletter', 'token-' || n, 'en', 'yes', 'test', now(), now()
    from people where n = any(${numbers.filter(agreed)}::int[])`;
}

/** A mail server that keeps what it was given, and answers as `answer` says; by default it takes everything. */
export function sink(answer: (mail: BulkMail) => BulkResult = () => ({ state: 'sent', detail: '' })) {
  const mails: BulkMail[] = [];
  const way: BulkWay = {
    sender: {
      async send(batch) {
        mails.push(...batch);
        return batch.map(answer);
      },
      close() {},
    },
    from: 'Tea <shop@example.com>',
    address: 'shop@example.com',
    idOf: (key) => `<${key.replaceAll(':', '.')}@example.com>`,
    unsubscribeUrl: ({ contactId }) => `https://crm.example.com/u/${contactId}`,
  };
  return { mails, way, to: () => mails.map(({ to }) => to).sort() };
}

/** Sends what campaigns have to send, until nothing is due by the house's clock. */
export async function sendCampaigns(house: House, way: BulkWay, instance = 7): Promise<void> {
  await house.act(tendCampaigns);
  const round = sending({ act: house.act, instance }, 'email', way);
  while ((await round()) === 0);
  await house.act(tendCampaigns);
}
