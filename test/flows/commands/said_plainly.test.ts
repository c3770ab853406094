import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const zh = await testHouse();
const en = await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB', currency: 'GBP' });

beforeEach(
  en.startingWith(async () => {
    for (const name of ['James Carter', 'Ben Wright', 'Sarah Lee', 'Sarah Kim', 'Maria Lopez', 'Tom Reed'])
      await en.say(`/add ${name} ${name.split(' ').join('.').toLowerCase()}@example.com`);
    await en.say('/order James Carter 1x poster £120');
    await en.say('/order Maria Lopez 1x brochure £350 paid');
    await en.say('/lead Ben Wright website £2400');
    await en.say('/task tomorrow 10am call James Carter');
    for (const nth of ['Ada', 'Bea', 'Cleo', 'Dora', 'Edda', 'Fay', 'Gala', 'Hope'])
      await en.say(`/add ${nth} Newer ${nth.toLowerCase()}@example.com`);
  }),
);
beforeEach(
  zh.startingWith(async () => {
    await zh.say('/添加 林小梅 13800138000 #老客 城市:杭州');
    await zh.say('/添加 张伟 13911112222');
    await zh.say('/添加 赵老板 13566667777');
    await zh.say('/订单 张伟 2x龙井 ¥256');
    await zh.say('/意向 赵老板 普洱5饼 ¥3000');
    await zh.say('/任务 明天10点 给张伟打电话');
  }),
);

const typed = async (house: typeof zh, text: string) => {
  await house.type(text);
  return (await house.cards()).at(-1)!;
};
const offered = async (house: typeof zh, text: string) => {
  const [first, ...others] = buttonsOf(await typed(house, text)).map(({ command }) => command);
  return { first, others };
};

describe('what is to be done, or is so of somebody, said in plain words', () => {
  it.each([
    ['en', 'james prefers texts over calls', '/note c1 james prefers texts over calls'],
    ['en', 'Ben is moving to Lisbon in January', '/note c2 Ben is moving to Lisbon in January'],
    ['en', 'maria has two kids and a dog', '/note c5 maria has two kids and a dog'],
    ['en', 'go to the post office tomorrow', '/task go to the post office tomorrow'],
    ['en', 'send maria the brochure files tomorrow morning', '/task send maria the brochure files tomorrow morning'],
    ['en', 'every friday do the invoices', '/task every friday do the invoices'],
    ['en', 'follow up with ben in 2 weeks', '/task follow up with ben in 2 weeks'],
    ['zh', '张伟不喜欢别人打电话', '/note c2 张伟不喜欢别人打电话'],
    ['zh', '林小梅下个月搬去苏州', '/note c1 林小梅下个月搬去苏州'],
    ['zh', '赵老板有两个孩子', '/note c3 赵老板有两个孩子'],
    ['zh', '明天上午去邮局寄张伟的包裹', '/task 明天上午去邮局寄张伟的包裹'],
    ['zh', '每周五下午对一次账', '/task 每周五下午对一次账'],
    ['zh', '过几天再问问张伟', '/task 过几天再问问张伟'],
    ['en', 'ring james back asap', '/task ring james back asap'],
    ['en', 'call maria', '/task call maria'],
    ['en', "push ben's call to wed", "/task push ben's call to wed"],
    ['en', 'reschedule the call with Ben', '/task reschedule the call with Ben'],
    ['en', 'give james a ring', '/task give james a ring'],
    ['en', 'need to phone maria about the brochure', '/task need to phone maria about the brochure'],
    ['en', 'james no answer, try again tmrw am', '/task james no answer, try again tmrw am'],
    ['zh', '赶紧给张伟回个电话', '/task 赶紧给张伟回个电话'],
    ['zh', '给赵老板打电话', '/task 给赵老板打电话'],
    ['zh', '把赵老板的电话改到周三', '/task 把赵老板的电话改到周三'],
    ['zh', '张伟没接 明早再打', '/task 张伟没接 明早再打'],
  ] as const)('%s: %s is kept first of all', async (lang, text, command) => {
    expect((await offered({ zh, en }[lang], text)).first).toBe(command);
  });

  it.each([
    ['en', 'the website deal is worth 2600 now', '/lead 1 amount 2600', 'Ben Wright website'],
    ['en', 'how is the website lead doing', '/lead 1', 'Ben Wright website'],
    ['zh', '普洱5饼那个意向怎么样了', '/lead 1', '赵老板 普洱5饼'],
    ['zh', '赵老板普洱谈成了 3200', '/won 1 3200', '赵老板 普洱5饼'],
    ['zh', '赵老板的普洱涨到3500了', '/lead 1 金额 3500', '赵老板 普洱5饼'],
    ['zh', '赵老板谈到哪一步了', '/lead 1', '赵老板 普洱5饼'],
    ['zh', '赵老板这个客户跟进的怎么样了', '/lead 1', '赵老板 普洱5饼'],
    ['zh', '赵老板那边普洱涨到1万了', '/lead 1 金额 1万', '赵老板 普洱5饼'],
    ['en', 'whats the stage of bens website', '/lead 1', 'Ben Wright website'],
    ['zh', '赵老板普洱那单黄了 嫌贵', '/lost 1 嫌贵', '赵老板 普洱5饼'],
    ['en', 'ben upped the website budget to 3500', '/lead 1 amount 3500', 'Ben Wright website'],
    ['en', "won ben's website job, 2600", '/won 1 2600', 'Ben Wright website'],
    ['en', "ben's website fell through", '/lost 1', 'Ben Wright website'],
  ] as const)('%s: %s is of the one lead that is called so', async (lang, text, command, said) => {
    const [first] = buttonsOf(await typed({ zh, en }[lang], text));
    expect(first).toMatchObject({ command, label: expect.stringContaining(said) });
  });

  it.each([
    ['en', 'nudge James about payment', '/reply c1 Just a friendly reminder'],
    ['en', 'remind James about the invoice nicely', '/reply c1 Just a friendly reminder'],
    ['zh', '提醒张伟尽快付款', '/reply c2 您好，温馨提醒一下'],
  ] as const)('%s: %s has the reminder one tap away, and the debt behind it', async (lang, text, reminder) => {
    const [first, second] = buttonsOf(await typed({ zh, en }[lang], text));
    expect(first?.command).toContain(reminder);
    expect(second?.command).toBe('/order o1');
  });

  it.each([
    ['en', 'should i refund maria?'],
    ['en', 'did james pay or is he gone?'],
    ['zh', '张伟这个客户怎么样'],
    ['zh', '张伟的龙井要不要取消'],
  ] as const)('%s: %s asks, and its first button changes nothing', async (lang, text) => {
    const commands = buttonsOf(await typed({ zh, en }[lang], text)).map(({ command }) => command);
    expect(commands.join('\n')).not.toMatch(/^\/(?:delete|gone|lost|won|order \S+ \S)/mu);
  });

  it.each([
    ['en', 'who was it that bought the posters', 'Nobody has paid for “posters” yet', 'James Carter · £120.00'],
    ['zh', '买龙井的是谁', '还没有人付款买过「龙井」', '张伟 · ¥256.00'],
  ] as const)('%s: %s names whoever ordered it and has not paid', async (lang, text, said, label) => {
    const card = await typed({ zh, en }[lang], text);
    expect(card.text).toContain(said);
    expect(buttonsOf(card)[0]).toMatchObject({ command: '/order o1', label: expect.stringContaining(label) });
  });

  it('says on a button what it takes back, and takes that back whatever was done meanwhile', async () => {
    await en.say('/task water the plants');
    const before = await en.state();
    await en.say('/task feed the cat');
    const button = buttonsOf(await typed(en, 'oops undo that')).find(({ command }) => command.startsWith('/undo'))!;
    expect(button.label).toContain('feed the cat');
    await en.press(button);
    expect(await en.state()).toEqual(before);
  });

  it.each([
    ['en', 'called james, he wants 2 posters', '/call c1'],
    ['en', 'rang maria, left a voicemail', '/call c5'],
    ['en', 'call with ben went well', '/call c2'],
  ] as const)('%s: control: %s tells of a call that was', async (lang, text, command) => {
    expect((await offered({ zh, en }[lang], text)).first).toContain(command);
  });

  it.each([
    ...['thanks', 'Thanks so much!', 'cheers', 'nice work 🎉', '🙏'].map(
      (text) => ['en', text, 'You’re welcome!'] as const,
    ),
    ...['ok', 'okay!', 'got it', '👍', '👍🏽', 'perfect'].map(
      (text) => ['en', text, 'All right. I’m here whenever you need me.'] as const,
    ),
    ...['谢谢', '辛苦了', '谢谢你啦', '辛苦啦！'].map((text) => ['zh', text, '不客气！'] as const),
    ...['好的', '嗯', '知道了', '👌'].map((text) => ['zh', text, '好的，有事随时说。'] as const),
  ])('%s: %s is answered in a word, without a button', async (lang, text, said) => {
    const card = await typed({ zh, en }[lang], text);
    expect([card.text, buttonsOf(card)]).toEqual([said, []]);
  });

  it.each([
    ['en', 'thanks, call James tomorrow'],
    ['en', 'ok, James paid'],
    ['zh', '好的，明天给张伟打电话'],
    ['zh', '谢谢张伟'],
  ] as const)('%s: control: %s says more', async (lang, text) => {
    expect(buttonsOf(await typed({ zh, en }[lang], text)).length).toBeGreaterThan(0);
  });

  it('names whom a note is on where one person is named amid the words, and asks where nobody is', async () => {
    expect((await offered(en, 'pick up the prints for maria at 5')).others).toContain(
      '/note c5 pick up the prints for maria at 5',
    );
    expect((await offered(en, 'pick up the prints at 5')).others).toContain('/note ? pick up the prints at 5');
  });
});

describe('what has become of an order, said in plain words', () => {
  it.each([
    ['en', 'James paid', '/order o1 paid', { payment: 'paid' }],
    ['en', 'got £120 from James', '/order o1 paid £120', { payment: 'paid' }],
    ['en', "shipped Maria's order", '/order o2 sent', { fulfillment: 'fulfilled' }],
    ['en', 'refund Maria 50', '/order o2 refund 50', { refunded_minor: '5000' }],
    ['en', 'M-1 paid', '/order o1 paid', { payment: 'paid' }],
    ['en', "sent james's poster, tracking AB123456789GB", '/order o1 sent AB123456789GB', { fulfillment: 'fulfilled' }],
    ['en', "maria's brochure came back, gave her the money back", '/order o2 refund all', { refunded_minor: '35000' }],
    ['en', 'sold a print to someone for 30 cash', '/add walk-in\n/order walk-in a print £30 paid cash sent', {}],
    ['en', 'sold two bags to a walk-in for 30 quid', '/add walk-in\n/order walk-in two bags £30 total paid sent', {}],
    ['en', 'sold a print to someone for 30, she owes me', '/add walk-in\n/order walk-in a print £30 not paid', {}],
    ['zh', '今天店里散客卖了两盒花茶260', '/add 散客\n/order 散客 两盒花茶 ¥260 付款 已发货', {}],
    ['zh', '两饼熟普卖了360', '/add 散客\n/order 散客 两饼熟普 ¥360 付款 已发货', {}],
    ['zh', '散客拿了一盒花茶130 没付', '/add 散客\n/order 散客 一盒花茶 ¥130 未付', {}],
    ['en', 'ben put down 400 for the website', '/order c2 website £2400 paid 400', {}],
    ['zh', '赵老板先付了500定金 剩下月底给', '/order c3 普洱5饼 ¥3000 已付500, 剩下月底给', {}],
    ['zh', '张伟付款了', '/order o1 付款', { payment: 'paid' }],
    ['zh', '张伟的龙井寄出去了 单号YT8888123456', '/order o1 发货 YT8888123456', { fulfillment: 'fulfilled' }],
    ['zh', '张伟的龙井取消吧 他不要了', '/order o1 取消', {}],
    ['zh', '张伟的单发货了 顺丰SF1234567890', '/order o1 发货 顺丰SF1234567890', { fulfillment: 'fulfilled' }],
  ] as const)('%s: %s is one tap from it, and undone exactly', async (lang, text, command, became) => {
    const house = { zh, en }[lang];
    const before = await house.state();
    expect((await offered(house, text)).first).toBe(command);
    expect(await house.state()).toEqual(before);
    await house.press(command);
    const id = /\/order o(\d+)/.exec(command)?.[1] ?? '1';
    const [order] = await house.db.sql`
      select payment, fulfillment, refunded_minor::text from orders where id = ${id}`;
    expect(order).toMatchObject(became);
    for (const _ of command.split('\n')) await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it.each([
    ['en', 'James owes £120 for the poster', '/order o1'],
    ['en', 'James still owes me 70 for the posters', '/order o1'],
    ['en', 'James owes £120 for the logo', '/order c1 the logo £120'],
    ['en', 'Ben owes me £40 for a poster', '/order c2 a poster £40'],
    ['zh', '张伟欠我256龙井钱', '/order o1'],
    ['zh', '张伟还欠龙井的256', '/order o1'],
    ['zh', '张伟欠我100运费钱', '/order c2 运费 ¥100'],
    ['en', 'James just paid me 120 for the poster', '/order o1 paid 120'],
    ['en', 'James paid £50 for the posters', '/order o1 paid £50'],
    ['en', 'James paid 130 for the poster', '/order o1'],
    ['en', 'James paid 120 for 2 posters', '/order o1 paid 120'],
    ['en', 'James paid 60 for 1 poster', '/order o1'],
    ['en', 'James paid me 500 for the logo', '/order c1 logo 500 paid'],
    ['zh', '张伟付了256买两盒龙井', '/order o1 已付款 256'],
    ['zh', '张伟付了128买一盒龙井', '/order o1'],
    ['zh', '张伟付了我100龙井钱', '/order o1 已付款 100'],
    ['zh', '张伟把龙井的256转过来了', '/order o1 已付款 256'],
    ['zh', '张伟付了300买两盒白茶', '/order c2 两盒白茶 300 已付款'],
    ['en', 'i posted james poster today', '/order o1 sent'],
    ['en', "mailed James's posters", '/order o1 sent'],
    ['en', 'mailed James his poster', '/order o1 sent'],
    ['en', 'the poster went out to James', '/order o1 sent'],
    ['en', "James's poster went out this morning", '/order o1 sent'],
    ['en', "james's poster is delivered", '/order o1 sent'],
    ['en', 'James got his poster', '/order o1 sent'],
    ['en', 'delivered the poster to James', '/order o1 sent'],
    ['zh', '张伟的龙井签收了', '/order o1 已发货'],
    ['zh', '张伟来把龙井取走了', '/order o1 已发货'],
    // it may have come to us
    ['en', "James's posters are in", '/order o1'],
    ['zh', '张伟的龙井到货了', '/order o1'],
  ] as const)('%s: %s is of the order that has that article, and else a new one', async (lang, text, command) => {
    const house = { zh, en }[lang];
    const before = await house.state();
    expect((await offered(house, text)).first).toBe(command);
    expect(await house.state()).toEqual(before);
  });

  it.each([
    'sent James the quote',
    'sent James an email about the poster',
    'did the poster go out to James?',
    'I will post James his poster',
    'James got his poster wet',
    'has James got his poster?',
  ])('is nothing that has left where no order has it, or it has not: %s', async (text) => {
    const all = buttonsOf(await typed(en, text)).map(({ command }) => command);
    expect(all).not.toContain('/order o1 sent');
  });

  it('says of whoever has bought nothing that they have no order', async () => {
    expect((await en.say('/orders c2')).text).toBe('Ben Wright has no order.');
    expect((await en.say('/orders Ben')).text).toBe('Ben Wright has no order.');
  });

  it('is offered only where there is an order that it may be said of', async () => {
    for (const text of ['Ben paid', 'cancel M-7', "shipped Ben's order"])
      expect((await offered(en, text)).first, text).not.toMatch(/^\/order /);
    // of what cannot be paid back its command says so
    expect((await offered(en, 'refund James 50')).first).toBe('/order c1 refund 50');
    await en.say('/order M-1 paid');
    expect((await offered(en, 'James paid')).first).not.toMatch(/^\/order /);
  });

  it.each([
    ['en', 'Sarah Lee bought 2 posters for £240, paid', '24000'],
    ['zh', '张伟买了两盒龙井256元 已付款', '25600'],
  ] as const)('%s: %s writes it down at a tap', async (lang, text, total) => {
    const house = { zh, en }[lang];
    const { first } = await offered(house, text);
    await house.press(first!);
    const [order] = await house.db.sql`select payment, total_minor::text from orders order by id desc limit 1`;
    expect(order).toEqual({ payment: 'paid', total_minor: total });
  });
});

describe('work that is open', () => {
  it.each([
    ['en', 'called james', '/done 1'],
    ['en', 'spoke to James Carter', '/done 1'],
    ['zh', '给张伟打过电话了', '/done 1'],
    ['zh', '跟张伟通过电话了', '/done 1'],
  ] as const)('%s: %s is a task that is done, by one tap, and undone exactly', async (lang, text, command) => {
    const house = { zh, en }[lang];
    const before = await house.state();
    expect((await offered(house, text)).first).toBe(command);
    await house.press(command);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it.each([
    ['en', 'james called'],
    ['en', 'did you call james?'],
    ['en', 'need to call james tomorrow'],
    ['en', 'sent james the poster'],
    ['zh', '张伟打电话来了'],
    ['zh', '还没给张伟打电话'],
    ['zh', '龙井给张伟寄了'],
  ] as const)('%s: %s is not', async (lang, text) => {
    expect((await offered({ zh, en }[lang], text)).first).not.toMatch(/^\/done /);
  });

  it.each([
    ['en', '/ticket Ben the file does not open', "sorted ben's file", '/resolve 1'],
    [
      'en',
      '/ticket Ben the file does not open',
      'ben rang again about the file',
      '/ticket 1 note ben rang again about the file',
    ],
    ['en', '/ticket Ben the file does not open', 'how do i say sorry to ben', '/ticket 1'],
    ['zh', '/售后 张伟 茶叶少了一盒', '给张伟补寄了一盒', '/resolve 1'],
    ['zh', '/售后 张伟 茶叶少了一盒', '张伟又打电话来骂了', '/ticket 1 备注 张伟又打电话来骂了'],
    ['zh', '/售后 张伟 茶叶少了一盒', '怎么跟张伟道歉比较好', '/ticket 1'],
  ] as const)('%s: with %s: %s goes on with it', async (lang, opened, text, command) => {
    const house = { zh, en }[lang];
    await house.say(opened);
    const { first, others } = await offered(house, text);
    expect(first).toBe(command);
    expect(others.filter((one) => /^\/(?:gone|stop|block|delete|later)\b/.test(one))).toEqual([]);
    await house.press(command);
    expect(await house.db.sql`select count(*)::int from tickets`).toEqual([{ count: 1 }]);
  });
});

describe('somebody who is named by a part of their name', () => {
  it.each([
    ['Ben hates serif fonts', 'one tap'],
    ['note: Ben hates serif fonts', 'at once'],
    ['jot down that ben hates serif fonts', 'at once'],
  ])('gets the note, however many are newer: %s: %s', async (text, how) => {
    const before = await en.state();
    const { first } = await offered(en, text);
    expect(first).toMatch(how === 'at once' ? /^\/undo / : /^\/note c2 /);
    if (how === 'one tap') await en.press(first!);
    expect(await en.db.sql`select contact_id::text from conversations`).toEqual([{ contact_id: '2' }]);
    await en.say('/undo');
    expect(await en.state()).toEqual(before);
  });

  it.each([
    ['en', 'Ben', /Ben Wright/],
    ['en', 'James Carter', /James Carter/],
    ['zh', '小梅', /林小梅/],
  ] as const)('%s: is shown where nothing else is said: %s', async (lang, text, name) => {
    expect((await typed({ zh, en }[lang], text)).title).toMatch(name);
  });

  it('is asked about where several are called so, and nobody is shown for what is no name', async () => {
    expect((await offered(en, 'Sarah')).first).toMatch(/^\/contact c[34]$/);
    expect((await offered(en, 'lavender')).first).toMatch(/^\/note \?/);
  });
});

describe('what is read is one button', () => {
  it.each([
    ['tag Ben as vip', '/tag c2 #vip'],
    ['quote Ben: homepage 1200, 5 pages x 250, 10% off', '/quote c2 homepage 1200, 5 pages x 250, 10% off'],
    ['delete James Carter', '/delete c1'],
    ['done calling James', '/done 1'],
    ['postpone 1 to tomorrow 9am', '/postpone 1 tomorrow 9am'],
    ['Ben #vip', '/tag c2 #vip'],
    ['add a stage Tasting after contacted', '/stages add Tasting after contacted'],
    ['oops, not that', '/undo'],
    ['change language to Chinese', '/settings language Chinese'],
  ])('%s', async (text, command) => {
    const { first, others } = await offered(en, text);
    // what it takes back is said on it
    expect(first?.replace(/^\/undo \d+$/u, '/undo')).toBe(command);
    expect(others.map((one) => one.split(' ')[0]).filter((one) => one === command.split(' ')[0])).toEqual([]);
  });
});

describe('a lead, a task and a list in the words people use', () => {
  it('has another amount, is lost, and is open again', async () => {
    await zh.press((await offered(zh, '把赵老板那个意向改成2800')).first!);
    expect(await zh.db.sql`select amount_minor::text from leads`).toEqual([{ amount_minor: '280000' }]);
    expect((await offered(zh, '赵老板又想要了')).first).not.toMatch(/^\/reopen/);
    await zh.press((await offered(zh, '赵老板嫌贵不要了')).first!);
    expect(await zh.db.sql`select stage, lost_reason from leads`).toEqual([{ stage: 'lost', lost_reason: '嫌贵' }]);
    await zh.press((await offered(zh, '赵老板又想要了')).first!);
    expect(await zh.db.sql`select closed_at from leads`).toEqual([{ closed_at: null }]);
  });

  it('is begun with its first line where somebody is quoted a price', async () => {
    await zh.press((await offered(zh, '给张伟报价 白茶礼盒 20x168')).first!);
    expect(await zh.db.sql`select title, amount_minor::text from leads where title = '白茶礼盒'`).toEqual([
      { title: '白茶礼盒', amount_minor: '336000' },
    ]);
  });

  it.each(['完成1', '/完成 给张伟打电话', '/done 给张伟打电话'])('is done: %s', async (text) => {
    const reply = await typed(zh, text);
    if (!text.startsWith('/')) await zh.press(buttonsOf(reply)[0]!.command);
    expect(await zh.db.sql`select from tasks where done_at is null`).toEqual([]);
  });

  it.each([
    ['张伟那个电话推到后天', '/postpone 1 2026-11-23 10:00'],
    ['推迟1 明天9点', '/postpone 1 明天9点'],
  ])('is put off: %s', async (text, command) => {
    expect((await offered(zh, text)).first).toBe(command);
  });

  it.each([
    ['在谈的有哪些', '/意向列表'],
    ['杭州的客户', '/查找 城市:杭州'],
    ['有哪些老客', '/查找 #老客'],
    ['谁还没付款', '/未付'],
    ['你好', '/日报'],
  ])('%s is answered at once', async (text, line) => {
    expect((await typed(zh, text)).hint).toContain(`读作「${line}」`);
  });

  it('a city that nobody lives in may be anything', async () => {
    expect((await offered(zh, '普洱的客户')).first).not.toMatch(/城市/);
  });

  it('a slip in another word for a command leads to it', async () => {
    expect((await offered(en, '/reminde tomorrow 10am call Maria')).first).toBe('/task tomorrow 10am call Maria');
  });
});

describe('what somebody asks how, where or who', () => {
  it.each([
    ['en', 'how do i whistle', '/help'],
    ['en', 'where does the sun sleep', '/help'],
    ['zh', '怎么才能飞起来', '/help'],
  ] as const)('%s: %s is one tap from all help, where nobody knows what it asks about', async (lang, text, command) => {
    const house = { zh, en }[lang];
    expect((await typed(house, text)).hint).not.toMatch(/Read as|读作/u);
    expect((await offered(house, text)).first).toBe(command);
  });

  it('of whom a list is typed behind /find as it is said is answered', async () => {
    expect((await en.say("/find who haven't bought in 60 days")).text).toContain('last:>60d');
    expect((await zh.say('/查找 60天没买的')).text).toContain('上次购买:>60天');
    expect((await zh.say('/查找 没有这个人')).text).toContain('没有这个人');
  });
});

describe('a task that somebody is named in front of', () => {
  it.each([
    ['zh', '张伟周四前补发', /^\/task 2026-11-26 09:00 张伟: 补发$/],
    ['zh', '我答应张伟周四前补发', /^\/task 周四 张伟：补发$/],
    ['en', 'i promised Ben to send the files by friday', /^\/task Ben: send the files by friday$/],
  ] as const)('%s: %s has its time', async (lang, text, line) => {
    const all = buttonsOf(await typed({ zh, en }[lang], text)).map(({ command }) => command);
    expect(all.filter((command) => line.test(command))).toHaveLength(1);
  });
});

describe('what no pattern reads is offered by what it is nearest to', () => {
  it.each([
    ['en', 'which of my regulars have drifted off', ['/churn']],
    ['en', "show me what hasn't gone through", ['/unsent']],
    ['en', 'can my clients reach me over whatsapp here', ['/connect whatsapp']],
    ['en', "James's poster turned up all bent", ['/ticket c1 poster turned up all bent']],
    ['en', 'bens poster came all smashed', ['/ticket c2 poster came all smashed']],
    ['en', 'M-1 is on its way at last', ['/order o1 sent']],
    ['zh', '包裹m-1今早寄走啦', ['/order o1 已发货']],
    ['en', 'Maria gave us a bell about the brochure colours', ['/call c5 gave us a bell about the brochure colours']],
    ['en', 'Ben reckons he will decide by 28 november', ['/lead c2 expected 28 november']],
    // what no command could read is left out
    ['en', 'Ben reckons he will decide by end of november', ['/lead c2']],
    ['en', 'the money of James arrived 2 days ago says my bank', ['/order o1 paid']],
    ['zh', '大后天再处理张伟', ['/snooze c2 大后天']],
    ['en', 'my staff member Joe left, he must not get in', ['/helper remove']],
    ['zh', '有没有老主顾慢慢不来了', ['/churn']],
    ['zh', '张伟的龙井罐子摔烂了', ['/ticket c2 龙井罐子摔烂了']],
    ['zh', '赵老板觉得包装挺精致', ['/feedback c3 觉得包装挺精致']],
    ['zh', '客人能用公众号找到我吗', ['/connect 公众号']],
    ['zh', '哪些单子还得装箱', ['/orders 未发货']],
  ] as const)('%s: %s', async (lang, text, commands) => {
    const house = { zh, en }[lang];
    const state = await house.state();
    const card = await typed(house, text);
    const all = buttonsOf(card).map(({ command }) => command);
    expect(all.slice(0, 3)).toEqual(expect.arrayContaining([...commands]));
    // nothing runs by itself, and what any words may be stays below
    expect(await house.state()).toEqual(state);
    expect(all.some((command) => command.startsWith('/note '))).toBe(true);
    expect(all.some((command) => command.startsWith('/task '))).toBe(true);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ['en', 'James will pay on Friday', []],
    ['en', 'James paid nothing yet', []],
    ['en', 'I paid James 40', []],
    ['en', 'James paid 40 back', []],
    ['en', 'James transferred 60 for R-2026-001', ['/order o1 paid 60']],
    ['en', 'received £70 from James by bank transfer', ['/order o1 paid £70']],
    ['en', 'James finally paid', ['/order o1 paid']],
    ['zh', '张伟微信转账156', ['/order o1 已付款 156']],
    ['zh', '催款张伟', []],
    ['zh', '张伟的账免了', []],
    ['zh', '退一半给张伟', []],
    ['en', 'James paid 50 of 120', ['/order o1 paid 50']],
    ['en', 'James 50 paid, 70 left', ['/order o1 paid 50']],
    ['en', 'James gave me fifty quid', ['/order o1 paid 50']],
    ['en', 'James paid 50%', ['/order o1 paid 50%']],
    ['en', 'James paid 5O', []],
    ['en', 'James paid 50 and Ben paid 20', []],
    ['en', 'James will pay 50 on Monday', []],
    ['en', "waive James's bill", []],
    ['zh', '张伟三成付了', ['/order o1 付了三成']],
    ['zh', '我转了张伟100', []],
    ['zh', '张伟下周一付100', []],
  ] as const)('%s: %s is paid no more than it says', async (lang, text, paid) => {
    const all = buttonsOf(await typed({ zh, en }[lang], text)).map(({ command }) => command);
    expect(all.filter((command) => /^\/(?:order|invoice) \S+ (?:paid|付款|已付|付了)/u.test(command))).toEqual([
      ...paid,
    ]);
  });

  it.each([
    ['en', 'forget what James owes', /^\/delete/],
    ['en', 'write off the rest for James', /^\/gone/],
    ['en', 'cancel the reminder for James', /^\/order \S+ cancel/],
    ['en', 'James is cross', /^\/lost/],
    ['zh', '赵老板再考虑考虑', /^\/lost/],
    ['zh', '赵老板呢', /^\/(?:won|lost)/],
    ['zh', '张伟三天后付', /^\/(?:edit|lead)/],
    ['zh', '张伟的龙井罐子摔出去了', /^\/(?:order|won|quote)/],
    ['zh', '张伟的龙井发走了', /^\/order c/],
    ['en', "Maria's brochure broke on the way", /^\/order \S+ sent/],
    ['en', 'James is moving to Lisbon', /^\/gone/],
    ['en', 'James prefers email, not phone', /^\/(?:call|feedback)/],
    ['zh', '张伟喜欢喝浓一点的', /^\/(?:call|feedback)/],
    ['zh', '张伟下个月搬去苏州', /^\/(?:gone|lead \S+ (?:expected|预计))/],
    ['zh', '明天上午去邮局寄张伟的包裹', /^\/order \S+ (?:sent|已发货)/],
    ['zh', '别自动回复李四', /^\/autoreply 关闭$/],
    ['zh', '张伟别自动回了', /^\/autoreply 关闭$/],
    ['en', 'stop automatic answers to Sarah', /^\/autoreply off$/],
    ['en', 'James paid 50 and Ben paid 20', /^\/merge/],
    ['en', 'James will pay 50 on Monday', /^\/lead \S+ expected/],
    ['en', 'James paid 40 back', /^\/order \S+ refund/],
    ['zh', '给张伟催款', /^\/order \S+ 退款/],
    ['zh', '退一半给张伟', /^\/unsubscribe/],
    ['zh', '我转了张伟100', /^\/(?:quote|gone)/],
  ] as const)('%s: %s is nothing else', async (lang, text, never) => {
    const all = buttonsOf(await typed({ zh, en }[lang], text)).map(({ command }) => command);
    expect(all.filter((command) => never.test(command))).toEqual([]);
  });

  it.each([
    ['en', 'James paid', 'Run /order James Carter paid £120.00'],
    ['en', 'the money of James arrived says my bank', 'Run /order James paid £120.00'],
    ['en', 'James cleared the bill today, nice', 'Run /order James paid £120.00'],
    ['zh', '张伟付款了', '执行 /订单 张伟 付款 ¥256.00'],
    ['en', 'I paid James 40', 'Run /order James refund 40'],
    ['zh', '退一半给张伟', '执行 /订单 张伟 退款 一半'],
  ] as const)('%s: %s is offered with its sum', async (lang, text, label) => {
    const labels = buttonsOf(await typed({ zh, en }[lang], text)).map((one) => one.label);
    expect(labels).toContain(label);
  });

  it('does at a tap what its button says, and takes it back', async () => {
    const state = await en.state();
    const card = await typed(en, "James's poster turned up all bent");
    const button = buttonsOf(card).find(({ command }) => command.startsWith('/ticket '))!;
    expect(button.label).toBe('Run /ticket James poster turned up all bent');
    await en.press(button);
    expect(await en.db.sql`select title, contact_id::text from tickets`).toEqual([
      { title: 'poster turned up all bent', contact_id: '1' },
    ]);
    await en.say('/undo');
    expect(await en.state()).toEqual(state);
  });

  it.each([
    ['en', 'James still has not paid', '/order o1 paid'],
    ['en', 'did the money of James come in?', '/order o1 paid'],
    ['en', 'should I block James', '/block c1'],
    ['zh', '张伟那单的钱还没到', '/order o1 已付款'],
    ['zh', '张伟是不是该拉黑', '/block c2'],
  ] as const)('%s: is no deed that is asked about or denied: %s', async (lang, text, command) => {
    const all = buttonsOf(await typed({ zh, en }[lang], text)).map((one) => one.command);
    expect(all).not.toContain(command);
  });

  it('lets only whoever is blocked write again', async () => {
    const offers = async () => buttonsOf(await typed(en, 'let James back in')).map(({ command }) => command);
    expect(await offers()).not.toContain('/unblock c1');
    await en.say('/block James Carter');
    expect(await offers()).toContain('/unblock c1');
  });

  it.each(['the kettle is on', 'my cat had kittens', 'what rhymes with orange'])(
    'is nothing where it says nothing: %s',
    async (text) => {
      expect((await offered(en, text)).first).toMatch(/^\/note /);
    },
  );
});

describe('what is named by what it is about', () => {
  it.each([
    ['en', 'the website fell through', '/lost 1'],
    ['en', 'the website is a go', '/won 1'],
    ['zh', '普洱那单黄了', '/lost 1'],
    ['zh', '普洱谈成了', '/won 1'],
  ] as const)('is the one open lead of it: %s: %s', async (lang, text, command) => {
    expect((await offered({ zh, en }[lang], text)).first).toBe(command);
  });

  it('is asked about where two are', async () => {
    await en.say('/lead Tom Reed website £900');
    expect((await offered(en, 'the website fell through')).first).not.toMatch(/^\/lost \d/);
  });

  it.each([
    ['en', 'move the sunday thing to monday', /^\/postpone 1 /],
    ['zh', '把周日的提醒挪到周一', /^\/postpone 1 /],
  ] as const)('is the one task of a day: %s: %s', async (lang, text, command) => {
    expect((await offered({ zh, en }[lang], text)).first).toMatch(command);
  });
});

describe('somebody new with what is known of them', () => {
  it.each([
    ['en', 'new enquiry - Kate Lowe kate@lowe.example wants a menu design, budget about 800', 'a menu design'],
    ['zh', '新客户咨询 郑凯 13611112222 想要公司年会礼品', '公司年会礼品'],
  ] as const)('is a contact and a lead by one tap: %s: %s', async (lang, text, title) => {
    const house = { zh, en }[lang];
    await house.press((await offered(house, text)).first!);
    const [made] = await house.db.sql`
      select c.name, l.title from leads l join contacts c on c.id = l.contact_id order by l.id desc limit 1`;
    expect(made).toEqual({ name: lang === 'en' ? 'Kate Lowe' : '郑凯', title: expect.stringContaining(title) });
  });

  it.each([
    ['en', 'new client: Priya Shah, found me on instagram, wants a menu design', 'Priya Shah'],
    ['zh', '新客户 周敏 微信上认识的 做民宿的', '周敏'],
  ] as const)('is a contact with a note: %s: %s', async (lang, text, name) => {
    const card = await typed({ zh, en }[lang], text);
    expect([card.title, card.hint]).toEqual([name, expect.stringContaining(lang === 'en' ? 'instagram' : '民宿')]);
  });
});

describe('figures and facts on a button are those that were said', () => {
  it.each([
    ['en', "Tom Reed ordered 20 boxes @ 12.50, hasn't paid", '/order c6 20 boxes £250 total not paid'],
    ['en', 'tom is now at Kestrel & Co', '/org c6 @"Kestrel & Co"'],
    ['en', 'tom is sales manager at Kestrel', '/org c6 @"Kestrel" sales manager'],
    ['zh', '６８０块 张伟又买了２份肉桂', '/order c2 2份肉桂 ¥680'],
    ['zh', '赵老板答应了，先付1600', '/won c3'],
    ['zh', '赵老板答应了，3200', '/won c3 3200'],
  ] as const)('%s: %s', async (language, text, line) => {
    expect((await offered(language === 'en' ? en : zh, text)).first).toBe(line);
  });

  it.each([
    ['en', 'ben - £1,450 + vat, 2 weeks turnaround', /tax/],
    ['en', 'maria vat no GB123456789', /tax/],
    ['zh', '赵老板的抬头是 青禾教育科技有限公司 税号91330106MA2XXXXX1K', /^\/lead/],
  ] as const)('%s: %s', async (language, text, never) => {
    const { first, others } = await offered(language === 'en' ? en : zh, text);
    expect([first, ...others].filter((line) => never.test(line!))).toEqual([]);
  });
});

describe('what is asked is what is answered', () => {
  it.each([
    ['en', 'what came in today', 'Messages, today'],
    ['en', 'did anyone write today', 'Messages, today'],
    ['zh', '今天谁找过我', '收到的消息（今天）'],
    ['zh', '昨天有谁找我', '收到的消息（昨天'],
    ['zh', '老客的客户有哪些', '#老客'],
    ['zh', '杭州的客户有哪些', '城市:杭州'],
  ] as const)('%s: %s', async (language, text, said) => {
    expect(JSON.stringify(await typed(language === 'en' ? en : zh, text))).toContain(said);
  });

  it('an answer that is taken back is named', async () => {
    await zh.happen(telegramMessage('金骏眉多少钱', { chat: '88', from: { address: '88', name: '苏姐' } }));
    const [card] = (await zh.outbox()).filter(({ audience }) => audience === 'owner').slice(-1);
    await zh.db.autocommit`update outbox set state = 'sent', external_id = 'sent-' || id where id = ${card!.id}`;
    await zh.type('有的，480一斤', { answers: [`sent-${card!.id}`] });
    await zh.type('撤销');
    const { text } = (await zh.cards()).at(-1)!;
    expect(text).toContain('苏姐');
    expect(text).toContain('有的，480一斤');
  });
});
