import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 3));
    await house.say('/template new winter tea\nWinter\nWinter tea is here.');
    await house.say('/template new 冬茶\n冬茶到了\n冬茶到了，欢迎来尝。');
    await house.say('/campaign new Tea to everybody');
  }),
);

const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const variants = async () =>
  (
    await sql<{ of: Record<string, { subject: string; body: string }> }>`
    select variants -> 'of' as of from campaigns where id = 1`
  )[0]!.of;
const press = (reply: Reply, label: string) =>
  house.say(buttonsOf(reply).find((one) => one.label.startsWith(label))!.command);

describe('a template’s name that was mistyped is no text', () => {
  it.each([
    ['wintr tea', 'Template “winter tea”', 'Winter tea is here.'],
    ['冬查', 'Template “冬茶”', '冬茶到了，欢迎来尝。'],
    ['“winter te”', 'Template “winter tea”', 'Winter tea is here.'],
  ])('of a campaign: %s', async (typed, button, body) => {
    const asked = await house.say(`/campaign 1 text ${typed}`);
    expect(asked.failed).toBe(true);
    expect(await variants()).toEqual({});
    await press(asked, button);
    expect(Object.values(await variants())[0]!.body).toBe(body);
  });

  it('is a text where its owner says so', async () => {
    const asked = await house.say('/campaign 1 text Hello');
    expect(labels(asked)).toContain('Yes, that is the text');
    await press(asked, 'Yes, that is the text');
    expect(await variants()).toEqual({ en: { subject: 'Tea', body: 'Hello' } });
  });

  it.each([
    'We have new tea, come and see.',
    '新茶到了，欢迎来店里尝尝。',
    'winter tea is here today',
    'Hello {{ name }}',
  ])('control: a sentence is a text: %s', async (typed) => {
    await house.say(`/campaign 1 text ${typed}`);
    expect(Object.values(await variants())[0]!.body).toBe(typed);
  });

  it('below a new campaign, which is kept', async () => {
    const asked = await house.say('/campaign new Snow to everybody\nwintr tea');
    await press(asked, 'Template “winter tea”');
    const [row] = await sql<{ body: string }>`select variants #>> '{of,en,body}' as body from campaigns where id = 2`;
    expect(row!.body).toBe('Winter tea is here.');
    expect((await house.say('/campaign new Ice to everybody\nwinter tea')).failed).toBeUndefined();
  });

  it('of a second text', async () => {
    await house.say('/campaign 1 text Hello there, our tea.\nCome and see.');
    const asked = await house.say('/campaign 1 b wintr tea');
    expect(labels(asked)).toEqual(['Template “winter tea”', 'Yes, as the subject of B']);
    const reply = await press(asked, 'Yes, as the subject');
    expect(JSON.stringify(reply.fields)).toContain('B: wintr tea');
    await press(asked, 'Template “winter tea”');
    const [row] = await sql<{ body: string }>`select second #>> '{of,en,body}' as body from campaigns where id = 1`;
    expect(row!.body).toBe('Winter tea is here.');
  });

  it('of a step of a follow-up, where the right name is a template’s', async () => {
    await house.say('/sequence birthday');
    const step = async () => JSON.stringify(await sql`select steps from sequences`);
    const before = await step();
    const asked = await house.say('/sequence 1 text 1 wintr tea');
    expect(await step()).toBe(before);
    await press(asked, 'Template “winter tea”');
    expect(await step()).toContain('Winter tea is here.');
    await house.say('/sequence 1 text 1 冬茶');
    expect(await step()).toContain('冬茶到了，欢迎来尝。');
    await press(await house.say('/sequence 1 text 1 Cheers'), 'Yes, that is the text');
    expect(await step()).toContain('Cheers');
  });
});

describe('a length of time is no text', () => {
  const steps = async () =>
    (await sql<{ after: number; body: string }>`
      select (s ->> 'after')::int as after, s #>> '{variants,of,en,body}' as body
      from sequences, jsonb_array_elements(steps) with ordinality as e(s, nth) order by nth`) as readonly {
      after: number;
      body: string | null;
    }[];
  beforeEach(() => house.say('/sequence birthday'));

  it.each(['3 days', '3天', '三天后', '72h', '3 days later'])('of a step that is added: %s', async (length) => {
    const asked = await house.say(`/sequence 1 add ${length}`);
    expect(asked.text).toContain('the text');
    expect(await steps()).toHaveLength(1);
    await house.say(`/sequence 1 add ${length}\nStill there?\nCome and see us.`);
    expect((await steps())[1]).toMatchObject({ after: 3 * 24 * 60, body: 'Come and see us.' });
  });

  it('where a text is to stand, it may be that step’s time', async () => {
    await house.say('/sequence checkout');
    const asked = await house.say('/sequence 2 text 1 2天');
    expect(asked.text).toBe('“2天” is a time and no text.');
    const reply = await press(asked, 'Step 1');
    expect(reply.failed).toBeUndefined();
    const [row] = await sql<{
      after: number;
    }>`select (steps -> 0 ->> 'after')::int as after from sequences where id = 2`;
    expect(row!.after).toBe(2 * 24 * 60);
  });

  it('belongs to the only step, and of several it is asked to which', async () => {
    expect((await house.say('/sequence 1 after 1 day before')).failed).toBeUndefined();
    expect((await steps())[0]!.after).toBe(-24 * 60);
    await house.say('/sequence checkout');
    expect(labels(await house.say('/sequence 2 after 2 weeks'))).toEqual(['Step 1: 2 weeks', 'Step 2: 2 weeks']);
  });
});

describe('what is typed around a campaign’s words is not sent', () => {
  it.each([
    ['标题：新茶\n正文：新茶到了', { subject: '新茶', body: '新茶到了' }],
    ['正文：新茶到了，欢迎来尝', { subject: 'Tea', body: '新茶到了，欢迎来尝' }],
    ['内容：\n新茶到了\n欢迎来尝', { subject: 'Tea', body: '新茶到了\n欢迎来尝' }],
  ])('a label: %j', async (typed, text) => {
    await house.say(`/campaign 1 text ${typed}`);
    expect(await variants()).toEqual({ 'zh-CN': text });
  });

  it('the quotes around a name, which may be the subject', async () => {
    await house.say('/群发 新建 “中秋” 给 所有人\n中秋快到了，月饼开始预订。');
    const [row] = await sql<{ name: string; subject: string }>`
      select name, variants #>> '{of,zh-CN,subject}' as subject from campaigns where id = 2`;
    expect(row).toEqual({ name: '中秋', subject: '中秋' });
  });

  it('whom it is for, where no blank parts it from its word; control: a name that begins so', async () => {
    await house.say('/tag c1 老客');
    await house.say('/群发 新建 端午 给#老客');
    await house.say('/群发 新建 端午 给爸爸的:礼物');
    const rows = await sql<{ name: string; audience: string | null }>`
      select name, audience from campaigns where id > 1 order by id`;
    expect([...rows]).toEqual([
      { name: '端午', audience: '#老客' },
      { name: '端午 给爸爸的:礼物', audience: null },
    ]);
  });
});

it('the newer template changes A, and of B what it shares with A; the card says so', async () => {
  await house.say('/campaign 1 text winter tea');
  await house.say('/campaign 1 b Another subject for this tea');
  await house.say('/template edit winter tea en\nWinter\nWinter tea is here, and cheap.');
  const card = await house.say('/campaign 1');
  expect(card.text).toContain('B takes over what it shares with A');
  await press(card, 'Use the new one');
  const [row] = await sql<{ a: string; b: string; subject: string }>`
    select variants #>> '{of,en,body}' as a, second #>> '{of,en,body}' as b, second #>> '{of,en,subject}' as subject
    from campaigns where id = 1`;
  expect(row).toEqual({
    a: 'Winter tea is here, and cheap.',
    b: 'Winter tea is here, and cheap.',
    subject: 'Another subject for this tea',
  });
});

describe('a follow-up is reached by its name', () => {
  it.each(['birthday on', '生日 开', 'birthday wishes on'])('with what is to become of it: %s', async (typed) => {
    await house.say(`/sequence ${typed}`);
    expect(await sql`select from sequences`).toHaveLength(1);
    const reply = await house.say('/sequence birthday');
    expect(reply.title).toContain(' · on');
    await house.say('/sequence birthday off');
    expect((await house.say('/sequence birthday')).title).toContain(' · off');
  });

  it.each(['list', '列表', 'on', '关'])('without one the list is shown: %s', async (typed) => {
    expect((await house.say(`/sequence ${typed}`)).title).toBe('Follow-ups');
  });
});

describe('a campaign', () => {
  it.each(['list', '列表', '报告', '帮助', 'report'])('is found in the list: %s', async (typed) => {
    expect((await house.say(`/campaign ${typed}`)).title).toBe('Campaigns');
  });

  it('that reaches nobody cannot be scheduled, and why is said', async () => {
    await house.say('/campaign 1 text Winter\nWinter tea is here.');
    await house.say('/campaign 1 to #nobody');
    const reply = await house.say('/campaign 1 at tomorrow 10:00');
    expect(reply.failed).toBe(true);
    expect(reply.text).toMatch(/^It is not scheduled: nobody would get it/);
    expect((await sql<{ state: string }>`select state from campaigns where id = 1`)[0]!.state).toBe('draft');
  });
});
