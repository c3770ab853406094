import { beforeEach, describe, expect, it } from 'vitest';
import { contactsCsv } from '../../../../src/domain/people/export.ts';
import { texts } from '../../../../src/text/texts.ts';
import { give } from '../../../support/exchange/archives.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });

beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('hello', { from: { address: '1001', name: 'Anna Reed' } }));
    await house.say('/add Ben Carter ben@acme.com');
    await house.say('/add Carla Voss carla@acme.com');
    await house.say('/add Dora Lind dora@gmail.com');
    await house.say('/add 安娜 13900139000');
  }),
);

/** Who is where, with what they do. */
const there = async () =>
  (
    await house.db.sql<{ line: string }>`
      select o.name || ': ' || coalesce(string_agg(c.name || case m.role when '' then '' else '=' || m.role end, ', ' order by c.name), '') as line
      from organizations o left join memberships m on m.organization_id = o.id left join contacts c on c.id = m.contact_id
      group by o.id, o.name order by o.name`
  ).map(({ line }) => line);

const press = (reply: Parameters<typeof buttonsOf>[0], label: string) => {
  const found = buttonsOf(reply).find((one) => one.label === label);
  if (!found) throw new Error(`no ${label} among ${buttonsOf(reply).map((one) => one.label)}`);
  return house.say(found.command);
};

describe('a company', () => {
  it.each([
    ['/org Acme +Anna Reed purchasing', 'Acme: Anna Reed=purchasing'],
    ['/org Acme + Anna Reed', 'Acme: Anna Reed'],
    ['/org Oak & Sons +Anna Reed as buyer', 'Oak & Sons: Anna Reed=buyer'],
    ['/org Anna Reed @Acme', 'Acme: Anna Reed'],
    ['/org Anna Reed @"Acme Trading" purchasing', 'Acme Trading: Anna Reed=purchasing'],
    ['/org new Acme', 'Acme: '],
    ['/公司 云山茶业 +安娜 采购', '云山茶业: 安娜=采购'],
    ['/公司 云山茶业+安娜 做采购', '云山茶业: 安娜=采购'],
    ['/org Acme +Anna Reed purchasing +Ben Carter', 'Acme: Anna Reed=purchasing, Ben Carter'],
  ])('is made by %s, and taken back exactly', async (line, is) => {
    const said = await house.say(line);
    expect(said.failed).toBeUndefined();
    expect(await there()).toEqual([is]);
    await house.say('/undo');
    expect(await there()).toEqual([]);
    await house.say(line);
    expect(await there()).toEqual([is]);
  });

  it.each([
    ['/org Acme +Ben Carter, Carla Voss', 'Acme: Ben Carter, Carla Voss'],
    ['/org Acme +Ben Carter and Carla Voss', 'Acme: Ben Carter, Carla Voss'],
    ['/org Acme +Ben Carter & Carla Voss, Dora Lind', 'Acme: Ben Carter, Carla Voss, Dora Lind'],
    ['/公司 云山茶业 +安娜、Carla Voss', '云山茶业: Carla Voss, 安娜'],
    ['/公司 云山茶业 +安娜和Carla Voss', '云山茶业: Carla Voss, 安娜'],
    ['/org Anna Reed @Acme @Gamma', 'Acme: Anna Reed'],
  ])('never takes further names for what somebody does: %s is asked', async (line, is) => {
    const asked = await house.say(line);
    expect([asked.failed, await there()]).toEqual([true, []]);
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await there()).toEqual([is]);
  });

  it.each([
    ['/org Acme +Ben Carter, purchasing', 'Acme: Ben Carter=purchasing'],
    ['/org Acme +Ben Carter, head of sales', 'Acme: Ben Carter=head of sales'],
    ['/公司 云山茶业 +安娜，采购', '云山茶业: 安娜=采购'],
    ['/org Anna Reed @Beta Ltd buyer', 'Beta Ltd: Anna Reed=buyer'],
    ['/公司 安娜 @杭州云山茶业有限公司 采购', '杭州云山茶业有限公司: 安娜=采购'],
  ])('takes what stands behind a name for what they do: %s', async (line, is) => {
    await house.say(line);
    expect(await there()).toEqual([is]);
  });

  it.each([
    ['Acme', 'ACME Inc.', true],
    ['Acme Ltd', 'Acme GmbH', true],
    ['云山茶业', '杭州云山茶业有限公司', true],
    ['云山茶业有限公司', '云山茶业', true],
    ['Acme', 'Apex', false],
    ['云山茶业', '云水茶业', false],
  ])('%s beside %s asks whether they are one: %s', async (first, second, asks) => {
    await house.say(`/org new ${first}`);
    const said = await house.say(`/org ${second} +Ben Carter`);
    expect(said.undecided ?? false).toBe(asks);
    if (!asks) return expect(await there()).toHaveLength(2);
    expect(await there()).toEqual([`${first}: `]);
    await press(said, `It is ${first}`);
    expect(await there()).toEqual([`${first}: Ben Carter`]);
    await house.say('/undo');
    await press(said, 'A new one');
    expect((await there()).sort()).toEqual([`${first}: `, `${second}: Ben Carter`].sort());
  });

  it('is written as before with the case and the width of its letters otherwise', async () => {
    await house.say('/org new Acme');
    await house.say('/org ＡＣＭＥ +Ben Carter');
    expect(await there()).toEqual(['Acme: Ben Carter']);
  });

  it('shows who is there, what is open, what they brought and what was said', async () => {
    await house.say('/org Acme +Anna Reed purchasing +Ben Carter');
    await house.say('/lead Anna Reed 50 tins for £600');
    await house.say('/lead Ben Carter gift boxes €80');
    await house.say('/ticket Ben Carter cup arrived broken');
    const shown = JSON.stringify(await house.say('/org acme'));
    for (const part of ['Anna Reed (purchasing)', 'ben@acme.com', '£600', '€80', 'cup arrived broken', 'hello'])
      expect(shown).toContain(part);
    const list = JSON.stringify(await house.say('/org'));
    expect(list).toContain('2 people · 2 open leads · 1 open ticket');
    expect(JSON.stringify(await house.say('/contact Anna Reed'))).toContain('Acme (purchasing)');
    expect(JSON.stringify(await house.say('/org Anna Reed'))).toContain('purchasing');
  });

  it('keeps what is said of it, and each of that is taken back', async () => {
    await house.say('/org new Acme');
    const lines = [
      '/org Acme rename ACME Ltd',
      '/org rename ACME Ltd Acme Works',
      '/org Acme Works tax GB 123',
      '/org Acme Works address 1 High St, Leeds',
      '/org Acme Works website https://acme.com',
      '/org Acme Works domain www.acme.com',
      '/org Acme Works note pays late',
      '/org Acme Works note but always pays',
    ];
    const row = async () => (await house.db.sql`select * from organizations`)[0]!;
    const states = [await row()];
    for (const line of lines) {
      expect((await house.say(line)).failed, line).toBeUndefined();
      states.push(await row());
    }
    expect(states.at(-1)).toMatchObject({
      ...{ name: 'Acme Works', tax_id: 'GB 123', address: '1 High St, Leeds', website: 'https://acme.com' },
      ...{ domain: 'acme.com', note: 'pays late\nbut always pays' },
    });
    await house.say('/undo');
    expect(await row()).toEqual(states.at(-2));
    expect((await house.say('/org Acme Works domain gmail.com')).failed).toBe(true);
    await house.say('/org Acme Works tax none');
    expect((await row()).tax_id).toBe('');
  });

  it('proposes whoever writes from its mail domain, and never adds them by itself', async () => {
    await house.say('/org Acme +Ben Carter');
    const said = await house.say('/org Acme');
    await press(said, 'They write from acme.com');
    expect(await there()).toEqual(['Acme: Ben Carter']);
    expect(buttonsOf(await house.say('/contact Carla')).map(({ label }) => label)).toContain('At Acme?');
    expect(buttonsOf(await house.say('/contact Dora')).map(({ label }) => label)).not.toContain('At Acme?');
    const others = await press(await house.say('/org Acme'), '1 other writes from acme.com');
    await press(others, 'Add');
    expect(await there()).toEqual(['Acme: Ben Carter, Carla Voss']);
  });

  it('becomes one with another, and parts from it by undo', async () => {
    await house.say('/org Acme +Anna Reed +Ben Carter sales');
    await house.say('/org new !ACME Inc. +Ben Carter +Carla Voss');
    await house.say('/org o2 tax GB 9');
    const before = await house.db.sql`select * from memberships order by id`;
    expect(buttonsOf(await house.say('/org Acme')).map(({ label }) => label)).toContain('Same as ACME Inc.');
    await press(await house.say('/org Acme'), 'Same as ACME Inc.');
    expect(await there()).toEqual(['Acme: Anna Reed, Ben Carter=sales, Carla Voss']);
    expect((await house.db.sql`select tax_id from organizations`)[0]!.tax_id).toBe('GB 9');
    await house.say('/undo');
    expect(await house.db.sql`select * from memberships order by id`).toEqual(before);
  });

  it('is left by whoever is deleted, and stays for the others', async () => {
    await house.say('/org Acme +Anna Reed +Ben Carter');
    const [asked] = [await house.say('/delete Ben Carter')];
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await there()).toEqual(['Acme: Anna Reed']);
    await house.say('/undo');
    expect(await there()).toEqual(['Acme: Anna Reed, Ben Carter']);
    await house.say('/org Acme -Anna Reed');
    expect(await there()).toEqual(['Acme: Ben Carter']);
  });

  it('is deleted after a question, with its people left as they are', async () => {
    await house.say('/org Acme +Anna Reed');
    await press(await house.say('/org Acme delete'), 'Delete');
    expect(await there()).toEqual([]);
    await house.say('/undo');
    expect(await there()).toEqual(['Acme: Anna Reed']);
  });

  it('is kept of both where two people turn out to be one', async () => {
    await house.say('/org Acme +Ben Carter sales');
    await house.say('/org Oak +Carla Voss');
    await house.say('/merge c2 c3');
    const [merged] = await there();
    expect([merged, ...(await there())].join()).toMatch(/Acme: .*sales/);
    expect((await house.db.sql`select distinct contact_id from memberships`).length).toBe(1);
    await house.say('/undo');
    expect(await there()).toEqual(['Acme: Ben Carter=sales', 'Oak: Carla Voss']);
  });

  it.each([
    ['', 'sales', /=sales$/],
    ['buyer', '', /=buyer$/],
    ['buyer', 'Buyer', /=(?:buyer|Buyer)$/],
    ['buyer', 'sales', /=(?:buyer, sales|sales, buyer)$/],
  ])('keeps what they do there where both are at one company: "%s" and "%s"', async (one, other, both) => {
    await house.say(`/org Acme +Ben Carter ${one}`);
    await house.say(`/org Acme +Carla Voss ${other}`);
    const before = await there();
    await house.say('/merge c2 c3');
    expect((await there())[0]).toMatch(both);
    await house.say('/undo');
    expect(await there()).toEqual(before);
  });

  it('finds its people by a filter, and those that are nowhere', async () => {
    await house.say('/org Acme +Ben Carter');
    await house.say('/org 云山茶业 +安娜');
    const found = async (words: string) => JSON.stringify(await house.say(`/find ${words}`));
    expect(await found('org:acme')).toContain('Ben Carter');
    expect(await found('公司:云山')).toContain('安娜');
    const nowhere = await found('org:none');
    expect(nowhere).toContain('Dora Lind');
    expect(nowhere).not.toContain('Ben Carter');
    expect(await found('Acme')).toContain('Ben Carter');
  });

  it('comes out of a file with the roles of its people, once however often it is named, and goes with the file', async () => {
    await house.say('/org new acme');
    const file = [
      'Name,Email,Company,Job title',
      'Eva Holm,eva@oak.example,Oak Ltd,Buyer',
      'Finn Moe,finn@oak.example,OAK LTD,',
      'Ben Carter,ben@acme.com,Acme; Oak Ltd,Sales; Adviser',
      'Gus Ray,gus@x.example,-,Painter',
    ].join('\n');
    const given = await give(house, Buffer.from(file), 'people.csv');
    await given.go();
    const all = ['Oak Ltd: Ben Carter=Adviser, Eva Holm=Buyer, Finn Moe', 'acme: Ben Carter=Sales'];
    expect(await there()).toEqual(all);
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([
      { text: 'Job title: Painter' },
    ]);
    const csv = await house.act((ctx) =>
      contactsCsv(ctx.tx, { any: [[]] }, ctx.now, { t: texts('en'), locale: 'en', settings: { timezone: 'UTC' } }),
    );
    expect(csv.toString()).toContain(',acme; Oak Ltd,Sales; Adviser,');
    await house.say('/undo');
    expect(await there()).toEqual(['acme: ']);
  });

  it.each([
    ['/org Nowhere', 'No company is called “Nowhere”.'],
    ['/org o99', 'There is no company o99.'],
    ['/org Dora Lind', 'No company is noted for Dora Lind.'],
    ['/org o99 +Ben Carter', 'There is no company o99.'],
  ])('%s says %s', async (line, says) => {
    expect((await house.say(line)).text).toBe(says);
    expect(await there()).toEqual([]);
  });
});
