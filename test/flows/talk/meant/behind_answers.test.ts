import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const PEOPLE = { en: ['Anna Smith', 'Dave Miller', 'Mia Wong'], 'zh-CN': ['李四', '张三', '王小明'] };

describe.each(['en', 'zh-CN'] as const)('behind an answer typed under a card (%s)', async (locale) => {
  const house = await testHouse({ locale });
  const arrive = async () => {
    for (const [nth, name] of PEOPLE[locale].entries())
      await house.happen(
        telegramMessage(locale === 'en' ? 'Is my pot ready?' : '壶好了吗？', {
          chat: `${700 + nth}`,
          from: { address: `${700 + nth}`, name },
        }),
      );
    await house.deliver();
  };
  beforeEach(house.startingWith(arrive));
  const card = async () => (await house.outbox()).findLast(({ audience }) => audience === 'owner')!.externalId!;
  const sent = async () =>
    (await house.outbox()).flatMap(({ audience, payload }) =>
      audience === 'customer' && payload.kind === 'message' ? [payload.reply.text] : [],
    );
  const under = async (text: string): Promise<Reply> => {
    await house.type(text, { answers: [await card()] });
    return (await house.cards()).at(-1)!;
  };
  const commandsOf = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);

  it.each(
    {
      en: [
        ['Thanks, won 500', '/won 500'],
        ["It's ready then resolve", '/resolve'],
        ["It's ready & resolve", '/resolve'],
        ['Great, put it down as won', '/won'],
        ['Sure, block Dave', '/block Dave'],
        ["It's ready — note: likes blue", '/note likes blue'],
        ['Thanks! Now block her', '/block'],
        ['Ok, tag wholesale', '/tag #wholesale'],
        ['Lovely, lost: too expensive', '/lost too expensive'],
      ],
      'zh-CN': [
        ['好了，解决', '/resolve'],
        ['好的然后解决', '/resolve'],
        ['好了并解决', '/resolve'],
        ['好了，备注他喜欢蓝色', '/note 他喜欢蓝色'],
        ['好的，然后解决张三', '/resolve 张三'],
        ['明天发，解决李四', '/resolve 李四'],
        ['谢谢，成交500', '/won 500'],
      ],
    }[locale],
  )('an order is asked about, whatever joins it: %s', async (text, command) => {
    const asked = await under(text);
    expect(await sent()).toEqual([]);
    expect(commandsOf(asked)).toContain(command);
    const [only] = buttonsOf(asked);
    expect(only?.command).not.toContain(command.split(' ').at(-1)!.replace('/', ''));
  });

  it.each(
    {
      en: ['Great, open a ticket', 'Great, log a lead', 'Ok, remind me tomorrow to pack it'],
      'zh-CN': ['太好了，开个售后单', '谢谢，记一条线索', '好了，周五提醒我跟进'],
    }[locale],
  )('what is to be made or looked up for us does not leave unasked: %s', async (text) => {
    expect((await under(text)).failed).toBe(true);
    expect(await sent()).toEqual([]);
  });

  it.each(
    {
      en: [
        '/reply Mia Yes then won Anna',
        '/reply Mia Ok, tag vip',
        '/later Mia tomorrow 9am Good morning, then resolve it',
      ],
      'zh-CN': [
        '/回复 王小明 好的，然后解决张三',
        '/回复 王小明 好的，并备注他喜欢蓝色',
        '/回复 王小明 好的，周五提醒我发货',
        '/稍后发 王小明 明天9点 早上好，然后解决1',
      ],
    }[locale],
  )('an order is asked about where a command names the customer too: %s', async (text) => {
    const asked = await house.say(text);
    expect(asked.failed).toBe(true);
    expect(await sent()).toEqual([]);
    expect(await house.db.sql`select from scheduled_answers`).toEqual([]);
  });

  it.each(
    {
      en: [
        "Thanks, note that the glaze isn't dishwasher safe",
        'Sure, call us when you are outside',
        'Yes, then we can post it on Monday',
        'Ok, block out Friday for the workshop',
        "It's ready, just tag us when you use it",
        'Sure — done, see you Monday',
        'Sure, close the lid and open a window',
        'Yes & the deposit is 20',
        'Great, done!',
        "I'll check and reply tomorrow",
        "Sorry about that. I'll call the courier",
        'Take a photo and reply here, then I book the courier',
        'Ok, cancel it and take the blue one instead',
      ],
      'zh-CN': [
        '谢谢，备注写上楼号就行',
        '好的，然后周一给您寄',
        '并不是质量问题，是快递压坏的',
        '好的，解决了跟我说一声',
        '没问题，售后电话在卡片上',
        '好了，成交',
        '好的并且送您一个杯垫',
      ],
    }[locale],
  )('what a customer is told leaves: %s', async (text) => {
    await under(text);
    expect(await sent()).toEqual([text]);
  });
});
