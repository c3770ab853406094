import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { buttonsOf, OWNER, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });

beforeEach(() => house.reset());

/** Each has written by Telegram: c1, c2, … in this order; the card of c1 is answered. */
const known = (...names: string[]) =>
  house.start(names.join(), async () => {
    for (const [at, name] of names.entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
    }
    await house.deliver();
  });

const card = async () =>
  (await house.outbox()).find(({ audience, conversationId }) => audience === 'owner' && conversationId === '1')!;

async function under(text: string): Promise<Reply | undefined> {
  const before = (await house.cards()).length;
  await house.type(text, { answers: [(await card()).externalId!] });
  return (await house.cards())[before];
}

async function filledIn(text: string): Promise<Reply> {
  const { payload, externalId } = await card();
  const button = buttonsOf('reply' in payload ? payload.reply : {}).find(({ form }) => form)!;
  await house.happen({
    ...{ kind: 'form.submitted', channel: 'telegram', chat: OWNER, from: { address: OWNER, name: '' } },
    ...{ externalId: 'f1', buttonId: button.id!, messageId: externalId! },
    values: { text },
  });
  return (await house.cards()).at(-1)!;
}

const refs = (reply: Reply | undefined) =>
  buttonsOf(reply ?? {}).flatMap(({ command, label }) => [...(command.match(/(?<= )c\d+/g) ?? []), label]);
const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');

const ENGLISH = [
  'Anna, proofs are ready',
  'Anna - proofs are ready',
  'Anna – proofs are ready',
  'Anna! Proofs are ready',
  'Anna. Proofs are ready',
  'Anna... proofs are ready',
  'Anna; proofs are ready',
  'anna, proofs are ready',
  'Anna Lee proofs are ready',
  'anna lee your proofs are ready',
  'ANNA LEE your proofs are ready',
  'Hello Ms Lee, your proofs are ready',
  'Dear Mrs. Lee, your proofs are ready',
  'Dear Ms Anna Lee, your proofs are ready',
  'Ms Lee, your proofs are ready',
  'Good morning Anna, proofs are ready',
  'Good afternoon, Anna! Proofs are ready',
  'Morning Anna, proofs are ready',
  'Thanks Anna, proofs are ready',
  'Thank you, Anna! Proofs are ready',
  'Sorry Anna, proofs are late',
  'Hi Anna proofs are ready',
  'Hi Anna. Proofs are ready',
  'Hi Anna - proofs are ready',
  'hi anna lee proofs are ready',
  'Hi Anna\nproofs are ready',
  'Anna\nproofs are ready',
  'ask Anna about this',
  'Ask Anna Lee whether blue is fine',
  'check with Anna first',
  'call Anna about this',
  'ping Anna',
  'let Anna know',
  'remind Anna about the proofs',
  'send this to Anna',
  'forward it to Anna Lee',
  'wait for Anna',
  'Your proofs are ready, Anna',
  'your proofs are ready, anna',
  'Got it, Anna.',
  'Got it, Anna, proofs are on their way',
  'Proofs are ready.\nAnna, please confirm',
  'Proofs are ready. Anna, please confirm',
  'Heya Anna, proofs are ready',
  'Hey there Anna, proofs are ready',
  'My dear Anna, proofs are ready',
  'My dear Anna',
  'Hallo Anna',
  'Happy birthday, Anna!',
  'Happy birthday Anna!',
  'Please Anna, confirm the proofs',
  'Attn Anna: proofs are ready',
  'Ms. A. Lee, proofs are ready',
  'Ms L, proofs are ready',
  'Anna L., proofs are ready',
  '👋 Anna, proofs are ready',
  'Anna 👋 proofs are ready',
  '*Anna*, proofs are ready',
  '"Anna, proofs are ready"',
  '“Anna, proofs are ready”',
  '[Anna] proofs are ready',
  '(Anna) proofs are ready',
  '> Hi Anna, proofs are ready',
  '1. Anna: proofs are ready',
  '- Anna: proofs are ready',
  'Anna & Bob, proofs are ready',
  'Anna and Bob, proofs are ready',
  'Bob & Anna, proofs are ready',
  'Proofs are ready — Anna',
];
/** Behind a command these name whom it is for. */
const REFS = ['@c2 proofs are ready', 'c2 proofs are ready', 'c2: proofs are ready', '@v2 茶发了'];
const CHINESE = [
  '小明：茶发了',
  '小明:茶发了',
  '小明，茶发了',
  '小明, 茶发了',
  '小明！茶发了',
  '小明。茶发了',
  '小明 茶发了',
  '小明您好，茶发了',
  '小明你好！茶发了',
  '小明，您好，茶发了',
  '您好小明，茶发了',
  '你好，小明，茶发了',
  '告诉小明茶发了',
  '跟小明说茶发了',
  '问问小明',
  '问小明要不要茶',
  '王先生您好，茶发了',
  '王先生，茶发了',
  '王先生：茶发了',
  '您好王先生，茶发了',
  '王总，茶发了',
  '王小明 茶发了',
  '王小明茶发了',
  '王小明，茶发了',
  '您好王小明，茶发了',
  '亲爱的王小明，茶发了',
  '尊敬的王先生，茶发了',
  '王小明先生，茶发了',
  '@小明 茶发了',
  '转给小明',
  '小明\n茶发了',
  '茶发了，小明',
  '茶发了，小明。',
  '生日快乐，小明',
  '生日快乐，小明！',
  '茶发了。\n小明，记得收',
  '对了小明，茶发了',
  '哎小明，茶发了',
  '致小明：茶发了',
  '小明好，茶发了',
  '王总好，茶发了',
  '茶发了，王总',
  '茶发了，王先生您好',
  '【小明】茶发了',
  '「小明」茶发了',
  '（小明）茶发了',
  '🍵小明，茶发了',
  '- 小明：茶发了',
];

describe('under a card, words that greet or name somebody else', () => {
  const WAYS: [string, (words: string) => Promise<Reply | undefined>][] = [
    ['typed', under],
    ['behind /reply', (words) => under(`/reply ${words}`)],
    ['behind /later', (words) => under(`/later in 2h ${words}`)],
    ['behind /note', (words) => under(`/note ${words}`)],
    ['filled in', filledIn],
  ];
  const LINES: [string, string[], string[]][] = [
    ['English', ['Dave Brown', 'Anna Lee'], ENGLISH],
    ['Chinese', ['李四', '王小明'], CHINESE],
  ];
  const cases = LINES.flatMap(([language, people, lines]) =>
    WAYS.map(([way, say]) => [language, way, people, lines, say] as const),
  );

  it.each([
    ['Dave Brown', 'Hi Dave, proofs are ready'],
    ['Dave Brown', 'Dave, proofs are ready'],
    ['Dave Brown', 'Hello Mr Brown, proofs are ready'],
    ['Dave Brown', 'Hi there, proofs are ready'],
    ['Dave Brown', 'Thanks, will do'],
    ['Dave Brown', 'Will it fit? Call me on arrival'],
    ['Dave Brown', 'Ask at the desk when you arrive'],
    ['Dave Brown', 'Let me know'],
    ['Dave Brown', 'Send it to me please'],
    ['Dave Brown', 'For you it is £40'],
    ['Dave Brown', 'C4 envelopes are in stock'],
    ['Dave Brown', 'Tomorrow, at ten'],
    ['Dave Brown', 'May I ask for the size?'],
    ['Dave Brown', 'Rose tea is £20'],
    ['Dave Brown', 'The proofs went to Anna Lee on Friday'],
    ['Dave Brown', 'Sure, Mark can bring it'],
    ['Dave Brown', 'Anna will call you'],
    ['Dave Brown', 'thanks, will do'],
    ['Dave Brown', 'Will do, thanks'],
    ['Dave Brown', 'Your proofs are ready, Dave'],
    ['Dave Brown', 'Happy birthday, Dave!'],
    ['Dave Brown', 'Got it, Mr Brown.'],
    ['Dave Brown', 'Hi Dave B., proofs are ready'],
    ['Dave Brown', 'Yes, it is rose, not jasmine'],
    ['Dave Brown', 'The box is here, and Anna has the other one'],
    ['Dave Brown', 'Thanks to Anna, it is done'],
    ['Dave Brown', 'I saw Anna, she has it'],
    ['Dave Brown', 'Best regards, the shop'],
    ['Dave Brown', 'See you on Monday, 10 am'],
    ['Dave Brown', 'It is in May, or June'],
    ['Dave Brown', 'Great! See you soon'],
    ['Dave Brown', 'Red, blue, or green?'],
    ['Dave Brown', 'Good morning! Proofs are ready.'],
    ['李四', '茶发了，李四'],
    ['李四', '对了李四，茶发了'],
    ['李四', '茶发了，李总'],
    ['李四', '可以，明天'],
    ['李四', '茶发了，谢谢老板'],
    ['李四', '好的，没问题，辛苦了'],
    ['李四', '快递到了，注意查收'],
    ['李四', '一共八十，微信还是支付宝？'],
    ['李四', '李四您好，茶发了'],
    ['李四', '李先生您好，茶发了'],
    ['李四', '您好，茶发了'],
    ['李四', '您好，明天发货'],
    ['李四', '好的，给您发'],
    ['李四', '等到货了告诉您'],
    ['李四', '请问您要几斤'],
    ['李四', '和昨天一样，八十'],
    ['李四', '总共，八十'],
    ['李四', '发给您了'],
  ])('the words to %s leave at once: %s', async (name, words) => {
    await known(name, 'Anna Lee', '王小明', 'Rose May', '张明天', 'Mark Hill', 'Will Smith');
    await under(words);
    expect((await toCustomers()).map(({ address }) => address)).toEqual(['700']);
  });

  it.each([
    ['Anna Brown', 'Anna Lee', 'Anna L, proofs are ready'],
    ['Anna Brown', 'Anna Lee', 'Hi Anna L., proofs are ready'],
    ['Anna Brown', 'Anna Lee', 'Hi Ms L, proofs are ready'],
    ['Anna Brown', 'Anna Lee', 'Proofs are ready, Anna Lee'],
    ['李四', '欧阳明月', '茶发了，欧阳总'],
    ['李四', '欧阳明月', '欧阳先生，茶发了'],
    ['李四', '王小明🌸', '王总，茶发了'],
    ['李四', '王小明 Xiaoming', '小王，茶发了'],
    ['李四', '王小明 Xiaoming', '茶发了，小明'],
  ])('of %s, %s is meant: %s', async (name, other, words) => {
    await known(name, other);
    expect(refs(await under(words)).join()).toContain(other);
    expect(await toCustomers()).toEqual([]);
  });

  it.each(['王总，茶发了', '王先生您好，茶发了', '茶发了，小王', '茶发了，小明', '王小明，茶发了'])(
    'name somebody who was called so and hides behind others: %s',
    async (words) => {
      await known('李四', '王小明', ...Array.from({ length: 9 }, (_, nth) => `大王茶行${nth}`));
      await house.type('/rename c2 Sunshine');
      expect(refs(await under(words)).join()).toContain('Sunshine');
      expect(await toCustomers()).toEqual([]);
    },
  );

  it.each(REFS)('are meant for whoever they are listed as: %s', async (line) => {
    await known('Dave Brown', 'Anna Lee');
    expect(refs(await under(line))).toContain('c2');
    expect(await toCustomers()).toEqual([]);
  });

  it.each(cases)('in %s, %s, leave for nobody before it is said for whom', async (_, way, people, lines, say) => {
    await known(...people);
    const last = (await house.outbox()).at(-1)!.id;
    const leave: string[] = [];
    const vague: string[] = [];
    const untouched = JSON.stringify(await house.state());
    for (const line of lines) {
      const asked = await say(line);
      if (JSON.stringify(await house.state()) !== untouched || (await toCustomers()).length > 0) {
        leave.push(line);
        break;
      }
      if (!refs(asked).some((ref) => ref === 'c2' || ref.includes(people[1]!))) vague.push(`${line} → ${asked?.text}`);
      // the next one is said as the first was, and not below a hundred questions
      await house.db.autocommit`delete from outbox where id > ${last}`;
    }
    expect({ way, leave, vague }).toEqual({ way, leave: [], vague: [] });
  });
});

describe('under a card, a task that names somebody else', () => {
  const tasks = () => house.db.sql<{ name: string; title: string }>`
    select coalesce(c.name, '') as name, t.title from tasks t left join contacts c on c.id = t.contact_id`;

  it.each([
    '/task call Anna tomorrow',
    '/task tomorrow 10am call anna',
    '/task tomorrow call Anna Lee',
    '/task ask Anna about the blue',
    '/task buy tea for Anna',
    '/task lunch with Anna on friday',
    "/task pick up Anna's cups",
    '/task Anna: call back',
    '/task @Anna call back',
    '/任务 明天十点给小明打电话',
    '/任务 给小明打电话',
    '/任务 明天问小明要地址',
    '/任务 小明来取茶',
    '/任务 约王小明喝茶',
  ])('is filed on nobody before it is said whose it is: %s', async (line) => {
    await known('Dave Brown', 'Anna Lee', '王小明');
    const asked = await under(line);
    expect(await tasks()).toEqual([]);
    expect(refs(asked).filter((ref) => /^c\d/.test(ref))).toEqual([/任务/.test(line) ? 'c3' : 'c2', 'c1']);
  });

  it.each([
    '/task call Dave tomorrow',
    '/task call back tomorrow',
    '/task Send the proofs on Friday',
    '/任务 明天十点打电话',
    '/任务 给他打电话',
  ])('of the card’s own person is theirs: %s', async (line) => {
    await known('Dave Brown', 'Anna Lee', '王小明');
    await under(line);
    expect(await tasks()).toEqual([{ name: 'Dave Brown', title: expect.any(String) }]);
  });
});
