import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let cards: Record<string, string>;
const PEOPLE = { '1001': 'Mia Wong', '1002': '李四', '1003': 'Anna Smith', '1004': 'Bob Ray', '1005': '张三' };

beforeEach(
  house.startingWith(async () => {
    cards = {};
    for (const [address, name] of Object.entries(PEOPLE)) {
      await house.happen(telegramMessage('Is it ready?', { chat: address, from: { address, name } }));
      await house.deliver();
      const shown = (await house.outbox()).findLast(
        ({ audience, conversationId }) => audience === 'owner' && conversationId,
      );
      cards[name] = shown!.externalId!;
    }
  }),
);

const sent = async () =>
  (await house.outbox()).flatMap(({ audience, address, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [`${address}: ${payload.reply.text}`] : [],
  );
const last = async () => (await house.cards()).at(-1)!;
const labels = async () => buttonsOf(await last()).map(({ label }) => label);
const under = (name: string, text: string) => house.type(text, { answers: [cards[name]!] });
/** Which of these left at once. */
async function leaving(name: string, texts: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const text of texts) {
    const before = (await sent()).length;
    await under(name, text);
    if ((await sent()).length > before) left.push(text);
  }
  return left;
}

describe('a second person who is named', () => {
  it('gets a button of their own, and no word of it is part of the answer', async () => {
    const typed = [
      ...['/reply Anna and Bob friday', '/reply Anna, Bob: friday', '/reply Anna Smith and Bob Ray: friday'],
      ...['/reply Anna & Bob: friday', '/reply Anna cc Bob friday', '/reply Anna + Bob friday'],
      ...['/回复 张三，李四：今天发', '/回复 张三 李四 今天发', '/回复 张三 和李四 今天发', '/回复 张三、李四：今天发'],
    ];
    for (const text of typed) {
      const reply = await house.say(text);
      expect([text, await sent()]).toEqual([text, []]);
      expect([text, buttonsOf(reply).length >= 2]).toEqual([text, true]);
    }
  });

  it('is sent the words alone by the button', async () => {
    const reply = await house.say('/reply Anna and Bob friday');
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual([
      'Anna Smith: friday',
      'Bob Ray: friday',
      'Anna Smith: and Bob friday',
    ]);
    await house.press('Anna Smith: friday');
    await house.press('Bob Ray: friday');
    expect(await sent()).toEqual(['1003: friday', '1004: friday']);
  });

  it('is asked about by a note as well', async () => {
    const reply = await house.say('/note Anna and Bob like blue');
    expect(buttonsOf(reply)).toHaveLength(3);
    expect(await house.db.sql`select from messages where direction = 'note'`).toEqual([]);
  });

  it('is nobody where the words only go on', async () => {
    await house.say('/reply Anna and then we ship it');
    await house.say('/reply Anna and yes, friday works');
    await house.say('/回复 张三 和上次一样，今天发');
    await house.say('/reply Anna or would monday suit you?');
    expect(await sent()).toHaveLength(4);
  });
});

describe('somebody who is left out, or gets it too without being known', () => {
  const FRONTS = [
    ...['not Bob: ', 'but not Bob ', ', not Bob, ', 'instead of Bob ', '(not Bob) ', ', don’t tell Bob: ', 'not Zoe: '],
    ...['and her sister ', '+ mum ', '& her husband: ', 'and Karl ', 'only: ', 'alone '],
    ...[', not Bob please ', 'not Bob or Mia: '],
  ];

  it('is no part of what is said, and it is asked', async () => {
    for (const front of FRONTS) {
      const reply = await house.say(`/reply Anna Smith ${front}we are closed`);
      expect([front, await sent()]).toEqual([front, []]);
      expect([front, buttonsOf(reply)[0]!.command]).toEqual([
        front,
        expect.stringMatching(/^\/reply [cv]\d+ (?:please )?we are closed$/),
      ]);
    }
    for (const front of ['不是张三 ', '不是张三，', '别告诉张三，', '，不要告诉张三，', '别告诉张三']) {
      const reply = await house.say(`/回复 李四 ${front}明天休息`);
      expect([front, await sent()]).toEqual([front, []]);
      expect([front, buttonsOf(reply)[0]!.command]).toEqual([
        front,
        expect.stringMatching(/^\/reply [cv]\d+ 明天休息$/),
      ]);
    }
    await house.say('/later Anna tomorrow 9am not Bob: we are closed');
    expect(await house.db.sql`select from scheduled_answers`).toEqual([]);
  });

  it('is no part of it where it was said plainly whom to tell', async () => {
    const lines = [
      ...[
        'tell anna not bob we are closed',
        'tell anna, not bob, we are closed',
        'tell anna and her sister we are closed',
      ],
      ...['tell anna only: we are closed', 'tell anna "we are closed" not bob', 'tell anna we are closed but not bob'],
    ];
    for (const text of lines) {
      const [first] = buttonsOf(await house.say(text));
      expect([text, first!.command]).toEqual([text, expect.stringMatching(/^\/reply v\d+ "?we are closed"?$/)]);
    }
    const row = buttonsOf(await house.say('tell anna and bob but not mia we are closed'));
    expect(row[0]!.command.split('\n').every((line) => /^\/reply v\d+ we are closed$/.test(line))).toBe(true);
    const zh = ['告诉李四别告诉张三明天休息', '告诉李四，不要告诉张三，明天休息', '告诉李四不是张三明天休息'];
    for (const text of zh) {
      const [first] = buttonsOf(await house.say(text));
      expect([text, first!.command]).toEqual([text, expect.stringMatching(/^\/reply v\d+ 明天休息$/)]);
    }
  });

  it('is nobody where the words say something else', async () => {
    const words = [
      ...[
        'not yet, we are closed',
        'not today: we are closed',
        'not Monday: we are closed',
        'and Monday we are closed',
      ],
      ...['not blue but green, sorry', 'not sure, it may rain', 'except Monday, we are open', 'and we are closed'],
      ...['and her scarf comes along, we are glad', 'only 2 left', 'instead of blue we have green'],
    ];
    for (const text of words) await house.say(`/reply Anna ${text}`);
    expect(await sent()).toEqual(words.map((text) => `1003: ${text}`));
    const zh = ['不是张三做的', '不是今天，明天休息', '除了周一，我们都在', '别告诉孩子，是个惊喜'];
    for (const text of zh) await house.say(`/回复 李四 ${text}`);
    expect((await sent()).slice(words.length)).toEqual(zh.map((text) => `1002: ${text}`));
  });
});

describe('words of which only has been asked whom they are for', () => {
  const OURS = [
    ...[
      'and her sister: it is ready',
      'not Zoe: we are closed',
      'only: we are closed',
      'say yes',
      'Hi Bob, it is ready',
    ],
    ...['(do not send) 20 EUR', 'friday works // late', 'reply: yes', 'it is ready (ask Ben first)', 'never mind'],
    ...['friday\n/note Anna late', '别告诉张三，明天休息', '好的\n内部备注：涨价'],
  ];
  beforeEach(async () => {
    await house.happen(telegramMessage('Hello', { chat: '1009', from: { address: '1009', name: 'Anna Lee' } }));
  });

  const theLatter = async (asked: Reply) => {
    const whom = buttonsOf(asked).find(({ label }) => label.startsWith('Anna Lee'));
    if (whom) await house.press(whom.command);
  };

  it.each(OURS)('are asked about as they are elsewhere: %s', async (words) => {
    for (const line of [`/reply Anna ${words}`, `/later Anna tomorrow 9am ${words}`]) {
      await theLatter(await house.say(line));
    }
    expect((await sent()).filter((text) => text !== '1009: friday')).toEqual([]);
    expect(await house.db.sql`select from scheduled_answers where text <> 'friday'`).toEqual([]);
  });

  it('leave at once where they are plainly the answer', async () => {
    await theLatter(await house.say('/reply Anna it is ready, see you on friday'));
    expect(await sent()).toEqual(['1009: it is ready, see you on friday']);
  });
});

describe('a part of an answer that is for us', () => {
  const OURS = [
    ...['friday works // dont tell her price', '今天发 //他欠我钱', '今天发//他欠我钱', '今天发／／他欠我钱'],
    ...['friday works\n\nnote to self: raise price', '今天发\n\n备注：他老压价', '今天发（别告诉他涨价了）'],
    ...['friday works (note to self: raise price)', 'friday works [internal: raise price]', '今天发\n内部备注：涨价'],
    ...[
      'friday works (dont tell her the price)',
      'Sure!\nprivate: she is broke',
      '好的【内部：先收钱】',
      '好的 // 老客户',
    ],
  ];
  const THEIRS = [
    ...['see https://shop.example/a//b', 'cup and/or plate', 'Look at //cdn.example.com/x', '详情 https://a.example/x'],
    ...['friday works (note: prices exclude VAT)', '今天发（注：请带身份证）', 'friday works\nNote: we open at nine'],
    ...[
      '今天发\n备注：请提前预约',
      'friday works (if it does not rain)',
      '今天发（包邮）',
      'the black one (the big size)',
    ],
    ...['10/12 or 11/12', '尺寸10//12', 'friday works\nBest, Tom'],
  ];

  it('is asked about under a card, and the rest leaves by a button', async () => {
    expect(await leaving('Mia Wong', OURS.slice(0, 4))).toEqual([]);
    expect(await leaving('李四', OURS.slice(4))).toEqual([]);
    await under('Mia Wong', 'friday works // dont tell her the price');
    const [only, note] = buttonsOf(await last());
    await house.press(only!.command);
    expect(await sent()).toEqual(['1001: friday works']);
    await house.press(note!.command);
    const notes = await house.db.sql<{ text: string }>`select text from messages where direction = 'note'`;
    expect(notes).toEqual([{ text: 'dont tell her the price' }]);
  });

  it('is asked about behind a command', async () => {
    for (const words of [...OURS, '好的\n//他欠钱', 'friday\n// late']) await house.say(`/reply Anna ${words}`);
    await house.say('/later Anna tomorrow 9am friday works // dont tell her price');
    expect(await sent()).toEqual([]);
    expect(await house.db.sql`select from scheduled_answers`).toEqual([]);
  });

  it('is asked about behind a command as under a card', async () => {
    const typed = [
      ...[
        '/reply Anna note: she is nice',
        '/reply 李四 备注：难缠的客人',
        '/reply 李四 内部：他欠钱',
        '/reply Anna #vip',
      ],
      ...['/reply Anna Dear Mia, it is ready', '/reply Anna Hi Bob, yes', '/reply 张三 李四您好，茶到了'],
      ...['/reply Anna (do not send) 20 EUR', '/reply Anna reply: yes', '/later Anna tomorrow 9am Hi Mia, it is ready'],
    ];
    for (const text of typed) await house.say(text);
    expect(await sent()).toEqual([]);
    expect(await house.db.sql`select from scheduled_answers`).toEqual([]);
    const theirs = [
      'Hi Anna, it is ready',
      'Yes (the blue one): 20 EUR',
      'We can refund 10 EUR',
      'Your reply came, thanks',
    ];
    for (const words of theirs) await house.say(`/reply Anna ${words}`);
    expect(await sent()).toEqual(theirs.map((words) => `1003: ${words}`));
  });

  it.each(['好的\n/备注 Anna 他欠钱', 'friday\n/note Anna late'])(
    'a command in the next line is no part of it: %s',
    async (words) => {
      await house.say(`/reply Anna ${words}`);
      expect(await sent()).toEqual([`1003: ${words.split('\n')[0]}`]);
      const notes = await house.db.sql<{ text: string }>`select text from messages where direction = 'note'`;
      expect(notes).toEqual([{ text: words.split(' ').at(-1) }]);
    },
  );

  it('can be sent along by the button that says so', async () => {
    const reply = await house.say('/reply Anna friday // late');
    await house.press(buttonsOf(reply).at(-1)!.command);
    expect(await sent()).toEqual(['1003: friday // late']);
  });

  it('is no address, no choice and no remark for the customer', async () => {
    expect(await leaving('Mia Wong', THEIRS)).toEqual(THEIRS);
  });
});

describe('a customer whom the words name as somebody else', () => {
  const OF_LISI = [
    ...['李四老压价', '李四太烦了', '告诉李四今天发', '跟李四说今天发', '回李四：今天发', '李四的先放着'],
    ...['退50给他', '给他退50', '他要的货没了', '链接发给他', '通知李四明天来取', '李四又来砍价'],
  ];
  const OF_MIA = [
    ...['Mia is always late paying', 'pls tell mia its friday', 'tell Mia friday', 'let Mia know its ready'],
    ...['give 50 to her', 'send the link to her', 'what he wants is gone', 'tell Mia Wong friday'],
  ];
  const TO_THEM = [
    ...[
      '李四您好，今天发',
      '李四好，今天发货',
      '李四，今天发',
      '李四 今天发',
      '好的李四',
      '李四老师，货到了',
      '货已经发给他了吗？',
    ],
    ...['我让快递送给他', '钱转给她就行', '您的货已发'],
  ];
  const TO_MIA = [
    ...[
      'Mia, friday works',
      'Hi Mia is it friday?',
      'Thanks Mia',
      'Mia your order left',
      'Mia, I told her',
      'Your cup is ready, Mia',
    ],
    ...['I gave it to her', 'Tell me when', 'Let me know'],
  ];

  it('does not get them unasked', async () => {
    expect(await leaving('李四', OF_LISI)).toEqual([]);
    expect(await leaving('Mia Wong', OF_MIA)).toEqual([]);
  });

  it('is told what is to be told by a button', async () => {
    await under('Mia Wong', 'pls tell mia its friday');
    await house.press(buttonsOf(await last()).find(({ label }) => label.includes('its friday'))!.command);
    await under('李四', '跟李四说今天发');
    await house.press(buttonsOf(await last()).find(({ label }) => label.includes('“今天发”'))!.command);
    expect(await sent()).toEqual(['1001: its friday', '1002: 今天发']);
  });

  it('gets what is said to them', async () => {
    expect(await leaving('李四', TO_THEM)).toEqual(TO_THEM);
    expect(await leaving('Mia Wong', TO_MIA)).toEqual(TO_MIA);
  });
});

describe('words under a card that are asked of us', () => {
  it('with a moment in front of a reminder stay here', async () => {
    const ours = [
      ...[
        '明天10点提醒我给他打电话',
        '下午三点叫我发货',
        'tomorrow 10am remind me to call her',
        'remind me',
        'Remind me!',
      ],
      ...[
        'at 5 remind me to invoice her',
        'in 2 hours remind me to pack',
        'next monday at 9 remind me to ship',
        '后天早上提醒我',
      ],
      ...['半小时后叫我打包', '周五上午9点通知我发货', 'on friday please remind me about it'],
    ];
    expect(await leaving('Mia Wong', ours)).toEqual([]);
    const theirs = [
      ...[
        '叫我小王就行',
        '到了叫我',
        'can you remind me tomorrow?',
        '明天10点发货',
        '你明天提醒我一下',
        'tomorrow 10am works',
      ],
      ...['请您明天提醒我', 'Call me at 5', '下午三点叫我们店员送', 'that reminds me of you'],
    ];
    expect(await leaving('Mia Wong', theirs)).toEqual(theirs);
  });

  it('that are a command word alone stay here, in sentences they leave', async () => {
    const words = [
      'done',
      'Done.',
      'later',
      'resolved',
      'solved',
      '已解决',
      '稍后回复',
      'ignore',
      'spam',
      '已完成',
      '忽略',
    ];
    expect(await leaving('Mia Wong', words)).toEqual([]);
    const theirs = [
      ...[
        'All done, it left today',
        'Done, your cup is ready',
        'See you later',
        'later today',
        'Resolved: please log in again',
      ],
      ...[
        '已解决，您再试试',
        '稍后回复您',
        'Please look into your spam folder',
        'ignore the first mail please',
        '已完成发货',
      ],
    ];
    expect(await leaving('Mia Wong', theirs)).toEqual(theirs);
  });

  it('offer buttons', async () => {
    await under('Mia Wong', 'later');
    expect((await labels()).length).toBeGreaterThan(1);
  });
});

describe('a colleague who is named', () => {
  beforeEach(async () => {
    await house.db
      .autocommit`insert into users (name, role) values ('Tom', 'helper'), ('Maria', 'helper'), ('小林', 'helper')`;
    await house.say('/helper add Ivy');
    await house.say('/helper add 阿强');
    await house.say('/add 林小梅 13800138001');
  });
  const OURS = [
    ...[
      'tom pls call her',
      'maria please handle',
      'get Tom to do it',
      '麻烦小林处理',
      '小林你去办',
      '让小林去送',
      'tom call her back',
    ],
    ...['ivy pls take this', 'get Ivy to do it', '麻烦阿强处理', '阿强你去办', 'Maria handle this one'],
  ];
  const THEIRS = [
    ...[
      '小林会给您送过去',
      '小林明天给您回电话',
      'Tom will bring it to you',
      'I get it to you friday',
      'Have a nice day',
    ],
    ...['get well soon', '阿强会给您打电话', '麻烦发一下地址', '让您久等了', 'please handle with care'],
  ];

  it('is not spoken to before a customer, joined or only invited', async () => {
    expect(await leaving('Mia Wong', OURS)).toEqual([]);
    expect(await leaving('Mia Wong', THEIRS)).toEqual(THEIRS);
  });

  it('is not spoken to behind a command either', async () => {
    for (const words of ['小林你去办', 'tom pls call her', '麻烦小林处理']) {
      const reply = await house.say(`/reply Anna ${words}`);
      expect(buttonsOf(reply).length).toBeGreaterThan(1);
    }
    expect(await sent()).toEqual([]);
    await house.say('/reply Anna 小林会给您送过去');
    expect(await sent()).toEqual(['1003: 小林会给您送过去']);
  });

  it('is meant rather than a customer who would be called so in part', async () => {
    await under('Mia Wong', '麻烦小林处理');
    expect((await labels()).join(' ')).not.toContain('林小梅');
  });
});
