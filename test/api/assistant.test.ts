import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTool } from '../../src/api/mcp/run_tool.ts';
import { toolsFor } from '../../src/api/mcp/tools.ts';
import { commands } from '../../src/domain/commands/table.ts';
import { makeApiKey, SCOPES, type Scope } from '../../src/domain/owner/api_key.ts';
import { rateLimiter } from '../../src/lib/rate.ts';
import { texts } from '../../src/text/texts.ts';
import { apiOf } from '../support/api.ts';
import { telegramMessage, testHouse } from '../support/house.ts';

const house = await testHouse({ locale: 'en' });
const t = texts('en');
let api: Awaited<ReturnType<typeof apiOf>>;

beforeEach(async () => {
  await house.reset();
  await house.happen(telegramMessage('hello', { chat: '7', from: { address: '7', name: 'Bea Stone' } }));
  api = await apiOf(house, '');
});
afterEach(() => api.stop());

/** The official client, with a key of these scopes. */
async function assistant(scopes: Scope[], name = `assistant ${scopes.join(' ')}`) {
  const { key } = (await house.act((ctx) => makeApiKey(ctx, name, scopes)))!;
  const transport = new StreamableHTTPClientTransport(new URL(`${api.url}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${key}` } },
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport as Transport);
  const call = async (tool: string, args: Record<string, string> = {}) => {
    const { content, isError } = await client.callTool({ name: tool, arguments: args });
    return { text: (content as { text: string }[])[0]!.text, isError };
  };
  return { client, call };
}

const toCustomers = () => house.db.sql`select from outbox where audience = 'customer'`;

describe('an assistant', () => {
  it('gets with a key that reads only the tools that show, each described in the owner’s words', async () => {
    const { client, call } = await assistant(['read']);
    const { tools } = await client.listTools();
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    const find = tools.find(({ name }) => name === 'find')!;
    expect(find.title).toBe(t.commands.find.summary);
    expect(find.description).toContain(t.commands.find.example);
    expect((await call('contact', { words: 'Bea' })).text).toContain('Bea Stone');
    await expect(call('note', { words: 'c1', text: 'x' })).rejects.toThrow();
    await expect(call('find', { words: 'Bea', colour: 'red' })).rejects.toThrow();
  });

  it('posts nothing to the public: there is no tool for it', async () => {
    expect(toolsFor(SCOPES).map(({ command }) => command.name)).not.toContain('post');
  });

  it('leaves nothing behind by reading', async () => {
    const { call } = await assistant(['read']);
    const before = [await house.state(), await house.db.sql`select * from outbox`];
    for (const { command } of toolsFor(['read'])) await call(command.name, { words: 'Bea' });
    expect([await house.state(), await house.db.sql`select * from outbox`]).toEqual(before);
  });

  it('changes with the scope write, which /audit shows under its name and /undo takes back', async () => {
    const { call } = await assistant(['read', 'write'], 'Claude');
    const before = await house.state();
    expect(await call('note', { words: 'c1', text: 'Prefers tea\nin the morning' })).toMatchObject({ isError: false });
    expect((await api.get('/tasks')).status).toBe(401);
    const notes = await house.db.sql`select text from messages where direction = 'note'`;
    expect(notes).toEqual([{ text: 'Prefers tea\nin the morning' }]);
    expect((await house.say('/audit')).lists![0]!.items[0]!.text).toContain('Claude');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    expect((await call('won', { words: '99' })).isError).toBe(true);
  });

  it('sends nothing to a customer: what it wants to say is before the owner, and leaves at their tap', async () => {
    const { call } = await assistant([...SCOPES], 'Claude');
    const said = await call('reply', { words: 'c1', text: 'It has left today.' });
    expect(said).toEqual({ text: t.assistant.proposed, isError: false });
    expect(await toCustomers()).toHaveLength(0);
    const card = (await house.cards()).at(-1)!;
    expect(card).toMatchObject({
      title: t.assistant.proposes('Claude'),
      quote: expect.stringContaining('It has left today.'),
    });
    await house.press(t.assistant.doIt);
    expect(await toCustomers()).toHaveLength(1);
  });

  it('can turn no words round on the way to the tap that does them', async () => {
    const { call } = await assistant([...SCOPES], 'Claude');
    await call('reply', { words: 'c1', text: 'pay \u202e001\u202c now' });
    const card = (await house.cards()).at(-1)!;
    expect(card.quote).toContain('pay 001 now');
    expect(card.buttons![0]![0]!.command).toContain('pay 001 now');
  });

  it('reaches no customer with any command there is, whatever it is given', async () => {
    const { client, call } = await assistant([...SCOPES]);
    const { tools } = await client.listTools();
    const offered = tools.map(({ name }) => name);
    for (const name of ['apikey', 'helper', 'pair', 'connect', 'settings', 'away', 'export']) {
      expect(commands.map((one) => one.name)).toContain(name);
      expect(offered).not.toContain(name);
    }
    for (const { name, inputSchema } of tools) {
      const fields = Object.keys(inputSchema.properties ?? {}).filter((key) => key !== 'words');
      const filled = Object.fromEntries(fields.map((key) => [key, 'Yes\n/reply c1 hi']));
      for (const words of ['c1', 'c1 hello\n/reply c1 hello', '']) await call(name, { words, ...filled });
    }
    expect(await toCustomers()).toHaveLength(0);
    expect(await house.db.sql`select from scheduled_answers`).toHaveLength(0);
    expect(await house.db.sql`select from contacts where id = 1`).toHaveLength(1);
  });

  it.each([
    ['consent', 'c1 bea@x.example offers she asked for it in our shop'],
    ['consent', 'c1 bea@x.example newsletter reminders she said yes on the phone'],
  ])(
    'permits nothing by itself: /%s %s is before the owner, and their record says whose key said it',
    async (tool, words) => {
      await house.say('/edit c1 bea@x.example');
      const { call } = await assistant(['read', 'write'], 'Claude');
      expect((await call(tool, { words })).text).toBe(t.assistant.proposed);
      expect(await house.db.sql`select from consents`).toHaveLength(0);
      await house.press(t.assistant.doIt);
      await house.press(t.consent.sure.yes);
      const [key] = await house.db.sql`select id from api_keys`;
      const given = await house.db.sql`select distinct source, proof from consents`;
      expect(given).toEqual([{ source: `key:${key!.id}`, proof: 'user' }]);
      expect((await house.say('/audit')).lists![0]!.items[0]!.text).toContain('Claude');
    },
  );

  it('takes back no no by itself, and hears nobody again', async () => {
    await house.say('/edit c1 bea@x.example');
    await house.say('/unsubscribe c1');
    await house.say('/block c1');
    const before = await house.state();
    const { call } = await assistant(['read', 'write']);
    expect((await call('unblock', { words: 'c1' })).text).toBe(t.assistant.proposed);
    expect((await call('consent', { words: 'c1 bea@x.example offers said so at the fair' })).text).toBe(
      t.assistant.proposed,
    );
    expect(await house.state()).toEqual(before);
  });

  it('control: what shows only is shown, and what ends something is done or proposed as before', async () => {
    await house.say('/edit c1 bea@x.example');
    const { call } = await assistant(['read', 'write']);
    expect((await call('consent', { words: 'c1' })).text).toContain('Bea Stone');
    expect((await call('unsubscribe', { words: 'c1' })).text).toBe(t.assistant.proposed);
  });

  it('gets nothing done any more by what it proposed before its key was revoked', async () => {
    const { call } = await assistant([...SCOPES], 'Claude');
    await call('reply', { words: 'c1', text: 'evil words' });
    await house.say('/apikey revoke Claude');
    await house.press(t.apikey.revokeForGood);
    expect((await house.press(t.assistant.doIt)).text).toBe(t.assistant.keyGone);
    expect(await toCustomers()).toHaveLength(0);
  });

  it('has many proposals on one card, each of them still there to be shown and done', async () => {
    const { call } = await assistant([...SCOPES], 'Claude');
    for (let nth = 0; nth < 12; nth += 1) await call('reply', { words: 'c1', text: `word ${nth}` });
    await house.deliver();
    const told = (await house.outbox()).filter(({ state }) => state === 'sent').map(({ payload }) => payload);
    expect(JSON.stringify(told)).toContain(t.notices.together.proposed(12));
    expect(JSON.stringify(told).split(t.assistant.proposes('Claude'))).not.toHaveLength(13);
    await house.press(t.button.show);
    await house.press(t.assistant.doIt);
    expect(await toCustomers()).toHaveLength(1);
  });

  it('takes half an emoji for a sign that cannot be read, whatever the tool', async () => {
    const { call } = await assistant([...SCOPES], 'Claude');
    for (const { command } of toolsFor(SCOPES))
      expect((await call(command.name, { words: 'c1 \ud800' })).text).not.toContain('went wrong');
  });

  it('control: a command taken for one that reaches nobody is seen to reach somebody, and is put before the owner', async () => {
    const { made } = (await house.act((ctx) => makeApiKey(ctx, 'x', [...SCOPES])))!;
    const command = commands.find(({ name }) => name === 'reply')!;
    const { act, db } = house;
    const gate = { db, act, sha256: () => new Uint8Array(), clock: () => house.now, allow: rateLimiter(9) };
    const onError = (error: unknown) => {
      throw error;
    };
    const tool = { command, effect: 'changes' } as const;
    const reply = await runTool({ ...gate, wake: () => {}, onError }, made, tool, '/reply c1 It has left today.');
    expect(reply.text).toBe(t.assistant.proposed);
    expect(await toCustomers()).toHaveLength(0);
    expect((await house.cards()).at(-1)).toMatchObject({ quote: '/reply c1 It has left today.' });
  });

  it('reads a contact as a resource', async () => {
    const { client } = await assistant(['read']);
    const { contents } = await client.readResource({ uri: 'crm://contacts/1' });
    expect(JSON.parse((contents[0] as { text: string }).text)).toMatchObject({ id: '1', name: 'Bea Stone' });
    for (const uri of ['crm://contacts/99', 'crm://contacts/x', 'file:///etc/passwd'])
      await expect(client.readResource({ uri })).rejects.toThrow();
  });

  it('is told what is wrong as JSON-RPC says, once, whatever of our kinds it accepts', async () => {
    const { key } = (await house.act((ctx) => makeApiKey(ctx, 'x', ['read'])))!;
    const post = async (body: string, accept?: string) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...(accept && { accept }) };
      const response = await api.raw('/mcp', { method: 'POST', body, headers });
      return { status: response.status, ...((await response.json()) as object) };
    };
    expect(await post('{"jsonrpc":', 'application/json')).toMatchObject({
      status: 400,
      error: { code: -32700 },
      id: null,
    });
    const unknown = '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"nothing","arguments":{}}}';
    for (const accept of ['application/json', '*/*', 'application/json, text/event-stream', undefined])
      expect(await post(unknown, accept)).toMatchObject({
        status: 200,
        error: { code: -32602, message: 'This key has no such tool.' },
      });
    expect((await post(unknown, 'text/html')).status).toBe(406);
  });

  it('is answered as asked wrongly where its params are, and by no page of another site', async () => {
    const { key } = (await house.act((ctx) => makeApiKey(ctx, 'x', ['read'])))!;
    const post = async (params: unknown, origin?: string) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...(origin && { origin }) };
      const body = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'tools/call', params });
      return api.raw('/mcp', { method: 'POST', body, headers });
    };
    for (const params of [{ name: 'find', arguments: null }, { name: 7 }, undefined])
      expect(await (await post(params)).json()).toMatchObject({ id: 7, error: { code: -32602 } });
    const fine = { name: 'find', arguments: {} };
    const { publicUrl } = await house.act(async (ctx) => ctx);
    expect((await post(fine, new URL(publicUrl).origin)).status).toBe(200);
    for (const origin of ['https://evil.example', 'null', `${publicUrl}.evil.example`])
      expect((await post(fine, origin)).status, origin).toBe(403);
  });

  it('is refused without a key, by another method, and with what is no JSON', async () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      api.raw('/mcp', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    expect((await post('{}')).status).toBe(401);
    const got = await api.raw('/mcp');
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    const { key } = (await house.act((ctx) => makeApiKey(ctx, 'x', ['read'])))!;
    for (const body of ['{', '[]', 'null', '{"jsonrpc":"2.0","id":1,"method":"nothing"}']) {
      const { status } = await post(body, {
        authorization: `Bearer ${key}`,
        accept: 'application/json, text/event-stream',
      });
      expect(status, body).toBeLessThan(500);
    }
  });
});
