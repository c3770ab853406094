import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });

beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna Smith +442071234567');
    await house.say('/add 李四 13800138000');
    await house.happen(telegramMessage('Is my order ready?', { from: { address: '1001', name: 'Mia Wong' } }));
    await house.deliver();
  }),
);

const commandsOf = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);
const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');

async function typed(text: string, under?: string): Promise<Reply> {
  await house.type(text, under ? { answers: [under] } : {});
  return (await house.cards()).at(-1)!;
}

async function cardOfMia(): Promise<string> {
  const rows = await house.outbox();
  return rows.find(({ audience, conversationId }) => audience === 'owner' && conversationId)!.externalId!;
}

describe('words that say for whom they are', () => {
  it('are a note first where they say that they are one and may be something to do', async () => {
    const before = await house.state();
    for (const text of ['note for Anna: call back', 'Note on Anna Smith: call back'])
      expect(commandsOf(await typed(text))[0]).toMatch(/^\/note c\d+ call back$/);
    expect(await house.state()).toEqual(before);
  });

  it.each([
    ['李四：明天来取', '李四', '明天来取'],
    ['李四: 明天来取', '李四', '明天来取'],
    ['李四说：明天来取', '李四', '明天来取'],
    ['给李四：明天来取', '李四', '明天来取'],
    ['给李四发消息：明天来取', '李四', '明天来取'],
    ['给李四 明天来取', '李四', '明天来取'],
    ['告诉李四明天来取', '李四', '明天来取'],
    ['回复李四：明天来取', '李四', '明天来取'],
    ['@李四 明天来取', '李四', '明天来取'],
    ['备注李四：明天来取', '李四', '明天来取'],
    ['Anna: call back', 'Anna Smith', 'call back'],
    ['anna smith : call back', 'Anna Smith', 'call back'],
    ['Anna Smith： call back', 'Anna Smith', 'call back'],
    ['@Anna call back', 'Anna Smith', 'call back'],
    ['@Anna Smith: call back', 'Anna Smith', 'call back'],
    ['to Anna: call back', 'Anna Smith', 'call back'],
    ['text Anna call back', 'Anna Smith', 'call back'],
    ['tell Anna call back', 'Anna Smith', 'call back'],
    ['reply to Anna Smith call back', 'Anna Smith', 'call back'],
  ])('%s is asked about, and is nothing before that', async (text, name, words) => {
    const before = await house.state();
    const asked = await typed(text);
    expect(asked).toMatchObject({ text: expect.stringContaining(`For ${name}:`), quote: words });
    const [id] = await house.db.sql<{ id: string }>`select id from contacts where name = ${name}`;
    const lines = commandsOf(asked);
    const isNote = /备注|note/i.test(text);
    expect(lines.includes(`/reply c${id!.id} ${words}`)).toBe(!isNote);
    expect(lines).toContain(`/note c${id!.id} ${words}`);
    expect(lines.some((line) => line.startsWith('/task ') && line.includes(name))).toBe(true);
    expect(await house.state()).toEqual(before);
    expect(await toCustomers()).toEqual([]);
  });

  it.each([
    ['李四您好，茶发了', '李四'],
    ['您好李四，茶发了', '李四'],
    ['跟李四说茶发了', '李四'],
    ['问问李四', '李四'],
    ['这条是给李四的', '李四'],
    ['Hi Anna, the tea is ready', 'Anna Smith'],
    ['this is for Anna', 'Anna Smith'],
  ])('under a card are asked about: %s', async (text, name) => {
    const asked = await typed(text, await cardOfMia());
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining(name) });
    expect(await toCustomers()).toEqual([]);
  });

  it('under a card are asked about where they say that it was somebody else’s', async () => {
    const asked = await typed('sorry, that was meant for Anna Smith', await cardOfMia());
    expect(asked).toMatchObject({ failed: true });
    expect(await toCustomers()).toEqual([]);
  });

  it.each([
    ['/reply Hi Anna, the tea is ready', 'Anna'],
    ['/reply Dear Anna Smith, the tea is ready', 'Anna'],
    ['/reply Anna Smith, the tea is ready', 'Anna'],
    ['/later in 2h Dear Anna, the tea is ready', 'Anna'],
    ['/note this is for Anna', 'Anna'],
    ['/回复 李四您好，茶发了', '李四'],
    ['/回复 您好李四，茶发了', '李四'],
    ['/回复 李四茶发了', '李四'],
    ['/备注 李四爱喝红茶', '李四'],
    ['/线索 李四龙井500', '李四'],
    ['李四茶发了', '李四'],
  ])('under a card are asked about behind a command as well: %s', async (text, name) => {
    const under = await cardOfMia();
    const before = await house.state();
    const asked = await typed(text, under);
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining(name) });
    expect(await toCustomers()).toEqual([]);
    expect(await house.state()).toEqual(before);
  });

  it.each(['/reply Hi Mia, the tea is ready', '/reply Hi there, the tea is ready', '/回复 您好，茶发了'])(
    'that greet the customer of the card are theirs: %s',
    async (text) => {
      await typed(text, await cardOfMia());
      expect(await toCustomers()).toHaveLength(1);
    },
  );

  it.each(['private: he never pays', '内部：他压价', 'fyi he never pays', '别理他', 'note for Anna: slow payer'])(
    'that say themselves that they are private are offered to one at most: %s',
    async (text) => {
      const asked = await typed(text, await cardOfMia());
      const sends = commandsOf(asked).filter((line) => line.startsWith('/reply'));
      expect(sends).toEqual([expect.stringContaining(text)]);
      expect(commandsOf(asked).filter((line) => /^\/(?:note|task) /.test(line))).toHaveLength(2);
    },
  );

  it('become a task with its time, of that person', async () => {
    await typed('Anna: call back tomorrow 3pm');
    const made = await house.press('Task · tomorrow 15:00');
    expect(made.text).toBe('⏰ tomorrow 15:00: Anna Smith: call back');
    const [row] = await house.db.sql<{ name: string }>`
      select c.name from tasks t join contacts c on c.id = t.contact_id`;
    expect(row?.name).toBe('Anna Smith');
  });

  it('ask which of two people with that name is meant', async () => {
    await house.say('/add Anna Berg');
    const asked = await typed('Anna: call back');
    expect(asked.text).toContain('For Anna:');
    const which = await house.press(commandsOf(asked).find((line) => line.startsWith('/note'))!);
    expect(which).toMatchObject({ failed: true });
    expect(buttonsOf(which)).toHaveLength(2);
  });

  it.each([
    ['王五：明天来取', '/add 王五', '/task 2026-11-22 09:00 王五： 来取'],
    ['Zoe Lane: call back', '/add Zoe Lane'],
    ['@Zoe: call back', '/add Zoe'],
    ['note for Zoe: allergic to nuts', '/add Zoe'],
  ])(
    '%s names nobody yet: adding them is offered, and the words are kept on the buttons',
    async (text, add, task = `/task ${text}`) => {
      const before = await house.state();
      const asked = await typed(text);
      expect(new Set(commandsOf(asked))).toEqual(new Set([`/note ? ${text}`, task, `/search ${text}`, add]));
      expect(await house.state()).toEqual(before);
    },
  );

  it.each([
    'meet at 10:30',
    'see https://example.com/a',
    'thanks :) see you',
    '10:30 dentist',
    'order: 2 teas, 3 cups',
  ])('%s names nobody', async (text) => expect((await typed(text)).text).toContain('What shall I do with this?'));
});

describe('a command without its slash', () => {
  it('is done at once where it takes back, and says so', async () => {
    await house.say('/task buy tea');
    expect((await typed('undo')).hint).toContain('/undo');
    expect(await house.db.sql`select from tasks`).toEqual([]);
  });

  it.each(['Help', 'find Anna'])('%s only shows, and is run at once with the command said', async (text) => {
    expect((await typed(text)).hint).toMatch(/Read as \/(?:help|contact Anna)/);
  });

  it('is not offered for other words, nor where it holds a secret', async () => {
    expect(commandsOf(await typed('finding nemo')).some((line) => line.startsWith('/find'))).toBe(false);
    expect(commandsOf(await typed('connect me with Li')).some((line) => line.startsWith('/connect'))).toBe(false);
  });
});

describe('a command under a card whose words say that they are for somebody else', () => {
  const kept = () => house.db.sql`
    select text from messages where direction = 'note' union all select title from leads where title like '%nuts%'
    union all select title from tickets where title like '%nuts%' union all select title from tasks`;

  it.each([
    '/note for Anna: allergic to nuts',
    '/note for Anna Smith allergic to nuts',
    '/note about Anna: allergic to nuts',
    '/note Anna: allergic to nuts',
    '/note for 李四：对坚果过敏',
    '/备注 给李四：对坚果过敏',
    '/task for Anna: buy nuts',
    '/lead for Anna: nuts for 50',
    '/ticket for Anna: no nuts',
    '/tag for Anna nuts',
    '/reply for Anna: no nuts',
    '/later tomorrow 9am for Anna: no nuts',
  ])('%s: asks whose it is, and does nothing', async (line) => {
    const before = await kept();
    const asked = await typed(line, await cardOfMia());
    expect(asked.failed).toBe(true);
    const [other] = await house.db.sql<{ id: string }>`
      select id from contacts where name = ${line.includes('李四') ? '李四' : 'Anna Smith'}`;
    const [mia] = await house.db.sql<{ id: string }>`select id from contacts where name = 'Mia Wong'`;
    for (const { id } of [other!, mia!])
      expect(commandsOf(asked).some((command) => command.split(' ').includes(`c${id}`))).toBe(true);
    expect(await kept()).toEqual(before);
    expect(await toCustomers()).toEqual([]);
  });

  it('keeps a note with the one who is chosen', async () => {
    const asked = await typed('/note for Anna: allergic to nuts', await cardOfMia());
    await house.press(commandsOf(asked)[0]!);
    expect(
      await house.db.sql`
      select c.name, m.text from messages m join conversations v on v.id = m.conversation_id
      join contacts c on c.id = v.contact_id where m.direction = 'note'`,
    ).toEqual([{ name: 'Anna Smith', text: 'allergic to nuts' }]);
  });

  it.each(['/note for Mia: nuts', '/note for her: nuts', '/note on delivery: ring twice', '/note size: 38'])(
    '%s is about the customer of the card',
    async (line) => {
      expect((await typed(line, await cardOfMia())).failed).toBeUndefined();
    },
  );
});

describe('words under a card that name somebody else, or a note', () => {
  it.each([
    'Anna: call back',
    '李四：明天来取',
    '@Anna call back',
    'tell 李四 we are closed',
    'note for Anna: allergic to nuts',
    'note for Mia: allergic to nuts',
    'note: always pays late',
    '备注：总是晚付款',
  ])('%s stays here until the owner has said whose it is', async (text) => {
    const asked = await typed(text, await cardOfMia());
    expect(asked).toMatchObject({ failed: true, quote: text });
    expect(await toCustomers()).toEqual([]);
    await house.press(commandsOf(asked)[0]!);
    expect(await toCustomers()).toMatchObject([{ payload: { reply: { text } } }]);
  });

  it.each([
    'Mia: it is ready',
    'Total: 300',
    'Dear Mia, Anna says hello: see you',
    'Opening: 10:30',
    '地址：人民路1号',
  ])('%s goes to the customer of the card', async (text) => {
    await typed(text, await cardOfMia());
    expect(await toCustomers()).toMatchObject([{ payload: { reply: { text } } }]);
  });

  it('stay here with a file too', async () => {
    const photo = { ref: 'p1', name: 'a.jpg', mime: 'image/jpeg', size: 10 };
    await house.type('Anna: here is the plan', { answers: [await cardOfMia()], attachments: [photo] as never });
    expect((await house.cards()).at(-1)).toMatchObject({
      failed: true,
      text: expect.stringContaining('nothing has been sent'),
    });
    expect(await toCustomers()).toEqual([]);
  });

  it.each(['Hey Anna, call me back', 'Hi Anna Smith! It is ready', 'Anna can you come at 5', '李四，明天来取'])(
    '%s greets somebody else, and stays here until the owner has said whose it is',
    async (text) => {
      const asked = await typed(text, await cardOfMia());
      expect(asked).toMatchObject({ failed: true, quote: text });
      expect(await toCustomers()).toEqual([]);
    },
  );

  it.each(['hey Bob, this guy is a nightmare', 'Bob can you take this'])(
    '%s speaks to a colleague, not to the customer',
    async (text) => {
      await house.db.autocommit`insert into users (name, role) values ('Bob Lee', 'helper')`;
      const asked = await typed(text, await cardOfMia());
      expect(asked).toMatchObject({ failed: true, quote: text });
      expect(commandsOf(asked)).toContainEqual(expect.stringMatching(/^\/note c/));
      expect(await toCustomers()).toEqual([]);
    },
  );

  it.each([
    'May: yes, June: no',
    'Bill: $240, due on Friday',
    'Hi Mia, it is ready',
    'Hello there, it is ready',
    'Mia, can you come at 5?',
    'Hi Rob, could you send me your address?',
    '好的，明天发货',
  ])('%s goes to the customer, whatever others are called', async (text) => {
    await house.say('/add May Lin +442071234568');
    await house.say('/add Bill Ray +442071234569');
    await typed(text, await cardOfMia());
    expect(await toCustomers()).toMatchObject([{ payload: { reply: { text } } }]);
  });
});
