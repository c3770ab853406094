import type { Api } from 'grammy';
import type { ChannelKit } from '../../channel/channel.ts';
import { FIRST } from '../../domain/commands/help_groups.ts';
import { commands } from '../../domain/commands/table.ts';
import { mayAct, type Role } from '../../domain/owner/user.ts';
import { faultOf } from '../../lib/log.ts';
import { type Loop, startLoop, unless } from '../../lib/loop.ts';
import type { Locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import { hideOwnerCommands, type OwnerCommand, setOwnerCommands } from './api.ts';

/** We hear of changes at once; this interval is for those that we missed. */
const CHECK_MS = 10 * 60_000;
const AGAIN_MS = 5 * 60_000;

/** Bot API, BotCommand. */
const LEGAL = /^[a-z0-9_]{1,32}$/;

/** By the language of the app: Chinese for Chinese, English for all others. */
const LANGUAGES: [Locale, 'zh' | undefined][] = [
  ['en', undefined],
  ['zh-CN', 'zh'],
];

/**
 * Keeps the menu of commands in each user's chat: what their role may use, in the language of their app. Nobody else is
 * ever shown one. A menu is no message, so it does not go through the outbox: if a change is missed, the next look
 * makes up for it.
 */
export function keepMenus(
  { db, log, resting }: Pick<ChannelKit, 'db' | 'log' | 'resting'>,
  api: Api,
): Pick<Loop, 'stop'> {
  const shown = new Map<string, Role>();
  const loop = startLoop(
    unless(resting, async () => {
      const users = await usersOf(db);
      const gone = [...shown.keys()].filter((chat) => !users.has(chat));
      const changed = [...users].filter(([chat, role]) => shown.get(chat) !== role);
      await everyOne([
        ...gone.map((chat) => () => hide(api, chat).then(() => shown.delete(chat))),
        ...changed.map(
          ([chat, role]) =>
            () =>
              show(api, chat, role).then(() => shown.set(chat, role)),
        ),
      ]);
      return CHECK_MS;
    }),
    (error) => log.warn(faultOf(error), 'telegram command menu'),
    AGAIN_MS,
  );
  // only a hint: without it the next look finds the change; a change before we could hear it is looked for immediately
  const listening = db.listen('users', loop.wake).catch(() => undefined);
  void listening.then(loop.wake);
  return {
    async stop() {
      await loop.stop();
      await listening.then((end) => end?.());
    },
  };
}

/**
 * Nothing can be shown to somebody who has never opened the bot, but the others still get theirs. Throws the first
 * failure at the end.
 */
async function everyOne(acts: (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const act of acts) await act().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function usersOf({ sql }: Pick<ChannelKit['db'], 'sql'>): Promise<Map<string, Role>> {
  const rows = await sql<{ address: string; role: Role }>`
    select i.address, u.role from user_identities i join users u on u.id = i.user_id where i.channel = 'telegram' and u.removed_at is null`;
  return new Map(rows.map(({ address, role }) => [address, role]));
}

async function show(api: Api, chat: string, role: Role): Promise<void> {
  for (const [locale, language] of LANGUAGES) await setOwnerCommands(api, chat, menuFor(role, locale), language);
}

async function hide(api: Api, chat: string): Promise<void> {
  for (const [, language] of LANGUAGES) await hideOwnerCommands(api, chat, language);
}

/** What somebody with this role uses most; /help shows the rest. */
function menuFor(role: Role, locale: Locale): OwnerCommand[] {
  const words = texts(locale).commands;
  const first = FIRST.flatMap((name) => commands.filter((command) => command.name === name));
  return first
    .filter(({ name, role: least }) => LEGAL.test(name) && mayAct({ role }, least))
    .map(({ name }) => ({ command: name, description: words[name].summary }));
}
