import { createHmac, randomUUID } from 'node:crypto';
import { storeMail } from '../src/mail/fetch/cursor.ts';
import type { Service } from '../src/service/service.ts';
import type { Life } from './life.ts';

const MAILBOX = 'email:demo@example.com/INBOX';
let uid = 0;

/** A mail arrives: raw bytes, stored with the cursor as the mailbox reader stores them. */
export async function mailArrives({ house }: Service, mail: MailDraft): Promise<void> {
  const body = Buffer.from(rawMail(mail));
  const event = { source: MAILBOX, externalId: randomUUID(), lane: `email:${mail.from}`, body };
  await house.db.transaction((tx) => storeMail(tx, event, { source: MAILBOX, uidValidity: '1', lastUid: ++uid }));
  house.wake();
}

export interface MailDraft {
  from: string;
  name: string;
  subject: string;
  text: string;
  headers?: string[];
}

const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

function rawMail({ from, name, subject, text, headers = [] }: MailDraft): string {
  return [
    `From: ${word(name)} <${from}>`,
    'To: shop@example.com',
    `Subject: ${word(subject)}`,
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <${randomUUID()}@example.net>`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    ...headers,
    '',
    text,
    '',
  ].join('\r\n');
}

/** The shop posts a signed webhook, as Shopify does. */
export async function shopPosts(hook: string, secret: string, topic: string, payload: object): Promise<void> {
  const body = JSON.stringify(payload);
  const response = await fetch(hook, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    },
  });
  if (response.status !== 200) throw new Error(`the hook answered ${response.status}`);
}

export function order(bought: Life['buyer'], currency: string, placedAt: Date) {
  const number = Number(bought.number.slice(1));
  return {
    id: 5_600_000_000_000 + number,
    admin_graphql_api_id: `gid://shopify/Order/${5_600_000_000_000 + number}`,
    name: bought.number,
    order_number: number,
    email: bought.email,
    created_at: placedAt.toISOString(),
    updated_at: placedAt.toISOString(),
    processed_at: placedAt.toISOString(),
    cancelled_at: null,
    financial_status: 'paid',
    fulfillment_status: null,
    currency,
    total_price: bought.price,
    test: false,
    line_items: [{ id: number, sku: `TEA-${number}`, title: bought.title, quantity: 1, price: bought.price }],
    customer: {
      id: 8_800_000_000_000 + number,
      email: bought.email,
      first_name: bought.first,
      last_name: bought.last,
      phone: null,
      updated_at: placedAt.toISOString(),
    },
    shipping_address: null,
  };
}
