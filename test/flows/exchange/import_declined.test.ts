import { beforeEach, describe, expect, it } from 'vitest';
import { openFiles } from '../../../src/files/index.ts';
import { importer } from '../../../src/jobs/imports.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(() => house.reset());

async function work(): Promise<void> {
  const round = importer({ act: house.act, files: openFiles(house.files, () => undefined) });
  for (let nth = 0; nth < 100; nth += 1) if ((await round()) > 0) return;
}
const paste = async (csv: string) => {
  await house.say(`/import\n${csv}`);
  await work();
};
const agreeing = async (): Promise<string[]> => {
  const rows = await house.db.sql<{ address: string }>`
    select distinct address from consents where confirmed_at is not null and withdrawn_at is null order by address`;
  return rows.map(({ address }) => address);
};
const refusing = async (): Promise<number> => {
  const [row] = await house.db.sql<{ count: number }>`
    select count(distinct hash)::int as count from suppressions where lifted_at is null and said_by = 'person'`;
  return row!.count;
};

describe('a file whose own column says who wants no news', () => {
  it.each([
    ['UNSUB_TIME', '', '2024-05-03 10:11:12'],
    ['Accepts Email Marketing', 'yes', 'no'],
    ['Unsubscribed from all email', 'false', 'true'],
    ['Email Address Opted Out', '0', '1'],
    ['Email Opt-Out', '', '1'],
    ['EMAIL_BLOCKLIST', 'false', 'true'],
    ['OPT_IN', '1', '0'],
    ['是否订阅', '是', '否'],
    ['退订时间', '0000-00-00 00:00:00', '2024/5/3'],
    ['State of things', 'subscribed', 'unsubscribed'],
  ])(
    '%s: keeps the no as theirs, counts it, and what is said of the whole file leaves them out',
    async (head, yes, no) => {
      await paste(`Name,Email,${head}\nYan,yes@example.com,${yes}\nNora,no@example.com,${no}\n`);
      expect(JSON.stringify(await house.say('/import 1'))).toContain(
        '{"label":"文件里写明不要资讯，不会收到","value":"1"}',
      );
      await house.say('/import 1 agreed signed up on our site');
      await house.say('/import 1 go');
      await work();
      expect(await agreeing()).toEqual(['yes@example.com']);
      expect(await refusing()).toBe(1);
      expect(JSON.stringify(await house.say('/contact Nora'))).toContain('不要');
    },
  );

  it('is named as what said it, and no page of ours', async () => {
    await paste('Name,Email,是否订阅\nNora,no@example.com,否\n');
    await house.say('/import 1 go');
    await work();
    const card = JSON.stringify(await house.say('/consent Nora'));
    expect(card).toMatch(/不要：资讯、优惠、提醒（您导入的文件 ?[^（]*里写的，/);
    expect(card).not.toContain('我们的页面');
    const form = await house.db.autocommit`update suppressions set source = 'page'`;
    expect(form.count).toBeGreaterThan(0);
    expect(JSON.stringify(await house.say('/consent Nora'))).toContain('在我们的页面退订');
  });

  it('that says neither yes nor no leaves them out too, without a no', async () => {
    await paste('Name,Email,Subscribed\nYan,yes@example.com,yes\nPia,p@example.com,pending\n');
    expect(JSON.stringify(await house.say('/import 1'))).toContain('文件里没写清要不要资讯，不算同意');
    await house.say('/import 1 agreed at the fair');
    await house.say('/import 1 go');
    await work();
    expect(await agreeing()).toEqual(['yes@example.com']);
    expect(await refusing()).toBe(0);
  });

  it('ends what they had agreed to here', async () => {
    await paste('Name,Email\nNora,no@example.com\n');
    await house.say('/import 1 agreed at the fair');
    await house.say('/import 1 go');
    await work();
    expect(await agreeing()).toEqual(['no@example.com']);
    await paste('Name,Email,Unsubscribed\nNora,no@example.com,true\n');
    await house.say('/import 2 go');
    await work();
    expect(await agreeing()).toEqual([]);
  });
});

describe('what the owner says of a whole file', () => {
  it.each([
    'she said no',
    'maybe',
    'cancel',
    'bought list',
    '暂时没有',
    "they haven't agreed",
    'no',
    'nein',
    '不',
    'off',
    '-',
    '.',
    '\u200b',
    '没有同意',
    'no, they did not',
  ])('%j is no agreement', async (words) => {
    await paste('Name,Email\nYan,yes@example.com\nBo,bo@example.com\n');
    await house.say(`/import 1 agreed ${words}`);
    await house.say('/import 1 go');
    await work();
    expect(await agreeing()).toEqual([]);
  });

  it('gives nothing to who has said no to something by their own word', async () => {
    await house.act(
      ({ tx, now }) =>
        tx`select suppress('email', 'out@example.com', array['newsletter'], 'unsubscribed', 'person', 'page', ${now})`,
    );
    await paste('Name,Email\nOut,out@example.com\nBo,bo@example.com\n');
    await house.say('/import 1 agreed at the fair');
    await house.say('/import 1 go');
    await work();
    expect(await agreeing()).toEqual(['bo@example.com']);
  });

  it.each(['declined', 'nein', '不同意', 'off', '-'])('nor is /consent with %j', async (words) => {
    await house.say('/add Anna anna@example.com');
    await house.say(`/consent Anna 资讯 ${words}`);
    expect(await agreeing()).toEqual([]);
  });

  it('control: /consent with how they agreed is', async () => {
    await house.say('/add Anna anna@example.com');
    await house.say('/consent Anna 资讯 在展会上说的');
    expect(await agreeing()).toEqual(['anna@example.com']);
  });
});
