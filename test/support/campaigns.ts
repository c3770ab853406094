import type { Tx } from '../../src/db/sql.ts';
import { sending } from '../../src/delivery/campaigns/worker.ts';
import * as sequences from '../../src/domain/campaigns/sequences/tend.ts';
import * as campaigns from '../../src/domain/campaigns/tend.ts';
import { escapeHtml } from '../../src/lib/escape_html.ts';
import type { BulkMail, BulkResult, BulkWay, Slotted, WrittenMail } from '../../src/outbox/bulk.ts';
import type { House } from './house.ts';

/** Mail from the house's own address arrives, as far as anybody has looked: campaigns may begin. */
export async function mailArrives(tx: Tx): Promise<void> {
  await tx`
    insert into mail_checks (address, checked_at, due_at) values ('shop@example.com', '2100-01-01', '2100-01-01')
    on conflict (address) do nothing`;
}

/** People with a mail address who have agreed to get newsletters, numbered from 1 on; not those whom `agreed` names as not. */
export async function addPeople(
  tx: Tx,
  count: number,
  { city = null, agreed = () => true }: { city?: string | null; agreed?: (nth: number) => boolean } = {},
): Promise<void> {
  await mailArrives(tx);
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

/** A mail as its reader sees it, whole. */
export function wholeMail(mail: BulkMail): WrittenMail {
  if (!('form' in mail)) return mail;
  const { form, values, ...addressed } = mail;
  const filled = (words: Slotted, as = (value: string) => value) =>
    typeof words === 'string'
      ? words
      : words.map((piece) => (typeof piece === 'string' ? piece : as(values[piece.slot]!))).join('');
  const headers = Object.entries(form.headers).map(([name, words]) => [name, filled(words)]);
  return {
    ...{ ...addressed, from: form.from, subject: filled(form.subject), headers: Object.fromEntries(headers) },
    ...{ html: filled(form.html, escapeHtml), text: filled(form.text) },
  };
}

/** A mail server that keeps what it was given, and answers as `answer` says; by default it takes everything. */
export function sink(answer: (mail: BulkMail) => BulkResult = () => ({ state: 'sent', detail: '' })) {
  const mails: WrittenMail[] = [];
  const way: BulkWay = {
    sender: {
      async send(batch) {
        mails.push(...batch.map(wholeMail));
        return batch.map(answer);
      },
      async close() {},
    },
    from: 'Tea <shop@example.com>',
    address: 'shop@example.com',
    idOf: (key) => `<${key.replaceAll(':', '.')}@example.com>`,
  };
  return { mails, way, to: () => mails.map(({ to }) => to).sort() };
}

const fails = (error: unknown): never => {
  throw error;
};

/** What campaigns need besides being sent, until nothing of it is left to do. */
export async function tendCampaigns({ act }: Pick<House, 'act'>): Promise<void> {
  while (await campaigns.tendCampaigns(act, fails));
}

export const tendSequences = ({ act }: Pick<House, 'act'>): Promise<void> => sequences.tendSequences(act, fails);

/** Sends what campaigns have to send, until nothing is due by the house's clock. */
export async function sendCampaigns(house: House, way: BulkWay, instance = 7): Promise<void> {
  await tendCampaigns(house);
  const round = sending({ act: house.act, instance }, 'email', way);
  while ((await round()) === 0);
  await tendCampaigns(house);
}
