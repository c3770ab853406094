import { beforeEach, describe, expect, it } from 'vitest';
import { lockHooks } from '../../../src/domain/hooks/hook.ts';
import { addUserIdentity } from '../../../src/domain/owner/user.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';
import { begunMeanwhile } from '../../support/lock.ts';
import { addHook, type HookPeer, hookPeer, tellHooks } from '../../support/platforms/hook_peer.ts';

const house = await testHouse({ locale: 'en' });
let peer: HookPeer;
beforeEach(async () => {
  await house.reset();
  peer = await hookPeer();
});
const hooks = () => house.db.sql<{ url: string; events: string[]; off: boolean }>`
  select url, events, off_at is not null as off from hooks order by id`;

describe('/hook', () => {
  it('adds a system, and shows its secret only then', async () => {
    const added = await house.say('/hook add https://erp.example.com/in?key=abc order, lead.won');
    expect(added.quote).toMatch(/^whsec_[A-Za-z0-9+/=]{32,}$/);
    expect(await hooks()).toEqual([
      { url: 'https://erp.example.com/in?key=abc', events: ['order', 'lead.won'], off: false },
    ]);
    const shown = JSON.stringify([await house.say('/hook'), await house.say('/audit')]);
    expect(shown).not.toContain(added.quote);
    expect(JSON.stringify(await house.say('/hook'))).not.toContain('key=abc');
    expect(JSON.stringify(await house.say('/audit'))).toContain('/hook add https://erp.example.com/… order, lead.won');
    expect(shown).not.toContain('key=abc');
    expect((await house.say('/hook')).lists?.[0]?.items[0]).toMatchObject({ ref: 'h1', text: 'erp.example.com/in' });
  });

  it('keeps its address from the audit', async () => {
    await house.say('/hook add https://hooks.example.com/services/T0/B0/SECRET');
    const journal = JSON.stringify(await house.db.sql`select command from journal`);
    expect(journal).toContain('/hook add https://hooks.example.com/…');
    expect(journal).not.toContain('SECRET');
  });

  it.each([
    ['/hook add https://hooks.example.com/T0/SECRET', '/hook add https://hooks.example.com/…'],
    ['/hook https://hooks.example.com/T0/SECRET', '/hook add https://hooks.example.com/…'],
    ['/hook change https://hooks.example.com/T0/SECRET', '/hook'],
    ['/hook 1 https://hooks.example.com/T0/SECRET', '/hook 1 https://hooks.example.com/…'],
    ['/hook remove https://hooks.example.com/T0/SECRET', '/hook remove …'],
    ['/hook test hooks.example.com/T0/SECRET', '/hook test …'],
    ['/hook remove h1', '/hook remove h1'],
    ['/hook 1 orders', '/hook 1 orders'],
  ])('is noted as refused without its address where its user may add none: %s', async (line, noted) => {
    await house.act(async (ctx) => {
      const [user] = await ctx.tx<{ id: string }>`insert into users (name, role) values ('Tom', 'viewer') returning id`;
      await addUserIdentity(ctx.tx, user!.id, 'telegram', '1001');
    });
    const from = { address: '1001', name: 'Tom', language: 'en' };
    await house.happen(telegramMessage(line, { chat: '1001', from }));
    const refused = await house.db.sql`select command from journal where outcome = 'refused'`;
    expect(refused).toEqual([{ command: noted }]);
  });

  it('is one, also where its address is being added at that moment', async () => {
    const added = await begunMeanwhile(
      house.db,
      async (tx) => {
        await lockHooks(tx);
        await tx`insert into hooks (token, url, secret) values ('t', 'https://erp.example.com/in', decode('00', 'hex'))`;
      },
      () => house.say('/hook add https://erp.example.com/in'),
    );
    expect(added.quote).toBeUndefined();
    expect(await hooks()).toHaveLength(1);
  });

  it.each([
    ['https://erp.example.com', []],
    ['https://erp.example.com *', []],
    ['https://erp.example.com 订单、消息', ['order', 'message']],
    ['https://erp.example.com Orders,tickets.*', ['order', 'ticket']],
    ['https://erp.example.com message.received; contact', ['message.received', 'contact']],
    ['https://erp.example.com，订单，成交', ['order', 'lead.won']],
    ['https://erp.example.com, order', ['order']],
    ['https://erp.example.com,order,refunds', ['order', 'order.refunded']],
    ['https://erp.example.com、意向', ['lead']],
    ['https://erp.example.com lead won', ['lead.won']],
    ['https://erp.example.com paid orders', ['order.paid']],
    ['https://erp.example.com order, lead won', ['order', 'lead.won']],
    ['https://erp.example.com order lead.won', ['order', 'lead.won']],
    ['https://erp.example.com new orders', ['order.created']],
    ['https://erp.example.com orders and leads', ['order', 'lead']],
    ['https://erp.example.com orders paid & refunds', ['order.paid', 'order.refunded']],
    ['https://erp.example.com new messages', ['message.received']],
    ['https://erp.example.com orders, won', ['order', 'lead.won']],
    ['https://erp.example.com 新订单', ['order.created']],
    ['https://erp.example.com 付款的订单', ['order.paid']],
    ['https://erp.example.com 订单付款和新客户', ['order.paid', 'contact.created']],
    ['https://erp.example.com 意向成交', ['lead.won']],
    ['https://erp.example.com 订单 成交', ['order', 'lead.won']],
  ])('reads what %s is to be told', async (words, events) => {
    await house.say(`/hook add ${words}`);
    expect((await hooks()).map((one) => one.events)).toEqual([events]);
  });

  it.each([
    ['http://erp.example.com/', 'https'],
    ['https://10.0.0.8/', 'HOOK_ALLOW_HOSTS'],
    ['https://localhost/', 'HOOK_ALLOW_HOSTS'],
    ['https://me:pass@erp.example.com/', 'password'],
    ['https://erp.example.com:22/', '8443'],
    ['erp.example.com', 'https://'],
    ['https://erp.example.com/ order.pade', 'order.paid'],
  ])('refuses %s and says why', async (words, why) => {
    const refused = await house.say(`/hook add ${words}`);
    expect(refused.failed).toBe(true);
    expect(refused.text).toContain(why);
    expect(await hooks()).toEqual([]);
  });

  it('keeps a comma that is the address’s own', async () => {
    await house.say('/hook add https://erp.example.com/in?ids=1,2 order');
    expect(await hooks()).toMatchObject([{ url: 'https://erp.example.com/in?ids=1,2', events: ['order'] }]);
  });

  it('says what is told', async () => {
    expect((await house.say('/hook add https://a.example.com order lead.won')).text).toContain('order, lead.won');
    expect((await house.say('/hook add https://b.example.com')).text).toContain('everything');
  });

  it.each([
    ['erp.example.com/in order', 'https://erp.example.com/in', { events: ['order'] }],
    ['https://erp.example.com order.payed', 'order.paid', { events: ['order.paid'] }],
  ])('offers what %s was probably meant to be', async (words, label, hook) => {
    await house.type(`/hook add ${words}`);
    expect(await hooks()).toEqual([]);
    await house.press(label);
    expect(await hooks()).toMatchObject([hook]);
  });

  it.each([
    ['frobs, lead won', ['lead.won', '*']],
    [
      'frobs',
      [
        'contact',
        'organization',
        'lead',
        'ticket',
        'feedback',
        'order',
        'quote',
        'invoice',
        'contract',
        'message',
        '*',
      ],
    ],
    ['leads new orders, lead won', ['lead.won', '*']],
    [
      'new',
      [
        'contact',
        'organization',
        'lead',
        'ticket',
        'feedback',
        'order',
        'quote',
        'invoice',
        'contract',
        'message',
        '*',
      ],
    ],
  ])('asks what is meant by %s, and tells nothing meanwhile', async (words, offers) => {
    const asked = await house.say(`/hook add https://erp.example.com ${words}`);
    expect(asked.failed).toBe(true);
    const commands = buttonsOf(asked).map(({ command }) => command.replace('/hook add https://erp.example.com ', ''));
    expect(commands.flatMap((one) => one.split(', '))).toEqual(offers);
    expect(await hooks()).toEqual([]);
  });

  it('says in Chinese what is told, beside what other systems know it as', async () => {
    const said = await house.rehearse('owner', '/推送 添加 https://erp.example.com 订单 成交', { locale: 'zh-CN' });
    expect(said.text).toContain('会通知：订单（order）、意向成交（lead.won）。');
  });

  it('adds no address twice', async () => {
    await house.say('/hook add https://erp.example.com/in');
    expect((await house.say('/hook add https://ERP.example.com/in#x')).text).toContain('already');
    expect(await hooks()).toHaveLength(1);
  });

  it('switches off and on, removes, and takes each of it back', async () => {
    await addHook(house, peer.url);
    const state = async () => (await hooks()).map(({ off }) => off);
    await house.say('/hook off');
    expect(await state()).toEqual([true]);
    await house.say('/undo');
    expect(await state()).toEqual([false]);
    await house.say('/hook off h1');
    await house.say('/hook on 1');
    expect(await state()).toEqual([false]);
    await house.say('/hook remove h1');
    expect(await state()).toEqual([]);
    await house.say('/undo');
    expect(await state()).toEqual([false]);
  });

  it('asks which of several is meant, and knows those that are not there', async () => {
    await addHook(house, peer.url);
    await addHook(house, `${peer.url}/2`);
    expect(buttonsOf(await house.say('/hook off')).map(({ command }) => command)).toEqual([
      '/hook off h1',
      '/hook off h2',
    ]);
    expect(await house.say('/hook off h9')).toMatchObject({ failed: true });
    expect(await house.say('/hook frobnicate')).toMatchObject({ failed: true });
  });

  it('sends nothing more to one that was removed, also by taking back that it was added', async () => {
    await addHook(house, peer.url);
    await house.say('/add Somebody a@example.com');
    peer.answer = { status: 500 };
    await tellHooks(house);
    await house.say('/hook remove h1');
    const states = await house.db.sql`select distinct state from outbox where audience = 'machine'`;
    expect(states).toEqual([{ state: 'cancelled' }]);
  });

  it.each([
    [200, 'took the test (200'],
    [302, 'redirect'],
    [401, '401'],
    [500, 'answered 500'],
  ])('says what came back of a test: %i', async (status, words) => {
    await addHook(house, peer.url);
    peer.answer = { status };
    await house.say('/hook off');
    await house.type('/hook test');
    await tellHooks(house);
    expect(peer.types()).toEqual(['hook.test']);
    expect((await house.cards()).at(-1)!.text).toContain(words);
    expect(await tellHooks(house)).toBe(0);
    expect((await house.say('/unsent')).text).toBe('Everything was delivered.');
  });

  it('keeps a secret only sealed as soon as it is in the chat', async () => {
    const kept = () => house.db.sql`
      select id from outbox where payload::text like '%whsec_%' union all select id from inbox where encode(body, 'escape') like '%whsec_%'
      union all select id from journal_changes where after::text like '%whsec_%' or before::text like '%whsec_%'`;
    await house.type('/hook add https://erp.example.com/in');
    expect((await house.cards()).at(-1)!.quote).toMatch(/^whsec_/);
    expect(await kept()).toHaveLength(1);
    await house.deliver();
    await house.type('/hook rotate');
    await house.deliver();
    expect(await kept()).toEqual([]);
  });

  it('stands in /setup, with what is wrong with it', async () => {
    expect(JSON.stringify(await house.say('/setup'))).not.toContain('what happens');
    await addHook(house, peer.url);
    const item = async () => JSON.stringify((await house.say('/setup')).lists?.[0]?.items.at(-1));
    expect(await item()).toMatch(/✓ Tells 127\.0\.0\.1:\d+\/in what happens/);
    peer.answer = { status: 401 };
    await house.say('/add Somebody a@example.com');
    await tellHooks(house);
    expect(await item()).toContain('⚠️');
    expect(JSON.stringify((await house.say('/setup')).fields)).toContain('401');
  });

  it('is the owner’s alone', async () => {
    for (const role of ['helper', 'viewer'] as const)
      expect(await house.rehearse(role, '/hook add https://erp.example.com')).toMatchObject({ failed: true });
  });
});

describe('/hook with the number in front', () => {
  beforeEach(async () => {
    await house.say('/hook add https://erp.example.com/in order, lead');
  });

  it.each([
    ['/hook 1 pause', true],
    ['/hook h1 off', true],
    ['/推送 1 暂停', true],
    ['/hook erp.example.com pause', true],
    ['/推送 erp.example.com 暂停', true],
    ['/hook 1 resume', false],
    ['/推送 恢复 1', false],
  ])('%s', async (line, off) => {
    if (!off) await house.say('/hook off 1');
    await house.say(line);
    expect(await hooks()).toMatchObject([{ off }]);
  });

  it.each(['/hook 1 only orders', '/推送 1 只要订单', '/hook h1 order'])('is told those alone: %s', async (line) => {
    expect((await house.say(line)).failed).toBeUndefined();
    expect(await hooks()).toMatchObject([{ events: ['order'] }]);
    await house.say('/undo');
    expect(await hooks()).toMatchObject([{ events: ['order', 'lead'] }]);
  });

  it.each([
    ['/hook 1 https://new.example.com/in?k=1', ['order', 'lead']],
    ['/hook h1 to https://new.example.com/in?k=1', ['order', 'lead']],
    ['/推送 1 改成https://new.example.com/in?k=1', ['order', 'lead']],
    ['/hook 1 https://new.example.com/in?k=1 order', ['order']],
  ])('is told at another address: %s', async (line, events) => {
    const reply = await house.say(line);
    expect([reply.failed, reply.text]).toEqual([undefined, expect.stringContaining('new.example.com')]);
    const [row] = await house.db.sql`select url, events from hooks`;
    expect(row).toEqual({ url: 'https://new.example.com/in?k=1', events });
    expect(JSON.stringify(await house.db.sql`select command from journal`)).not.toContain('k=1');
  });

  it('keeps its address where the other one is none to be told at', async () => {
    const reply = await house.say('/hook 1 http://new.example.com/in');
    expect(reply.failed).toBe(true);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/hook h1 https://new.example.com/in']);
    expect(JSON.stringify(await house.db.sql`select url from hooks`)).not.toContain('new.');
  });

  it('names what it does not know, and changes nothing', async () => {
    const reply = await house.say('/hook 1 parrots');
    expect([reply.failed, reply.text]).toEqual([true, expect.stringContaining('parrots')]);
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/hook h1 order');
    expect(await hooks()).toMatchObject([{ events: ['order', 'lead'] }]);
  });
});
