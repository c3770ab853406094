import { beforeEach, describe, expect, it } from 'vitest';
import { openFiles } from '../../../src/files/index.ts';
import { importer } from '../../../src/jobs/imports.ts';
import { telegramMessage, testHouse } from '../../support/house.ts';
import { unzip } from '../../support/unzip.ts';

const house = await testHouse();
beforeEach(() => house.reset());

async function exported(): Promise<Map<string, Buffer>> {
  const reply = await house.say('/export all');
  return unzip(await house.files.read(reply.attachments![0]!.ref));
}

/** People as they are known, but for their numbers. */
const people = () => house.db.sql`
  select c.name, c.tags, c.city, c.locale, (
    select jsonb_agg(jsonb_build_object('channel', channel, 'address', address) order by channel, address)
    from contact_identities where contact_id = c.id
  ) as identities, (
    select jsonb_agg(jsonb_build_object('channel', channel, 'address', address, 'source', source) order by channel, address)
    from contact_signs where contact_id = c.id
  ) as signs
  from contacts c order by c.name, c.id`;

describe('/export all', () => {
  it('gives each noun as a table and as JSON, with a note in the language of whoever asks', async () => {
    await house.say('/add 张三 13800138000 zhang@example.com #vip city:上海');
    await house.happen(telegramMessage('=1+1 "茶"\n𠮷'));
    await house.say('/task 打电话');
    const files = await exported();
    const names = [...files.keys()];
    for (const noun of [
      'contacts',
      'messages',
      'orders',
      'order_lines',
      'tickets',
      'leads',
      'tasks',
      'feedback',
      'quotes',
    ])
      expect(names).toEqual(expect.arrayContaining([`${noun}.csv`, `${noun}.json`]));
    expect(files.get('messages.csv')!.toString()).toContain(`"'=1+1 ""茶""\n𠮷"`);
    const [message] = JSON.parse(files.get('messages.json')!.toString()) as { text: string }[];
    expect(message!.text).toBe('=1+1 "茶"\n𠮷');
    expect(JSON.parse(files.get('tasks.json')!.toString())).toHaveLength(1);
    expect(files.get('README.txt')!.toString()).toContain('客户，每行一位');
    expect(JSON.stringify(await house.say('/audit'))).toContain('/export all');
  });

  it('brings the same people back when contacts.csv is imported again', async () => {
    await house.say('/add 张三 13800138000 zhang@example.com #vip #老客 city:上海');
    await house.happen(
      telegramMessage('hello', { chat: '7', from: { address: '7', name: '=Ann "A"𠮷, Jr', language: 'en' } }),
    );
    await house.say('/add 李四 021-50504060-8001');
    const before = await people();
    const csv = (await exported()).get('contacts.csv')!;
    await house.db.autocommit`delete from contacts`;
    const ref = await house.files.put(csv);
    await house.say(`/import ${ref} contacts.csv`);
    const round = importer({ act: house.act, files: openFiles(house.files, () => undefined) });
    while ((await round()) === 0);
    await house.say('/import 1 go');
    while ((await round()) === 0);
    expect(await people()).toEqual(before);
  });

  it('brings back what stands in fields as well, from either file', async () => {
    await house.say('/field add Size number');
    await house.say('/字段 添加 生日茶 选项 红茶|绿茶');
    await house.say('/field add Member yes/no');
    await house.say('/field add Joined date');
    await house.say('/field add Taste text');
    await house.say('/add 张三 13800138000');
    await house.say('/修改 张三 size: -38.5, 生日茶: 绿茶, member: 否, joined: 2024-02-29, taste: =1+1 "浓" a;b');
    await house.say('/修改 张三 生日 农历1990年八月十五\n地址 南京西路 100 号\n上海');
    await house.say('/add 李四 13900139000');
    await house.say('/edit 李四 birthday 29 February');
    const values = () => house.db.sql`
      select c.name, v.field_id, v.value, v.key, v.number from field_values v join contacts c on c.id = v.contact_id order by 1, 2`;
    const before = await values();
    expect(before).toHaveLength(8);
    const reply = await house.say('/export');
    const files = [(await exported()).get('contacts.csv')!, await house.files.read(reply.attachments![0]!.ref)];
    for (const [nth, csv] of files.entries()) {
      await house.db.autocommit`delete from contacts`;
      await house.say(`/import ${await house.files.put(csv)} contacts.csv`);
      const round = importer({ act: house.act, files: openFiles(house.files, () => undefined) });
      while ((await round()) === 0);
      await house.say(`/import ${nth + 1} go`);
      while ((await round()) === 0);
      expect(await values()).toEqual(before);
    }
  });

  it('is for the owner alone', async () => {
    expect((await house.rehearse('helper', '/export all')).attachments).toBeUndefined();
  });
});

it.each(['/export orders', '/导出 订单'])('%s leads to the export that has them', async (line) => {
  const reply = await house.say(line);
  expect(reply.failed).toBe(true);
  expect(reply.buttons?.[0]?.[0]?.command).toBe('/export all');
});
