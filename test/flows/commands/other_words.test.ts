import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(() => house.reset());

const lines = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);

describe('another word for a command', () => {
  it.each([
    ['/back', '/away off'],
    ['/回来', '/away off'],
    ['/remind 10am call the printer', '/task 10am call the printer'],
    ['/提醒 10点 打电话', '/task 10点 打电话'],
    ['/todo buy tape', '/task buy tape'],
    ['/send Dave ok', '/reply Dave ok'],
    ['/发给 Dave 好的', '/reply Dave 好的'],
    ['撤消', '/undo 1'],
    ['撤消！', '/undo 1'],
    ['todo buy tape', '/task buy tape'],
    ['/history Dave', '/timeline Dave'],
    ['/聊天记录 Dave', '/timeline Dave'],
    ['/finish 3', '/done 3'],
    ['/搞定 3', '/done 3'],
    ['/abort', '/cancel'],
    ['/成单 Dave', '/won Dave'],
    ['/赢单了', '/won'],
    ['赢单了', '/won'],
    ['丢单了！', '/lost'],
  ])('%s leads to %s', async (typed, line) => {
    await house.say('/add Dave');
    expect(lines(await house.say(typed))).toContain(line);
  });

  it.each([
    ['/线索 Dave 龙井 500', /Lead opened: #1 · Dave/],
    ['/赢单 Dave 500', /Won: #1 · Dave/],
    ['/丢单 Dave 太贵', /Lost: #1 · Dave/],
    ['/线索列表', /Open leads/],
    ['/工单 Dave 茶罐碎了', /Ticket opened: #1 · Dave/],
    ['/工单列表', /Open tickets/],
    ['线索 Dave 龙井 500', /Lead opened: #1 · Dave/],
  ])('that was a command’s own goes on doing what it did: %s', async (typed, said) => {
    await house.say('/add Dave');
    if (/[赢丢]单|列表/.test(typed))
      for (const line of ['/lead Dave tea', '/ticket Dave broken']) await house.say(line);
    const { title, text } = await house.say(typed);
    expect(`${title}${text}`).toMatch(said);
  });

  it('is no word that every object knows', async () => {
    expect((await house.say('/constructor')).text).toContain('I do not know');
  });
});

describe('words typed without answering a card', () => {
  it('can be sent to who wrote last and waits, by a tap that names them', async () => {
    for (const [address, name] of [
      ['76', 'Eve'],
      ['77', 'Dave'],
    ] as const)
      await house.happen(telegramMessage('How much is it?', { from: { address, name }, chat: address }));
    const asked = await house.say('about 400');
    expect(asked.buttons!.flat()).toContainEqual(
      expect.objectContaining({ label: 'Send to Dave', command: '/reply v2 about 400' }),
    );
    await house.press('Send to Dave');
    const sent = (await house.outbox()).filter(({ audience }) => audience === 'customer');
    expect(sent.map(({ address }) => address)).toEqual(['77']);
  });

  it('are offered to nobody where nobody waits', async () => {
    expect(lines(await house.say('about 400')).some((line) => line.startsWith('/reply'))).toBe(false);
  });
});

it('an answer that leaves later has one way back on its card', async () => {
  await house.happen(telegramMessage('How much is it?', { from: { address: '77', name: 'Dave' }, chat: '77' }));
  const said = await house.say('/later Dave tomorrow 9am it is 400');
  expect(lines(said).filter((line) => /^\/(?:cancel|undo)/.test(line))).toEqual([expect.stringMatching(/^\/cancel s/)]);
});

describe('words for somebody whom nobody knows yet', () => {
  it.each([
    ['/lead Maggie menu 900', '/lead c1 menu 900'],
    ['/ticket Maggie cup broken', '/ticket c1 cup broken'],
    ['/note Maggie likes "blue" tea', '/note c1 likes "blue" tea'],
    ['/tag Maggie #vip', '/tag c1 #vip'],
    ['/reply Maggie hello there', '/reply c1 hello there'],
  ])('are one tap away once they are added: %s', async (typed, line) => {
    await house.say(typed);
    const added = await house.press('Add contact');
    expect(added.title).toContain('Maggie');
    expect(lines(added)[0]).toBe(line);
    expect((await house.press(line)).failed).toBe(line.startsWith('/reply') ? true : undefined);
  });

  it('are kept while it is asked whether it is somebody known', async () => {
    await house.say('/lead Maggie menu 900');
    await house.say('/add Maggie');
    const asked = await house.press('Add contact');
    const added = await house.press(lines(asked).at(-1)!);
    expect(lines(added)[0]).toBe('/lead c2 menu 900');
  });

  it('leave no trace where there are none', async () => {
    expect(lines(await house.say('/contact Maggie'))).toEqual(['/add Maggie']);
  });
});
