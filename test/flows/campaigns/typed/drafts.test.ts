import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { sentencesIn } from '../../../../src/text/sentence/sentence.ts';
import { addPeople } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 3));
    await house.say('/template new spring\nSpring\nSpring tea is here.');
    await house.say('/campaign new Tea to everybody');
  }),
);

const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const press = (reply: Reply, label: string) =>
  house.say(buttonsOf(reply).find((one) => one.label.startsWith(label))!.command);
const one = async () => (await sql<Record<string, unknown>>`select * from campaigns where id = 1`)[0]!;
const TEXT = '/campaign 1 text Tea\nHello and welcome.';

describe('a template has changed only where it has', () => {
  it('another subject here is no change of the template', async () => {
    await house.say('/campaign 1 text spring');
    const card = await house.say('/campaign 1 subject Good tea');
    expect(card.text ?? '').not.toContain('has changed');
    expect(labels(card)).not.toContain('Use the new one');
  });

  it('the new version keeps what was changed here', async () => {
    await house.say('/campaign 1 text spring');
    await house.say('/campaign 1 subject Good tea');
    await house.say('/template edit spring en\nSpring\nSpring tea is here, and cakes.');
    const card = await house.say('/campaign 1');
    expect(card.text).toContain('has changed since it was chosen');
    const newer = await press(card, 'Use the new one');
    expect(newer.text ?? '').not.toContain('has changed');
    expect((await one()).variants).toMatchObject({
      of: { en: { subject: 'Good tea', body: 'Spring tea is here, and cakes.' } },
    });
  });
});

describe('what comes before there is a text is not swallowed', () => {
  it.each(['subject New tea', 'b\nAnother\nAnother text', 'trial 30%'])('%s', async (typed) => {
    const said = await house.say(`/campaign 1 ${typed}`);
    expect(said).toMatchObject({ failed: true, text: expect.stringContaining('nothing of it is kept') });
  });

  it('a time: it is said that it is not scheduled', async () => {
    const said = await house.say('/campaign 1 at tomorrow 9am');
    expect(said).toMatchObject({ failed: true, text: expect.stringContaining('It is not scheduled') });
  });

  it('a trial without a second text asks for that', async () => {
    await house.say(TEXT);
    const said = await house.say('/campaign 1 trial 30% 6h orders');
    expect(said).toMatchObject({ failed: true, text: expect.stringContaining('Write the second one first') });
    expect(labels(said)).toContain('Try a second text');
  });

  it('a subject alone asks for the subject, and its answer leaves the text', async () => {
    await house.say(TEXT);
    const asked = await house.say('/campaign 1 subject');
    expect(asked.text).toContain('the subject, on one line');
  });
});

describe('a test to whoever asks', () => {
  it.each([
    ...['test', 'send me a copy', 'test me', 'send it to me', 'send test to me', 'send to me first', 'to me'],
    ...['发给我', '发给我看看', '先给我发一封', '发我一份', '先发我一封看看', '样信 发给我', '给 我'],
  ])('%s: it goes there, and its card stays', async (typed) => {
    await house.say(TEXT);
    const said = await house.say(`/campaign 1 ${typed}`);
    expect(said.failed).toBeUndefined();
    expect(said.text).toContain('A test goes to me@example.com');
    expect(labels(said)).toContain('Send to 3 people');
    expect(await one()).toMatchObject({ test_to: 'me@example.com', audience: '' });
  });
});

describe('a button is understood by what stands on it', () => {
  it.each([
    ['change the people', 'Change the people'],
    ['skip recent', 'Skip recent buyers'],
    ['hold out nobody please', undefined],
  ])('%s', async (typed, label) => {
    await house.say(TEXT);
    const said = await house.say(`/campaign 1 ${typed}`);
    expect(said.failed).toBe(true);
    if (label) expect(labels(said)[0]).toBe(label);
  });

  it('a time behind its number is on the button that schedules it', async () => {
    await house.say(TEXT);
    const said = await house.say('/campaign 1 send tomorrow 9am');
    expect(labels(said)[0]).toMatch(/^Schedule for .*09:00/);
  });
});

describe('all there are, however that is said', () => {
  it.each([
    'all my customers',
    'our customers',
    'every customer',
    '所有的客户',
    '每个人',
    '我的客户',
    '大家',
    '所有人',
  ])('%s', async (typed) => {
    await house.say('/campaign 1 to p1');
    await house.say(`/campaign 1 to ${typed}`);
    expect((await one()).audience).toBe('');
  });

  it('ours are those', async () => {
    await house.say('/tag c1 #vip');
    await house.say('/campaign 1 to my vip');
    expect((await one()).audience).toBe('#vip');
  });
});

describe('plain words lead to a draft', () => {
  const likeliest = (text: string): string | undefined => {
    const [first] = sentencesIn(text);
    return first && [first.does, first.words].filter(Boolean).join(' ');
  };
  it.each([
    ['群发给买过龙井的', 'campaign 新建 消息 给 买过龙井的'],
    ['写封邮件给买过龙井的', 'campaign 新建 邮件 给 买过龙井的'],
    ['给 #老客 发邮件', 'campaign 新建 邮件 给 #老客'],
    ['帮我群发一下新茶', 'campaign 新建 新茶'],
    ['群发效果', 'campaign'],
    ['谁退订了', 'campaign 退订'],
    ['谁点了链接', 'campaign 点了'],
    ['发朋友圈', 'post'],
    ['new campaign', 'campaign'],
    ['newsletter', 'campaign'],
    ['who unsubscribed', 'campaign unsubscribed'],
    ['who clicked', 'campaign clicked'],
  ])('%s', (said, line) => {
    expect(likeliest(said)).toBe(line);
  });

  it('who did something is asked of which campaign', async () => {
    const asked = await house.say('/campaign unsubscribed');
    expect(buttonsOf(asked)[0]).toMatchObject({ command: '/campaign 1 unsubscribed' });
  });
});

describe('panic while a campaign is at work offers to stop', () => {
  it.each(['wait', 'wrong people!!', 'cancel that', 'oops, wrong list', '发错了', '发错人了！', '撤回', '等一下'])(
    '%s',
    async (said) => {
      await house.say(TEXT);
      const before = await house.say(said);
      expect(buttonsOf(before).map(({ command }) => command)).not.toContain('/stop');
      await house.say('/campaign 1 at tomorrow 9am');
      const asked = await house.say(said);
      expect(buttonsOf(asked)[0]!.command).toBe('/stop');
    },
  );
});

describe('what an owner reads in Chinese', async () => {
  const chinese = await testHouse({ locale: 'zh-CN', currency: 'CNY' });
  beforeEach(chinese.startingWith(() => chinese.act(({ tx }) => addPeople(tx, 3))));

  it('a button that is taken back is called by its own word, and a sum as it is said', async () => {
    await chinese.say('/群发 新建 春茶 给 所有人\n春茶\n您好');
    const card = await chinese.say('/群发 1 定时 明早9点');
    const pause = buttonsOf(card).find(({ command }) => command === '/campaign 1 pause')!;
    await chinese.press(pause);
    await chinese.say('/群发 1 标题 新茶');
    await chinese.say('/撤销');
    const undone = await chinese.say('/撤销');
    expect(JSON.stringify(undone)).toContain('/群发 1 暂停');
    const made = await chinese.say('/分组 新建 大客 消费:>=1000');
    expect(JSON.stringify(made)).toContain('消费:>=1000元');
    expect((await chinese.say('/查找 消费:>=1000元')).text ?? '').not.toContain('看不懂');
  });
});

it.each(['edit', 'text', '改'])('the text is asked for, and what is answered is it: %s', async (typed) => {
  const { rest } = await house.say(`/campaign 1 ${typed}`);
  await house.say(`${rest!.before} Tea\nHello and welcome, all of you.${rest!.after}`);
  expect((await one()).variants).toMatchObject({
    of: { en: { subject: 'Tea', body: 'Hello and welcome, all of you.' } },
  });
});
