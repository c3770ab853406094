import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const SOURCES = new URL('../../../src/bots/slack/', import.meta.url);
const manifest = readFileSync(new URL('../../../slack-manifest.yaml', import.meta.url), 'utf8');
const sources = readdirSync(SOURCES).map((name) => readFileSync(new URL(name, SOURCES), 'utf8'));

/** What each method of the bot's token needs (docs.slack.dev/reference/methods). */
const SCOPES: Record<string, string | undefined> = {
  'auth.test': undefined,
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'channels:history',
  'files.completeUploadExternal': 'files:write',
  'files.delete': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'files.info': 'files:read',
  'users.info': 'users:read',
  'views.open': undefined,
  'views.publish': undefined,
};
/** What each event needs (docs.slack.dev/reference/events). */
const EVENTS: Record<string, string | undefined> = {
  app_home_opened: undefined,
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
};

/** `web.chat.postMessage(`, and `web.apiCall('files.…'` for what the client's types do not know. */
function methodsIn(code: string): string[] {
  const called = [...code.matchAll(/\bweb\.([a-z]+(?:\.[A-Za-z]+)+)\(/g)].map(([, method]) => method!);
  const named = [...code.matchAll(/\.apiCall\('([\w.]+)'/g)].map(([, method]) => method!);
  return [...called, ...named];
}

/** The entries of one list of the manifest. */
function listed(key: string): string[] {
  const [, items = ''] = new RegExp(`\\n +${key}:\\n((?: +- .*\\n)+)`).exec(manifest) ?? [];
  return [...items.matchAll(/- (\S+)/g)].map(([, item]) => item!);
}

describe('the manifest', () => {
  const methods = [...new Set(sources.flatMap(methodsIn))];

  test('asks for exactly the scopes that the methods, the events and the commands need', () => {
    expect(methods.toSorted()).toEqual(Object.keys(SCOPES).toSorted());
    expect(listed('bot_events').toSorted()).toEqual(Object.keys(EVENTS).toSorted());
    const needed = [...methods.map((method) => SCOPES[method]), ...listed('bot_events').map((event) => EVENTS[event])];
    const scopes = new Set(['commands', ...needed.filter((scope) => scope !== undefined)]);
    expect(listed('bot').toSorted()).toEqual([...scopes].toSorted());
  });

  test('names every shortcut the parser knows', () => {
    const parser = readFileSync(new URL('parse.ts', SOURCES), 'utf8');
    const ids = [...manifest.matchAll(/callback_id: (\w+)/g)].map(([, id]) => id!);
    expect(ids.toSorted()).toEqual(['create_lead', 'create_ticket', 'new_contact']);
    for (const id of ids) expect(parser).toContain(`'${id}'`);
  });

  test('control: a method that nobody listed is found', () => {
    expect(methodsIn("await web.conversations.history({ channel }); web.apiCall('pins.add')")).toEqual([
      'conversations.history',
      'pins.add',
    ]);
  });
});
