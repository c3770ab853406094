import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(
  house.startingWith(() =>
    house.act(async ({ tx }) => {
      await addPeople(tx, 6, { agreed: (n) => n < 6 });
      await tx`insert into connections (id, provider, token) overriding system value values (1, 'shopify', 't')`;
    }),
  ),
);

const later = (ms: number) => new Date(house.now.getTime() + ms);
let nth = 0;
/** What leaves by `at`, by recipient. */
async function run(at: Date = house.now): Promise<{ to: string; subject: string }[]> {
  house.now = at;
  const { way, mails } = sink();
  await tendSequences(house);
  await sendCampaigns(house, way);
  return mails.map(({ to, subject }) => ({ to, subject })).sort((one, other) => (one.to < other.to ? -1 : 1));
}
const tag = (n: number, name = 'course') =>
  house.act(({ tx }) => tx`update contacts set tags = array_append(tags, ${name}) where name = ${`Person ${n}`}`);
const idOf = async (n: number) =>
  (await sql<{ id: string }>`select id from contacts where name = ${`Person ${n}`}`)[0]!.id;
async function order(n: number, at: Date = house.now, article = 'Longjing'): Promise<void> {
  const id = await idOf(n);
  nth += 1;
  await house.act(async ({ tx }) => {
    const [row] = await tx<{ id: string }>`
      insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
      values (1, ${`o${nth}`}, ${id}, ${`#${nth}`}, 'paid', 'USD', 1000, ${at}, ${at}) returning id`;
    await tx`
      insert into order_lines (order_id, position, title, quantity, price_minor) values (${row!.id}, 1, ${article}, 1, 1000)`;
  });
}
async function answer(n: number, at: Date = house.now): Promise<void> {
  const id = await idOf(n);
  nth += 1;
  await house.act(async ({ tx }) => {
    const [v] = await tx<{ id: string }>`
      insert into conversations (contact_id, channel, address, last_message_at) values (${id}, 'email', ${`t${nth}@example.net`}, ${at}) returning id`;
    await tx`insert into messages (conversation_id, direction, text, occurred_at) values (${v!.id}, 'in', 'hi', ${at})`;
  });
}
const ended = async () =>
  (
    await sql<{
      ended: string | null;
    }>`select ended from sequence_entries where ended is distinct from 'before' order by contact_id, id`
  ).map((row) => row.ended);
const tap = (card: Reply, label: string) => house.say(buttonsOf(card).find((one) => one.label === label)!.command);

/** A welcome of two steps, on. */
async function welcome(when: string, { about = 'news' } = {}): Promise<Reply> {
  await house.say(`/sequence new Welcome when ${when}\nWelcome\nHello {{ first_name }}.`);
  await house.say('/sequence 1 add 3 days\nLesson\nHere is the first lesson.');
  await house.say(`/sequence 1 about ${about}`);
  return house.say('/sequence 1 on');
}

describe('a follow-up of one’s own', () => {
  it('is made in taps: it says what is missing, and cannot be put on before all is said', async () => {
    const card = await house.say('/sequence new Welcome');
    expect(card.title).toContain('Welcome · off');
    expect(card.text).toContain('what begins it · what it is · what it says');
    expect(buttonsOf(card).map(({ label }) => label)).not.toContain('Put on');
    expect((await house.say('/sequence 1 on')).failed).toBe(true);
    await tap(card, 'With the first order');
    await house.say('/sequence 1 add Thank you\nIt is on its way.');
    const last = await house.say('/sequence welcome about news');
    expect(buttonsOf(last).map(({ label }) => label)).toContain('Put on');
    expect(last.fields).toContainEqual({ label: 'Begins with', value: 'the first order' });
    expect((await house.say('/sequence')).lists![0]!.items.map(({ text }) => text)).toContain('Welcome · off');
  });

  it('is not made twice under one name', async () => {
    await welcome('#course');
    const second = await house.say('/sequence new welcome when #course\nWelcome\nHello.');
    expect(second.failed).toBe(true);
    expect(second.text).toContain('already');
    expect(await sql`select from sequences`).toHaveLength(1);
  });

  it('is written to whoever is tagged from then on, step by step, and to each once', async () => {
    await tag(1);
    await welcome('#course');
    expect(await run()).toEqual([]);
    await tag(2);
    expect(await run(later(6 * 60_000))).toEqual([{ to: 'p2@example.net', subject: 'Welcome' }]);
    expect(await run(later(2 * DAY))).toEqual([]);
    expect(await run(later(DAY))).toEqual([{ to: 'p2@example.net', subject: 'Lesson' }]);
    await house.act(({ tx }) => tx`update contacts set tags = '{}'`);
    await run(later(HOUR));
    await tag(2);
    expect(await run(later(HOUR))).toEqual([]);
    expect(await ended()).toEqual(['done']);
    const card = JSON.stringify(await house.say('/sequence 1'));
    expect(card).toContain('1 sent');
    expect(card).toContain('1 person: got all steps');
  });

  it('is written to those who came before where its owner says so, at the count that was shown', async () => {
    await tag(1);
    await tag(2);
    await tag(6);
    const card = await welcome('#course');
    const asked = await tap(card, 'Also who came before');
    expect(asked.text).toContain('3 people came before');
    expect(asked.text).toContain('2 of them may be written to');
    await tag(3);
    await run(later(6 * 60_000));
    const begun = await tap(asked, 'Begin with 3 people more');
    expect(begun.text).toContain('3 people begin');
    // who has not agreed gets nothing
    expect(await run(later(60_000))).toMatchObject([{ to: 'p1@example.net' }, { to: 'p2@example.net' }]);
    expect(await ended()).toEqual([null, null, null, 'no_consent']);
    expect((await house.say('/sequence 1 also')).text).toContain('Nobody has come before');
  });

  it('whoever answers or orders gets no further step, and control: the others do', async () => {
    await welcome('#course');
    for (const n of [1, 2, 3]) await tag(n);
    await answer(3, later(-HOUR));
    expect(await run(later(6 * 60_000))).toHaveLength(3);
    await answer(1, later(HOUR));
    await order(2, later(HOUR));
    expect(await run(later(3 * DAY))).toEqual([{ to: 'p3@example.net', subject: 'Lesson' }]);
    expect(await ended()).toEqual(['replied', 'ordered', 'done']);
  });

  it('goes on after an answer and an order where its owner says so, never after a no', async () => {
    const card = await welcome('#course');
    await tap(await tap(card, 'Goes on after an answer'), 'Goes on after an order');
    for (const n of [1, 2, 3]) await tag(n);
    expect(await run(later(6 * 60_000))).toHaveLength(3);
    await answer(1, later(HOUR));
    await order(2, later(HOUR));
    await house.act(({ tx }) => tx`update consents set withdrawn_at = now() where address = 'p3@example.net'`);
    expect((await run(later(3 * DAY))).map(({ to }) => to)).toEqual(['p1@example.net', 'p2@example.net']);
    expect(await ended()).toEqual(['done', 'done', 'unsubscribed']);
  });

  it('reminds of tea forty days after the second order, unless a third comes', async () => {
    await house.say('/sequence new Tea is out when second order\nTime for tea\nIs it used up?');
    await house.say('/sequence 1 after 1 40 days');
    await house.say('/sequence 1 about news');
    await order(1, later(-DAY));
    await house.say('/sequence 1 on');
    await order(1, later(HOUR));
    await order(2, later(HOUR));
    await order(3, later(HOUR));
    await order(3, later(2 * HOUR));
    expect(await run(later(39 * DAY))).toEqual([]);
    await order(3);
    expect(await run(later(DAY + 3 * HOUR))).toEqual([{ to: 'p1@example.net', subject: 'Time for tea' }]);
    expect(await ended()).toEqual(['done', 'ordered']);
  });

  it('of an article is begun once, or each time anew where its owner says so', async () => {
    await house.say('/sequence new Brewing when buys longjing\nHow to brew it\nNot too hot.');
    await house.say('/sequence 1 about service');
    const card = await house.say('/sequence 1 on');
    await order(1);
    await order(2, house.now, 'Puer');
    expect(await run(later(6 * 60_000))).toMatchObject([{ to: 'p1@example.net' }]);
    await order(1, later(10 * DAY));
    expect(await run(later(10 * DAY + HOUR))).toEqual([]);
    await tap(card, 'Each time anew');
    await order(1, later(20 * DAY));
    expect(await run(later(20 * DAY + HOUR))).toMatchObject([{ to: 'p1@example.net' }]);
    expect(await run(later(HOUR))).toEqual([]);
  });

  it('as service reaches who has agreed to nothing, and nobody who has said no to everything', async () => {
    await welcome('#course', { about: 'service' });
    await tag(6);
    await tag(5);
    await house.act(
      ({ tx }) => tx`
        select suppress('email', 'p5@example.net', every_purpose(), 'unsubscribed', 'person', 'page', now()),
          suppress('email', 'p4@example.net', array['newsletter'], 'unsubscribed', 'person', 'page', now())`,
    );
    await tag(4);
    expect((await run(later(6 * 60_000))).map(({ to }) => to)).toEqual(['p4@example.net', 'p6@example.net']);
    expect(await ended()).toEqual([null, 'unsubscribed', null]);
  });

  it('as service is asked about where it reads like an offer', async () => {
    await house.say('/sequence new Sale when #course\nSpring\n20% off all teas until Sunday');
    await house.say('/sequence 1 about service');
    const asked = await house.say('/sequence 1 on');
    expect(asked.undecided).toBe(true);
    expect(await sql`select from sequences where is_on`).toEqual([]);
    await tap(asked, 'It is an offer');
    await house.say('/sequence 1 on');
    expect(await sql`select from sequences where is_on and purpose = 'offers'`).toHaveLength(1);
  });

  it('is renamed, deleted and brought back, and says nothing while it is deleted', async () => {
    await welcome('#course');
    expect((await house.say('/sequence 1 name Hello')).title).toContain('Hello');
    await tag(1);
    const gone = await house.say('/sequence 1 delete');
    expect(await run(later(HOUR))).toEqual([]);
    expect(JSON.stringify(await house.say('/sequence'))).not.toContain('Hello');
    expect((await house.say('/sequence 1 on')).failed).toBe(true);
    const back = await tap(gone, 'Bring it back');
    expect(back.title).toContain('Hello · off');
  });

  it('two processes at once begin with nobody twice, and write to nobody twice', async () => {
    await welcome('#course');
    for (const n of [1, 2, 3]) await tag(n);
    house.now = later(6 * 60_000);
    await Promise.all([tendSequences(house), tendSequences(house), tendSequences(house)]);
    const { way, to } = sink();
    await Promise.all([sendCampaigns(house, way, 7), sendCampaigns(house, way, 8)]);
    expect(to()).toEqual(['p1@example.net', 'p2@example.net', 'p3@example.net']);
  });

  it('is halted by /stop, and goes on with who came meanwhile when it is put on again soon', async () => {
    await welcome('#course');
    await run(later(6 * 60_000));
    expect((await house.say('/stop')).text).toContain('Welcome');
    await tag(1);
    expect(await run(later(HOUR))).toEqual([]);
    await house.say('/sequence 1 on');
    expect(await run()).toMatchObject([{ to: 'p1@example.net' }]);
  });

  it.each([
    [1, 2],
    [2, 1],
  ])('what somebody has got under one name they do not get under the other (%i stays)', async (stays, goes) => {
    await welcome('#course');
    await house.say('/sequence 1 after 1 1 hour');
    await tag(3);
    await tag(1);
    await run(later(6 * 60_000));
    expect(await run(later(2 * HOUR))).toHaveLength(2);
    await tag(2);
    await run(later(6 * 60_000));
    await house.say(`/merge c${await idOf(stays)} c${await idOf(goes)}`);
    expect(await run(later(2 * HOUR))).toEqual([]);
    expect((await run(later(3 * DAY))).map(({ subject }) => subject)).toEqual(['Lesson', 'Lesson']);
  });

  it('two people who turn out to be one get the rest once', async () => {
    await welcome('#course');
    await tag(1);
    await tag(2);
    expect(await run(later(6 * 60_000))).toHaveLength(2);
    await house.say(`/merge c${await idOf(1)} c${await idOf(2)}`);
    expect(await run(later(3 * DAY))).toHaveLength(1);
  });
});
