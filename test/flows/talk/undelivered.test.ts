import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { Outcome } from '../../../src/outbox/message.ts';
import { NOON, telegramMessage, testHouse } from '../../support/house.ts';

const LIN = 'lin@example.com';
const OURS = '<ours@example.com>';
const ANSWER = 'The blue one is $12';

const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(mail('My blue cup arrived broken, what does a new one cost?', '<one@example.com>'));
    await house.deliver();
    await house.db.autocommit`
      insert into tickets (contact_id, conversation_id, title)
      select contact_id, id, 'a broken cup' from conversations where not exists (select from tickets)`;
    await house.say(`/reply c1 ${ANSWER}`);
  }),
);

function mail(text: string, externalId: string, more: Partial<MessageReceived> = {}): MessageReceived {
  const from = { address: LIN, name: 'Lin' };
  return telegramMessage(text, { channel: 'email', chat: LIN, private: false, from, externalId, ...more });
}
const toCustomers = (outcome: Outcome) =>
  house.deliver((row) => (row.audience === 'customer' ? outcome : { result: 'sent', externalId: `x${row.id}` }));
const bounce = () =>
  mail('Delivery failed', '<bounce@example.com>', {
    ...{ automatic: 'bounce', answers: [OURS], from: { address: 'mailer-daemon@example.com', name: '' } },
    returned: [{ address: LIN, action: 'failed', status: '5.1.1' }],
  });

const sent: Outcome = { result: 'sent', externalId: OURS };
const refused: Outcome = { result: 'failed', error: '550', reason: 'rejected' };
const givenUp: Outcome = { result: 'failed', error: '421', reason: 'given_up' };
const doubt: Outcome = { result: 'unknown', error: 'only the beginning was sent' };
const later: Outcome = { result: 'retry', error: '421', afterSeconds: 600 };

/** Everything an owner can read, in one string. */
function textOf({ title, text, quote, fields = [], lists = [], hint }: Reply): string {
  const lines = lists.flatMap((list) => list.items.map((item) => `${item.text} — ${item.detail ?? ''}`));
  const told = fields.map(({ label, value }) => `${label}: ${value}`);
  return [title, text, quote, ...told, ...lines, hint].filter(Boolean).join('\n');
}
/** The line of the answer there. */
const lineIn = async (command: string) =>
  textOf(await house.say(command))
    .split('\n')
    .find((line) => line.includes('$12'))!;
const ticketState = async () => (await house.db.sql<{ state: string }>`select state from tickets`)[0]?.state;
const messageId = async () =>
  (await house.db.sql<{ id: string }>`select id from messages where direction = 'out'`)[0]!.id;

const MARKS = /not sent yet|not delivered|may not have arrived/;

const ENDINGS: [string, () => Promise<void>, { mark: string; waits: boolean; listed: boolean }][] = [
  ['arrived', () => toCustomers(sent), { mark: '', waits: false, listed: false }],
  ['is held or on its way', async () => {}, { mark: 'not sent yet', waits: false, listed: false }],
  ['has to be tried again', () => toCustomers(later), { mark: 'not sent yet', waits: false, listed: false }],
  ['was refused', () => toCustomers(refused), { mark: 'not delivered', waits: true, listed: true }],
  ['was given up', () => toCustomers(givenUp), { mark: 'not delivered', waits: true, listed: true }],
  ['may have arrived', () => toCustomers(doubt), { mark: 'may not have arrived', waits: true, listed: true }],
  [
    'came back later',
    async () => {
      await toCustomers(sent);
      await house.happen(bounce());
    },
    { mark: 'not delivered', waits: true, listed: true },
  ],
  [
    'was refused, and the owner lets it be',
    async () => {
      await toCustomers(refused);
      await house.press('Leave it');
    },
    { mark: 'not delivered', waits: false, listed: false },
  ],
  [
    'may have arrived, and the owner says it has',
    async () => {
      await toCustomers(doubt);
      await house.press('It arrived');
    },
    { mark: '', waits: false, listed: false },
  ],
  [
    'was refused and is sent again',
    async () => {
      await toCustomers(refused);
      await house.press('Send again');
      await toCustomers(sent);
    },
    { mark: '', waits: false, listed: false },
  ],
];

describe.each(ENDINGS)('an answer that %s', (_, end, { mark, waits, listed }) => {
  beforeEach(end);

  it.each(['/timeline c1', '/contact c1', '/search blue one'])(`shows as “${mark}” in %s`, async (command) => {
    expect(MARKS.exec(await lineIn(command))?.[0] ?? '').toBe(mark);
  });

  it(`shows as “${mark}” where it is read in full`, async () => {
    expect(MARKS.exec(textOf(await house.say(`/message m${await messageId()}`)))?.[0] ?? '').toBe(mark);
  });

  it(waits ? 'leaves its customer waiting, everywhere' : 'leaves nobody waiting, anywhere', async () => {
    const inbox = await house.say('/inbox');
    expect(textOf(inbox).includes('Lin')).toBe(waits);
    expect(textOf(await house.say('/find owes:us')).includes('Lin')).toBe(waits);
    // that their lead is quiet says nothing of who waits
    const lines = textOf(await house.say('/digest')).split('\n');
    expect(lines.some((line) => line.includes('blue cup') && !line.includes('quiet for'))).toBe(waits);
    expect(await ticketState()).toBe(waits ? 'open' : 'pending');
    if (waits) expect(textOf(await house.say('/inbox v1'))).toContain('blue cup');
  });

  it(listed ? 'is listed as not delivered' : 'is not listed as not delivered', async () => {
    expect(textOf(await house.say('/unsent')).includes('blue one')).toBe(listed);
    expect(/not delivered or not handled/.test(textOf(await house.say('/digest')))).toBe(listed);
  });

  it(mark === '' ? 'is waited for' : 'is not waited for unless it may still arrive', async () => {
    const waitedFor = mark === '' || mark === 'not sent yet';
    expect(textOf(await house.say('/find owes:them')).includes('Lin')).toBe(waitedFor);
  });
});

describe('several answers', () => {
  it('of which the first is let be leave the customer waiting for the second', async () => {
    await toCustomers(refused);
    await house.say('/reply c1 Are you still there?');
    await toCustomers(refused);
    const [first] = await house.db.sql<{ id: string }>`select id from outbox where state = 'failed' order by id`;
    await house.db.autocommit`
      update conversations set waiting_since = date_trunc('milliseconds', (select created_at from outbox where id = ${first!.id}))`;
    await house.say(`/drop o${first!.id}`);
    expect(textOf(await house.say('/inbox'))).toContain('Lin');
  });

  it('of which the last arrived leave nobody waiting', async () => {
    await toCustomers(refused);
    await house.say('/reply c1 Once more: $12');
    await toCustomers(sent);
    expect(textOf(await house.say('/inbox'))).not.toContain('Lin');
    expect(textOf(await house.say('/find owes:them'))).toContain('Lin');
  });
});

describe('the receipt of an answer', () => {
  const receipts = async () =>
    (await house.outbox()).flatMap(({ payload, idempotencyKey, channel }) =>
      payload.kind === 'message' && idempotencyKey.startsWith('receipt:') && channel === 'telegram'
        ? [payload.reply.text]
        : [],
    );

  it('says arrived, came back, and arrived again, as it goes', async () => {
    const card = (await house.outbox()).find((row) => row.audience === 'owner' && row.conversationId)!;
    await toCustomers({ result: 'sent', externalId: '<first@example.com>' });
    await house.type('$12, as I said', { answers: [card.externalId!] });
    await toCustomers(sent);
    expect(await receipts()).toEqual(['✓ Sent to Lin (Mail)']);
    await house.happen(bounce());
    await house.deliver();
    expect((await receipts())[0]).toMatch(/^✗.* · 12:0\d$/);
    house.now = new Date(house.now.getTime() + 60_000);
    await house.press('Send again');
    await toCustomers(sent);
    expect((await receipts())[0]).toMatch(/^✓ Sent to Lin \(Mail\) · 12:0\d$/);
  });
});

describe('/undo of an answer', () => {
  it('that was refused takes it back: it never left', async () => {
    await toCustomers(refused);
    expect((await house.say('/undo')).failed).toBeUndefined();
    expect(await house.db.sql`select from messages where direction = 'out'`).toHaveLength(0);
    expect((await house.say('/unsent')).text).toBe('Everything was delivered.');
    expect(textOf(await house.say('/inbox'))).toContain('Lin');
  });

  it('that came back is refused: it had left', async () => {
    await toCustomers(sent);
    await house.happen(bounce());
    expect(await house.say('/undo')).toMatchObject({ failed: true });
    expect(await house.db.sql`select from messages where direction = 'out'`).toHaveLength(1);
  });
});

it('what the house said by itself and could not deliver shows so too, and nobody waits because of it', async () => {
  await toCustomers(sent);
  await house.say('/away 3d');
  await house.happen(mail('Do you ship to Spain?', '<two@example.com>', { answers: [OURS], sentAt: NOON }));
  await house.say('/answered v1');
  await toCustomers(refused);
  const story = textOf(await house.say('/timeline c1')).split('\n');
  expect(story.filter((line) => line.includes('not delivered'))).toHaveLength(1);
  expect(textOf(await house.say('/inbox'))).not.toContain('Lin');
});
