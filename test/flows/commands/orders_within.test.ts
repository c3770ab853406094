import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'CN', currency: 'CNY' });

beforeEach(
  house.startingWith(async () => {
    await house.say('/add 林小梅 lin@example.com');
    await house.say('/add Maya maya@example.com');
    await house.say('/lead 林小梅 普洱');
    await house.say('/lead Maya menu');
    await house.say('/ticket Maya broken cup');
  }),
);

describe('a line in which a second command begins', () => {
  it.each([
    ['/意向 林小梅 龙井 500 /任务 明天9点 寄样', ['/意向 林小梅 龙井 500', '/任务 明天9点 寄样']],
    ['/lead Maya logo 500 /task tomorrow 9am send samples', ['/lead Maya logo 500', '/task tomorrow 9am send samples']],
    ['/note Maya likes tea, /task tomorrow 9am call her', ['/note Maya likes tea', '/task tomorrow 9am call her']],
    ['/task tomorrow 9am call Maya then /note Maya asked', ['/task tomorrow 9am call Maya', '/note Maya asked']],
    ['/ticket Maya torn box and /lead Maya new box 20', ['/ticket Maya torn box', '/lead Maya new box 20']],
    ['/成交 林小梅，/解决 Maya', ['/成交 林小梅', '/解决 Maya']],
    ['/成交 林小梅/解决 Maya', ['/成交 林小梅', '/解决 Maya']],
    ['/won Maya and /resolve Maya', ['/won Maya', '/resolve Maya']],
    [
      '/add Ben ben@example.com /task tomorrow 9am call Ben',
      ['/add Ben ben@example.com', '/task tomorrow 9am call Ben'],
    ],
    ['/won Maya /resolve Maya\n/task call her', ['/won Maya', '/resolve Maya', '/task call her']],
  ])('is asked about before anything is done: %s', async (text, each) => {
    const before = await house.state();
    const reply = await house.say(text);
    expect(await house.state()).toEqual(before);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual([each.join('\n'), text]);
  });

  it.each([
    ['/won Maya and resolve Maya', ['/won Maya', '/resolve Maya']],
    ['/won Maya, resolve Maya', ['/won Maya', '/resolve Maya']],
    ['/won Maya resolve Maya', ['/won Maya', '/resolve Maya']],
    ['/resolve Maya and won Maya', ['/resolve Maya', '/won Maya']],
    ['/block Maya and delete 林小梅', ['/block Maya', '/delete 林小梅']],
    ['/resolve Maya and tag her #vip', ['/resolve Maya', '/tag Maya #vip']],
    ['/tag Maya #vip and remind me friday', ['/tag Maya #vip', '/task friday']],
    ['/note Maya wants red and remind me friday to call', ['/note Maya wants red', '/task friday to call']],
    ['/snooze Maya tomorrow and won 1', ['/snooze Maya tomorrow', '/won 1']],
    ['/lost Maya too dear, then block her', ['/lost Maya too dear', '/block Maya']],
    ['/成交 林小梅 然后解决 Maya', ['/成交 林小梅', '/resolve Maya']],
    ['/成交 林小梅，解决 Maya', ['/成交 林小梅', '/resolve Maya']],
    ['/解决 Maya 并成交林小梅', ['/解决 Maya', '/won 林小梅']],
    ['/成交 林小梅 顺便拉黑她', ['/成交 林小梅', '/block 林小梅']],
    ['/成交 林小梅 并提醒我周五发货', ['/成交 林小梅', '/task 周五发货']],
  ])('is asked about without a slash as well: %s', async (text, each) => {
    const before = await house.state();
    const reply = await house.say(text);
    expect(await house.state()).toEqual(before);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual([each.join('\n'), text]);
  });

  it.each([
    '/note Maya asked us to resolve this and close early',
    '/task call Maya and message 林小梅',
    '/lead Maya cups and tags 20',
    '/lost Maya too dear and lost interest',
    '/ticket Maya cup broken, note says fragile',
    '/备注 Maya 问题解决 然后满意',
  ])('control: words that begin no other order are the first’s: %s', async (text) => {
    const reply = await house.say(text);
    expect(buttonsOf(reply).some(({ label }) => label.startsWith('All as one'))).toBe(false);
  });

  it('does both, or all as one, by a tap', async () => {
    const titles = async () =>
      (await house.db.sql<{ title: string }>`select title from tasks order by id`).map(({ title }) => title);
    const text = '/note Maya likes tea /task call her';
    const [both] = buttonsOf(await house.say(text));
    expect(both!.label).toContain('Each by itself: ');
    await house.type(text);
    await house.press(both!.label);
    expect(await titles()).toEqual(['call her']);
    await house.type('/task call her /note it');
    await house.press('All as one: /task call her /note it');
    expect(await titles()).toEqual(['call her', 'call her /note it']);
  });

  it('does it one way only: the other counts no more until that is taken back', async () => {
    const text = '/note Maya likes tea /task call her';
    const counts = () => house.db.sql`
      select (select count(*)::int from tasks) as tasks, (select count(*)::int from messages where direction = 'note') as notes`;
    await house.type(text);
    const [each, one] = buttonsOf((await house.cards()).at(-1)!);
    const { buttons } = await house.press(each!);
    expect(await house.press(one!)).toEqual({ text: 'Done already.' });
    expect(await counts()).toEqual([{ tasks: 1, notes: 1 }]);
    await house.press(buttons!.flat().at(-1)!);
    await house.press(one!);
    expect(await counts()).toEqual([{ tasks: 0, notes: 1 }]);
  });

  it.each([
    '/note Maya tea and/or coffee',
    '/task look at https://example.com/lead and src/task',
    '/task move files to /home and /tmp',
    '/备注 林小梅 1/2杯 茶/咖啡',
    '/help /task',
  ])('control: a slash that names none asks nothing: %s', async (text) => {
    const reply = await house.say(text);
    expect(buttonsOf(reply).some(({ label }) => label.startsWith('All as one'))).toBe(false);
  });
});

describe('a second command without a slash', () => {
  it.each([
    ['/note Maya closed mondays; task fri 3pm call Maya', ['/note Maya closed mondays', '/task fri 3pm call Maya']],
    ['/ticket Maya parcel lost; task 3pm ring courier', ['/ticket Maya parcel lost', '/task 3pm ring courier']],
    ['/resolve Maya, won Maya', ['/resolve Maya', '/won Maya']],
    ['/task tomorrow 9am call the bank, then resolve maya', ['/task tomorrow 9am call the bank', '/resolve maya']],
    ['/note Maya closed. Block Maya', ['/note Maya closed', '/block Maya']],
    ['/lead Maya cups 240; remind me friday to call her', ['/lead Maya cups 240', '/task friday to call her']],
    ['/find Maya; block Maya', ['/find Maya', '/block Maya']],
    [
      '备注 林小梅 周一休息；意向 林小梅 民宿用茶 2400；任务 周五，给林小梅打电话',
      ['/备注 林小梅 周一休息', '/lead 林小梅 民宿用茶 2400', '/task 周五，给林小梅打电话'],
    ],
    ['/备注 林小梅 要茶；拉黑林小梅', ['/备注 林小梅 要茶', '/block 林小梅']],
    ['/解决 Maya，成交 林小梅', ['/解决 Maya', '/won 林小梅']],
  ])('behind a mark is asked about before anything is done: %s', async (text, each) => {
    const before = await house.state();
    const reply = await house.say(text);
    expect(await house.state()).toEqual(before);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual([each.join('\n'), text]);
  });

  it.each([
    '/note Maya wants tea, bread, and lead pipes',
    '/note Maya asked about block 5; delivery is free',
    '/task buy tea; oats; paper',
    '/备注 林小梅 喜欢茶；不喜欢酒；任务多的时候别打扰',
    '/备注 林小梅 要茶，备注写生日快乐',
  ])('control: words that only name one ask nothing: %s', async (text) => {
    const reply = await house.say(text);
    expect(reply.failed).toBeUndefined();
    expect(buttonsOf(reply).some(({ label }) => label.startsWith('All as one'))).toBe(false);
  });
});
