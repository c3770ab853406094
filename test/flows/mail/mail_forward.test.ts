import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendScheduled } from '../../../src/jobs/scheduled.ts';
import { buttonsOf, type House, NOON, testHouse } from '../../support/house.ts';
import {
  fixtureMail,
  mailsIn,
  OWNER_EMAIL,
  passed,
  rawMail,
  refused,
  withMail,
} from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
});

const FORWARD = `Please quote him the old price.

---------- Forwarded message ---------
From: Bo Li <bo@third.example>
Date: Thu, Nov 19, 2026 at 9:00 AM
Subject: Enquiry
To: Me <${OWNER_EMAIL}>

Do you have oolong, and what does it cost?`;

const forward = (head: Record<string, string> = {}) =>
  rawMail(
    {
      From: `Me <${OWNER_EMAIL}>`,
      Subject: 'Fwd: Enquiry',
      'Message-ID': '<fwd@example.com>',
      ...passed('example.com'),
      ...head,
    },
    FORWARD,
  );
const fromBo = (head: Record<string, string>, text = 'Thank you!') =>
  rawMail({ From: 'Bo Li <bo@third.example>', Subject: 'Re: Enquiry', ...head }, text);

const customerRows = async () => (await house.outbox()).filter((row) => row.audience === 'customer');
const lastCard = async () => (await house.cards()).at(-1)!;
const claimed = async () =>
  (
    await house.db.sql<{ claimed: boolean }>`select claimed from contact_identities where address = 'bo@third.example'`
  )[0]?.claimed;

describe('a mail the owner forwards', () => {
  it('is its original sender’s: contact, words, date; the owner’s comment is a note', async () => {
    await mailsIn(house, forward());
    expect(await house.db.sql`select name from contacts`).toEqual([{ name: 'Bo Li' }]);
    expect(await claimed()).toBe(true);
    const said = await house.db.sql`select direction, text, occurred_at from messages order by direction`;
    expect(said).toMatchObject([
      { direction: 'in', text: 'Do you have oolong, and what does it cost?' },
      { direction: 'note', text: 'Please quote him the old price.' },
    ]);
    const asked = (said[0] as { occurred_at: Date }).occurred_at;
    expect(asked.toISOString().slice(0, 10)).toBe('2026-11-19');
    const [conversation] = await house.db.sql`select waiting_since from conversations`;
    expect(conversation?.waiting_since).toEqual(asked);
    expect((await house.say('/inbox')).lists?.[0]?.items[0]?.text).toContain('Bo Li');
  });

  it('is shown as forwarded, its address as claimed, and not as the owner’s own', async () => {
    await mailsIn(house, forward());
    const cards = await house.cards();
    expect(cards.map(({ title }) => title)).toEqual(['💬 Bo Li · 邮件 · Enquiry']);
    const field = cards[0]!.fields!.find(({ label }) => label === '您转发来的');
    expect(field?.value).toContain('bo@third.example');
    expect((await house.say('/contact c1')).fields).toContainEqual({
      label: '邮件',
      value: 'bo@third.example（未确认）',
    });
  });

  it('in a Chinese client is understood as well', async () => {
    await mailsIn(house, fixtureMail('qq/zh_forward_by_owner.eml', { 'owner@example.com': OWNER_EMAIL }));
    expect((await lastCard()).title).toBe('💬 刘洋 · 邮件 · 询价单');
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: '按老价格报' }]);
  });

  it('that shows no address stays the owner’s own mail, with its words and what to do', async () => {
    await mailsIn(house, fixtureMail('foxmail/forward_by_owner_no_address.eml', { 'owner@example.com': OWNER_EMAIL }));
    const card = (await house.cards()).at(-1)!;
    expect(card.title).toBe('✉️ 您自己发来的 · 订单');
    expect(card.quote).toContain('下周再要 30 箱');
    expect(card.hint).toContain('没有 孙老板 的邮箱地址');
    expect(await house.db.sql`select from contacts`).toHaveLength(0);
  });

  it('is nobody’s forward when its sender is only claimed to be the owner: a card warns, nothing is filed', async () => {
    await mailsIn(house, forward(refused('example.com')));
    expect(await house.db.sql`select from contacts`).toHaveLength(0);
    const card = await lastCard();
    expect(card.title).toContain('冒用您的名义');
    expect(card.quote).toContain('Do you have oolong');
  });
});

describe('the first answer to a claimed address', () => {
  const asked = async () => {
    const button = buttonsOf(await lastCard()).find(({ command }) => command.startsWith('/confirm'));
    expect(button?.label).toBe('发给 bo@third.example');
    expect(await customerRows()).toHaveLength(0);
    expect((await house.db.sql`select from messages where direction = 'out'`).length).toBe(0);
  };
  const card = async () => (await house.outbox()).find(({ idempotencyKey }) => idempotencyKey.startsWith('card:'))!;

  it.each([
    ['/reply', () => house.type('/reply c1 Yes, 12 a tin')],
    ['an answer to the card', async () => house.type('Yes, 12 a tin', { answers: [(await card()).externalId!] })],
    [
      '/c',
      async () => {
        await house.say('/c save price en Yes, 12 a tin');
        await house.type('/c price c1');
      },
    ],
  ])('by %s asks whether the address is right, and leaves after a yes', async (_, answer) => {
    await mailsIn(house, forward());
    await house.deliver();
    await answer();
    await asked();
    await house.press('发给 bo@third.example');
    expect(await customerRows()).toMatchObject([
      { address: 'bo@third.example', payload: { reply: { text: 'Yes, 12 a tin' } } },
    ]);
    await house.type('/reply c1 And there is a new harvest');
    expect(await customerRows()).toHaveLength(2);
  });

  it('is asked for when it is to leave later, and once more at its time if nobody said yes', async () => {
    await mailsIn(house, forward());
    await house.type('/later c1 明天9点 Yes');
    expect(buttonsOf(await lastCard()).map(({ label }) => label)).toContain('地址没错');
    await house.press('取消');
    await house.type('/later c1 明天9点 Yes, 12 a tin');
    house.now = new Date(NOON.getTime() + 21 * 3_600_000);
    await house.act(sendScheduled);
    await asked();
    await house.press('发给 bo@third.example');
    expect(await customerRows()).toHaveLength(1);
  });

  it('leaves at its time when somebody said yes before', async () => {
    await mailsIn(house, forward());
    await house.type('/later c1 明天9点 Yes, 12 a tin');
    await house.press('地址没错');
    house.now = new Date(NOON.getTime() + 21 * 3_600_000);
    await house.act(sendScheduled);
    expect([await claimed(), (await customerRows()).length]).toEqual([false, 1]);
  });

  it('is dropped after a no, with the words to be used again; the address stays claimed', async () => {
    await mailsIn(house, forward());
    await house.type('/reply c1 Yes, 12 a tin');
    expect(await house.press('不是这个地址')).toMatchObject({ quote: 'Yes, 12 a tin' });
    expect([await customerRows(), await claimed()]).toEqual([[], true]);
    expect((await house.press('发给 bo@third.example')).failed).toBe(true);
  });

  it('can be undone with the yes', async () => {
    await mailsIn(house, forward());
    await house.type('/reply c1 Yes');
    const before = await house.state();
    await house.press('发给 bo@third.example');
    await house.type('/undo');
    expect(await house.state()).toEqual(before);
    expect((await customerRows()).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('needs no yes once a mail has come from that address, unless that one may be forged', async () => {
    await mailsIn(house, forward(), fromBo(refused('third.example'), 'Send it to my new account'));
    expect(await claimed()).toBe(true);
    expect((await lastCard()).fields?.[0]?.value).toContain('冒充');
    await mailsIn(house, fromBo(passed('third.example')));
    expect(await claimed()).toBe(false);
    await house.say('/reply c1 Yes');
    expect(await customerRows()).toHaveLength(1);
  });

  it('control: to an address its owner wrote from nothing is asked', async () => {
    await mailsIn(house, fromBo({}, 'Do you have oolong?'));
    await house.say('/reply c1 Yes');
    expect(await customerRows()).toHaveLength(1);
  });

  it('is asked for in English, too', async () => {
    await house.say('/settings language en');
    await mailsIn(house, forward());
    expect((await lastCard()).fields?.map(({ label }) => label)).toContain('Forwarded by you');
    const reply = await house.say('/reply c1 Yes');
    expect(reply).toMatchObject({ failed: true, title: 'Is bo@third.example really Bo Li?', quote: 'Yes' });
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Send to bo@third.example', 'Not this address']);
  });
});
