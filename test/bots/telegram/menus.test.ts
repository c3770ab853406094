import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTelegram } from '../../../src/bots/telegram/api.ts';
import { keepMenus } from '../../../src/bots/telegram/menus.ts';
import { FIRST } from '../../../src/domain/commands/help_groups.ts';
import { commands } from '../../../src/domain/commands/table.ts';
import type { Role } from '../../../src/domain/owner/user.ts';
import type { Log } from '../../../src/lib/log.ts';
import type { Loop } from '../../../src/lib/loop.ts';
import { testDatabase } from '../../support/database.ts';
import { type FakeTelegram, refusals, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';

const { db } = await testDatabase();
let telegram: FakeTelegram;
let menus: Pick<Loop, 'stop'>;
const logged: object[] = [];
const keep = (facts: object) => logged.push(facts);
const log: Log = { info: keep, warn: keep, error: keep };

beforeAll(async () => {
  telegram = await startFakeTelegram();
  await addUser('owner', '42');
  await db.autocommit`insert into contacts (name) values ('Anna')`;
  menus = keepMenus(
    { db, log, resting: () => false },
    await openTelegram({ token: telegram.token, apiRoot: telegram.root }),
  );
});
afterAll(async () => {
  await menus.stop();
  await telegram.close();
});

async function addUser(role: Role, chat: string): Promise<void> {
  await db.autocommit`
    with made as (insert into users (name, role) values (${role}, ${role}) returning id)
    insert into user_identities (channel, address, user_id) select 'telegram', ${chat}, id from made`;
}

interface Menu {
  commands: { command: string; description: string }[];
  scope: { type: string; chat_id: number };
  language_code?: string;
}

const asked = (method: string): Menu[] => telegram.calls(method).map(({ payload }) => payload as unknown as Menu);

/** The menu the chat shows to an app in Chinese, or in any other language. */
function menuOf(chat: number, language?: string): Promise<Menu> {
  const isIt = (menu: Menu) => menu.scope.chat_id === chat && menu.language_code === language;
  return telegram.until(() => asked('setMyCommands').findLast(isIt));
}

const names = (menu: Menu) => menu.commands.map(({ command }) => command);

it('the owner’s chat has the ten that are used most, in Chinese for a Chinese app and in English for the others', async () => {
  const chinese = await menuOf(42, 'zh');
  const english = await menuOf(42);
  expect(names(english)).toEqual(FIRST);
  expect(names(chinese)).toEqual(FIRST);
  expect(FIRST).toHaveLength(10);
  expect(chinese.commands.every(({ description }) => /\p{Script=Han}/u.test(description))).toBe(true);
  expect(english.commands.some(({ description }) => /\p{Script=Han}/u.test(description))).toBe(false);
});

it('whoever is added is shown what they may use, at once and no more', async () => {
  await addUser('viewer', '77');
  const menu = names(await menuOf(77));
  expect(menu).toContain('find');
  for (const { name, role } of commands) if (role !== 'viewer') expect(menu).not.toContain(name);
});

it('a new role shows at once, and without any the menu goes; a failure is made good', async () => {
  telegram.fail('setMyCommands', { refuse: refusals.chatNotFound });
  await db.autocommit`update users set role = 'helper' where role = 'viewer'`;
  await telegram.until(() => logged.length > 0);
  await db.autocommit`update users set locale = 'en' where role = 'helper'`;
  await telegram.until(() =>
    asked('setMyCommands').some((menu) => menu.scope.chat_id === 77 && names(menu).includes('add')),
  );
  await db.autocommit`delete from users where role = 'helper'`;
  await telegram.until(() => asked('deleteMyCommands').length === 2);
  expect(asked('deleteMyCommands').map(({ scope }) => scope.chat_id)).toEqual([77, 77]);
});

it('nobody else is shown any', () => {
  const chats = new Set(asked('setMyCommands').map(({ scope }) => `${scope.type} ${scope.chat_id}`));
  expect([...chats]).toEqual(['chat 42', 'chat 77']);
});
