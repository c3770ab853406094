import { beforeEach, expect, it } from 'vitest';
import { askToConfirm } from '../../../src/domain/people/preferences/question.ts';
import { testHouse } from '../../support/house.ts';
import { webFormsOf } from '../../support/web_forms.ts';

const house = await testHouse({ locale: 'en', businessName: 'Tea House' });
const browser = await webFormsOf(house);
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect form Contact us');
    await house.say('/add Anna');
  }),
);

const HOUR = 3_600_000;
const wait = (ms: number) => {
  house.now = new Date(house.now.getTime() + ms);
};
const from = { 'x-forwarded-for': '198.51.100.77' };
const mails = async () => (await house.outbox()).filter(({ idempotencyKey }) => idempotencyKey.startsWith('consent:'));
const link = async (): Promise<string> =>
  /https:\/\/crm\.example\.com(\/c\/\w+)/.exec(JSON.stringify((await mails()).at(-1)))![1]!;
const consents = () => house.db.sql`
  select confirmed_at is not null as confirmed, withdrawn_at is not null as withdrawn from consents order by id`;
const ask = (address: string) =>
  house.act((ctx) =>
    askToConfirm(ctx, {
      ...{ contactId: '1', channel: 'email', address, purposes: ['newsletter'], locale: 'en' },
      ...{ source: 'form:1', from: '', words: 'News' },
    }),
  );

it.each([
  ['me@icloud.com', 'me@me.com', 'me+a@mac.com'],
  ['123456@qq.com', '123456@vip.qq.com', '123456@foxmail.com'],
  ['victim@proton.me', 'vic_tim@protonmail.com', 'v-ic.tim+1@pm.me'],
  ['victim@fastmail.com', 'x@victim.fastmail.com', 'y@victim.fastmail.com'],
  ['"victim+1"@gmail.com', 'victim@gmail.com', 'vic.tim@googlemail.com'],
])('one mailbox is asked once a day by whichever of its names: %s, %s, %s', async (...names) => {
  const asked = [];
  for (const address of names) asked.push(await ask(address));
  expect(asked).toEqual([true, false, false]);
  expect(await ask(names[0]!.replace(/.*@/, 'other@'))).toBe(true);
  expect(await mails()).toHaveLength(2);
});

it.each(['first.last@163.com', 'a_b@company.example', 'ab@company.example'])(
  'another mailbox is not taken for one that looks like it: %s',
  async (address) => {
    for (const other of ['firstlast@163.com', 'a.b@company.example']) await ask(other);
    expect(await ask(address)).toBe(true);
  },
);

it('so many are asked in a day at a domain of few people, and as many as come at a provider', async () => {
  const many = (domain: string, count: number) => house.db.autocommit`
    insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at)
    select 1, 'email', 'n' || n || '@' || ${domain}, 'newsletter', ${domain} || n, 'en', 'w', 'form:1', ${new Date(house.now.getTime() - 2 * HOUR)}
    from generate_series(1, ${count}) n`;
  await many('victim.example', 9);
  expect([await ask('a@victim.example'), await ask('b@victim.example')]).toEqual([true, false]);
  await many('163.com', 12);
  expect(await ask('a@163.com')).toBe(true);
  wait(25 * HOUR);
  expect(await ask('b@victim.example')).toBe(true);
});

it.each(['.', '>', ')', '。', '.)'])('a link with %s behind it leads to its page', async (mark) => {
  await ask('anna@example.org');
  const shown = await browser.get(`${await link()}${encodeURIComponent(mark)}`);
  expect(shown.html).toContain('a•••@e•••.org');
});

it('a link of more than seven days confirms nothing, offers a new one and still takes a no', async () => {
  await ask('anna@example.org');
  const old = await link();
  wait(7 * 24 * HOUR + HOUR);
  expect((await browser.get(old)).html).toContain('more than 7 days old');
  expect((await browser.get(old)).html).not.toContain('value="confirm"');
  await browser.post(old, { act: 'confirm' }, from);
  expect(await consents()).toMatchObject([{ confirmed: false }]);
  expect(await mails()).toHaveLength(1);
  expect((await browser.post(old, { act: 'again' }, from)).html).toContain('on its way to a•••@e•••.org');
  expect((await browser.post(old, { act: 'again' }, from)).html).toContain('a short while ago');
  expect(await mails()).toHaveLength(2);
  await browser.post(await link(), { act: 'confirm' }, from);
  expect(await consents()).toMatchObject([{ confirmed: false }, { confirmed: true }]);
  await browser.post(old, { act: 'stop' }, from);
  expect(await consents()).toMatchObject([{}, { withdrawn: true }]);
});

it('of two links to one person pressed at one moment each is answered with what they have agreed to', async () => {
  const now = house.now;
  await house.db.autocommit`
    insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at)
    select 1, 'email', 'anna@example.org', 'newsletter', 'pressed' || n, 'en', 'w', 'form:1', ${now} from generate_series(1, 6) n`;
  const pressed = [1, 2, 3, 4, 5, 6].map((n) => browser.post(`/c/pressed${n}`, { act: 'confirm' }, from));
  for (const { status, html } of await Promise.all(pressed)) {
    expect(status).toBe(200);
    expect(html).toContain('value="stop"');
    expect(html).not.toContain('value="confirm"');
  }
  expect((await consents()).filter(({ confirmed }) => confirmed)).toHaveLength(1);
});

it('a page that asks for several names each, takes one alone or none, and the owner hears of it', async () => {
  await house.say('/edit Anna anna@example.org');
  await house.say('/consent Anna ask');
  const { html } = await browser.get(await link());
  expect(html).toContain('May we send news, special offers, reminders and questions after an order to a•••@e•••.org?');
  expect(html).not.toContain('anna@example.org');
  expect(html).toContain('>No, thanks<');
  const said = await browser.post(await link(), { act: 'only:offers' }, from);
  expect(said.html).toContain('Confirmed: special offers will come to a•••@e•••.org.');
  expect(await house.db.sql`select purpose from consents where confirmed_at is not null`).toEqual([
    { purpose: 'offers' },
  ]);
  expect(JSON.stringify(await house.say('/timeline Anna'))).toContain('Agreed to offers: anna@example.org');
  expect(JSON.stringify(await house.cards())).toContain('Anna has agreed to offers.');
});

it('a no is taken there, and can be taken back', async () => {
  await house.say('/edit Anna anna@example.org');
  await house.say('/consent Anna ask');
  expect((await browser.post(await link(), { act: 'stop' }, from)).html).toContain('All right, nothing will come.');
  expect(JSON.stringify(await house.cards())).not.toContain('has agreed');
  expect((await browser.post(await link(), { act: 'confirm' }, from)).html).toContain(
    'Confirmed: news, special offers',
  );
  expect(await house.db.sql`select from consents where confirmed_at is not null and withdrawn_at is null`).toHaveLength(
    3,
  );
});
