import { beforeEach, describe, expect, it } from 'vitest';
import { settle } from '../../../src/delivery/settle.ts';
import type { MessageEdited } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { changeBusiness } from '../../../src/domain/sell/quote/business.ts';
import { tendInvoices } from '../../../src/jobs/invoices.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'EUR', businessName: 'Tea House', undoSend: 5 });

const rows = () =>
  house.db.sql<
    Record<string, unknown>
  >`select number, due_on::text as due, settled, reminders from invoices order by id`;
const toCustomer = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const labelled = (reply: Reply, label: string) => buttonsOf(reply).find((one) => one.label.startsWith(label))!;
const field = (reply: Reply, label: string) => reply.fields?.find((one) => one.label === label)?.value;
const card = async () => (await house.cards()).at(-1)!;
const over = async () => {
  await house.db.autocommit`update outbox set run_at = now() where state = 'queued' and audience = 'customer'`;
  await house.deliver();
};

beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('Two teas please', { from: { address: '1001', name: 'Anna' } }));
    await house.deliver();
    await house.say('/order Anna 2x tea 100');
  }),
);

describe('an invoice', () => {
  it.each([
    ['/invoice M-1', 'R-2026-001', '2026-12-05'],
    ['/invoice M-1 due 15 Dec', 'R-2026-001', '2026-12-15'],
    ['/invoice M-1 月底前', 'R-2026-001', '2026-11-30'],
    ['/invoice M-1 number 2026/17, net 30', '2026/17', '2026-12-21'],
  ])('is noted by %s, and taken back exactly', async (line, number, due) => {
    const before = await house.state();
    await house.say(line);
    expect(await rows()).toEqual([{ number, due, settled: false, reminders: 0 }]);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('of somebody without an order is none yet: the order is a tap away, with its sum', async () => {
    await house.say('/add Ben ben@example.com');
    const asked = await house.say('/invoice Ben €300');
    expect(asked.text).toContain('Ben has no order that could be invoiced');
    const noted = await house.press(labelled(asked, 'Note an order: €300.00'));
    expect(noted.title).toContain('€300.00');
    expect((await house.say('/invoice Ben')).text).toContain('Which order of Ben');
  });

  it('is paid by the money of its order, in parts or whole, and open again when that is taken back', async () => {
    await house.say('/invoice M-1');
    await house.say('/invoice R-2026-001 paid 50');
    expect(field(await house.say('/invoice r-2026-001'), 'Still owed')).toBe('€50.00');
    expect((await rows())[0]).toMatchObject({ settled: false });
    await house.say('/invoice R-2026-001 paid');
    expect((await rows())[0]).toMatchObject({ settled: true });
    expect((await house.say('/unpaid')).text).toContain('Nobody owes you anything');
    await house.say('/undo');
    expect((await rows())[0]).toMatchObject({ settled: false });
    expect(field(await house.say('/invoice R-2026-001'), 'Still owed')).toBe('€50.00');
  });

  it.each([
    ['已付20', '€80.00', '2026-12-05'],
    ['付了20', '€80.00', '2026-12-05'],
    ['paid20', '€80.00', '2026-12-05'],
    ['paid€20', '€80.00', '2026-12-05'],
    ['due15Dec', '€100.00', '2026-12-15'],
  ])('is told %s without a blank, and keeps its number', async (words, owed, due) => {
    await house.say('/invoice M-1');
    expect((await house.say(`/invoice R-2026-001 ${words}`)).failed).toBeUndefined();
    expect(await rows()).toMatchObject([{ number: 'R-2026-001', due }]);
    expect(field(await house.say('/invoice R-2026-001'), 'Still owed') ?? '€100.00').toBe(owed);
  });

  it.each(
    [
      '收到20',
      '还欠20',
      '转了20元',
      '延到12月31',
      '作废1',
      '先付50',
      '微信转账156',
      '付了一半',
      'got40',
      'Dec15',
      'DEC-15',
      'PAID-40',
    ].concat(['remind2', 'unpaid2', 'note1', 'p40', 'no money', 'paid-40']),
  )('takes no number from %s, and says that it was not read', async (words) => {
    for (const line of ['/invoice M-1', '/invoice R-2026-001']) {
      const before = await house.state();
      expect(await house.say(`${line} ${words}`)).toMatchObject({ failed: true, text: expect.stringContaining(words) });
      expect(await house.state()).toEqual(before);
      await house.say('/invoice M-1');
    }
  });

  it.each(['R-7', 'number r7', 'no 7', 'no.7', '#7', '编号7', '编号 2026/17', 'INV-2026-9'])(
    'is numbered by %s',
    async (words) => {
      await house.say(`/invoice M-1 ${words}`);
      expect((await rows())[0]!.number).toBe(words.replace(/^(?:number |no[ .]|#|编号 ?)/, ''));
    },
  );

  it('has a number of its own, and is due after it was written', async () => {
    await house.say('/order Anna 1x cup 10');
    await house.say('/invoice M-1');
    expect((await house.say('/invoice M-2 number r-2026-001')).text).toContain('is the invoice of M-1 already');
    expect((await house.say('/invoice M-2 due 2026-01-01')).failed).toBe(true);
    expect((await house.say('/invoice M-2 whenever you like')).text).toContain('cannot read');
    await house.say('/invoice M-2');
    expect((await rows()).map(({ number }) => number)).toEqual(['R-2026-001', 'R-2026-002']);
  });
});

describe('an invoice that is open', () => {
  const became = async () => {
    const [order] = await house.db.sql<{ owed: string }>`
      select coalesce(outstanding_minor, 0)::text as owed from orders where number = 'M-1'`;
    return { owed: order!.owed, rows: await rows() };
  };

  it.each(['R-2026-001', 'M-1', 'Anna'])('is meant by %s, though another order was not invoiced', async (said) => {
    await house.say('/order Anna 1x cup 10');
    await house.say('/invoice M-1');
    const before = await house.state();
    const shown = await house.say(`/invoice ${said}`);
    expect(shown.title).toContain('R-2026-001');
    expect(buttonsOf(shown).some(({ command }) => command === '/invoice M-2')).toBe(said === 'Anna');
    expect((await house.say(`/invoice ${said} remind`)).title).toBe('Reminder 1 to Anna would read');
    expect(await house.state()).toEqual(before);
    await house.say(`/invoice ${said} paid 40`);
    expect(await became()).toMatchObject({ owed: '6000', rows: [{ settled: false }] });
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    await house.say(`/invoice ${said} drop`);
    expect(await rows()).toEqual([]);
  });

  it('is asked for among several, and where new terms may be of an order that has none', async () => {
    await house.say('/order Anna 1x cup 10');
    await house.say('/invoice M-1');
    const commands = async (line: string) => buttonsOf(await house.say(line)).map(({ command }) => command);
    const due = ['/invoice R-2026-001 due 15 Dec', '/invoice M-2 due 15 Dec'];
    expect(await commands('/invoice Anna due 15 Dec')).toEqual(due);
    await house.say('/invoice M-2');
    const paid = ['/invoice R-2026-001 paid 4', '/invoice R-2026-002 paid 4'];
    expect(await commands('/invoice Anna paid 4')).toEqual(paid);
  });

  it('is not there yet: nothing is paid or reminded of, and it is offered by its sum', async () => {
    for (const said of ['M-1', 'Anna']) {
      const before = await house.state();
      const [made, paid] = buttonsOf(await house.say(`/invoice ${said} paid 40`));
      expect([made!.command, paid!.command]).toEqual(['/invoice M-1', '/order o1 paid 40']);
      expect((await house.say(`/invoice ${said} remind`)).failed).toBe(true);
      expect(await house.state()).toEqual(before);
    }
  });

  it.each([
    ['of 1 Nov', '2026-11-01', '2026-11-15'],
    ['of 1 Nov, due 14 Nov', '2026-11-01', '2026-11-14'],
    ['issued 2026-11-01, net 10', '2026-11-01', '2026-11-11'],
    ['due 14 Nov of 1 Nov', '2026-11-01', '2026-11-14'],
    ['invoiced yesterday', '2026-11-20', '2026-12-04'],
    ['11月1日开的，11月14日前付', '2026-11-01', '2026-11-14'],
    ['开票日期 2026-11-01', '2026-11-01', '2026-11-15'],
  ])('may be of an earlier day: %s', async (words, issued, due) => {
    const dates = () => house.db.sql`select issued_on::text, due_on::text from invoices`;
    await house.say(`/invoice M-1 ${words}`);
    expect(await dates()).toEqual([{ issued_on: issued, due_on: due }]);
    // of one that is noted its day changes alone
    await house.say('/invoice R-2026-001 issued 3 Nov');
    expect(await dates()).toEqual([{ issued_on: '2026-11-03', due_on: due }]);
    await house.say('/undo');
    expect(await dates()).toEqual([{ issued_on: issued, due_on: due }]);
  });

  it.each(['of 1 Dec', 'of 2027-01-01', 'of 1 Nov, due 2026-10-01', 'due 2026-11-01'])(
    'is of no day ahead, nor due before its own: %s',
    async (words) => {
      expect(await house.say(`/invoice M-1 ${words}`)).toMatchObject({ failed: true });
      expect(await rows()).toEqual([]);
    },
  );
});

it('what is unpaid is listed with how long it has been due, and told once when it is overdue', async () => {
  await house.say('/order Anna 1x cup 10');
  expect((await house.say('/unpaid Anna')).text).toBe('Anna still owes €110.00.');
  const beside = await house.say('/unpaid');
  expect(beside.text).toBe('€110.00 is still to come.');
  expect(field(beside, 'Orders not paid, and not invoiced')).toBe('€110.00 (2)');
  expect(field(beside, 'Who owes most')).toBe('Anna €110.00');
  await house.say('/invoice M-1 due 2026-11-25');
  await house.say('/invoice M-2 due 2027-01-15');
  for (const day of ['2026-11-25', '2026-11-26', '2026-11-27']) {
    house.now = new Date(`${day}T02:00:00Z`);
    await house.act(tendInvoices);
  }
  const told = (await house.cards()).filter(({ title }) => title?.includes('overdue'));
  expect(told.map(({ title, lists }) => [title, lists![0]!.items.length])).toEqual([['🧾 1 invoice overdue', 1]]);
  await house.say('/contract Anna until 2027-02-28, 3 months notice');
  const lists = (await house.say('/digest')).lists!;
  expect(lists.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(
    expect.arrayContaining(['🧾 1 invoice overdue: €100.00']),
  );
  const notices = lists.find(({ title }) => title === 'Last days for notice')!;
  expect(notices.items.map(({ detail }) => detail)).toEqual(['notice until Mon']);
  const list = await house.say('/unpaid Anna');
  expect(field(list, 'Not due yet')).toBe('€10.00 (1)');
  expect(field(list, '1–30 days overdue')).toBe('€100.00 (1)');
  expect(list.lists![0]!.items.map(({ detail }) => detail)).toEqual(['2 days overdue', 'due 15 Jan 2027']);
});

it('what somebody has not paid is shown without an invoice, too, with what is still to come, and asked about where one is noted', async () => {
  const orders = (reply: Reply) =>
    buttonsOf(reply).flatMap(({ label, command }) => (command.startsWith('/order o') ? [label] : []));
  for (const line of [
    '/order Anna 1x cup 10',
    '/order Anna 1x pot 30',
    '/order Anna 1x jar 20',
    '/order Anna 1x lid 5',
  ])
    await house.say(line);
  await house.say('/order M-2 paid 4');
  await house.say('/order M-3 paid');
  await house.say('/order M-4 paid');
  await house.say('/order M-4 refund 20');
  await house.say('/order M-5 cancel');
  expect(orders(await house.say('/unpaid Anna'))).toEqual(['M-2 · €6.00', 'M-1 · €100.00']);
  const which = await house.say('/invoice Anna due 15 Dec');
  expect(buttonsOf(which).map(({ label }) => label)).toEqual(['M-4', 'M-3', 'M-2', 'M-1']);
  await house.say('/invoice M-1');
  expect(orders(await house.say('/unpaid Anna'))).toEqual(['M-2 · €6.00']);
});

describe('a reminder', () => {
  const shown = async (line = '/invoice R-2026-001 remind') => {
    await house.type(line);
    return card();
  };
  beforeEach(async () => {
    await house.say('/invoice M-1 due 2026-11-25');
    house.now = new Date('2026-11-30T02:00:00Z');
  });

  it('leaves only by the tap under what was shown, is counted, and gets firmer', async () => {
    const first = await shown();
    expect(first.quote).toContain('invoice R-2026-001 for €100.00 was due on');
    expect(await toCustomer()).toEqual([]);
    await house.press(labelled(first, 'Send it'));
    await over();
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['sent']);
    expect((await rows())[0]).toMatchObject({ reminders: 1 });
    const quotes = [(await shown()).quote, (await shown('/invoice R-2026-001 remind last')).quote];
    expect(quotes).toEqual([
      expect.stringContaining('within the next 7 days'),
      expect.stringContaining('last reminder'),
    ]);
    const own = await shown('/invoice R-2026-001 remind Dear Anna, the tea?');
    expect(own.quote).toBe('Dear Anna, the tea?');
  });

  it('goes to whoever is to pay alone, not to those in copy of their mails', async () => {
    await house.happen(
      telegramMessage('A cup, please', {
        ...{ channel: 'email', chat: 'ben@b.org', private: false, from: { address: 'ben@b.org', name: 'Ben' } },
        ...{ subject: 'A cup', externalId: '<ben@x>', copied: ['boss@b.org', 'spy@third.example'] },
      }),
    );
    await house.say('/order Ben 1x cup 10');
    await house.say('/invoice M-2 of 1 Nov');
    const first = await shown('/invoice R-2026-002 remind');
    expect(JSON.stringify(first)).not.toMatch(/boss@|spy@/);
    await house.press(labelled(first, 'Send it'));
    expect(await toCustomer()).toMatchObject([{ address: 'ben@b.org', state: 'queued' }]);
    expect(JSON.stringify(await toCustomer())).not.toMatch(/boss@|spy@/);
    // the control: an answer goes to all of them
    await house.say('/reply Ben Thank you');
    expect(JSON.stringify(await house.cards())).toMatch(/boss@b\.org/);
  });

  it('is not sent twice by a second tap, nor when its sum or its day has changed since', async () => {
    const first = await shown();
    await house.press(labelled(first, 'Send it'));
    await house.press(labelled(first, 'Send it'));
    expect(await toCustomer()).toHaveLength(1);
    const line = labelled(await shown(), 'Send it').command;
    await house.say('/order M-1 paid 50');
    expect((await house.say(line)).text).toMatch(/^Something has changed/);
    const dated = labelled(await shown(), 'Send it').command;
    await house.say('/invoice R-2026-001 due 2027-01-31');
    expect((await house.say(dated)).text).toMatch(/^Something has changed/);
    expect(await toCustomer()).toHaveLength(1);
  });

  it('does not leave to whoever pays meanwhile, which is told', async () => {
    await house.press(labelled(await shown(), 'Send it'));
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['queued']);
    await house.say('/order M-1 paid');
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['failed']);
    await over();
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['failed']);
    await house.act(tendInvoices);
    expect((await card()).text).toContain('has paid R-2026-001 meanwhile');
    expect((await house.say('/invoice R-2026-001 remind')).text).toContain('Nothing of it is owed');
  });

  it.each([
    ['/order M-1 paid 50', 'What is owed of R-2026-001 has changed', 'Remind anew'],
    ['/order M-1 total 50', 'What is owed of R-2026-001 has changed', 'Remind anew'],
    ['/invoice R-2026-001 due 2027-01-31', 'due on another day', 'Remind anew'],
    ['/invoice R-2026-001 number X-9', 'now numbered X-9', 'Remind anew'],
    ['/order M-1 cancelled', 'The order of R-2026-001 is cancelled', undefined],
  ])('that waits does not leave after %s, nor by a second way, and does not count', async (line, told, button) => {
    await house.press(labelled(await shown(), 'Send it'));
    await house.say(line);
    const { id, state } = (await toCustomer())[0]!;
    expect(state).toBe('failed');
    await house.act(tendInvoices);
    const said = (await house.cards()).find(({ text = '' }) => text.includes(told))!;
    expect(buttonsOf(said)[0]?.label).toBe(button);
    expect((await house.say(`/retry o${id}`)).text).toContain('does not leave again');
    expect((await toCustomer())[0]!.state).toBe('failed');
    if (button) expect((await house.say(buttonsOf(said)[0]!.command)).title).toContain('Reminder 1');
  });

  it('that waits stays where they write meanwhile, which is shown and is part of what leaves then', async () => {
    const first = await shown();
    await house.press(labelled(first, 'Send it'));
    await house.happen(
      telegramMessage('I paid this yesterday', {
        from: { address: '1001', name: 'Anna' },
        externalId: '2',
        sentAt: house.now,
      }),
    );
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['failed']);
    await house.act(tendInvoices);
    const told = (await house.cards()).find(({ text = '' }) => text.includes('Anna has written meanwhile'))!;
    expect([told.quote, buttonsOf(told)[0]?.label]).toEqual(['I paid this yesterday', 'Remind anew']);
    expect(field(await house.say('/invoice R-2026-001'), 'Did not leave')).toContain('had written meanwhile');
    expect((await house.say(labelled(first, 'Send it').command)).text).toMatch(/^Something has changed/);
    expect(field(await shown(), 'Anna wrote last')).toContain('I paid this yesterday');
    house.now = new Date('2026-11-30T03:00:00Z');
    await house.press(labelled(await shown(), 'Send it'));
    await over();
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['failed', 'sent']);
    expect(field(await house.say('/invoice R-2026-001'), 'Did not leave')).toBeUndefined();
  });

  it('that waits stays where they change an older message meanwhile, which is part of what leaves then', async () => {
    const first = await shown();
    await house.press(labelled(first, 'Send it'));
    const edited = { channel: 'telegram', chat: '1001', externalId: '1', from: { address: '1001', name: 'Anna' } };
    const edit = (text: string) =>
      house.happen({ kind: 'message.edited', ...edited, text, editedAt: house.now } as MessageEdited);
    await edit('hello, I paid yesterday');
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['failed']);
    await house.act(tendInvoices);
    const told = (await house.cards()).find(({ text = '' }) => text.includes('Anna has written meanwhile'))!;
    expect(told.quote).toBe('hello, I paid yesterday');
    const again = labelled(await shown(), 'Send it');
    house.now = new Date('2026-11-30T02:10:00Z');
    await edit('hello, I paid this morning');
    expect((await house.say(again.command)).text).toMatch(/^Something has changed/);
  });

  it('that stayed is told of though what stopped it is taken back before', async () => {
    await house.press(labelled(await shown(), 'Send it'));
    await house.say('/order M-1 paid');
    await house.say('/undo');
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['failed']);
    expect(field(await house.say('/invoice R-2026-001'), 'Did not leave')).toBeDefined();
    await house.act(tendInvoices);
    const told = (await house.cards()).find(({ text = '' }) => text.includes('has paid R-2026-001 meanwhile'))!;
    expect(buttonsOf(told)[0]?.label).toBe('Remind anew');
  });

  it('that is called back leaves after all by an act of its own: shown first, and not to whoever has paid', async () => {
    await house.press(labelled(await shown('/invoice R-2026-001 remind Dear Anna, the tea?'), 'Send it'));
    await house.type('/cancel');
    const again = labelled(await card(), 'Send it after all');
    await house.press(again);
    expect(await toCustomer()).toMatchObject([{ state: 'cancelled' }]);
    expect(await card()).toMatchObject({ quote: 'Dear Anna, the tea?', title: expect.stringContaining('Reminder 1') });
    await house.type('send it after all');
    expect(labelled(await card(), 'Send it after all').command).toBe(again.command);
    // /undo, straight after it, means what was called back
    await house.type('/undo');
    expect(labelled(await card(), 'Send it after all').command).toBe(again.command);
    await house.say('/order M-1 paid');
    expect((await house.say(again.command)).text).toContain('Nothing of it is owed');
  });

  it('that is dropped while it is under way does not leave on a further try, which is told, and is taken back exactly', async () => {
    await house.press(labelled(await shown(), 'Send it'));
    await house.db
      .autocommit`update outbox set state = 'sending', attempts = 1, locked_until = now() where audience = 'customer'`;
    const before = await house.state();
    await house.say('/invoice R-2026-001 drop');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    await house.say('/invoice R-2026-001 drop');
    await settle({ db: house.db, act: house.act }, (await toCustomer())[0]!, { result: 'retry', error: 'away' });
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['failed']);
    await house.act(tendInvoices);
    expect((await card()).text).toContain('no longer on the list, so your reminder to Anna did not leave');
  });

  it('that is dropped stays, and the last one speaks of no earlier ones that were not', async () => {
    const last = await shown('/invoice R-2026-001 remind last');
    expect(last.quote).toContain('due on 25 Nov 2026, is still open');
    expect(last.quote).not.toContain('earlier');
    await house.press(labelled(last, 'Send it'));
    await house.say('/invoice R-2026-001 drop');
    const { id } = (await toCustomer())[0]!;
    expect((await house.say(`/retry o${id}`)).text).toContain('does not leave again');
  });

  it('that could not leave at first stays, where it was paid by then', async () => {
    await house.press(labelled(await shown(), 'Send it'));
    await house.db
      .autocommit`update outbox set state = 'sending', attempts = 1, locked_until = now() where audience = 'customer'`;
    const again = async () =>
      settle({ db: house.db, act: house.act }, (await toCustomer())[0]!, { result: 'retry', error: 'away' });
    await house.say('/order M-1 paid');
    await again();
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['failed']);
    await house.act(tendInvoices);
    expect((await card()).text).toContain('has paid R-2026-001 meanwhile');
  });

  it('holds the link by which it is paid, with each value as a part of an address', async () => {
    expect((await house.say('/business paylink http://pay.example/{number}')).failed).toBe(true);
    expect((await house.say('/business paylink https://pay.example/{iban}')).text).toContain('{iban}');
    expect((await house.say('/business paylink https://{name}.example/')).failed).toBe(true);
    expect((await house.say('/business paylink https://any.example/{number}?sum={minor}')).text).not.toContain(
      'It holds no',
    );
    expect((await house.say('/business paylink https://any.example/?r={number}')).text).toContain(
      'It holds no {amount}',
    );
    expect((await house.say('/business paylink USD https://us.example/')).text).toMatch(
      /\{amount\}.*\n.*no \{number\}/,
    );
    const chinese = 'EUR https://pay.example/?r={Reference}&sum={金额}&n={姓名}';
    expect(field(await house.say(`/商家 付款链接 ${chinese}`), 'Pay link')).toContain(
      '?r={number}&sum={amount}&n={name}',
    );
    expect((await house.say('/商家 收款码')).text).toContain('alipay');
    await house.say('/business paylink EUR https://pay.example/?r={number}&sum={amount}&n={name}');
    expect((await shown()).quote).toContain('https://pay.example/?r=R-2026-001&sum=100.00&n=Anna');
    expect(field(await house.say('/invoice R-2026-001'), 'Pay link')).toContain('https://pay.example/?r=R-2026-001');
    await house.say('/business paylink EUR off');
    expect((await shown()).quote).toContain('https://any.example/?r=R-2026-001');
  });

  it('carries the pictures that are scanned to pay, as its owner has seen', async () => {
    const picture = await house.act(({ keepFile }) => keepFile(Buffer.from('\x89PNG', 'latin1')));
    await house.act(({ tx }) => changeBusiness(tx, { payPictures: { wechat: picture } }));
    const first = await shown();
    expect(first.quote).toContain('To pay, scan the picture: WeChat Pay.');
    expect(first.attachments).toMatchObject([{ kind: 'photo', type: 'image/png', ref: picture }]);
    await house.act(({ tx }) => changeBusiness(tx, { payPictures: null }));
    await house.press(labelled(first, 'Send it'));
    expect(await toCustomer()).toEqual([]);
    await house.act(({ tx }) => changeBusiness(tx, { payPictures: { wechat: picture } }));
    await house.press(labelled(await shown(), 'Send it'));
    expect((await toCustomer()).map(({ payload }) => JSON.stringify(payload).includes(picture))).toEqual([true]);
  });
});

describe('invoices of some days, and those of somebody', () => {
  const start = () =>
    house.start('days', async () => {
      house.now = new Date('2026-10-20T04:00:00Z');
      await house.happen(telegramMessage('Two teas please', { from: { address: '1001', name: 'Anna' } }));
      await house.say('/order Anna 2x tea 100');
      await house.say('/invoice M-1 due in 30 days');
      house.now = new Date('2026-11-21T04:00:00Z');
      await house.say('/order Anna 1x cup 20');
      await house.say('/invoice M-2 due 15 Dec');
      await house.say('/order Anna 1x pot 30');
    });

  it.each([
    ['last month', ['R-2026-001']],
    ['上个月', ['R-2026-001']],
    ['this month', ['R-2026-002']],
    ['due next month', ['R-2026-002']],
    ['下个月到期的', ['R-2026-002']],
    ['overdue', ['R-2026-001']],
    ['yesterday', 'Unpaid, invoiced yesterday: none.'],
  ])('/unpaid %s', async (asked, numbers) => {
    await start();
    const { lists = [], text } = await house.say(`/unpaid ${asked}`);
    expect(text ?? lists[0]!.items.map(({ ref, text: line }) => /R-2026-\d{3}/.exec(`${ref} ${line}`)?.[0])).toEqual(
      numbers,
    );
  });

  it('are asked about where several are open, and meant by their order or their one customer', async () => {
    await start();
    const commands = async (line: string) => buttonsOf(await house.say(line)).map(({ command }) => command);
    expect(await commands('/invoice Anna')).toEqual(
      expect.arrayContaining(['/invoice M-3', '/invoice R-2026-001 paid', '/invoice R-2026-002 paid']),
    );
    expect(await commands('/invoice Anna paid')).toEqual(['/invoice R-2026-001 paid', '/invoice R-2026-002 paid']);
    expect((await house.say('/invoice M-2 remind')).title).toContain('Reminder 1');
    await house.say('/invoice M-2 paid 5');
    expect(field(await house.say('/invoice M-2'), 'Still owed')).toBe('€15.00');
    await house.say('/invoice M-1 paid');
    expect((await house.say('/invoice Anna remind')).title).toContain('Reminder 1');
    await house.say('/invoice Anna drop');
    expect((await rows()).map(({ number }) => number)).toEqual(['R-2026-001']);
  });
});
