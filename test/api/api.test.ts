import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeApiKey, revokeApiKey, type Scope } from '../../src/domain/owner/api_key.ts';
import { deleteContact } from '../../src/domain/people/delete.ts';
import { apiOf } from '../support/api.ts';
import { telegramMessage, testHouse } from '../support/house.ts';
import { begunMeanwhile } from '../support/lock.ts';

const house = await testHouse({ locale: 'en' });
let api: Awaited<ReturnType<typeof apiOf>>;
let key = '';

const keyWith = async (scopes: Scope[], name = `with ${scopes.join(' ')}`) =>
  (await house.act((ctx) => makeApiKey(ctx, name, scopes)))!;

beforeEach(async () => {
  await house.reset();
  ({ key } = await keyWith(['read', 'write', 'send']));
  api = await apiOf(house, key);
});
afterEach(() => api.stop());

const anna = {
  name: 'Anna Smith',
  emails: ['Anna@Example.com'],
  phones: ['13800138000'],
  tags: ['VIP'],
  city: '上海市',
};
const lastId = async (table: string) =>
  (await house.db.sql<{ id: string }>`select max(id) as id from ${house.db.sql(table)}`)[0]!.id;

describe('a key', () => {
  it('is needed: without one, with a wrong one and with a revoked one the answer is 401', async () => {
    const { key: other, made } = await keyWith(['read']);
    expect((await api.get('/contacts', { key: other })).status).toBe(200);
    await house.act(({ tx, now }) => revokeApiKey(tx, made.id, now));
    for (const one of [other, 'crm_x', `${key}x`, '', 'x'.repeat(5000)]) {
      const { status, headers, body } = await api.get('/contacts', { key: one });
      expect([status, headers.get('content-type'), headers.get('www-authenticate')]).toEqual([
        401,
        'application/problem+json',
        'Bearer',
      ]);
      expect(JSON.stringify(body)).not.toContain('crm_x');
    }
  });

  it('does what its scopes say, and its last use is noted', async () => {
    const { key: reads } = await keyWith(['read']);
    const { key: writes } = await keyWith(['read', 'write']);
    expect((await api.post('/contacts', anna, { key: reads })).status).toBe(403);
    expect((await api.post('/contacts', anna, { key: writes })).status).toBe(201);
    expect((await api.post('/messages', { contact: '1', text: 'Hi' }, { key: writes })).status).toBe(403);
    const rows = await house.db.sql`select from api_keys where last_used_at is not null`;
    expect(rows).toHaveLength(2);
  });

  it('may ask so often in a minute, whatever another key does', async () => {
    const few = await apiOf(house, key, { requestsPerMinute: 2 });
    const left = async (of = key) => {
      const { status, headers } = await few.get('/tasks', { key: of });
      return [status, headers.get('ratelimit-remaining')];
    };
    expect([await left(), await left(), await left()]).toEqual([
      [200, '1'],
      [200, '0'],
      [429, '0'],
    ]);
    expect(Number((await few.get('/tasks')).headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await left((await keyWith(['read'])).key)).toEqual([200, '1']);
    await few.stop();
  });
});

describe('what a program changes', () => {
  it('is the owner’s act: /audit names the key, and /undo takes it back exactly', async () => {
    const before = await house.state();
    const { status, headers, body } = await api.post('/contacts', anna);
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/contacts/${body.id}`]);
    expect(body).toMatchObject({
      ...{ name: 'Anna Smith', city: '上海', tags: ['vip'] },
      ...{ emails: ['anna@example.com'], phones: ['+8613800138000'] },
    });
    const [acts] = (await house.say('/audit')).lists!;
    expect(acts!.items[0]!.text).toContain('with read write send');
    expect(acts!.items[0]!.text).toContain('POST /api/v1/contacts');
    expect((await house.say('/undo')).failed).toBeUndefined();
    expect(await house.state()).toEqual(before);
    expect((await api.get(`/contacts/${body.id}`)).status).toBe(404);
  });

  it('leaves nothing behind where it is refused', async () => {
    await api.post('/contacts', anna);
    const before = await house.state();
    const twice = await api.post('/contacts', {
      name: 'Bea',
      phones: ['+1 202 555 0143'],
      emails: ['anna@example.com'],
    });
    expect([twice.status, twice.body.code, twice.body.detail]).toEqual([
      409,
      'address_taken',
      'Contact 1 has one of these addresses.',
    ]);
    expect(await house.state()).toEqual(before);
  });

  it('changes only what is named, and deletes with all that is theirs', async () => {
    const { body } = await api.post('/contacts', { ...anna, note: 'Met at the fair' });
    expect((await api.patch(`/contacts/${body.id}`, { name: 'Anna Jones', tags: ['new'] })).body).toEqual({
      ...body,
      ...{ name: 'Anna Jones', tags: ['new'] },
    });
    expect((await api.patch(`/contacts/${body.id}`, { city: null })).body.city).toBeNull();
    expect((await api.get('/notes')).body.data).toMatchObject([{ text: 'Met at the fair', contact: body.id }]);
    expect((await api.delete(`/contacts/${body.id}`)).status).toBe(204);
    expect((await api.get('/notes')).body.data).toEqual([]);
    await house.say('/undo');
    expect((await api.get(`/contacts/${body.id}`)).body.name).toBe('Anna Jones');
  });

  it('reads and writes the owner’s own fields, each as what it is', async () => {
    await house.say('/field add "Shoe size" number');
    await house.say('/field add 生日茶 choice 红茶|绿茶');
    await house.say('/field add Member yes/no');
    expect((await api.get('/fields')).body.data).toEqual([
      { id: '1', name: 'Shoe size', kind: 'number', choices: [] },
      { id: '2', name: '生日茶', kind: 'choice', choices: ['红茶', '绿茶'] },
      { id: '3', name: 'Member', kind: 'yesno', choices: [] },
    ]);
    const given = {
      birthday: '--05-12',
      address: 'Torstr. 1\nBerlin',
      fields: { 'Shoe size': 38.5, 生日茶: '红茶', Member: true },
    };
    const { body } = await api.post('/contacts', { name: 'Bea', ...given });
    expect(body).toMatchObject(given);
    const patched = await api.patch(`/contacts/${body.id}`, {
      birthday: null,
      fields: { 'shoe size': null, Member: false },
    });
    expect(patched.body).toMatchObject({
      birthday: null,
      address: given.address,
      fields: { 生日茶: '红茶', Member: false },
    });
    expect(patched.body.fields).not.toHaveProperty('Shoe size');
    await house.say('/undo');
    expect((await api.get(`/contacts/${body.id}`)).body).toMatchObject(given);
    expect((await api.get('/contacts?filter=birthday:30d')).body.data).toEqual([]);
    expect((await api.get('/contacts?filter=address:Berlin')).body.data).toMatchObject([{ name: 'Bea' }]);
  });

  it('refuses each field that cannot hold what is given, and saves nothing', async () => {
    await house.say('/field add "Shoe size" number');
    await house.say('/field add Tea choice green|black');
    await house.say('/field add Taste text');
    const before = await house.state();
    const fields = { 'Shoe size': 'big', Tea: 'coffee', Hat: 1, Taste: 'x'.repeat(1001) };
    const { status, body } = await api.post('/contacts', { name: 'Bea', fields });
    expect([status, body.errors]).toEqual([
      422,
      [
        { in: 'body', field: 'fields.Shoe size', detail: 'a number' },
        { in: 'body', field: 'fields.Tea', detail: 'one of: green, black' },
        { in: 'body', field: 'fields.Hat', detail: 'There is no such field.' },
        { in: 'body', field: 'fields.Taste', detail: 'a text of at most 1000 characters' },
      ],
    ]);
    for (const birthday of ['1990-02-30', '2001-02-29', 'l--13-01', '12 May'])
      expect((await api.post('/contacts', { name: 'Bea', birthday })).status, birthday).toBe(422);
    expect(await house.state()).toEqual(before);
    for (const birthday of ['1992-02-29', 'l1990-12-30', '--02-29'])
      expect((await api.post('/contacts', { name: birthday.replace(/\W/g, 'x'), birthday })).body.birthday).toBe(
        birthday,
      );
  });

  it('opens, changes and settles leads, tickets and tasks as commands do', async () => {
    await api.post('/contacts', anna);
    const lead = (await api.post('/leads', { contact: '1', title: 'Logo', amount: { minor: 128000, currency: 'CNY' } }))
      .body;
    expect((await api.patch(`/leads/${lead.id}`, { stage: 'won' })).body).toMatchObject({
      ...{ stage: 'won', amount: { minor: 128000, currency: 'CNY' } },
    });
    expect((await api.patch(`/leads/${lead.id}`, { stage: 'open', title: 'A logo' })).body).toMatchObject({
      ...{ stage: 'new', title: 'A logo', closed_at: null },
    });
    const ticket = (await api.post('/tickets', { contact: '1', title: 'Broken cup' })).body;
    expect((await api.patch(`/tickets/${ticket.id}`, { state: 'resolved' })).body.resolved_at).not.toBeNull();
    const task = (await api.post('/tasks', { title: 'Call', due_at: '2026-11-22T10:00:00+08:00' })).body;
    expect(task.due_at).toBe('2026-11-22T02:00:00.000Z');
    expect((await api.patch(`/tasks/${task.id}`, { done: true })).body.done_at).not.toBeNull();
    expect((await api.get('/leads?stage=won')).body.data).toEqual([]);
    expect((await api.get('/tickets?state=resolved')).body.data).toHaveLength(1);
    expect((await api.get('/tasks?state=open')).body.data).toEqual([]);
  });

  it('notes invoices and contracts, and what was paid, as commands do', async () => {
    const contact = (await api.post('/contacts', { name: 'Bea Stone' })).body.id;
    await house.say(`/order c${contact} 2x tea 100 CNY`);
    const [order] = (await api.get('/orders')).body.data;
    const made = await api.post('/invoices', { order: order.id, due_on: '2027-01-31' });
    expect(made).toMatchObject({
      status: 201,
      body: { number: 'R-2026-001', order: order.id, contact, owed_minor: 10000, settled: false, due_on: '2027-01-31' },
    });
    expect((await api.post('/invoices', { order: order.id, number: 'R-9' })).body.number).toBe('R-2026-001');
    expect((await api.patch('/invoices/1', { due_on: '2026-01-01' })).status).toBe(422);
    for (const issued_on of ['2027-02-01', '2099-01-01'])
      expect((await api.patch('/invoices/1', { issued_on })).status).toBe(422);
    const earlier = { issued_on: '2025-12-01', due_on: '2025-12-31' };
    expect((await api.patch('/invoices/1', earlier)).body).toMatchObject(earlier);
    await api.patch('/invoices/1', { due_on: '2027-01-31' });
    await house.say(`/order c${contact} cake 20 CNY`);
    const [cake] = (await api.get('/orders')).body.data.filter(({ id }: { id: string }) => id !== order.id);
    expect((await api.post('/invoices', { order: cake.id, issued_on: '2099-01-01' })).status).toBe(422);
    expect((await api.post('/invoices', { order: cake.id, issued_on: '2025-11-03' })).body).toMatchObject({
      number: 'R-2025-001',
      ...{ issued_on: '2025-11-03', due_on: '2025-11-17' },
    });
    expect((await api.post('/invoices/1/payments', { amount_minor: 10001 })).status).toBe(422);
    expect((await api.post('/invoices/1/payments', { amount_minor: 4000 })).body.owed_minor).toBe(6000);
    expect((await api.get('/invoices?settled=false')).body.data).toHaveLength(2);
    expect((await api.post('/invoices/1/payments', {})).body).toMatchObject({ owed_minor: 0, settled: true });
    expect((await api.post('/invoices/1/payments', {})).status).toBe(409);
    await house.say('/undo');
    expect((await api.get('/invoices/1')).body).toMatchObject({ owed_minor: 6000, settled: false });
    const contract = { contact, title: 'Care', value: { minor: 5000, currency: 'CNY' }, per: 'month' };
    const dated = { ...contract, ends_on: '2027-03-31', notice: { count: 3, unit: 'month' } };
    expect((await api.post('/contracts', dated)).body).toMatchObject({ state: 'active', notice_by: '2026-12-31' });
    expect((await api.post('/contracts', { ...dated, starts_on: '2027-04-01' })).status).toBe(422);
    expect((await api.get('/contracts?state=active')).body.data).toHaveLength(1);
  });

  it('tags, and adds and takes addresses, but none that is somebody else’s or is written from', async () => {
    await api.post('/contacts', anna);
    await house.happen(telegramMessage('hello', { chat: '7', from: { address: '7', name: 'Bea' } }));
    expect((await api.put('/contacts/1/tags/Wholesale')).body.tags).toEqual(['vip', 'wholesale']);
    expect((await api.delete('/contacts/1/tags/vip')).body.tags).toEqual(['wholesale']);
    expect((await api.get('/tags')).body.data).toEqual([{ tag: 'wholesale', contacts: 1 }]);
    expect((await api.post('/contacts/2/identities', { emails: ['anna@example.com'] })).status).toBe(409);
    expect((await api.post('/contacts/1/identities', { emails: ['a2@example.com'] })).body.data).toHaveLength(3);
    const [telegram] = (await api.get('/contacts/2/identities')).body.data;
    expect((await api.delete(`/contacts/2/identities/${telegram.id}`)).body.code).toBe('written_from');
    const [phone] = (await api.get('/contacts/1/identities')).body.data;
    expect((await api.delete(`/contacts/1/identities/${phone.id}`)).status).toBe(204);
    expect((await api.get('/contacts/1')).body.phones).toEqual([]);
  });
});

describe('what is done for a contact who is deleted at that moment', () => {
  it.each([
    ['/tasks', (contact: string) => ({ title: 'Call', contact })],
    ['/leads', (contact: string) => ({ title: 'Logo', contact })],
    ['/tickets', (contact: string) => ({ title: 'Broken', contact })],
    ['/notes', (contact: string) => ({ text: 'Prefers calls', contact })],
    ['/messages', (contact: string) => ({ text: 'It has left', contact })],
    ['/contacts/ID/identities', () => ({ emails: ['x@y.example'] })],
  ] as const)('is refused as for one who was deleted before: %s', async (path, body) => {
    const ask = (id: string) => api.post(path.replace('ID', id), body(id));
    const { id } = (await api.post('/contacts', { name: 'Zhang' })).body;
    const raced = await begunMeanwhile(
      house.db,
      (tx) => deleteContact(tx, id),
      () => ask(id),
    );
    const { status, body: said } = await ask(id);
    expect([raced.status, raced.body]).toEqual([status, said]);
    expect([status, said.code]).toEqual([404, 'not_found']);
  });

  it('tags and removed addresses too', async () => {
    for (const [method, path] of [
      ['PUT', 'tags/vip'],
      ['DELETE', 'identities/1'],
    ] as const) {
      const { id } = (await api.post('/contacts', anna)).body;
      const work = () => api.ask(method, `/contacts/${id}/${path}`);
      expect((await begunMeanwhile(house.db, (tx) => deleteContact(tx, id), work)).status).toBe(404);
    }
  });
});

describe('what a program says to a customer', () => {
  it('leaves through the outbox as an answer does, can be called back, and nobody waits any more', async () => {
    await house.happen(telegramMessage('hello', { chat: '7', from: { address: '7', name: 'Bea' } }));
    const [conversation] = (await api.get('/conversations?waiting=true')).body.data;
    const sent = await api.post('/messages', { conversation: conversation.id, text: 'It has left today.' });
    expect([sent.status, sent.body.delivery, sent.body.direction]).toEqual([202, 'queued', 'out']);
    expect((await api.get('/conversations?waiting=true')).body.data).toEqual([]);
    await house.deliver();
    expect((await api.get(`/messages/${sent.body.id}`)).body.delivery).toBe('sent');
    expect((await api.get('/messages?contact=1&sort=id')).body.data.map(({ text }: { text: string }) => text)).toEqual([
      'hello',
      'It has left today.',
    ]);
  });

  it('is refused where it reaches nobody, holds a secret, or something speaks against the address', async () => {
    await api.post('/contacts', { name: 'Bea' });
    const said = async (body: object) => {
      const { status, body: answer } = await api.post('/messages', body);
      return [status, answer.code];
    };
    expect(await said({ contact: '1', text: 'Hi' })).toEqual([409, 'no_channel']);
    expect(await said({ contact: '99', text: 'Hi' })).toEqual([404, 'not_found']);
    await house.happen(telegramMessage('hello', { chat: '7', from: { address: '7', name: 'Zed' } }));
    expect(await said({ contact: '2', text: 'ABCD-EFGH-2345-ABCD' })).toEqual([409, 'secret']);
    await house.db.autocommit`update contact_identities set blocked_at = now() where channel = 'telegram'`;
    expect(await said({ contact: '2', text: 'Hi' })).toEqual([409, 'closed']);
    expect(await house.db.sql`select from outbox where audience = 'customer'`).toHaveLength(0);
  });

  it('shows nothing that a blocked customer wrote', async () => {
    await house.happen(telegramMessage('hello', { chat: '7', from: { address: '7', name: 'Zed' } }));
    await house.say('/block c1');
    await house.happen(telegramMessage('still here', { chat: '7', from: { address: '7', name: 'Zed' } }));
    expect(JSON.stringify((await api.get('/messages')).body)).not.toContain('still here');
  });
});

describe('asking again', () => {
  it('with the same Idempotency-Key gives the same answer, done once, also at the same moment', async () => {
    const again = { headers: { 'idempotency-key': 'one' } };
    const all = await Promise.all(Array.from({ length: 4 }, () => api.post('/contacts', { name: 'Bea' }, again)));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    expect(all.filter(({ headers }) => headers.get('idempotent-replayed'))).toHaveLength(3);
    expect(await lastId('contacts')).toBe('1');
    expect((await api.post('/contacts', { name: 'Cid' }, again)).body.code).toBe('idempotency_key_used');
    expect((await api.post('/tasks', { title: 'Bea' }, again)).status).toBe(409);
  });

  it('with the key of another program is another request, and after a day as well', async () => {
    const again = { headers: { 'idempotency-key': 'one' } };
    await api.post('/tasks', { title: 'A' }, again);
    const { key: other } = await keyWith(['read', 'write']);
    expect((await api.post('/tasks', { title: 'B' }, { ...again, key: other })).body.title).toBe('B');
    house.now = new Date(house.now.getTime() + 25 * 3_600_000);
    expect((await api.post('/tasks', { title: 'C' }, again)).body.title).toBe('C');
  });

  it('after a refusal does it: a refusal is no answer that stands', async () => {
    const again = { headers: { 'idempotency-key': 'one' } };
    const lead = { contact: '1', title: 'Logo' };
    expect((await api.post('/leads', lead, again)).status).toBe(404);
    await api.post('/contacts', { name: 'Bea' });
    expect((await api.post('/leads', lead, again)).status).toBe(201);
  });
});

describe('what was read', () => {
  it('is refused with a name that every object has, unless a field is called so', async () => {
    await api.post('/contacts', anna);
    const given = (name: string) =>
      api.ask('PATCH', '/contacts/1', { body: `{"fields":{${JSON.stringify(name)}:"x"}}` });
    expect(await given('__proto__')).toMatchObject({ status: 422, body: { errors: [{ field: '__proto__' }] } });
    expect(await given('constructor')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'fields.constructor' }] },
    });
    await house.say('/field add constructor text');
    expect((await given('constructor')).body.fields).toEqual({ constructor: 'x' });
    const extended = { name: 'Bo', phones: ['+12025550147p12'] };
    expect((await api.post('/contacts', extended)).status).toBe(201);
  });

  it('is changed only as it was seen (412), and not read again while it stands (304)', async () => {
    await api.post('/contacts', anna);
    const etag = (await api.get('/contacts/1')).headers.get('etag')!;
    expect((await api.get('/contacts/1', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const change = (seen: string) => api.patch('/contacts/1', { name: 'Bea' }, { headers: { 'if-match': seen } });
    const all = await Promise.all([change(etag), change(etag)]);
    // the second names the same: of two changes by what was seen one is too late
    expect(all.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await api.delete('/contacts/1', { headers: { 'if-match': etag } })).status).toBe(412);
    expect((await change('*')).status).toBe(200);
    const weak = `W/${(await api.get('/contacts/1')).headers.get('etag')}`;
    expect((await change(weak)).status).toBe(412);
    expect((await api.get('/contacts/1', { headers: { 'if-none-match': weak } })).status).toBe(304);
    expect((await api.get('/contacts/1', { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it.each(['id', '-id'])('comes in pages by %s: each once, whatever is added meanwhile', async (sort) => {
    for (let nth = 1; nth <= 7; nth++) await api.post('/tasks', { title: `T${nth}` });
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body }: { body: { data: { id: string }[]; next: string | null } } = await api.get(
        `/tasks?limit=3&sort=${sort}${next && `&cursor=${next}`}`,
      );
      seen.push(...body.data.map(({ id }) => id));
      next = body.next;
      if (seen.length === 3) await api.post('/tasks', { title: 'late' });
    }
    const expected = sort === 'id' ? ['1', '2', '3', '4', '5', '6', '7', '8'] : ['7', '6', '5', '4', '3', '2', '1'];
    expect(seen).toEqual(expected);
  });

  it('is chosen by the filter of the chat', async () => {
    await api.post('/contacts', anna);
    await api.post('/contacts', { name: 'Bea Stone', tags: ['old'] });
    const found = async (filter: string) =>
      (await api.get(`/contacts?sort=id&filter=${encodeURIComponent(filter)}`)).body.data?.map(
        ({ name }: { name: string }) => name,
      );
    expect(await found('#vip city:上海')).toEqual(['Anna Smith']);
    expect(await found('-#vip')).toEqual(['Bea Stone']);
    expect(await found('#vip or "Bea Stone"')).toEqual(['Anna Smith', 'Bea Stone']);
    expect(await found('orders:>=2')).toEqual([]);
    expect(await found('colour:red')).toBeUndefined();
  });

  it('is chosen by the owner’s own fields, each by its name in quotes', async () => {
    await house.say('/field add "Shoe size 2" number');
    await house.say('/field add Tea choice Green tea|Black');
    await house.say('/field add Joined date');
    await api.post('/contacts', { ...anna, fields: { 'Shoe size 2': 38.5, Tea: 'Green tea', Joined: '2026-03-01' } });
    await api.post('/contacts', { name: 'Bea Stone', fields: { 'Shoe size 2': 42 } });
    const found = async (filter: string) => {
      const { status, body } = await api.get(`/contacts?sort=id&filter=${encodeURIComponent(filter)}`);
      return status === 200 ? body.data.map(({ name }: { name: string }) => name) : status;
    };
    expect(await found('"Shoe size 2":>=38.5')).toEqual(['Anna Smith', 'Bea Stone']);
    expect(await found('"Shoe size 2":<40 -#old')).toEqual(['Anna Smith']);
    expect(await found('"tea":"Green tea" or "Shoe size 2":42')).toEqual(['Anna Smith', 'Bea Stone']);
    expect(await found('"Joined":2026-03-01')).toEqual(['Anna Smith']);
    expect(await found('"Joined":none')).toEqual(['Bea Stone']);
    // the controls: no such field, no such value
    expect(await found('"Hat":red')).toBe(422);
    expect(await found('"Shoe size 2":big')).toBe(422);
  });
});

describe('a request that is wrong', () => {
  it.each([
    ['GET', '/nowhere', undefined, 404],
    ['PUT', '/contacts', undefined, 405],
    ['GET', '/contacts/0', undefined, 404],
    ['GET', '/contacts/99999999999999999999', undefined, 404],
    ['GET', '/contacts/%ff', undefined, 404],
    ['GET', '/contacts/%00', undefined, 404],
    ['GET', '/contacts?limit=201', undefined, 422],
    ['GET', '/contacts?limit=1&limit=2', undefined, 422],
    ['GET', '/contacts?colour=red', undefined, 422],
    ['GET', '/contacts?__proto__=1', undefined, 422],
    ['GET', '/contacts?cursor=pzzzzzzzzzzzz', undefined, 200],
    ['POST', '/contacts', '{', 400],
    ['POST', '/contacts', '', 400],
    ['POST', '/contacts', Buffer.from([0x7b, 0xff, 0x7d]), 400],
    ['POST', '/contacts', '[]', 422],
    ['POST', '/contacts', '['.repeat(100_000), 400],
    ['POST', '/contacts', '{"name":"x","more":1}', 422],
    ['POST', '/contacts', '{"name":"\\u0000\\u200b "}', 422],
    ['POST', '/contacts', '{"name":"A\\u0000\\ud800B"}', 201],
    ['POST', '/contacts', '{"name":"A","note":"a\\u0000b"}', 201],
    ['GET', '/products?title=a%00b', undefined, 200],
    ['POST', '/leads', '{"contact":"1","title":"a","amount":{"minor":1e300,"currency":"CNY"}}', 422],
    ['POST', '/tasks', '{"title":"a","due_at":"2026-02-31T00:00:00Z"}', 422],
    ['POST', '/tasks', '{"title":"a","due_at":"0001-01-01T00:00:00Z"}', 201],
    ['POST', '/tasks', '{"title":"a","due_at":"9999-12-31T23:59:59+14:00"}', 201],
    ['POST', '/tasks', JSON.stringify({ title: 'x'.repeat(2_000_000) }), 413],
  ])('%s %s %.60s gives %i, as a problem', async (method, path, body, status) => {
    const answer = await api.ask(method, path, { ...(body !== undefined && { body }) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    if (status < 300) return;
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status, title: expect.any(String), code: expect.any(String) });
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET, POST, HEAD');
    if (status === 422) expect(answer.body.errors[0]).toMatchObject({ field: expect.any(String) });
  });

  it('with a body that is not JSON gives 415', async () => {
    for (const type of ['text/plain', 'application/json; charset=latin1', 'multipart/form-data'])
      expect((await api.ask('POST', '/tasks', { body: '{}', headers: { 'content-type': type } })).status).toBe(415);
  });
});

describe('the description', () => {
  it('is at both addresses and as a page, without a key; HEAD is GET without the body', async () => {
    const [one, other] = [await api.raw('/openapi.json'), await api.raw('/api/v1/openapi.json')];
    const document = (await one.json()) as { openapi: string };
    expect(document.openapi).toBe('3.1.0');
    expect(await other.json()).toEqual(document);
    const page = await api.raw('/api/v1/docs');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('id="createContact"');
    const head = await api.raw('/api/v1/contacts', { method: 'HEAD', headers: { authorization: `Bearer ${key}` } });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('products', () => {
  it('are read as the shop describes them, by words of their titles, and a deleted one says so', async () => {
    await house.db.autocommit`
      insert into connections (id, provider, token, secret) overriding system value values (900, 'shopify', 'products', '')`;
    const variants = [{ externalId: '1', sku: 'LJ-50', title: '50 g', price: '12.80', stock: 3 }];
    await house.db.autocommit`
      insert into products (connection_id, external_id, title, currency, published, variants, version_at, version_tie, deleted_at)
      values
        (900, '7', 'Spring Longjing', 'CNY', true, ${house.db.sql.json(variants)}, '2026-11-01T00:00:00Z', '', null),
        (900, '8', '', null, false, '[]', '-infinity', '', '2026-11-02T00:00:00Z')`;
    const { body } = await api.ask('GET', '/products?title=longjing');
    expect(body.data).toMatchObject([
      {
        ...{ shop: 'shopify', shop_id: '7', title: 'Spring Longjing', currency: 'CNY', deleted_at: null },
        variants: [{ title: '50 g', sku: 'LJ-50', price: '12.80', stock: 3 }],
        changed_at: '2026-11-01T00:00:00.000Z',
      },
    ]);
    const { headers } = await api.ask('GET', `/products/${body.data[0].id}`);
    const again = await api.ask('GET', `/products/${body.data[0].id}`, {
      headers: { 'if-none-match': headers.get('etag')! },
    });
    expect(again.status).toBe(304);
    const all = await api.ask('GET', '/products');
    expect(all.body.data.find((one: { shop_id: string }) => one.shop_id === '8')).toMatchObject({
      ...{ changed_at: null, deleted_at: '2026-11-02T00:00:00.000Z', variants: [] },
    });
  });
});
