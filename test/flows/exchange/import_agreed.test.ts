import { beforeEach, describe, expect, it } from 'vitest';
import { openFiles } from '../../../src/files/index.ts';
import { importer } from '../../../src/jobs/imports.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse();
const CSV = `姓名,邮箱
张三,zhang@example.com
李四,li@example.com
王五,wang+tea@example.com
`;
/** Wang has said no, and was deleted since. */
beforeEach(
  house.startingWith(async () => {
    await house.act(
      ({ tx, now }) =>
        tx`select suppress('email', 'wang@example.com', every_purpose(), 'unsubscribed', 'person', 'one_click', ${now})`,
    );
  }),
);

const csv = async () => Buffer.from(CSV);
async function work(): Promise<void> {
  const round = importer({ act: house.act, files: openFiles(house.files, () => csv) });
  for (let nth = 0; nth < 100; nth += 1) if ((await round()) > 0) return;
}
async function send(): Promise<void> {
  await house.type('', { attachments: [{ kind: 'document', ref: 'f1', name: 'people.csv' }] });
  await work();
}
const given = () => house.db.sql`
  select address, purpose, proof, source, words from consents where confirmed_at is not null order by address, purpose`;

describe('a file of people who agreed to news', () => {
  it('says how, in the owner’s words, which stand with each of them; it is taken back with the file', async () => {
    await send();
    expect(JSON.stringify(await house.say('/import 1'))).toContain('以前退订过，仍不会收到');
    expect(JSON.stringify(await house.say('/import 1 agreed'))).toContain('/导入 1 同意');
    expect(JSON.stringify(await house.say('/导入 1 同意 5月3日展会上登记'))).toContain('就是这样同意的吗');
    expect(JSON.stringify(await house.press('是，这样同意的'))).toContain('5月3日展会上登记');
    expect(await given()).toEqual([]);
    await house.say('/import 1 go');
    await work();
    const evidence = { proof: 'user', source: 'import:1', words: '5月3日展会上登记' };
    expect(await given()).toEqual(
      ['li@example.com', 'zhang@example.com'].flatMap((address) =>
        ['newsletter', 'offers'].map((purpose) => ({ address, purpose, ...evidence })),
      ),
    );
    const done = JSON.stringify(await house.say('/import 1'));
    expect(done).toContain('{"label":"同意接收资讯和优惠","value":"2"}');
    expect(done).toContain('{"label":"以前退订过，仍不会收到","value":"1"}');
    expect(JSON.stringify(await house.say('/contact 王五'))).toContain('不要');
    await house.say('/undo');
    expect(await given()).toEqual([]);
  });

  it('control: without a word of it nobody has agreed', async () => {
    await send();
    await house.say('/import 1 go');
    await work();
    expect(await given()).toEqual([]);
  });
});
