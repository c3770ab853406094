import { beforeEach, describe, expect, it } from 'vitest';
import { prunings } from '../../../src/jobs/prune.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('I want 3 tins', { from: { address: '1001', name: 'Anna' } }));
    await house.say('/add Bo Berg bo@example.com');
    await house.say('/field add "Shoe size" number');
    await house.say('/字段 添加 生日茶 选项 红茶|绿茶');
    await house.say('/field add Member yes/no');
    await house.say('/field add Joined date');
    await house.say('/field add Taste text');
  }),
);

const shown = async (whom = 'c1') => (await house.say(`/contact ${whom}`)).fields ?? [];
const has = async (label: string, whom = 'c1') => (await shown(whom)).find((field) => field.label === label)?.value;
const found = async (filter: string) =>
  ((await house.say(`/find ${filter}`)).lists?.[0]?.items ?? []).map(({ text }) => text.split(' ')[0]);

it('a text or an address that is too long is not kept in part: nothing is, and why is said', async () => {
  const long = `${'x'.repeat(998)}END`;
  for (const name of ['Taste', 'Address']) {
    const reply = await house.say(`/edit Anna ${name}: ${long}`);
    expect(reply).toMatchObject({ failed: true, text: expect.stringContaining('1001 characters; 1000 fit') });
    expect(await has(name)).toBeUndefined();
    await house.say(`/edit Anna ${name}: ${long.slice(1)}`);
    expect(await has(name)).toBe(long.slice(1));
  }
  expect((await house.say(`/编辑 Anna Taste: ${long}`)).failed).toBe(true);
});

describe('/field', () => {
  it('lists what is always there and the owner’s own, with how many have it', async () => {
    await house.say('/edit Anna shoe size 38');
    const { lists } = await house.say('/field');
    expect(lists![0]!.items.map(({ text, detail }) => `${text}: ${detail}`)).toEqual([
      'Birthday: always there · nobody has it yet',
      'Address: always there · nobody has it yet',
      'Shoe size: number · 1 contact',
      '生日茶: choice 红茶|绿茶 · nobody has it yet',
      'Member: yes/no · nobody has it yet',
      'Joined: date · nobody has it yet',
      'Taste: text · nobody has it yet',
    ]);
  });

  it('asks what stands in it where nobody said', async () => {
    const reply = await house.say('/field add Size of hat');
    expect(reply.text).toContain('“Size of hat”');
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/field add "Size of hat" number');
    await house.press('number');
    expect(await house.say('/field Size of hat')).toMatchObject({ title: 'Size of hat' });
  });

  it.each([
    ['/field add SHOE SIZE text', 'already'],
    ['/field add Birthday date', 'already'],
    ['/field add city text', 'of its own'],
    ['/field add 电话 文字', 'of its own'],
    ['/field add 12 number', 'letters'],
    ['/field add Milk choice', 'choices'],
    ['/field remove Hat', 'no field'],
    ['/field rename birthday to born', 'always'],
    ['/field choice Taste a|b', 'no choice'],
  ])('%s is refused, and why is said', async (line, why) => {
    const before = await house.state();
    const reply = await house.say(line);
    expect(reply).toMatchObject({ failed: true, text: expect.stringContaining(why) });
    expect(await house.state()).toEqual(before);
  });

  it('renames, and what contacts have there stays', async () => {
    await house.say('/edit Anna shoe size 38');
    await house.say('/field rename Shoe size to Shoes');
    expect(await has('Shoes')).toBe('38');
    expect(await has('Shoe size')).toBeUndefined();
    await house.say('/undo');
    expect(await has('Shoe size')).toBe('38');
  });

  it('adds choices, which can be taken from then on', async () => {
    expect(await house.say('/edit Anna 生日茶 白茶')).toMatchObject({ failed: true });
    await house.say('/field choice 生日茶 白茶|红茶');
    await house.say('/edit Anna 生日茶 白茶');
    expect(await has('生日茶')).toBe('白茶');
    expect((await house.say('/field 生日茶')).text).toContain('红茶|绿茶|白茶');
  });

  it('removes one, says how many had it, and brings all of it back', async () => {
    await house.say('/edit Anna shoe size 38');
    await house.say('/edit Bo Berg shoe size 44');
    const before = await house.state();
    expect(await house.say('/field remove shoe size')).toMatchObject({ text: expect.stringContaining('2 contacts') });
    expect(await has('Shoe size')).toBeUndefined();
    expect(await house.say('/edit Anna shoe size 38')).toMatchObject({ failed: true });
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    expect(await has('Shoe size', 'c2')).toBe('44');
  });

  it('takes a name again that a removed one had', async () => {
    await house.say('/field remove Taste');
    expect(await house.say('/field add taste number')).not.toHaveProperty('failed');
  });

  it('does not undo the making of one that contacts have', async () => {
    await house.say('/field add Hat number');
    await house.say('/edit Anna hat 58');
    await house.say('/field rename hat to cap');
    await house.say('/undo');
    await house.say('/undo');
    expect(await has('Hat')).toBeUndefined();
    await house.say('/undo');
    expect(await house.say('/field hat')).toMatchObject({ failed: true });
  });
});

describe('/edit', () => {
  it.each([
    ['/edit anna shoe size 38', 'Shoe size', '38'],
    ['/edit Anna Shoe size: 38,5', 'Shoe size', '38.5'],
    ['/edit Anna change her shoe size to 40', 'Shoe size', '40'],
    ['/edit Anna "shoe size" = 40', 'Shoe size', '40'],
    ['/修改 Anna 生日茶 红茶', '生日茶', '红茶'],
    ['/修改 Anna 生日茶改成绿茶', '生日茶', '绿茶'],
    ['/edit Anna member yes', 'Member', 'yes'],
    ['/修改 Anna member 否', 'Member', 'no'],
    ['/edit Anna joined 1 March 2024', 'Joined', 'March 1, 2024'],
    ['/edit Anna joined 2024-03-01', 'Joined', 'March 1, 2024'],
    ['/edit Anna joined 1/3/2024', 'Joined', 'March 1, 2024'],
    ['/edit Anna joined today', 'Joined', 'November 21, 2026'],
    ['/edit Anna taste dark roast, no sugar', 'Taste', 'dark roast, no sugar'],
    ['/edit Anna birthday 12 May', 'Birthday', 'May 12'],
    ['/edit Anna birthday is May 12, 1990', 'Birthday', 'May 12, 1990'],
    ['/edit Anna dob 1990-05-12', 'Birthday', 'May 12, 1990'],
    ['/修改 Anna 生日 5月12日', 'Birthday', 'May 12'],
    ['/修改 Anna 把生日改成农历八月十五', 'Birthday', 'lunar 08-15 (next: September 15)'],
    [
      '/edit Anna address 12 Mill Lane\nBristol BS1 4DJ\nUnited Kingdom',
      'Address',
      '12 Mill Lane\nBristol BS1 4DJ\nUnited Kingdom',
    ],
    ['/修改 Anna 地址 上海市静安区南京西路 100 号', 'Address', '上海市静安区南京西路 100 号'],
  ])('%s is shown on the contact, and can be undone', async (line, label, value) => {
    const before = await house.state();
    expect(await house.say(line)).not.toHaveProperty('failed');
    expect(await has(label)).toBe(value);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('takes several fields, tags and addresses in one line', async () => {
    await house.say('/edit Anna shoe size: 37, shoe size: 38, member: yes, 生日茶: 红茶');
    await house.say('/edit Anna shoe size 39 #vip');
    expect([await has('Shoe size'), await has('Member'), await has('生日茶')]).toEqual(['39', 'yes', '红茶']);
    expect((await house.say('/contact c1')).title).toContain('#vip');
  });

  it.each(['/edit Anna shoe size -', '/edit Anna -shoe size', '/edit Anna shoe size: -'])(
    '%s empties it',
    async (line) => {
      await house.say('/edit Anna shoe size 38');
      await house.say(line);
      expect(await has('Shoe size')).toBeUndefined();
      await house.say('/undo');
      expect(await has('Shoe size')).toBe('38');
    },
  );

  it.each([
    ['/edit Anna shoe size big', 'not a number'],
    ['/edit Anna joined sometime', 'not a date'],
    ['/edit Anna birthday purple', 'not a birthday'],
    ['/edit Anna birthday 2999-01-01', 'not a birthday'],
    ['/edit Anna birthday 30 February', 'not a birthday'],
    ['/edit Anna 生日茶 咖啡', 'choices'],
    ['/edit Anna member green', 'neither yes nor no'],
    ['/edit Anna name Anna Jones, shoe size: big', 'not a number'],
  ])('%s saves nothing and says what would be right', async (line, why) => {
    const before = await house.state();
    expect(await house.say(line)).toMatchObject({ failed: true, text: expect.stringContaining(why) });
    expect(await house.state()).toEqual(before);
  });

  it('offers the choices, each a tap away', async () => {
    await house.say('/edit Anna shoe size: 38, 生日茶: 咖啡');
    await house.press('绿茶');
    expect([await has('Shoe size'), await has('生日茶')]).toEqual(['38', '绿茶']);
  });

  it('asks in which calendar, and in which year, where only the writer knows', async () => {
    const asked = await house.say('/修改 Anna 生日 八月十五');
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['lunar 08-15 (next: September 15)', 'August 15']);
    await house.press('August 15');
    expect(await has('Birthday')).toBe('August 15');
    const days = await house.say('/edit Anna joined 1 March');
    expect(buttonsOf(days).map(({ label }) => label)).toEqual(['March 1, 2026', 'March 1, 2025', 'March 1, 2027']);
  });
});

describe('a filter by fields', () => {
  beforeEach(async () => {
    await house.say(
      '/edit Anna shoe size: 38, member: yes, joined: 2024-03-01, 生日茶: 红茶, birthday: 25 November 1990',
    );
    await house.say('/edit Bo Berg shoe size: 100, member: no, joined: 2026-01-05, taste: dark roast');
    await house.say('/edit Bo Berg birthday 农历八月十五');
    await house.say('/edit Bo Berg address Torstr. 1\nBerlin');
  });

  it.each([
    ['"shoe size">38', ['Bo']],
    ['"shoe size">=38', ['Bo', 'Anna']],
    ['-"shoe size">38', ['Anna']],
    ['生日茶:红茶', ['Anna']],
    ['member:yes', ['Anna']],
    ['joined<2025-01-01', ['Anna']],
    ['joined>=2026-01-05', ['Bo']],
    ['taste:dark', ['Bo']],
    ['taste:none', ['Anna']],
    ['address:berlin', ['Bo']],
    ['birthday in next 30 days', ['Anna']],
    ['本月生日', ['Anna']],
    ['birthday:september', ['Bo']],
    ['birthday:today', []],
  ])('%s compares what is there as what it is', async (filter, names) => {
    expect(await found(filter)).toEqual(names.length === 1 ? names : expect.arrayContaining(names));
  });

  it('says what cannot be compared, and finds for /tagall whom it finds for /find', async () => {
    expect(await house.say('/find "shoe size">big')).toMatchObject({ failed: true });
    const asked = await house.say('/tagall #gift where birthday in next 30 days');
    expect(JSON.stringify(asked)).toContain('1 person');
  });
});

describe('a merge', () => {
  it('keeps what either has, and puts what was dropped a tap away', async () => {
    await house.say('/edit Anna shoe size: 38, member: yes');
    await house.say('/edit Bo Berg shoe size: 44, birthday: 12 May');
    const before = await house.state();
    const reply = await house.say('/merge c1 c2');
    expect([await has('Shoe size'), await has('Member'), await has('Birthday')]).toEqual(['38', 'yes', 'May 12']);
    expect(JSON.stringify(reply)).toContain('Shoe size: 44');
    await house.press('Shoe size: 44');
    expect(await has('Shoe size')).toBe('44');
    await house.say('/undo');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });
});

it('forgets them with the contact, and brings them back with it', async () => {
  await house.say('/edit Bo Berg shoe size: 44, birthday: 12 May');
  const before = await house.state();
  await house.say('/delete c2');
  await house.press('Delete');
  expect(await house.db.sql`select from field_values`).toHaveLength(0);
  await house.say('/undo');
  expect(await house.state()).toEqual(before);
});

describe('a canned reply', () => {
  it('is filled in from fields, and asks where there is nothing to fill in', async () => {
    await house.say('/edit Anna shoe size 38');
    await house.say('/c save size en Still {Shoe size}, {name}?');
    expect(await house.say('/c save odd en Hello {hat size}')).toMatchObject({ failed: true });
    expect(JSON.stringify(await house.say('/c size en c1'))).toContain('Still 38, Anna?');
    await house.say('/edit Anna shoe size -');
    expect(await house.say('/c size en c1')).toMatchObject({
      failed: true,
      text: expect.stringContaining('Shoe size'),
    });
  });
});

describe('the digest', () => {
  it('says whose birthday is today and tomorrow, by either calendar', async () => {
    // 21 November 2026 is the 13th of the tenth month
    await house.say('/edit Anna birthday 21 November 1990');
    await house.say('/edit Bo Berg birthday 农历十月十四');
    const { lists = [] } = await house.say('/digest');
    const birthdays = lists.find(({ title }) => title === 'Birthdays')!;
    expect(birthdays.items.map(({ text, detail }) => [text, detail])).toEqual([
      ['🎂 Anna', 'today · November 21, 1990'],
      ['🎂 Bo Berg', 'tomorrow · lunar 10-14'],
    ]);
  });
});

it('a removed field goes for good once it can be taken back no more', async () => {
  await house.say('/edit Anna shoe size 38');
  await house.say('/field remove Shoe size');
  await house.act(prunings.fields!);
  expect(await house.db.sql`select from field_values`).toHaveLength(1);
  house.now = new Date(house.now.getTime() + 31 * 24 * 3_600_000);
  await house.act(prunings.fields!);
  expect(await house.db.sql`select from field_values`).toHaveLength(0);
  expect(await house.db.sql`select from fields where name = 'Shoe size'`).toHaveLength(0);
});

describe('/edit with a field that is not there yet', () => {
  it.each([
    ['/修改 Anna 口味 喜欢浓茶', 'New field 口味: 喜欢浓茶', '口味', '喜欢浓茶'],
    ['/修改 Anna 口味：喜欢浓茶', 'New field 口味: 喜欢浓茶', '口味', '喜欢浓茶'],
    ['/edit Anna favourite colour blue', 'New field favourite colour: blue', 'favourite colour', 'blue'],
    [
      '/edit Anna favourite colour is dark blue',
      'New field favourite colour: dark blue',
      'favourite colour',
      'dark blue',
    ],
    ['/edit Anna waist 72', 'New field waist: 72', 'waist', '72'],
  ])('%s makes it at one tap, with its value', async (line, label, name, value) => {
    const before = await house.state();
    await house.type(line);
    expect(await house.state()).toEqual(before);
    await house.press(label);
    expect(await has(name)).toBe(value);
  });

  it('keeps every word where it is a note', async () => {
    await house.type('/修改 Anna 口味 喜欢浓茶');
    await house.press('Note');
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: '口味 喜欢浓茶' }]);
  });
});

describe('/find by a field as people type it', () => {
  beforeEach(async () => {
    await house.say('/field add t-shirt choice S|M');
    await house.say('/edit Anna shoe size 39');
    await house.say('/edit Anna t-shirt M');
    await house.say(`/edit Anna birthday ${house.now.toISOString().slice(5, 10)}`);
  });

  it.each([
    'shoe size > 38',
    'shoe size>38',
    'shoe size: 39',
    'shoe size 39',
    't-shirt:M',
    't-shirt: M',
    't-shirt M',
    'birthday 30d',
    '生日 30天',
  ])('%s finds who fits', async (filter) => {
    const reply = await house.say(`/find ${filter}`);
    expect(reply.failed, JSON.stringify(reply)).toBeUndefined();
    expect(reply.lists?.[0]?.items.map(({ text }) => text)).toEqual(['Anna']);
  });

  it.each(['shoe size > 40', 't-shirt:S'])('%s finds nobody, and says so', async (filter) => {
    expect((await house.say(`/find ${filter}`)).failed).toBe(true);
  });

  it('empties a field by the word for nothing', async () => {
    await house.say('/edit Anna shoe size none');
    expect(await has('Shoe size')).toBeUndefined();
    await house.say('/修改 Anna t-shirt 无');
    expect(await has('t-shirt')).toBeUndefined();
  });
});

it.each(['none', 'clear', 'Unknown', '清空', '无'])('an address of “%s” is none: it is emptied', async (word) => {
  await house.say('/add Eva Ito');
  await house.say('/edit Eva address 12 Mill Lane, Bristol');
  expect((await house.say(`/edit Eva address ${word}`)).failed).toBeUndefined();
  expect(JSON.stringify(await house.say('/find address:any'))).not.toContain('Eva');
  await house.say('/undo');
  expect(JSON.stringify(await house.say('/find address:any'))).toContain('Eva');
});
