import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../support/house.ts';
import { fieldsIn, webFormsOf } from '../../support/web_forms.ts';

const house = await testHouse({ locale: 'en', businessName: 'Tea House' });
const browser = await webFormsOf(house);
let address = '';

beforeEach(
  house.startingWith(async () => {
    await house.say('/connect form Contact us');
    await house.say('/forms 1 newsletter on');
  }),
);
beforeEach(async () => {
  const [form] = await house.db.sql<{ token: string }>`select token from connections where provider = 'form'`;
  address = `/f/${form!.token}`;
});

const HOUR = 3_600_000;
const wait = (ms: number) => {
  house.now = new Date(house.now.getTime() + ms);
};
let visitors = 0;
const ANNA = { name: 'Anna', email: 'anna@example.org', message: 'What teas do you have?' };
async function fillIn(typed: Record<string, string> = {}) {
  const fields = fieldsIn((await browser.get(address)).html);
  wait(20_000);
  const from = { 'x-forwarded-for': `203.${++visitors % 250}.113.1` };
  return browser.post(address, { ...fields, ...ANNA, message: `Question ${visitors}`, ...typed }, from);
}
const ticked = { newsletter: 'yes' };
const mails = async () => (await house.outbox()).filter(({ idempotencyKey }) => idempotencyKey.startsWith('consent:'));
/** Where the newest mail leads. */
const link = async (): Promise<string> =>
  /https:\/\/crm\.example\.com(\/c\/\w+)/.exec(JSON.stringify(await mails()))![1]!;
const consents = () => house.db.sql`
  select address, words, asked_from as "from", confirmed_at is not null as confirmed, withdrawn_at is not null as withdrawn
  from consents order by id`;
const from = { 'x-forwarded-for': '198.51.100.77' };

describe('the box for the newsletter', () => {
  it('is never ticked beforehand, and asks nobody who leaves it', async () => {
    expect((await browser.get(address)).html).toMatch(/type="checkbox" value="yes">/);
    await fillIn();
    expect(await consents()).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  it('asks one mailbox once a day, however it is spelt', async () => {
    for (const email of ['vi.ctim@gmail.com', 'victim+a@gmail.com', 'VICTIM@googlemail.com', 'v.ictim+9@gmail.com'])
      await fillIn({ ...ticked, email });
    expect(await mails()).toHaveLength(1);
    for (const email of ['anna@example.org', 'anna+1@example.org']) await fillIn({ ...ticked, email });
    expect(await mails()).toHaveLength(2);
  });

  it('counts whoever is not asked, by why, and tells once a day what the owner can do something about', async () => {
    const ask = (email: string) => fillIn({ ...ticked, email });
    await ask('anna@example.org');
    await ask('anna@example.org');
    await house.db.autocommit`
      insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at)
      select 1, 'email', 'n' || n || '@x.example', 'newsletter', 't' || n, 'en', 'w', 'form:1', ${house.now} from generate_series(1, 60) n`;
    for (const name of ['bea', 'cleo']) await ask(`${name}@example.org`);
    const value = (await house.say('/forms 1')).fields?.find(({ label }) => label === 'Ticked, not asked')?.value;
    expect(value).toBe('2 in an hour in which too many were asked\n1 had been asked lately');
    expect((await house.cards()).filter(({ text }) => text?.includes('More than 60 people'))).toHaveLength(1);
  });

  it('keeps each yes and no: a later yes hides no earlier no', async () => {
    await fillIn(ticked);
    for (const act of ['confirm', 'stop', 'confirm', 'confirm']) {
      wait(HOUR);
      await browser.post(await link(), { act }, from);
    }
    const [consent] = await house.db.sql<{ said: { yes: boolean; from: string | null }[] }>`select said from consents`;
    expect(consent!.said.map(({ yes }) => yes)).toEqual([true, false, true]);
    expect(new Set(consent!.said.map((one) => one.from))).toEqual(new Set(['198.51.100.0']));
  });

  it('sends a mail to confirm, and only the button on its page agrees: looking at it does not', async () => {
    await fillIn(ticked);
    const [mail] = await mails();
    expect([mail!.channel, mail!.address, mail!.audience]).toEqual(['email', 'anna@example.org', 'customer']);
    const page = await browser.get(await link());
    expect(page.html).toContain('May we send news to a•••@e•••.org?');
    expect(page.html).toContain('method="post"');
    expect(await consents()).toMatchObject([{ confirmed: false }]);
    expect((await browser.post(await link(), { act: 'confirm' }, from)).html).toContain('Confirmed');
    expect(await consents()).toEqual([
      {
        ...{
          address: 'anna@example.org',
          from: expect.stringMatching(/^203\.\d+\.113\.0$/),
          confirmed: true,
          withdrawn: false,
        },
        words: expect.stringContaining('Yes, Tea House may send me news'),
      },
    ]);
    expect(await house.db.sql`select confirmed_from as f from consents`).toEqual([{ f: '198.51.100.0' }]);
    expect(JSON.stringify(await house.say('/timeline Anna'))).toContain('Agreed to news: anna@example.org');
  });

  it('agreed to is stopped on the same page, and can be agreed to again', async () => {
    await fillIn(ticked);
    await browser.post(await link(), { act: 'confirm' }, from);
    expect((await browser.post(await link(), { act: 'stop' }, from)).html).toContain('Stopped');
    expect(await consents()).toMatchObject([{ confirmed: true, withdrawn: true }]);
    await browser.post(await link(), { act: 'confirm' }, from);
    expect(await consents()).toMatchObject([{ confirmed: true, withdrawn: false }]);
  });

  it('floods nobody: one mail a day, three in a month, none to whoever has agreed', async () => {
    for (let nth = 0; nth < 4; nth += 1) await fillIn(ticked);
    expect(await mails()).toHaveLength(1);
    for (let day = 0; day < 5; day += 1) {
      wait(25 * HOUR);
      await fillIn(ticked);
    }
    expect(await mails()).toHaveLength(3);
    await browser.post(await link(), { act: 'confirm' }, from);
    wait(40 * 24 * HOUR);
    await fillIn(ticked);
    expect(await mails()).toHaveLength(3);
  });

  it('asks nobody whom the owner has blocked, and nothing is asked of what is held back', async () => {
    await fillIn();
    await house.say('/block Anna');
    await fillIn(ticked);
    await fillIn({ ...ticked, email: 'tom@example.org', fax_number: '1' });
    expect(await mails()).toEqual([]);
  });

  it('tells the owner where the mail did not arrive, and does not wait for it otherwise', async () => {
    await fillIn(ticked);
    await house.deliver(({ idempotencyKey, id }) =>
      idempotencyKey.startsWith('consent:')
        ? { result: 'failed', error: '550', reason: 'no_such_address' }
        : { result: 'sent', externalId: `x-${id}` },
    );
    expect(JSON.stringify(await house.cards())).toContain('anna@example.org');
  });

  it('cannot be had without mail', async () => {
    const act = house.act;
    house.act = (work, last) =>
      act((ctx) => work({ ...ctx, channels: ctx.channels.map((one) => ({ ...one, on: false })) }), last);
    expect((await house.say('/forms 1 newsletter off')).failed).toBeUndefined();
    expect(await house.say('/forms 1 newsletter on')).toMatchObject({
      failed: true,
      text: expect.stringContaining('/setup'),
    });
    house.act = act;
  });

  it('a link that nobody was sent leads nowhere', async () => {
    expect((await browser.get('/c/aaaaaaaa')).status).toBe(404);
    expect((await browser.post('/c/aaaaaaaa', { act: 'confirm' })).status).toBe(404);
  });
});
