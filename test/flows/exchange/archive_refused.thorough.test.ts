import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changed, exported, give, sha256 } from '../../support/exchange/archives.ts';
import { fillHouse } from '../../support/exchange/full_house.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse();
let zip: Buffer;
beforeAll(async () => {
  await house.act(({ tx }) => fillHouse(tx, 3, 3));
  await house.db.autocommit`update messages set attachments = ${house.db.sql.json([
    { kind: 'photo', ref: await house.files.put(Buffer.from('tea')), name: 'tea.jpg' },
  ])}`;
  zip = await exported(house);
});
beforeEach(house.startingWith(() => house.say('/add 张三 13800138000')));

/** The first row of a file with other values; `undefined` takes a column out. */
const withRow = (values: Record<string, unknown>) => (text: string) => {
  const [first = '', row = '', ...rest] = text.split('\n');
  const comma = row.endsWith(',') ? ',' : '';
  const changed = { ...JSON.parse(comma ? row.slice(0, -1) : row), ...values };
  return [first, JSON.stringify(changed) + comma, ...rest].join('\n');
};

const withManifest = (values: Record<string, unknown>) => (text: string) =>
  JSON.stringify({ ...JSON.parse(text), ...values });

type Change = ((text: string) => string) | Buffer | undefined;
const rows = (text: string, change: (rows: Record<string, number>) => Record<string, number>) =>
  withManifest({ rows: change(JSON.parse(text).rows) })(text);

const DAMAGED: Record<string, Record<string, Change>> = {
  'a file of it is missing': { 'messages.json': undefined },
  'a row is no JSON': { 'messages.json': (text) => text.replace('{"', '{x') },
  'a row has a column that we do not know': { 'contacts.json': withRow({ evil: 1 }) },
  'a row has no number': { 'contacts.json': withRow({ id: '1; drop table contacts' }) },
  'a row has the number of another': { 'contacts.json': withRow({ id: '2' }) },
  'a number is none': { 'orders.json': withRow({ total_minor: 'much' }) },
  'a time is none': { 'messages.json': withRow({ occurred_at: 'soon' }) },
  'a word is none of those that there are': { 'messages.json': withRow({ direction: 'sideways' }) },
  'a label is none that we learn from': { 'corrections.json': withRow({ to_label: 'evil' }) },
  'a text holds what no text can hold': { 'contacts.json': withRow({ name: 'a\u0000b' }) },
  'a list is none': { 'messages.json': withRow({ attachments: { ref: 'file:x' } }) },
  'a value is missing that must be there': { 'contacts.json': withRow({ name: null }) },
  'a setting cannot be': { 'settings.json': withRow({ value: { evil: true } }) },
  'a setting is none that a file may set': { 'settings.json': withRow({ key: 'deskChats' }) },
  'it says that it has more rows': { 'solo-crm.json': (text) => rows(text, (all) => ({ ...all, tasks: 4 })) },
  'it has more rows than it says': { 'solo-crm.json': (text) => rows(text, (all) => ({ ...all, tasks: 2 })) },
  'conversations are joined in a circle': {
    'conversations.json': (text) =>
      [withRow({ joined_to: '2' })(text)].map((one) =>
        one
          .split('\n')
          .map((line) => (line.includes('"id": "2"') ? line.replace(/"joined_to": [^,}]+/, '"joined_to": "1"') : line))
          .join('\n'),
      )[0]!,
  },
  'it is no archive of ours': { 'solo-crm.json': (text) => text.replace('solo-crm', 'other-crm') },
};

describe('an export that is refused, and of which nothing is kept', () => {
  it.each(Object.entries(DAMAGED))('because %s', async (_, changes) => {
    const before = await house.state();
    const { shown } = await give(house, await changed(zip, changes));
    expect(shown).toMatchObject({ failed: true });
    expect(shown.text).toContain('文件坏了');
    expect(await house.state()).toEqual(before);
  });

  it('because it is cut off', async () => {
    const { shown } = await give(house, zip.subarray(0, zip.length - 100));
    expect(shown.text).toContain('文件坏了');
  });

  it.each([[{ version: 2 }], [{ schema: '9999_later.sql' }], [{ rows: { somethings: 0 } }]])(
    'because a newer version made it: %j',
    async (values) => {
      const { shown } = await give(house, await changed(zip, { 'solo-crm.json': withManifest(values) }));
      expect(shown.text).toContain('更新版本');
    },
  );

  it('because it claims more rows than anybody has', async () => {
    const change = (text: string) => rows(text, (all) => ({ ...all, messages: 2_000_000_000 }));
    const { shown } = await give(house, await changed(zip, { 'solo-crm.json': change }));
    expect(shown).toMatchObject({ failed: true });
  });

  it('because a file in it is not what its name says, before a row is taken', async () => {
    const before = await house.state();
    const name = `files/${sha256(Buffer.from('tea'))}`;
    const { go } = await give(house, await changed(zip, { [name]: Buffer.from('evil') }));
    expect((await go()).text).toContain('文件坏了');
    expect((await house.state()).messages).toEqual(before.messages);
  });

  it('control: as it was made it is taken', async () => {
    const { go, shown } = await give(house, zip);
    expect(shown.failed).toBeUndefined();
    expect((await go()).title).toContain('✓');
  });
});

describe('an archive of an earlier version', () => {
  it('brings what was next of a lead, which stood in its row, as a task; once, and it is taken back exactly', async () => {
    const withSteps = (text: string) =>
      text
        .split('\n')
        .map((line, nth) => {
          if (!line.startsWith('{') || !line.includes('"contact_id"')) return line;
          const comma = line.endsWith(',') ? ',' : '';
          return (
            JSON.stringify({
              ...JSON.parse(comma ? line.slice(0, -1) : line),
              next_step: nth === 1 ? '寄样品' : null,
            }) + comma
          );
        })
        .join('\n');
    const old = await changed(zip, { 'leads.json': withSteps });
    const steps = () =>
      house.db
        .sql`select k.title, k.done_at is not null = (l.closed_at is not null) as fits from tasks k join leads l on l.id = k.lead_id where k.title = '寄样品'`;
    const before = await house.state();
    await (await give(house, old)).go();
    expect(await steps()).toEqual([{ title: '寄样品', fits: true }]);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    await (await give(house, old)).go();
    await give(house, await changed(old, { 'README.txt': (text) => `${text} ` })).then(
      ({ go }) => go(),
      () => {},
    );
    expect(await steps()).toHaveLength(1);
  });
});

describe('a row whose contact is not in the file', () => {
  it('is left out and counted, with what is part of it', async () => {
    const { shown, go } = await give(house, await changed(zip, { 'leads.json': withRow({ contact_id: '999' }) }));
    expect(JSON.stringify(shown.fields)).toContain('跳过 1');
    await go();
    const [row] = await house.db.sql`select count(*)::int as count from leads`;
    expect(row).toEqual({ count: 2 });
  });
});
