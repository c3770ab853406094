import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../../src/domain/commands/table.ts';
import type { Reply } from '../../../../src/domain/reply.ts';
import type { Locale } from '../../../../src/text/locale.ts';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, type House, NOON, OWNER, telegramMessage, testHouse } from '../../../support/house.ts';

const t = texts('zh-CN');
const welcome = { title: t.helper.welcome(t.helper.role.helper), text: t.helper.typeHere };
const HOUR_MS = 3_600_000;
let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

const codeIn = (reply: Reply) => /\/pair (\S+)/.exec(reply.quote ?? reply.text ?? '')![1]!;
let typed = 0;
/** Somebody types in the chat of this number; gives what they are told. */
async function write(
  chat: string,
  text: string,
  more: { name?: string; language?: string } = {},
): Promise<Reply | undefined> {
  const from = { address: chat, name: more.name ?? '小李', language: more.language ?? 'zh-hans' };
  const before = (await house.outbox()).length;
  await house.happen(telegramMessage(text, { chat, from, externalId: `t${++typed}` }));
  const row = (await house.outbox()).slice(before).findLast(({ address }) => address === chat);
  return row?.payload.kind === 'message' ? row.payload.reply : undefined;
}
const invite = async (words = '小李') => codeIn(await house.say(`/助手 添加 ${words}`));
const join = async (chat: string, words?: string) => write(chat, `/pair ${await invite(words)}`);
const userIn = async (chat: string) =>
  (
    await house.db.sql<{ name: string; role: string }>`
      select u.name, u.role from users u join user_identities i on i.user_id = u.id
      where i.address = ${chat} and u.removed_at is null`
  )[0];

describe('an invitation', () => {
  it('makes whoever types its code a helper, says so to both, and shows in the team', async () => {
    const invitation = await house.say('/helper add 小李');
    expect(invitation.title).toBe(t.helper.invitation('小李', t.helper.role.helper));
    expect(invitation.hint).toBe(t.helper.may.helper);
    expect((await house.say('/helper')).lists![0]!.items[1]).toMatchObject({ detail: t.helper.invited });
    expect(await write('1001', `/pair ${codeIn(invitation)}`)).toEqual(welcome);
    const told = (await house.outbox()).filter(({ address }) => address === OWNER);
    expect(told.at(-1)!.payload).toMatchObject({
      reply: { text: t.helper.joined('小李', '助手', 'Telegram') },
    });
    await write('1001', '/add 张三');
    const [, member] = (await house.say('/helper')).lists![0]!.items;
    expect(member).toMatchObject({ ref: '小李', text: '助手', detail: expect.stringContaining('Telegram') });
  });

  it('may be for somebody who only looks, and speaks their language', async () => {
    const code = await invite('Tom viewer');
    const english = texts('en');
    expect(await write('1001', `/pair ${code}`, { name: 'Tom', language: 'en' })).toEqual({
      title: english.helper.welcome(english.helper.role.viewer),
      text: english.helper.typeHere,
    });
    expect(await userIn('1001')).toEqual({ name: 'Tom', role: 'viewer' });
    expect(await write('1001', '/add 张三')).toEqual({ failed: true, text: english.desk.notAllowed });
    expect((await write('1001', '/inbox'))?.text).toBe(english.inbox.none);
  });

  it('without a name takes the name the chat gives', async () => {
    await join('1001', '');
    expect(await userIn('1001')).toEqual({ name: '小李', role: 'helper' });
  });

  it('works once, for 24 hours, and its code is nowhere to be read', async () => {
    const code = await invite();
    expect(await house.db.sql`select from pairing_codes where code_hash = ${Buffer.from(code)}`).toHaveLength(0);
    house.now = new Date(NOON.getTime() + 24 * HOUR_MS - 1000);
    expect(await write('1001', `/pair ${code}`)).toEqual(welcome);
    expect(await write('1002', `/pair ${code}`)).toEqual({ text: t.pair.refused });
    const late = await invite();
    house.now = new Date(house.now.getTime() + 24 * HOUR_MS);
    expect(await write('1003', `/pair ${late}`)).toEqual({ text: t.pair.refused });
    expect(await userIn('1003')).toBeUndefined();
  });

  it('is not ended by somebody else’s wrong tries, nor open to whoever made five', async () => {
    const code = await invite();
    for (let tries = 0; tries < 5; tries++) await write('1009', '/pair AAAA-AAAA-AAAA-AAAA');
    expect(await write('1009', `/pair ${code}`)).toEqual({ text: t.pair.refused });
    expect(await write('1001', `/pair ${code}`)).toEqual(welcome);
  });

  it('does not end another, nor the owner’s own code', async () => {
    const codes = [await invite('小李'), await invite('小王'), codeIn(await house.say('/pair'))];
    await write('1001', `/pair ${codes[0]}`);
    await write('1002', `/pair ${codes[1]}`, { name: '小王' });
    await write('1003', `/pair ${codes[2]}`);
    expect([await userIn('1001'), await userIn('1002'), await userIn('1003')]).toMatchObject([
      { name: '小李' },
      { name: '小王' },
      { role: 'owner' },
    ]);
  });

  it('of somebody on the team adds a chat of theirs, and gives them the role it names', async () => {
    await join('1001');
    await join('1002', '小李 只读');
    expect(await house.db.sql`select name, role from users where role <> 'owner'`).toEqual([
      { name: '小李', role: 'viewer' },
    ]);
    expect(await userIn('1002')).toEqual(await userIn('1001'));
  });

  it('typed by the owner leaves the owner the owner', async () => {
    const code = await invite();
    await house.type(`/pair ${code}`);
    expect(await userIn(OWNER)).toMatchObject({ role: 'owner' });
    expect(await write('1001', `/pair ${code}`)).toEqual(welcome);
  });

  it('makes no customer of the one invited', async () => {
    await join('1001');
    expect(await house.db.sql`select from contacts`).toHaveLength(0);
  });
});

describe('removing somebody', () => {
  it('makes them a stranger: their words are a customer’s, their buttons do nothing; undone, they are back', async () => {
    await join('1001');
    await house.happen(telegramMessage('请问龙井多少钱？', { chat: '7', from: { address: '7', name: '张三' } }));
    await write('1001', '/tickets');
    await write('1001', '/help');
    const removed = await house.press(t.button.remove);
    expect(removed.text).toBe(t.helper.removed('小李'));
    expect(await write('1001', '/add 李四')).toBeUndefined();
    expect(await house.db.sql`select from contacts where name = '李四'`).toHaveLength(0);
    expect(await house.db.sql`select name from contacts order by id`).toEqual([{ name: '张三' }, { name: '小李' }]);
    const pressed = { from: { address: '1001', name: '小李' }, chat: '1001' };
    const before = await house.state();
    await house.press(t.button.contact, pressed);
    expect(await house.state()).toEqual(before);
    expect((await house.say('/助手')).lists![0]!.items).toHaveLength(1);
    await house.say(buttonsOf(removed)[0]!.command);
    expect((await write('1001', '/tickets'))?.title ?? (await write('1001', '/tickets'))?.text).toBeDefined();
    expect(await userIn('1001')).toMatchObject({ role: 'helper' });
  });

  it.each<Locale>(['zh-CN', 'en'])(
    'never removes the owner, and says when nobody is called so (%s)',
    async (locale) => {
      const { helper } = texts(locale);
      expect(await house.rehearse('owner', '/helper remove 1', { locale })).toEqual({
        failed: true,
        text: helper.ownerStays,
      });
      expect(await house.rehearse('owner', '/helper remove owner', { locale })).toMatchObject({
        text: helper.ownerStays,
      });
      expect(await house.rehearse('owner', '/helper remove 小张', { locale })).toMatchObject({
        text: helper.noSuch('小张'),
      });
      const team = await house.rehearse('owner', '/helper', { locale });
      expect(buttonsOf(team).map(({ label }) => label)).toEqual([helper.inviteHelper, helper.inviteViewer]);
    },
  );
});

describe('a role', () => {
  const rank = { viewer: 0, helper: 1, owner: 2 };

  it.each(['viewer', 'helper'] as const)(
    'as %s is refused exactly what the table says, typed and pressed',
    async (role) => {
      await join('1001', role === 'viewer' ? '小李 只读' : '小李');
      const from = { address: '1001', name: '小李' };
      for (const { name, role: least } of commands) {
        if (name === 'pair') continue;
        const id = `b-${name}`;
        await house.db.autocommit`insert into buttons (id, command) values (${id}, ${`/${name}`})`;
        const replies = [await write('1001', `/${name}`), await press(id, from)];
        for (const reply of replies)
          expect(reply?.text === t.desk.notAllowed, `/${name} as ${role}`).toBe(rank[role] < rank[least]);
      }
    },
  );

  async function press(buttonId: string, from: { address: string; name: string }): Promise<Reply | undefined> {
    const pressId = `p-${buttonId}`;
    await house.happen({ kind: 'button.pressed', channel: 'telegram', chat: from.address, from, buttonId, pressId });
    const row = (await house.outbox()).findLast(
      ({ idempotencyKey }) => idempotencyKey === `pressed:telegram:${pressId}`,
    );
    return row?.payload.kind === 'message' ? row.payload.reply : undefined;
  }

  it('as viewer keeps a card from being answered and a note from being written', async () => {
    await join('1001', '小李 只读');
    await house.happen(telegramMessage('请问龙井多少钱？', { chat: '7', from: { address: '7', name: '张三' } }));
    await house.db.autocommit`
      update outbox set state = 'sent', external_id = 'card', address = '1001' where conversation_id is not null and audience = 'owner'`;
    const from = { address: '1001', name: '小李' };
    const before = await house.state();
    for (const text of ['好的', '// 记一下'])
      await house.happen(telegramMessage(text, { chat: '1001', from, externalId: text, answers: ['card'] }));
    const said = (await house.outbox()).filter(({ idempotencyKey }) =>
      idempotencyKey.startsWith('said:telegram:1001:'),
    );
    expect(said.slice(-2).map(({ payload }) => payload)).toMatchObject([
      { reply: { failed: true, text: t.desk.notAllowed } },
      { reply: { failed: true, text: t.desk.notAllowed } },
    ]);
    expect(await house.state()).toEqual(before);
  });
});
