import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en', currency: 'GBP', country: 'GB', timezone: 'Europe/London' });
});

async function writes(chat: string, name: string) {
  await house.happen(telegramMessage('hello', { chat, from: { address: chat, name }, externalId: `hello-${chat}` }));
}

beforeEach(async () => {
  await house.reset();
  await writes('701', 'Sam');
  await writes('702', '小美');
  await house.deliver();
});

const typed = async (words: string) => {
  await house.type(words);
  return (await house.cards()).at(-1)!;
};
const sent = async () =>
  (await house.outbox()).flatMap(({ audience, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [payload.reply.text] : [],
  );

describe('what a sentence tells somebody, and what it orders of us behind that', () => {
  it.each([
    ['tell sam yes we do and remind me friday', 'yes we do', '/task'],
    ['reply to sam yes we do and note that he pays late', 'yes we do', '/note'],
    ['tell sam it ships tomorrow and tag him vip', 'it ships tomorrow', '/note'],
    ["let sam know it's ready, and remind me to call the bank tomorrow", "it's ready", '/task'],
    ['message sam yes we do & then remind me on friday', 'yes we do', '/task'],
    ['sam: yes we do, then please remind me friday', 'yes we do', '/task'],
    ['跟小美说有货并提醒我周五', '有货', '/task'],
    ['告诉小美有货，顺便记一下她是老客', '有货', '/note'],
    ['回复小美 有货 然后提醒我周五打电话', '有货', '/task'],
    ['告诉小美可以，同时帮我建个任务周五寄样品', '可以', '/task'],
    ['/回复 小美 有货 并提醒我周五', '有货', '/task'],
  ])('are offered as two: %s', async (words, told, order) => {
    const buttons = buttonsOf(await typed(words));
    const says = buttons.filter(({ command }) => command.startsWith('/reply '));
    expect(says[0]!.command.replace(/^\/reply v\d+ /, '')).toBe(told);
    expect(buttons.some(({ command }) => command.startsWith(order))).toBe(true);
    expect(await sent()).toEqual([]);
    await house.press(says[0]!.label);
    await house.deliver();
    expect(await sent()).toEqual([told]);
  });

  it.each(["tell sam it's ready and bring the box", '告诉小美明天发货并附上发票', 'tell sam we remind you on friday'])(
    'control: words that are all theirs leave by one tap: %s',
    async (words) => {
      const send = buttonsOf(await typed(words)).find(({ command }) => command.startsWith('/reply '))!;
      await house.press(send.label);
      expect(await sent()).toHaveLength(1);
    },
  );

  it.each([
    ['tell anna yes we do and remind me friday', 'Send to anna', 'Anna Fox'],
    ['/reply anna yes we do and remind me friday', undefined, 'Anna Fox'],
  ])('are asked about once it is known which of several is meant: %s', async (words, send, who) => {
    await writes('703', 'Anna Fox');
    await writes('704', 'Anna Lee');
    const asked = await typed(words);
    const which = send ? await house.press(send) : asked;
    const question = await house.press(buttonsOf(which).find(({ label }) => label.startsWith(who))!.label);
    expect(buttonsOf(question)[0]!.label).toBe('Only “yes we do” to Anna Fox');
    expect(await sent()).toEqual([]);
    await house.press('Send as typed to Anna Fox');
    expect(await sent()).toEqual(['yes we do and remind me friday']);
  });

  it('words that name nobody are asked about when they are sent to whoever waits', async () => {
    await typed('yes we do and remind me friday');
    const question = await house.press('Send to 小美');
    expect(buttonsOf(question)[0]!.label).toBe('Only “yes we do” to 小美');
    expect(await sent()).toEqual([]);
  });

  it('an edit of such a line is asked about as the line would be', async () => {
    await house.type('tell sam hello', { externalId: 'line' });
    await house.happen({
      ...{ kind: 'message.edited', channel: 'telegram', chat: '42', from: { address: '42', name: '我' } },
      ...{ externalId: 'line', text: 'tell sam yes we do and remind me friday', answers: [] },
      editedAt: house.now,
    });
    const says = buttonsOf((await house.cards()).at(-1)!).filter(({ command }) => command.startsWith('/reply '));
    expect(says[0]!.label).toBe('Only “yes we do” to Sam');
  });
});
