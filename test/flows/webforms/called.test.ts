import { beforeEach, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect form Contact us');
    await house.say('/connect form 预约');
    await house.say('/connect woo');
  }),
);

it.each(['/forms contact us', '/forms Contact us', '/表单 预约', '/forms 1'])(
  'a form is called by its name: %s',
  async (line) => {
    expect((await house.say(line)).title).toContain(/预约/.test(line) ? '预约' : 'Contact us');
  },
);

it.each(['/forms contact us language zh', '/表单 预约 语言 en'])('and changed by it: %s', async (line) => {
  expect((await house.say(line)).failed).toBeUndefined();
});

it.each(['/表单 1 加电话', '/forms contact us add phone', '/forms contact us + phone', '/表单 Contact us 加 电话'])(
  'asks for one more thing by its word: %s',
  async (line) => {
    await house.say(line);
    const [form] = await house.db.sql`select fields from web_forms where id = 1`;
    expect(form!.fields).toEqual(['name', 'email', 'phone']);
    await house.say('/forms 1 remove name');
    expect((await house.db.sql`select fields from web_forms where id = 1`)[0]!.fields).toEqual(['email', 'phone']);
    expect((await house.say('/forms 1 remove email, phone')).failed).toBe(true);
  },
);

it.each(['/forms 1 off', '/表单 contact us 关闭'])('is closed by %s', async (line) => {
  expect((await house.say(line)).failed).toBeUndefined();
  expect(await house.db.sql`select id from connections where disabled_at is not null`).toEqual([{ id: '1' }]);
});

it('what is not read has the form’s own buttons', async () => {
  const reply = await house.say('/forms 1 blue');
  expect(reply.failed).toBe(true);
  expect(buttonsOf(reply).map(({ command }) => command)).toContain('/forms 1 fields name email phone');
});

it('a shop that is not connected is said to be none', async () => {
  const reply = await house.say('/disconnect stripe');
  expect(reply.text).toContain('Stripe');
  expect(buttonsOf(reply).map(({ label }) => label)).toContain('Contact us · 1');
});

it('a form is disconnected by its name, and no other', async () => {
  expect((await house.say('/disconnect contact us')).failed).toBeUndefined();
  const off = await house.db.sql`select id from connections where disabled_at is not null`;
  expect(off).toEqual([{ id: '1' }]);
  expect((await house.say('/disconnect nothing such')).failed).toBe(true);
});

it('only a shop that can be asked what it has is offered for a key', async () => {
  expect(buttonsOf(await house.say('/connect key')).map(({ command }) => command)).toEqual(['/connect key 3']);
});

it.each(['/连接 轮换 3', '/连接 换密钥 3', '/connect renew 3'])('%s is a new secret', async (line) => {
  expect((await house.say(line)).title).toBe((await house.say('/connect rotate 3')).title);
});

it('a name that is no form’s is asked about', async () => {
  expect((await house.say('/forms nothing such')).failed).toBe(true);
});
