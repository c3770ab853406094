import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });

beforeEach(async () => {
  await house.reset();
  for (const name of ['Anna Lee', 'Ben Fox']) {
    await house.say(`/add ${name}`);
    await house.say(`/ticket ${name} cup broken`);
    await house.say(`/lead ${name} mugs`);
    await house.say(`/task 2027-01-05 call ${name}`);
  }
});

const stages = async () =>
  (await house.db.sql<{ line: string }>`select title || ' ' || id || ' ' || stage as line from leads order by id`).map(
    ({ line }) => line,
  );

describe('a place in the list that was shown last', () => {
  // the newest lead is the first of its list
  it.each(['/won the first', '/won first one', '/won 第一个', '/成交 第一个', '/won the 1st', '/won #2', '/won 2'])(
    'names a lead: %s',
    async (line) => {
      await house.say('/leads');
      await house.say(line);
      expect(await stages()).toEqual(['mugs 1 new', 'mugs 2 won']);
    },
  );

  it.each(['/lost the second too dear', '/lost 第二个 too dear', '/lost the last one too dear'])(
    'with words behind it: %s',
    async (line) => {
      await house.say('/leads');
      await house.say(line);
      expect(await house.db.sql`select id, lost_reason from leads where stage = 'lost'`).toEqual([
        { id: '1', lost_reason: 'too dear' },
      ]);
    },
  );

  it.each(['/resolve the first and the second', '/resolve 第一个 第二个', '/resolve 1 2'])(
    'names several: %s',
    async (line) => {
      await house.say('/tickets');
      await house.say(line);
      expect(await house.db.sql`select id from tickets where state = 'resolved' order by id`).toHaveLength(2);
    },
  );

  it('names a task, and whom a line is about where the command acts on something else', async () => {
    await house.say('/tasks');
    await house.say('/done the second');
    expect(await house.db.sql`select id from tasks where done_at is not null`).toEqual([{ id: '2' }]);
    await house.say('/tickets');
    await house.say('/won the last');
    const [ticket] = await house.db.sql<{
      contact: string;
    }>`select contact_id::text as contact from tickets order by id desc limit 1`;
    const [lead] = await house.db.sql<{
      contact: string;
    }>`select contact_id::text as contact from leads where stage = 'won'`;
    const first = await house.db.sql<{
      contact: string;
    }>`select contact_id::text as contact from tickets order by id limit 1`;
    expect([ticket!.contact, first[0]!.contact]).toContain(lead!.contact);
  });

  it.each(['/won the first', '/resolve the third'])('that is not there does nothing: %s', async (line) => {
    if (line.includes('third')) await house.say('/tickets');
    const before = await house.state();
    expect((await house.say(line)).failed).toBe(true);
    expect(await house.state()).toEqual(before);
  });

  it('control: what begins like one is what was said', async () => {
    await house.say('/find Anna');
    await house.say('/note Anna Lee first thing tomorrow');
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([
      { text: 'first thing tomorrow' },
    ]);
  });

  const TO_SOMEBODY = [
    'second batch is ready on Monday',
    'first come, first served',
    'the first batch is ready',
    'Last one I have is blue',
    'the first and the second are sold',
    '第二批下周一到',
    '第一次来店里',
    '第二单发出了',
    '最后一批到了',
    '第一，价格不变',
  ];
  it.each(TO_SOMEBODY.map((words, nth) => `/${['reply', 'note', 'lead'][nth % 3]} ${words}`))(
    'is none where an ordinal begins what is said: %s',
    async (line) => {
      await house.say('/tickets');
      const before = await house.state();
      expect((await house.say(line)).text).not.toBe('');
      expect(await house.state()).toEqual(before);
    },
  );

  it.each(['/lost 第一次就嫌贵', '/lost first he said no', '/lost the last time he haggled', '/lost 第二批才要'])(
    'is none where it counts something else: %s',
    async (line) => {
      await house.say('/leads');
      await house.say(line);
      expect(await stages()).toEqual(['mugs 1 new', 'mugs 2 new']);
    },
  );

  it.each(['the first: likes tea', 'the first one, likes tea', '第一个：likes tea', '第一位 likes tea'])(
    'is whom words are for, where it can be nothing else: %s',
    async (words) => {
      await house.say('/tickets');
      await house.say(`/note ${words}`);
      expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: 'likes tea' }]);
    },
  );
});

describe('other days of what was asked last', () => {
  const asked = async (text: string) => (await house.say(text)).ofDays;

  it.each([
    ['/takings', 'and last month?', '/takings'],
    ['best sellers this month', 'and last month?', '/takings products'],
    ['/takings days', '那上个月呢', '/takings days'],
    ['/leads won', 'what about this week', '/leads won'],
    ['/leads new', 'and last month?', '/leads new'],
    ['/tickets returns this month', 'how about last month', '/tickets returns'],
    ['/orders this month', 'and last month?', '/orders'],
    ['/orders unpaid this month', 'and last month?', '/orders unpaid'],
    ['/inbox today', 'and yesterday?', '/inbox'],
    ['how happy are my customers this month', 'and last month?', '/csat'],
  ])('%s, %s', async (line, again, ofDays) => {
    expect(await asked(line)).toBe(ofDays);
    expect(await asked(again)).toBe(ofDays);
  });

  it('are of the list that was shown last', async () => {
    await house.say('/takings this month');
    await house.say('/leads new this month');
    await house.say('/find Anna');
    expect((await house.say('and last month?')).text).toBe('New leads, 1 Oct – 31 Oct: none.');
    await house.say('/takings this month');
    expect((await house.say('and last month?')).title).toMatch(/^(?:Takings|Money)/u);
  });

  it('are of what this chat was shown, not of another one', async () => {
    await house.say('/leads new this month');
    await house.type('and last month?');
    expect((await house.cards()).at(-1)).toMatchObject({ undecided: true });
    await house.type('/takings this month');
    expect((await house.say('and last month?')).ofDays).toBe('/leads new');
  });

  it.each([
    'tell Anna Lee the mural was done last month',
    'ring the landlord about last month',
    '/task pay the rent of last month',
    'what sold so badly last month',
  ])('are of no words that end in days: %s', async (text) => {
    await house.say(text);
    const before = await house.state();
    const reply = await house.say('how about this week');
    expect(reply).toMatchObject({ undecided: true });
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/takings this week');
    expect(await house.state()).toEqual(before);
  });
});

describe('a task of the list, as it is spoken of', () => {
  beforeEach(async () => {
    await house.say('/task every monday 9am pay rent');
    await house.say('/task 2027-01-06 post letters');
    await house.say('/task 2027-01-07 见王姐');
  });

  const offered = async (text: string, list = '/tasks'): Promise<string[]> => {
    if (list !== '') await house.type(list);
    await house.type(text);
    return buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
  };

  // rent comes first, then calls with Anna (1) and Ben (2), the letters (4) and 王姐 (5)
  it.each([
    ['second one done', '/done 1'],
    ['2 and 3 done too', '/done 1 2'],
    ['number 4 is done', '/done 4'],
    ['第二个做完了', '/done 1'],
    ['第2个和第3个也好了', '/done 1 2'],
    ['2和4做完了', '/done 1 4'],
    ['scrap the first one', '/end 3'],
    ['第一个不用了', '/end 3'],
    ['scrap the rent reminder', '/end 3'],
    ['get rid of the rent reminder', '/end 3'],
    ['王姐那个见面取消了', '/end 5'],
    ['letters停掉', '/end 4'],
  ])('%s', async (text, command) => expect(await offered(text)).toContain(command));

  it.each(['first batch done', 'the second order is done', '第一批做完了', '12 and 13 done'])(
    '%s names none',
    async (text) => {
      expect((await offered(text)).filter((line) => /^\/(?:done|end) /.test(line))).toEqual([]);
    },
  );

  it('no place is named where no list was shown', async () => {
    expect((await offered('first one done', '')).filter((line) => line.startsWith('/done'))).toEqual([]);
  });
});

describe('what was done last is meant', () => {
  const DONT_DELETE = ['算了别删', '等等，别删', 'no wait, don’t delete'];
  it.each([...DONT_DELETE, '别别别 撤回', '刚那个取消', 'nooo undo'])('%s takes it back', async (text) => {
    await house.say('/task letters');
    const [task] = await house.db.sql<{ id: string }>`select max(id)::text as id from tasks`;
    await house.say(`/end ${task!.id}`);
    await house.type(text);
    const [first] = buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
    expect(first).toMatch(/^\/undo \d+$/);
  });

  it.each([...DONT_DELETE, 'undo the refund', '撤销那笔退款'])(
    '%s takes back nothing else that was done',
    async (text) => {
      await house.say('/task letters');
      await house.type(text);
      const commands = buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
      expect(commands.filter((line) => /^\/undo \d/.test(line))).toEqual([]);
    },
  );

  it.each(['上面那单删了', '刚才那单取消', 'delete that order', 'cancel the last order'])(
    '%s is of an order, and deletes nobody',
    async (text) => {
      await house.say('/order Anna Lee 1x cup £10');
      await house.type(text);
      const commands = buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
      expect(commands).toContain('/order o1');
      expect(commands.filter((line) => line.startsWith('/delete'))).toEqual([]);
    },
  );

  it.each(['别删了王姐', '王姐说算了不要了', '不用了'])('%s takes nothing back', async (text) => {
    await house.type(text);
    const commands = buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
    expect(commands.filter((line) => line.startsWith('/undo'))).toEqual([]);
  });
});
