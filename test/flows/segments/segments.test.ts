import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'EUR' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('I want 3 tins', { from: { address: '1001', name: 'Anna' } }));
    await house.say('/add Bo Berg bo@example.com #vip');
    await house.say('/add Cem Can cem@example.com #vip #old');
    await house.say('/order Bo 2x tea €600 paid');
    await house.say('/field add "Shoe size" number');
    await house.say('/edit Bo shoe size 44');
    await house.say('/segment new regulars orders:>=1');
  }),
);

const items = async (line: string) =>
  ((await house.say(line)).lists?.[0]?.items ?? []).map(({ text, detail }) => `${text}: ${detail ?? ''}`);
const found = async (filter: string) =>
  ((await house.say(`/find ${filter}`)).lists?.[0]?.items ?? []).map(({ text }) => text.split(' ')[0]);
const kept = async () =>
  (await house.db.sql<{ kept: string }>`select name || ' = ' || filter as kept from segments order by id`).map(
    ({ kept }) => kept,
  );

describe('a segment', () => {
  it('is made with its name and filter, counted, listed, and means whoever fits when it is used', async () => {
    expect(await house.say('/segment new "my friends" #vip -#old')).toMatchObject({
      text: '✓ New segment: my friends',
      fields: [{ label: 'Means', value: '1 person: #vip -#old' }],
    });
    expect(await items('/segment')).toEqual(['my friends: 1 person: #vip -#old', 'regulars: 1 person: orders:>=1']);
    expect(await found('segment:"my friends"')).toEqual(['Bo']);
    await house.say('/tag Anna #vip');
    expect((await found('segment:"my friends"')).sort()).toEqual(['Anna', 'Bo']);
    expect(await found('分组:"my friends" -客群:regulars')).toEqual(['Anna']);
  });

  it('is shown with what it means, a page of its people, and what can be done with it', async () => {
    const shown = await house.say('/segment regulars');
    expect(shown).toMatchObject({
      title: '1 person: segment:regulars',
      fields: [{ label: 'Means', value: 'orders:>=1' }],
    });
    expect(buttonsOf(shown).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Change filter', 'Rename', 'Delete', 'Tag all']),
    );
  });

  it('is understood wherever a filter is', async () => {
    const tagged = await house.say('/tagall #buyer where segment:regulars');
    expect(JSON.stringify(tagged)).toContain('1 person');
    expect(JSON.stringify(await house.say('/export segment:regulars'))).toContain('1 contact: segment:regulars');
    expect(JSON.stringify(await house.say('/taskall call them where segment:regulars'))).toContain('1 task');
  });

  it('can be made of what was just found, with nothing more to type than its name', async () => {
    await house.say('/find #vip -#old');
    const asked = await house.press('Save as segment');
    expect(asked).toMatchObject({ failed: true, rest: { before: expect.stringContaining('/segment') } });
    await house.say(`${asked.rest!.before}fresh${asked.rest!.after}`);
    expect(await kept()).toContain('fresh = #vip -#old');
  });

  it('is given another filter, another name, and taken away; each can be taken back', async () => {
    await house.say('/segment edit regulars orders:>=2');
    await house.say('/segment rename regulars to friends');
    expect(await kept()).toEqual(['to friends = orders:>=2']);
    await house.say('/segment rename "to friends" friends');
    await house.say('/segment delete friends');
    expect(await kept()).toEqual([]);
    for (const before of [
      'friends = orders:>=2',
      'to friends = orders:>=2',
      'regulars = orders:>=2',
      'regulars = orders:>=1',
    ]) {
      await house.say('/undo');
      expect(await kept()).toEqual([before]);
    }
  });

  it('keeps its meaning when a field or a segment in it is called otherwise', async () => {
    await house.say('/segment new big "shoe size">40 segment:regulars');
    expect(await found('segment:big')).toEqual(['Bo']);
    await house.say('/field rename Shoe size to Shoes');
    await house.say('/segment rename regulars buyers');
    expect(await kept()).toEqual(['buyers = orders:>=1', 'big = Shoes:>40 segment:buyers']);
    expect(await found('segment:big')).toEqual(['Bo']);
  });

  it('says so where what it asks for is gone, and finds nobody by accident', async () => {
    await house.say('/segment new big "shoe size">40');
    await house.say('/field remove Shoe size');
    expect((await items('/segment'))[0]).toContain('is not known any more');
    expect(await house.say('/find segment:big')).toMatchObject({ failed: true });
    expect(await house.say('/segment big')).toMatchObject({ failed: true, title: 'big' });
    await house.say('/undo');
    expect(await found('segment:big')).toEqual(['Bo']);
  });

  it.each([
    ['/segment new regulars #vip', 'already'],
    ['/segment new REGULARS #vip', 'already'],
    ['/segment new loop segment:loop', 'name itself'],
    ['/segment edit regulars #vip or segment:regulars', 'name itself'],
    ['/segment new 12 #vip', 'letters'],
    ['/segment new a:b #vip', 'letters'],
    ['/segment new odd citty:x', 'not a filter'],
    ['/segment delete nobody', 'no segment'],
    ['/segment nobody', 'no segment'],
    ['/segment delete regulars please', 'no segment'],
  ])('%s is refused, and why is said', async (line, why) => {
    const before = await house.state();
    expect(await house.say(line)).toMatchObject({ failed: true, text: expect.stringContaining(why) });
    expect(await house.state()).toEqual(before);
  });

  it('does not name itself by way of another, nor goes while another names it', async () => {
    await house.say('/segment new big segment:regulars #vip');
    expect(await house.say('/segment edit regulars segment:big')).toMatchObject({
      failed: true,
      text: expect.stringContaining('name itself'),
    });
    const refused = await house.say('/segment delete regulars');
    expect(refused).toMatchObject({ failed: true, text: expect.stringContaining('“big”') });
    await house.say('/segment delete big');
    expect(await house.say('/segment delete regulars')).not.toMatchObject({ failed: true });
  });
});

describe('a group', () => {
  it('says where it begins, and goes by what the owner sets', async () => {
    const before = await house.say('/find power:medium');
    expect(before).toMatchObject({
      title: '1 person: power:medium',
      fields: [
        { label: 'power', value: 'paid in 12 months, EUR: high over 1000, medium over 500, low all other buyers' },
      ],
    });
    await house.say('/settings power 100-500');
    expect(await found('power:medium')).toEqual([]);
    expect(await found('power:high')).toEqual(['Bo']);
    await house.say('/undo');
    expect(await found('power:medium')).toEqual(['Bo']);
  });

  it.each([
    ['/settings frequency 10-5', 'frequency'],
    ['/settings age thirty', 'age'],
    ['/settings power 5', 'power'],
  ])('is not set by %s', async (line) => {
    expect(await house.say(line)).toMatchObject({ failed: true });
  });
});

describe('a name with a filter behind it', () => {
  it('makes one of that name in one tap, where others are called nearly so', async () => {
    await house.say('/segment new regulars orders:>=1');
    await house.say('/tag Bo #vip');
    const asked = await house.say('/segment vips #vip');
    expect(asked.failed).toBe(true);
    await house.say(buttonsOf(asked)[0]!.command);
    expect((await house.say('/segment vips')).title).toContain('vips');
  });

  it('of one there is changes what it asks for in one tap, and it is not said to be missing', async () => {
    await house.say('/segment new regulars orders:>=1');
    const asked = await house.say('/segment regulars #vip');
    expect(asked.text).toContain('regulars #vip');
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await house.db.sql`select filter from segments where name = 'regulars'`).toEqual([{ filter: '#vip' }]);
  });
});
