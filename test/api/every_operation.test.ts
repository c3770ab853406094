import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../src/api/document.ts';
import { toolsFor } from '../../src/api/mcp/tools.ts';
import type { AnyOperation } from '../../src/api/operation.ts';
import { operations } from '../../src/api/operations.ts';
import { makeApiKey, SCOPES, type Scope } from '../../src/domain/owner/api_key.ts';
import { apiOf } from '../support/api.ts';
import { telegramMessage, testHouse } from '../support/house.ts';

/** Which scope each needs: written out here, so that loosening one takes two decisions. */
const NEEDS: Record<Scope, string> = {
  read: 'listContacts getContact listIdentities listTags listFields listOrganizations getOrganization listConversations getConversation listMessages getMessage listNotes listLeads getLead listQuotes getQuote listInvoices getInvoice listContracts getContract listStages listTickets getTicket listFeedback getFeedback listRatings listTasks getTask listOrders getOrder listProducts getProduct',
  write:
    'createContact changeContact deleteContact addIdentities removeIdentity addTag removeTag createOrganization addPerson removePerson addNote createLead changeLead createInvoice changeInvoice payInvoice createContract createTicket resolveTicket createTask changeTask',
  send: 'sendMessage',
};
/** What an assistant's call of each command does. */
const DOES = {
  shows:
    'praise inbox find search contact timeline duplicates blocked scheduled leads quotes contracts unpaid orders pipeline forecast posts takings churn tickets causes tasks digest unsent automatic status audit',
  changes:
    'csat faq feedback call visit org answered snooze join add edit contract invoice rename unblock note tag city tagall taskall language lead move next won lost reopen quote order gone ticket resolve task promise done postpone skip end consent',
  proposes: 'merge split delete block reply c later cancel confirm undo link unsubscribe',
};

const house = await testHouse({ locale: 'en' });
let api: Awaited<ReturnType<typeof apiOf>>;

beforeAll(async () => {
  await house.happen(telegramMessage('hello', { chat: '7', from: { address: '7', name: 'Bea Stone' } }));
  await house.say('/lead c1 Logo');
  await house.say('/ticket c1 Broken cup');
  await house.say('/task Call');
  const { key } = (await house.act((ctx) => makeApiKey(ctx, 'all', SCOPES)))!;
  api = await apiOf(house, key);
});
afterAll(() => api.stop());

const byName = new Map(operations.map((one) => [one.name, one]));
const documented = openApiDocument().paths as Record<
  string,
  Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>
>;

/** Values that a field may be given: right ones, wrong ones, and what breaks readers. */
const anyValue = fc.oneof(
  fc.constantFrom<unknown>(
    '1',
    '7',
    'a',
    'x\u0000y',
    '\ud800',
    '１２',
    '',
    ' ',
    'open',
    'won',
    'zh-CN',
    true,
    null,
    -1,
    1e300,
    2 ** 53,
  ),
  fc.constantFrom<unknown>({ minor: 5, currency: 'JPY' }, ['a@b.example'], ['vip'], '2026-11-22T10:00:00Z', [], {}),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 4 }),
);
const fieldsOf = ({ body }: AnyOperation): string[] => {
  const shapes =
    body && 'options' in body
      ? (body.options as { shape: object }[])
      : body
        ? [body as unknown as { shape: object }]
        : [];
  return [...new Set(shapes.flatMap(({ shape }) => Object.keys(shape)))];
};
const requestOf = (one: AnyOperation) => {
  const fields = fc.subarray([...fieldsOf(one), '__proto__', 'more'], { minLength: 0 });
  const body = fields.chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), anyValue))));
  const params = fc.constantFrom('1', '2', '999', '0', '%00', 'x', '99999999999999999999999');
  const asked = fc.dictionary(
    fc.constantFrom('limit', 'cursor', 'sort', 'filter', 'contact', 'state', 'x'),
    fc.string({ unit: 'binary' }),
    { maxKeys: 2 },
  );
  return fc.record({
    body: fc.oneof(
      body.map((pairs) => Object.fromEntries(pairs)),
      fc.jsonValue(),
    ),
    params,
    asked,
  });
};

/** What was answered in all. */
const seen = new Set<number>();

describe('every operation', () => {
  it('needs the scope that stands here, and every tool has the effect that stands here', () => {
    for (const [scope, names] of Object.entries(NEEDS))
      expect(operations.filter((one) => one.scope === scope).map(({ name }) => name)).toEqual(
        expect.arrayContaining(names.split(' ')),
      );
    expect(Object.values(NEEDS).join(' ').split(' ').sort()).toEqual([...byName.keys()].sort());
    const tools = toolsFor(SCOPES).map(({ command, effect }) => `${effect} ${command.name}`);
    const expected = Object.entries(DOES).flatMap(([effect, names]) =>
      names.split(' ').map((name) => `${effect} ${name}`),
    );
    expect(tools.sort()).toEqual(expected.sort());
  });

  it.each([...byName.keys()])(
    '%s is refused to a key without its scope, before anything of it is looked at',
    async (name) => {
      const { scope, method, path } = byName.get(name)!;
      const others = SCOPES.filter((one) => one !== scope);
      const { key } = (await house.act((ctx) => makeApiKey(ctx, `not ${name}`, others)))!;
      const { status } = await api.ask(method.toUpperCase(), path.replace(/\{\w+\}/g, '1'), {
        key,
        ...(method === 'post' && { body: '{' }),
      });
      expect(status).toBe(403);
    },
  );

  it.each([...byName.keys()])('%s answers anything as it is documented, and never with a fault', async (name) => {
    const one = byName.get(name)!;
    const answers = documented[`/api/v1${one.path}`]![one.method]!.responses;
    await fc.assert(
      fc.asyncProperty(requestOf(one), async ({ body, params, asked }) => {
        const query = new URLSearchParams(
          Object.entries(asked).map(([key, value]): [string, string] => [key, value.toWellFormed()]),
        ).toString();
        const path = `${one.path.replace(/\{\w+\}/g, params)}${query && `?${query}`}`;
        const answer = await api.ask(one.method.toUpperCase(), path, one.body ? { body: JSON.stringify(body) } : {});
        seen.add(answer.status);
        expect(answer.status).toBeLessThan(500);
        expect(Object.keys(answers)).toContain(String(answer.status));
        const [type] = Object.keys(answers[answer.status]!.content ?? {});
        expect(answer.headers.get('content-type')?.split(';')[0]).toBe(type);
        if (answer.status < 300 && one.ok.shape) expect(one.ok.shape.safeParse(answer.body).error).toBeUndefined();
      }),
      { numRuns: 12 },
    );
  });

  it('control: among all that was asked much was right and much was wrong', () => {
    expect([...seen]).toEqual(expect.arrayContaining([200, 404, 422]));
  });
});
