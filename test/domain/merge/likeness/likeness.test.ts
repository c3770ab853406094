import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { censusOf, EMPTY } from '../../../../src/domain/merge/likeness/census.ts';
import { FIXED, learn } from '../../../../src/domain/merge/likeness/figures.ts';
import { LIKELY, likenessOf, type Measure } from '../../../../src/domain/merge/likeness/likeness.ts';
import { candidatePairs, likelyPairs, measureOf } from '../../../../src/domain/merge/likeness/pairs.ts';
import { meet, readPerson } from '../../../../src/domain/merge/likeness/person.ts';
import { alikeness, isOneSlip } from '../../../../src/domain/merge/likeness/spelling.ts';
import type { Known } from '../../../../src/domain/merge/likeness/traits.ts';
import { growsTooFast, repeated } from '../../../support/linear.ts';
import { type Customer, chineseCustomers } from '../../../support/people/chinese_customers.ts';

const FIX: Measure = { figures: FIXED, census: EMPTY, holders: () => 2 };
const read = (known: Partial<Known>) => readPerson({ id: '1', ...known });
const like = async (one: Partial<Known>, other: Partial<Known>, measure: Measure = FIX) =>
  likenessOf(await read(one), await read(other), measure);
const levels = async (one: Partial<Known>, other: Partial<Known>) =>
  meet(await read(one), await read(other)).comparison;
const named = (name: string): Partial<Known> => ({ names: [name] });
const weightOf = ({ reasons }: Awaited<ReturnType<typeof like>>, field: string) =>
  reasons.find((reason) => reason.field === field)?.weight;

const PHONE = '+8613800138000';
const HOME = { street: '文三路100号3栋201室', city: '杭州' };

describe('two spellings', () => {
  it('are as alike as Jaro and Winkler say', () => {
    expect(alikeness('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(alikeness('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
    expect(alikeness('dwayne', 'duane')).toBeCloseTo(0.84, 4);
    expect(alikeness('', 'anna')).toBe(0);
    expect(alikeness('abc', 'xyz')).toBe(0);
  });

  it('are one slip apart, or not', () => {
    for (const [one, other] of ['4184 4814', 'anna ana', 'smith smyth', 'ab ba', '1 12'].map((two) => two.split(' '))) {
      expect(isOneSlip(one!, other!), `${one} ${other}`).toBe(true);
      expect(isOneSlip(other!, one!)).toBe(true);
    }
    for (const [one, other] of ['4184 4184', '1234 4321', 'anna an', 'abc acbd'].map((two) => two.split(' '))) {
      expect(isOneSlip(one!, other!), `${one} ${other}`).toBe(false);
    }
  });
});

describe('two names', () => {
  it.each([
    ['张伟', '張偉', 'same', 'same'],
    ['王晓明', 'Wang Xiaoming', 'sounds', 'sounds'],
    ['王晓明', 'Xiao Ming WANG', 'sounds', 'sounds'],
    ['王晓明', 'wangxiaoming', 'sounds', 'sounds'],
    ['王晓明', '晓明 王', 'same', 'same'],
    ['王晓明', '王小明', 'sounds', 'same'],
    ['王晓明', '王晓红', 'other', 'same'],
    ['单雄信', 'Shan Xiongxin', 'sounds', 'sounds'],
    ['欧阳娜娜', '歐陽娜娜', 'same', 'same'],
    ['王晓明', '王先生', undefined, 'same'],
    ['王晓明', '老王', undefined, 'same'],
    ['李总', '王晓明', undefined, 'other'],
    ['Anna Smith', 'Smith, Anna', 'same', 'same'],
    ['Anna Smith', 'Anna Smyth', 'same', 'close'],
    ['Jonathan Smith', 'Jon Smith', 'close', 'same'],
    ['J Smith', 'Jonathan Smith', 'short', 'same'],
    ['José Núñez', 'Jose Nunez', 'same', 'same'],
  ])('%s and %s', async (one, other, given, family) => {
    const found = await levels(named(one), named(other));
    expect([found.given, found.family]).toEqual([given, family]);
    const back = await levels(named(other), named(one));
    expect([back.given, back.family]).toEqual([given, family]);
  });

  it('a nickname, a shop or a telephone number is no name, and speaks neither for nor against', async () => {
    for (const nick of ['阳光☀️', '茶香四溢', '猫咪不吃鱼', '🌸', '13800138000', '杭州茶叶批发部']) {
      expect(await levels(named('王晓明'), named(nick)), nick).not.toHaveProperty('given');
      expect(await levels(named('王晓明'), named(nick)), nick).not.toHaveProperty('family');
    }
  });

  it('that everybody has says less than one that few have', async () => {
    const people = await Promise.all(
      [...Array<string>(90).fill('王'), ...Array<string>(20).fill('李'), '欧阳'].map((clan) =>
        read(named(`${clan}伟`)),
      ),
    );
    const measure = { ...FIX, census: censusOf(people) };
    const frequent = weightOf(await like(named('王伟'), named('王伟'), measure), 'family')!;
    const less = weightOf(await like(named('李伟'), named('李伟'), measure), 'family')!;
    const rare = weightOf(await like(named('欧阳伟'), named('欧阳伟'), measure), 'family')!;
    expect(frequent).toBeLessThan(less);
    expect(less).toBeLessThan(rare);
  });
});

describe('how alike two people are', () => {
  const wang = { names: ['王晓明'], phones: [PHONE], ...HOME };

  it('is likely for the same name and phone, in whatever script', async () => {
    for (const name of ['王晓明', 'Wang Xiaoming', '王曉明', 'xiaoming wang']) {
      expect((await like(wang, { ...wang, names: [name] })).probability, name).toBeGreaterThan(LIKELY);
    }
  });

  it('is likely though a digit of the phone is another one', async () => {
    expect((await like(wang, { ...wang, phones: ['+8613800138001'] })).probability).toBeGreaterThan(LIKELY);
  });

  it('is not for a family: one phone, one home, other given names', async () => {
    const wife = await like(wang, { ...wang, names: ['李静'] });
    const sister = await like(wang, { ...wang, names: ['王晓红'] });
    expect(wife.probability).toBeLessThan(0.2);
    expect(sister.probability).toBeLessThan(0.2);
    expect(weightOf(sister, 'given')).toBeLessThan(-3);
  });

  it('is not for colleagues who share the mail of their office, nor for namesakes elsewhere', async () => {
    const office = { emails: ['info@office.cn'] };
    expect((await like({ names: ['王晓明'], ...office }, { names: ['李静'], ...office })).probability).toBeLessThan(
      0.2,
    );
    expect((await like(named('王伟'), named('王伟'))).probability).toBeLessThan(LIKELY);
    const far = { names: ['王晓明'], phones: ['+8613911112222'], city: '北京', street: '中山路8号' };
    expect((await like(wang, far)).probability).toBeLessThan(0.5);
  });

  it('of a phone or mail address, the more have it the less it says', async () => {
    const weight = async (holders: number) =>
      weightOf(await like(wang, { ...wang, names: ['阳光'] }, { ...FIX, holders: () => holders }), 'phone')!;
    expect(await weight(2)).toBeGreaterThan(5);
    expect(await weight(5)).toBeCloseTo((await weight(2)) - 2, 5);
    expect(await weight(40)).toBeLessThan(2);
  });

  it('says why, with what weighs most first', async () => {
    const { reasons } = await like(wang, { ...wang, names: ['王晓明'], city: '上海' });
    expect(reasons.map(({ field, level }) => `${field} ${level}`)).toContain('phone same');
    expect(reasons.find(({ field }) => field === 'city')).toMatchObject({ level: 'other', weight: expect.any(Number) });
    expect(weightOf({ probability: 0, weight: 0, reasons }, 'city')).toBeLessThan(0);
    const sizes = reasons.map(({ weight }) => Math.abs(weight));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('is neither more nor less for what one of them lacks', async () => {
    const other = { names: ['王晓明'], phones: [PHONE] };
    const whole = await like(other, other);
    const more = await like({ ...other, ...HOME, birth: '1990-01-01', emails: ['w@x.example'] }, other);
    expect(more.probability).toBe(whole.probability);
    expect(more.reasons).toEqual(whole.reasons);
    expect((await like({}, wang)).reasons).toEqual([]);
  });
});

const anyWord = fc.constantFrom(
  '',
  'anna',
  'ana',
  '王晓明',
  '王小明',
  'wang xiaoming',
  'smith',
  '12',
  '21',
  '阳光',
  '李',
);
const anyone = fc.record({
  names: fc.array(anyWord, { maxLength: 2 }),
  phones: fc.array(fc.constantFrom(PHONE, '+8613800138001', '+4917012345678'), { maxLength: 2 }),
  emails: fc.array(fc.constantFrom('anna@x.example', 'anna@gmail.com', 'info@x.example'), { maxLength: 2 }),
  birth: fc.constantFrom('', '1990-01-02', '19900201', '19551231'),
  ...{ street: anyWord, place: anyWord, city: anyWord, postcode: anyWord, number: anyWord, region: anyWord },
});

describe('whoever they are', () => {
  it('it is the same in either order', async () => {
    await fc.assert(
      fc.asyncProperty(anyone, anyone, async (one, other) => {
        const [there, back] = [await like(one, other), await like(other, one)];
        expect(back.probability).toBe(there.probability);
        expect(back.reasons).toEqual(there.reasons);
      }),
    );
  });

  it('it is the same however their list is ordered', async () => {
    const all = chineseCustomers(200, 4);
    const found = async (customers: readonly Customer[]) =>
      (await likely(customers)).map(({ ids }) => [...ids].sort().join(' ')).sort();
    expect(await found([...all].reverse())).toEqual(await found(all));
  });
});

async function likely(customers: readonly Customer[]) {
  const people = await Promise.all(customers.map(readPerson));
  const pairs = candidatePairs(people);
  return likelyPairs(people, pairs, measureOf(people, pairs)).map(({ pair: [a, b], likeness }) => ({
    ids: [people[a]!.id, people[b]!.id],
    right: customers[a]!.person === customers[b]!.person,
    likeness,
  }));
}

describe('two thousand Chinese customers', () => {
  const customers = chineseCustomers(2000, 1);
  const doubled = customers.length - new Set(customers.map(({ person }) => person)).size;

  it('no family and no office is taken for one person, and whoever gave a name twice is found', async () => {
    const found = await likely(customers);
    const right = found.filter((one) => one.right).length;
    expect(doubled).toBeGreaterThan(300);
    expect(right / found.length).toBeGreaterThanOrEqual(0.995);
    // the others gave a nickname or a surname alone, with the phone of a whole family
    expect(right / doubled).toBeGreaterThan(0.78);
  });

  it('control: of one person under two phones nothing is left to find', async () => {
    const some = chineseCustomers(600, 1);
    const twice = some.length - new Set(some.map(({ person }) => person)).size;
    const bare = some.map((one, nth) => ({
      ...one,
      phones: [`+86138${10_000_000 + nth}`],
      emails: [],
      street: '',
    }));
    const right = (await likely(bare)).filter((one) => one.right).length;
    expect(right / twice).toBeLessThan(0.3);
  });

  it('twice as many take about twice as many comparisons: behind what hundreds share nobody is looked for', async () => {
    const town = (many: number) =>
      Promise.all(
        Array.from({ length: many }, (_, nth) =>
          readPerson({
            id: `${nth}`,
            names: [`王${'伟芳敏静丽强'[nth % 6]}`],
            city: '杭州',
            phones: [`+861380${1e6 + (nth >> 1)}`],
          }),
        ),
      );
    const count = async (many: number) => candidatePairs(await town(many)).length;
    const [few, twice] = [await count(1000), await count(2000)];
    expect(few).toBeGreaterThanOrEqual(500);
    expect(twice / few).toBeLessThan(2.5);
    expect(candidatePairs(Array(500).fill((await town(1))[0]))).toEqual([]);
  });
});

describe('whatever is written', () => {
  it.each(['a', 'ab ', '王', '小 ', '张先生', 'j.', '1', '号3', '\u0301'])(
    'a long line of %j takes linear time',
    async (unit) => {
      const grows = growsTooFast(
        (text) => void readPerson({ id: '1', given: text, street: text, city: text }),
        repeated(unit),
      );
      expect(grows).toBeUndefined();
      const long = unit.repeat(20_000);
      expect(
        (await like({ names: [long], street: long }, { names: [`${long}x`], street: `${long}x` })).probability,
      ).toBeLessThan(1);
    },
  );
});

describe('what is learned', () => {
  it('is nothing below fifty pairs', () => {
    const comparison = { phone: 'same', given: 'other' } as const;
    const meetings = Array(49).fill({ comparison, bound: new Set() });
    expect(learn(meetings)).toBe(FIXED);
    expect(learn([...meetings, meetings[0]])).not.toBe(FIXED);
  });

  it('follows the pairs: where dates of birth are often mistyped, another one speaks less against', () => {
    const bound = new Set<never>();
    const one = { given: 'same', family: 'same', street: 'same', phone: 'same' } as const;
    const stranger = { given: 'other', family: 'other', street: 'other', phone: 'other', birth: 'other' } as const;
    const strangers = Array(300).fill({ comparison: stranger, bound });
    const typed = (birth: 'same' | 'other', many: number) => Array(many).fill({ comparison: { ...one, birth }, bound });
    const exact = learn([...strangers, ...typed('same', 300)]);
    const loose = learn([...strangers, ...typed('same', 200), ...typed('other', 100)]);
    const against = ({ shares }: typeof exact) => shares.same.birth[2]!;
    expect(against(loose)).toBeGreaterThan(5 * against(exact));
  });
});
