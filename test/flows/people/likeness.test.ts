import { beforeEach, describe, expect, it } from 'vitest';
import { findDuplicates, measureDuplicates } from '../../../src/jobs/duplicates.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(() => house.reset());

interface Someone {
  name: string;
  phone?: string;
  email?: string;
  city?: string;
}

/** Contacts as an import makes them: nobody looks at them yet. */
async function known(...people: Someone[]): Promise<string[]> {
  return house.act(async ({ tx }) => {
    const ids: string[] = [];
    for (const { name, phone, email, city } of people) {
      const [row] = await tx<{ id: string }>`
        insert into contacts (name, name_from, city) values (${name}, 'user', ${city ?? null}) returning id`;
      ids.push(row!.id);
      const marks = [phone && ['phone', phone], email && ['email', email]].filter((mark) => Array.isArray(mark));
      for (const [channel, address] of marks) {
        await tx`
          insert into contact_signs (contact_id, channel, address, source)
          values (${row!.id}, ${channel!}, ${address!}, 'order')`;
      }
    }
    return ids;
  });
}

const look = () => house.act(findDuplicates);
const questions = async () => ((await house.say('/duplicates')).lists ?? []).flatMap(({ items }) => items);
const open = () =>
  house.db.sql<{ pair: string; weight: number }>`
    select first_id || ' ' || second_id as pair, weight from merge_proposals where state = 'proposed'
    order by weight desc`;

describe('people who may be one', () => {
  const twice: Someone[] = [
    { name: '王晓明', phone: '+8613800138000', city: '杭州' },
    { name: 'Wang Xiaoming', phone: '+8613800138000', city: '杭州' },
  ];

  it('are found by what they have in common, and shown with the reasons and what each weighs', async () => {
    const [one, other] = await known(...twice);
    await look();
    const [item] = await questions();
    expect(item).toMatchObject({ ref: `c${one} c${other}` });
    expect(item!.detail).toMatch(/电话相同 \+\d\.\d/);
    expect(item!.detail).toMatch(/名字同音 \+\d\.\d/);
    const english = await house.rehearse('owner', '/duplicates', { locale: 'en' });
    expect(english.lists![0]!.items[0]!.detail).toMatch(/phone the same \+\d\.\d/);
  });

  it('are asked about in the list alone, and never merged by themselves', async () => {
    await known(...twice);
    await look();
    expect(await house.cards()).toEqual([]);
    const [row] = await house.db.sql<{ count: string }>`select count(*) from contacts`;
    expect(row!.count).toBe('2');
  });

  it('that the owner has refused are never asked about again, however they change', async () => {
    const [one, other] = await known(...twice);
    await look();
    await house.say(`/distinct c${one} c${other}`);
    await house.act(({ tx }) => tx`update contacts set city = '上海' where id = ${other!}`);
    await look();
    await look();
    expect(await open()).toEqual([]);
  });

  it('are found when one of them changes, and nobody is compared twice without a reason', async () => {
    const [one, other] = await known(twice[0]!, { name: '茶友', city: '杭州' });
    await look();
    expect(await open()).toEqual([]);
    await house.say(`/rename c${other} Wang Xiaoming`);
    await house.act(
      ({ tx }) => tx`
        insert into contact_signs (contact_id, channel, address, source)
        values (${other!}, 'phone', '+8613800138000', 'order')`,
    );
    const due = () => house.db.sql`select from likeness_due`;
    expect(await due()).not.toEqual([]);
    await look();
    expect(await due()).toEqual([]);
    expect((await open()).map(({ pair }) => pair)).toEqual([`${one} ${other}`]);
  });

  it('are listed with the likeliest first', async () => {
    const [a, b, c, d] = await known(
      { name: '李娜', phone: '+8613911112222', city: '上海' },
      { name: '李娜', phone: '+8613911112223', city: '上海' },
      { ...twice[0]!, email: 'xiaoming.wang@firma.example' },
      { ...twice[0]!, email: 'xiaoming.wang@firma.example' },
    );
    await look();
    expect((await questions()).map(({ ref }) => ref)).toEqual([`c${c} c${d}`, `c${a} c${b}`]);
    const [most, less] = await open();
    expect(most!.weight).toBeGreaterThan(less!.weight);
  });

  it('are not those of a family, nor of an office, nor namesakes in two towns', async () => {
    await known(
      { name: '王晓明', phone: '+8613800138000', city: '杭州' },
      { name: '王晓红', phone: '+8613800138000', city: '杭州' },
      { name: '李静', phone: '+8613800138000', city: '杭州' },
      { name: '赵磊', email: 'info@office.example' },
      { name: '周敏', email: 'info@office.example' },
      { name: '张伟', phone: '+8613511111111', city: '北京' },
      { name: '张伟', phone: '+8613522222222', city: '广州' },
    );
    await look();
    expect(await open()).toEqual([]);
  });

  it('asked about for another reason are weighed as well', async () => {
    await house.say('/add 王晓明 13800138000');
    await known({ name: '王晓明', city: '杭州' });
    const [one, other] = (await house.db.sql<{ id: string }>`select id from contacts order by id`).map(({ id }) => id);
    await house.act(
      ({ tx, now }) => tx`
        insert into merge_proposals (first_id, second_id, evidence, state, created_at)
        values (${one!}, ${other!}, ${tx.json([{ kind: 'order', by: other, value: '1042' }])}, 'proposed', ${now})`,
    );
    await look();
    const [{ weight } = { weight: null }] = await open();
    expect(weight).toEqual(expect.any(Number));
  });

  it('are found no more once one of them is deleted, and no key of theirs is kept', async () => {
    const [, other] = await known(...twice);
    await look();
    const keys = () => house.db.sql`select from likeness_keys where contact_id = ${other!}`;
    expect(await keys()).not.toEqual([]);
    await house.act(({ tx }) => tx`delete from contacts where id = ${other!}`);
    expect(await keys()).toEqual([]);
    await look();
    expect(await questions()).toEqual([]);
  });
});

it('namesakes of whom nothing else is known are listed last, with what their name weighs', async () => {
  await known({ name: '王晓明', city: '北京' }, { name: '王晓明', city: '广州' });
  await look();
  const [item] = await questions();
  expect(item!.detail).toMatch(/名字相同 \+\d\.\d.*城市不同 −\d\.\d|城市不同 −\d\.\d.*名字相同 \+\d\.\d/);
});

describe('what is learned at night', () => {
  it('is learned once a night, and not from fewer than fifty pairs', async () => {
    await known(
      ...Array.from({ length: 80 }, (_, nth) => ({ name: `王${'伟芳敏静'[nth % 4]}`, phone: `+861380013${nth}` })),
    );
    for (let turn = 0; turn < 4; turn += 1) await look();
    await house.act(measureDuplicates);
    const measured = () =>
      house.db.sql<{ people: number; prior: number }>`
        select (measured -> 'census' ->> 'people')::int as people,
          (measured #>> '{figures,prior,same}')::real as prior from likeness_figures`;
    expect(await measured()).toEqual([{ people: 80, prior: expect.any(Number) }]);
    await known({ name: '李娜' });
    await house.act(measureDuplicates);
    expect((await measured())[0]!.people).toBe(80);
    house.now = new Date(house.now.getTime() + 86_400_000);
    await house.act(measureDuplicates);
    expect((await measured())[0]!.people).toBe(81);
  });
});
