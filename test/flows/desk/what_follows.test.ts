import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../../support/house.ts';
import { mailMessage as mail } from '../../support/letters/mail_message.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(async () => {
  await house.reset();
});

const ANN = 'ann@b.org';
const HOME = 'ann@home.org';
const CARL = 'carl@b.org';

const guest = (id: number, email: string, more: object = {}) =>
  shopifyEvent(shopifyOrder({ id, name: `#${id}`, email, customer: null, ...more }));
const ordersOf = async () =>
  (
    await house.db.sql<{ number: string; contactId: string }>`
      select number, contact_id as "contactId" from orders order by number`
  ).map(({ number, contactId }) => `${number} c${contactId}`);
const answer = async () => {
  const sent = (await house.outbox()).filter(({ audience }) => audience === 'customer').at(-1)!;
  return { to: sent.address, copies: (sent.payload as { copies?: string[] }).copies ?? [] };
};

describe('orders, when an address is taken out', () => {
  beforeEach(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  });

  it('go with the mail address they were bought under without an account, payments and refunds too; undo is exact', async () => {
    await house.happen(mail(ANN, 'Hi'));
    await house.say(`/edit c1 ${HOME}`);
    await house.happen(guest(1, ANN));
    await house.happen(
      guest(2, HOME, { refunds: [shopifyRefund(7, '20.00', '2026-11-22T02:00:00Z')], email: HOME.toUpperCase() }),
    );
    expect(await ordersOf()).toEqual(['#1 c1', '#2 c1']);
    const before = await house.state();
    await house.say(`/split c1 email:${HOME}`);
    expect(await ordersOf()).toEqual(['#1 c1', '#2 c2']);
    expect(JSON.stringify(await house.say('/contact c2'))).toContain('¥80');
    expect(JSON.stringify(await house.say('/contact c1'))).toContain('¥100');
    await house.happen(guest(3, HOME));
    expect((await ordersOf()).at(-1)).toBe('#3 c2');
    await house.db.autocommit`delete from orders where number = '#3'`;
    await house.say('/undo');
    expect((await house.state()).orders).toEqual(before.orders);
  });

  it('of an account go with the account, and leave what was bought without one', async () => {
    await house.happen(shopifyEvent(shopifyOrder({ email: ANN, customer: { id: 21, email: ANN } })), guest(1, HOME));
    await house.say('/merge c1 c2');
    expect(await ordersOf()).toEqual(['#1 c1', '#3001 c1']);
    await house.say('/split c1 shopify:1/21');
    expect(await ordersOf()).toEqual(['#1 c1', '#3001 c3']);
  });
});

describe('where answers go', () => {
  it('is no longer an address that has turned out to be somebody else’s', async () => {
    await house.happen(mail(ANN, 'Hi'));
    await house.say(`/edit c1 ${HOME}`);
    await house.say(`/answersto v1 ${HOME}`);
    await house.say(`/split c1 email:${HOME}`);
    await house.say('/reply c1 Hello');
    expect((await answer()).to).toBe(ANN);
  });

  it('stays as chosen for a thread that goes to another contact', async () => {
    await house.happen(mail(ANN, 'Hi', { copied: [CARL] }), mail(ANN, 'Another', { subject: 'Other' }));
    await house.say('/copies v1 off');
    await house.say('/split v1 Anna');
    await house.say('/reply c2 Hello');
    expect(await answer()).toEqual({ to: ANN, copies: [] });
  });

  it('and who gets no copy holds in a thread that is split off, and in two that are joined', async () => {
    await house.happen(mail(ANN, 'Hi', { externalId: '<a@x>', copied: [CARL] }));
    await house.say('/copies v1 off');
    await house.say('/answersto v1 office@b.org');
    await house.happen(mail(ANN, 'And this', { answers: ['<a@x>'], copied: [CARL] }));
    await house.say('/split v1 m2');
    await house.say('/answered v1');
    await house.say('/reply c1 Hello');
    expect(await answer()).toEqual({ to: 'office@b.org', copies: [] });
    await house.say('/copies v1 on');
    await house.say('/answersto v1 ann@b.org');
    await house.say('/join v1 v2');
    await house.say('/reply c1 Hello');
    expect(await answer()).toEqual({ to: 'office@b.org', copies: [] });
  });

  it('is kept by a merge, with whoever takes part', async () => {
    await house.happen(mail(ANN, 'Hi', { copied: [CARL] }), mail(HOME, 'Hi'));
    await house.say('/answersto v1 office@b.org');
    await house.say('/merge c2 c1');
    await house.say('/answered v2');
    await house.say('/reply c2 Hello');
    expect(await answer()).toEqual({ to: 'office@b.org', copies: [CARL] });
  });
});

it('what is said of an address holds whoever has it: a rule for its mail, and that mail to it comes back', async () => {
  await house.happen(mail(ANN, 'Hi', { copied: [CARL] }));
  await house.happen(mail(CARL, 'News', { automatic: 'list' }));
  await house.db.autocommit`
    insert into objections (channel, address, bounced_at, bounce_reason) values ('email', ${CARL}, now(), 'no_such_address')`;
  await house.say('/machine a1');
  await house.say('/add Carl carl@b.org');
  await house.say('/delete c2 !');
  await house.happen(mail(CARL, 'More news'));
  expect(await house.db.sql`select from automatic_mails where address = ${CARL}`).toHaveLength(2);
  await house.say('/reply c1 Hello');
  expect(await answer()).toEqual({ to: ANN, copies: [] });
});
