import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

/** Behind these stands what is meant for us. */
const FRONT = { en: 'Yes, it left today', 'zh-CN': '好的，今天发货' };

/** Each asks where it stands alone, so it asks in a line or a sentence of its own. */
const OURS = {
  en: [
    ...['note: he is angry', 'Dave is annoying', 'remind me to call him', "Don't give him a discount", 'Block him'],
    ...['Tell Bob his cup left', 'Bob: your cup left', '@Bob your cup left', 'task call him tomorrow'],
    ...['lost: too expensive', 'tag difficult', 'snooze tomorrow', 'resolve it', 'mark as won', 'won 500 EUR'],
    ...[
      'ticket cup broken',
      'private: cost is 90',
      'he never pays on time',
      'this guy is a nightmare',
      'ask Bob first',
    ],
    ...['reply Thanks, on its way', 'show his orders', 'forward this to Bob', "don't send that yet", 'unsend'],
    ...['give her 10% off', 'add a note: bad payer', 'he owes us 200', 'later tomorrow 9am Good morning', 'resolve'],
    ...['and block him', 'btw, he is a nightmare', 'also: note: he is angry', 'undo', 'send tomorrow 9am: it arrived'],
    ...['let me check first, dont send', 'take it back', 'Block him!!', '- block him'],
  ],
  'zh-CN': [
    ...['备注：他很生气', '别给他打折', '回复李雷好的', '任务 明天打电话', '拉黑他', '他老压价', '告诉李雷杯子发了'],
    ...[
      '李雷：杯子发了',
      '@李雷 杯子发了',
      '标签：难缠',
      '这人太难缠了',
      '赢单500',
      '丢单太贵',
      '暂缓到周一',
      '解决它',
    ],
    ...['提醒我明天给他打电话', '查一下他的订单', '转给李雷', '内部：底价200', '线索白茶十斤3000', '问问李雷'],
    ...['先别发', '撤回', '跟李雷说杯子发了', '给她打个九折', '加个备注：难缠', '收件箱', '对了，别给他打折'],
    ...['另外备注：他很生气', '明早9点发：茶到了', '删除这个客户', '先别回他', '先别发我再想想', '拉黑他！'],
  ],
};

/** Answers like any other. */
const THEIRS = {
  en: [
    'Yes, it left today. It should be with you on Friday.',
    'Sorry for the delay. We will resolve it today.',
    'Wait. Which colour did you want?',
    'It is in stock. Wait, let me check the size.',
    'Got it\nwait',
    'I found it.\nHold on.\nHere is the photo.',
    'Hi Dave!\nYour cup is ready.\nBest, Julia',
    'Thanks for the photo. Note that the glaze varies a little.',
    'We open at nine. Note: we close early on Sundays.',
    'Yes, we can. Cancel anytime, it costs nothing.',
    'The courier called. He is always late, sorry.',
    'My colleague packs it today. He is very careful.',
    'Our driver comes at five. He never rings, so please look out.',
    'All good. Done!',
    'Your ticket is open. We have resolved it.\nResolved',
    'See you then. Later!',
    'It is on its way. Track it here: https://example.com/x',
    'Great. Block 5 is free, I put you there.',
    'You are right. Lost parcels are refunded in full.',
    'We sell both. Quote attached.',
    'Thanks. Find us on Maple Street.',
    'Please restart it. Delete the app and install it again.',
    'You may get a second mail. Ignore it.',
    'There is an old booking. Delete it.',
    'Price: 40\nDelivery: 5\nTotal: 45',
    'Status: shipped. Carrier: DHL. Number: 123456.',
    'Contact\n+44 20 7123 4567',
    'Good question. Lead time is 3 weeks.',
    'Here you go.\n\nAll the best\nJulia',
    'No problem. Reply to this mail if anything is missing.',
    'Hello Dave. Remind me of your order number?',
    'I see. Please remind me which size it was.',
    'It fits. The black one. The big size.',
    'Yes. Tell me when you are home.',
    'OK! Let me know. Call me any time.',
    'We repaired it. Undo the top screw first, then lift.',
    'Two left. Tickets are sold at the door.',
    'Sure. Add 2 more? Then postage is free.',
    'I asked the baker. She says it keeps for a week.',
    'Sold out, sorry. Stop by on Friday and I show you others.',
    'Yes it is. Private message me your address.',
    'Of course. Confirm your address please.',
    'It broke in the kiln. I am so sorry. I make a new one.',
    'Dear Dave,\n\nyour order left.\n\nKind regards,\nJulia Baker',
    'Yes! Tag us on Instagram.',
    'That works... See you on Monday.',
    'We have three: red, blue, green. Which one?',
    '1. Open the box.\n2. Lift the cup.\n3. Remove the paper.',
    'We ship on Monday. Snooze button is on top.',
    'I can do 10% off. Deal?',
    'Mr. Fox made it. It took a week.',
    'Not yet. Sorry.',
    'Thank you so much! It means a lot.',
    'The link is below. Link: https://example.com/pay',
    'Please wait. One moment.',
    'Hold on to the receipt. You need it for the warranty.',
    'We are closed on Sunday. Closed on Monday, too.',
    "Don't worry. Stop worrying, it's on its way.",
    'Two options: pickup or post. Pickup is free.',
    'Your refund is on its way. It takes three days.',
    'It is washable. Keep it out of the sun.',
    'Happy birthday! Have a nice day.',
    'It was sent to the old address. Please send it back.',
    'Keep the cup. No need to reply.',
    'Check your spam folder. Then log in again.',
    'It is too late for the post. Do not send it back, just keep it.',
  ],
  'zh-CN': [
    '好的，今天发货。预计周五到。',
    '您好！杯子已经发货了。',
    '稍等。我看看库存。',
    '收到\n等一下',
    '有货的。等等，我确认下尺寸。',
    '快递师傅下午到。他会提前联系您。',
    '师傅已经出发了。他很快就到。',
    '同事在打包。他很细心的。',
    '今天发。备注：请提前预约',
    '今天发\n备注：请提前预约',
    '可以的。备注里写清楚颜色即可。',
    '谢谢！备注已收到。',
    '好的。取消订单请点这里。',
    '改好了。取消了，钱已退回。',
    '弄好了。完成了。',
    '处理好了。已解决',
    '查到了。状态：已发货。快递：顺丰。',
    '订单 3001\n状态 已发货\n快递 顺丰',
    '收货人 王芳\n城市 上海',
    '报价稍后发您。请稍等。',
    '您放心。客户都说好喝。',
    '亲，有的。拍下备注颜色就行。',
    '抱歉。回复晚了。',
    '不好意思！回复慢了。',
    '明白。稍后发您。',
    '好的~稍后发货~',
    '标签已经贴好了。明天寄。',
    '没问题。任务完成了。',
    '地址：上海市\n电话：13800138000',
    '您好，茶一斤1280。两斤2400。',
    '是的。停车场在后面。',
    '发错了，抱歉。给您重发一份。',
    '货到了。交给快递了。',
    '收到。转账给我就行。',
    '好的。给您打个九折。',
    '可以。解决方案如下，请查收。',
    '到了。请让他下午来取。',
    '今天不行。他不在，明天再来吧。',
    '快递在路上。快递给他就行。',
    '行。加个微信吧。',
    '看到了。查一下您的订单，稍等。',
    '改天吧。回头联系您。',
    '好呀！外出三天，周四回复您。',
    '店里有。搜索一下我们的店名就能找到。',
    '打不开吗？连接断了，我再试试。',
    '明天发。提醒您一下，记得签收。',
    '有三种：红、蓝、绿。您要哪种？',
    '一、打开盒子。二、取出杯子。三、撕掉标签。',
    '您好。工单已提交。我们会尽快处理。',
    '谢谢亲。祝您生活愉快！',
    '喝完再买。不发霉的，放心。',
    '别急。马上处理。',
    '别发火嘛。马上处理。',
    '算了一下。一共300元。',
    '没有了。推迟几天可以吗？',
    '好的。等您消息。',
    '可以退。撤销申请就好。',
    '尺寸10厘米；重量300克；产地景德镇。',
    '新的寄出了。旧的不用寄回。',
    '对的。就是这款。',
    '我问了老板。他说可以。',
    '嗯嗯。好的。谢谢您。',
    '到货了！链接发您了。',
    '好的👌明天见',
    '王老师，您好。课程改到周五。',
    '照片收到了。不用再发了。',
  ],
};

describe.each(['en', 'zh-CN'] as const)('an answer of several sentences (%s)', async (locale) => {
  const names = locale === 'en' ? ['Dave', 'Bob'] : ['韩梅梅', '李雷'];
  const [front, sign] = [FRONT[locale], locale === 'en' ? '. ' : '。'];
  const house = await testHouse({ locale });
  let card: string;
  beforeEach(
    house.startingWith(async () => {
      await house.db.autocommit`update users set locale = ${locale}`;
      for (const [nth, name] of names.entries())
        await house.happen(telegramMessage('hello', { chat: `100${nth}`, from: { address: `100${nth}`, name } }));
      await house.deliver();
      const rows = await house.outbox();
      card = rows.findLast(({ audience, conversationId }) => audience === 'owner' && conversationId === '1')!
        .externalId!;
    }),
  );

  const last = async (): Promise<Reply> => (await house.cards()).at(-1)!;
  const sent = async () =>
    (await house.db.sql<{ text: string }>`select text from messages where direction = 'out' order by id`).map(
      ({ text }) => text,
    );
  /** Of these, those that left at once. */
  async function leaving(texts: string[], say: (text: string) => Promise<unknown>): Promise<string[]> {
    const left: string[] = [];
    for (const text of texts) {
      const before = (await sent()).length;
      await say(text);
      if ((await sent()).length > before) left.push(text);
    }
    return left;
  }
  const under = (text: string) => house.type(text, { answers: [card] });

  it('asks about a line of its own that asks alone', async () => {
    expect(await leaving(OURS[locale], under)).toEqual([]);
    const lines = OURS[locale].map((line) => `${front}\n${line}`);
    expect(await leaving(lines, under)).toEqual([]);
  });

  it('asks about a sentence of its own that asks alone', async () => {
    const sentences = OURS[locale].map((line) => `${front}${sign}${line}`);
    expect(await leaving(sentences, under)).toEqual([]);
  });

  it('asks whatever ends the sentence before it', async () => {
    const ours = locale === 'en' ? 'block him' : '拉黑他';
    const ends =
      locale === 'en'
        ? ['! ', '? ', '; ', '... ', ' 👍 ', ' :) \n', '\n- ']
        : ['！', '？', '；', '……', '~', '👌', '\n- ', '\n。。'];
    expect(
      await leaving(
        ends.map((end) => `${front}${end}${ours}`),
        under,
      ),
    ).toEqual([]);
  });

  it('asks in the form that answers, and behind the command as well', async () => {
    const some = OURS[locale].slice(0, 7);
    const command = (text: string) => house.say(`/reply ${names[0]} ${front}${sign}${text}`);
    expect(await leaving(some, command)).toEqual([]);
    const later = (text: string) => house.say(`/later ${names[0]} 2d ${front}${sign}${text}`);
    await leaving(some, later);
    expect(await house.db.sql`select from scheduled_answers`).toEqual([]);
  });

  it('sends the first part alone, or all of it, or does the second as what it is', async () => {
    const block = locale === 'en' ? 'block him' : '拉黑他';
    const end = locale === 'en' ? 'See you on Friday.' : '周五见。';
    const text = `${front}\n${block}\n${end}`;
    await under(text);
    const buttons = buttonsOf(await last()).map(({ command }) => command);
    expect(buttons).toEqual([`/reply v1 ${front}`, `/reply v1 ${front}\n${end}`, '/block', `/reply v1 ${text}`]);
    expect((await last()).quote).toBe(text);
    await house.press(`/reply v1 ${front}`);
    expect(await sent()).toEqual([front]);
    await house.press('/block');
    expect(await house.db.sql`select from contacts where id = 1 and blocked_at is not null`).toHaveLength(1);
  });

  it('gives somebody else their part by its own tap', async () => {
    await under(`${front}${sign}${locale === 'en' ? 'Tell Bob his cup left' : '告诉李雷杯子发了'}`);
    const button = buttonsOf(await last()).find(({ command }) => command.startsWith('/reply v2 '))!;
    await house.press(button.command);
    expect(await sent()).toEqual([locale === 'en' ? 'Your cup left' : '杯子发了']);
  });

  it('leaves where all of it is for the customer', async () => {
    expect(THEIRS[locale].length).toBeGreaterThan(60);
    expect(await leaving(THEIRS[locale], under)).toEqual(THEIRS[locale]);
  });
});
