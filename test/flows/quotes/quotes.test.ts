import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { changeBusiness } from '../../../src/domain/sell/quote/business.ts';
import { remindOfQuotes } from '../../../src/jobs/quotes.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';
import { webFormsOf } from '../../support/web_forms.ts';

const house = await testHouse({ locale: 'en', currency: 'USD', businessName: 'Tea House', undoSend: 5 });
const browser = await webFormsOf(house);
const HUMAN = { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1', 'x-forwarded-for': '198.51.100.7' };
const ACCEPT = { act: 'accept', name: 'Anna Li', agree: 'yes' };

const rows = () =>
  house.db.sql<{ state: string; number: string | null; revision: number; total: string | null; opened: boolean }>`
    select state, number, revision, total_minor as total, opened_at is not null as opened from quotes order by id`;
const lead = async (id = '1') =>
  (
    await house.db.sql<{ stage: string; amount: string | null }>`
    select stage, amount_minor as amount from leads where id = ${id}`
  )[0]!;
const toCustomer = async () => (await house.outbox()).filter((row) => row.audience === 'customer');
const labelled = (reply: Reply, label: string) => buttonsOf(reply).find((one) => one.label === label)!;
const over = async () => {
  await house.db.autocommit`update outbox set run_at = now() where state = 'queued' and audience = 'customer'`;
  await house.deliver();
};
/** Shown, then sent by its button, as its owner in the paired chat; leaves unless `held`. */
async function send(leadId = '1', held = false): Promise<void> {
  await house.type(`/quote ${leadId} send`);
  await house.press('Send it');
  if (!held) await over();
}
/** The path of the newest link that a customer got. */
async function link(): Promise<string> {
  const said = JSON.stringify((await toCustomer()).at(-1)!.payload);
  return /https:\/\/crm\.example\.com(\/q\/[\w-]+)/.exec(said)![1]!;
}

beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('How much is a logo?', { from: { address: '1001', name: 'Anna' } }));
    await house.deliver();
    await house.say('/quote c1 Logo design 2x300 -10% valid until Friday');
  }),
);

describe('a quote', () => {
  it('opens a lead with its first line, and shows what was read', async () => {
    const shown = await house.say('/quote 1');
    expect(shown.fields).toEqual([
      { label: 'Total', value: '$540.00' },
      { label: 'Discount', value: '10% · $60.00' },
      { label: 'Valid until', value: '2026-11-27' },
    ]);
    expect(await lead()).toMatchObject({ amount: '54000' });
    expect((await rows()).map(({ state, number }) => [state, number])).toEqual([['draft', null]]);
  });

  it('leaves only after its owner saw to whom, in which words and with which file', async () => {
    const before = await house.state();
    const shown = await house.say('/quote 1 send');
    expect(await house.state()).toEqual(before);
    expect(await toCustomer()).toEqual([]);
    expect(shown.title).toBe('Quote Q-2026-001 would leave to Anna');
    expect(shown.fields?.[0]).toEqual({ label: 'Goes to', value: 'Anna · Telegram' });
    expect(shown.quote).toContain('Q-2026-001 for $540.00, valid until 2026-11-27');
    expect(shown.attachments![0]).toMatchObject({ name: 'Quote Q-2026-001.pdf', type: 'application/pdf' });
    await send();
    const [row] = await toCustomer();
    const payload = row!.payload as Extract<(typeof row & object)['payload'], { kind: 'message' }>;
    expect(payload.reply.text).toContain(await link());
    expect(payload.reply.attachments).toHaveLength(1);
    expect(await rows()).toEqual([{ state: 'sent', number: 'Q-2026-001', revision: 1, total: '54000', opened: false }]);
  });

  it('names at its head the company where its customer is, as was shown', async () => {
    await house.say('/org Acme +c1');
    await house.say('/org Acme tax GB 123');
    const to = 'Acme · Tax ID: GB 123 · Anna';
    expect((await house.say('/quote 1 send')).fields).toContainEqual({ label: 'To', value: to });
    await send();
    expect(await house.db.sql`select content ->> 'to' as to from quotes`).toEqual([{ to }]);
  });

  it('is shown again, and does not leave, where it has changed since', async () => {
    await house.type('/quote 1 send');
    await house.say('/quote 1 Card 1x5');
    await house.press('Send it');
    expect((await house.cards()).at(-1)!.text).toMatch(/something has changed: the lines/);
    expect(await toCustomer()).toEqual([]);
  });

  it('that is cancelled while it is held is a draft again, and keeps its number for the same lead', async () => {
    await send('1', true);
    expect((await rows())[0]).toMatchObject({ state: 'sent', number: 'Q-2026-001' });
    await house.type('/cancel');
    expect((await toCustomer()).map(({ state }) => state)).toEqual(['cancelled']);
    expect((await rows())[0]).toMatchObject({ state: 'draft', number: null });
    await house.say('/add Bo bo@x.example');
    await house.say('/lead c2 Poster $5');
    await send();
    expect((await rows())[0]).toMatchObject({ state: 'sent', number: 'Q-2026-001', revision: 1 });
  });

  it('sent anew is the next revision, and the page of the older one says so', async () => {
    await send();
    const older = await link();
    await house.say('/quote 1 Card 1x60');
    await send();
    expect((await rows()).map(({ state, number, revision }) => [state, number, revision])).toEqual([
      ['replaced', 'Q-2026-001', 1],
      ['sent', 'Q-2026-001', 2],
    ]);
    const page = await browser.get(older, HUMAN);
    expect([page.status, page.html.includes('newer version'), page.html.includes('Logo')]).toEqual([410, true, false]);
    expect((await browser.post(older, ACCEPT, HUMAN)).status).toBe(410);
    expect((await browser.get(await link(), HUMAN)).html).toContain('Q-2026-001-2');
    expect((await house.say('/quote q-2026-001')).title).toContain('Q-2026-001-2');
  });
});

describe('its page', () => {
  beforeEach(() =>
    house.start('sent', async () => {
      await house.happen(telegramMessage('How much is a logo?', { from: { address: '1001', name: 'Anna' } }));
      await house.say('/quote c1 Logo <b>design</b> 2x300 +13% tax valid until Friday');
      await send();
    }),
  );

  it('shows lines, sums and forms without a script, and notes its first opening by a person alone', async () => {
    const path = await link();
    await browser.head(path);
    await browser.get(path, { 'user-agent': 'curl/8' });
    expect((await rows())[0]!.opened).toBe(false);
    const { status, html, headers } = await browser.get(path, HUMAN);
    expect(status).toBe(200);
    expect(html).toContain('Logo &lt;b&gt;design&lt;/b&gt;');
    expect(html).toContain('$678.00');
    expect(html).not.toMatch(/<script|http-equiv/i);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await rows())[0]!.opened).toBe(true);
    expect((await house.cards()).filter(({ text = '' }) => text.includes('has opened'))).toHaveLength(1);
    await browser.get(path, HUMAN);
    expect((await house.cards()).filter(({ text = '' }) => text.includes('has opened'))).toHaveLength(1);
  });

  it('gives the PDF that was sent', async () => {
    const { headers, html } = await browser.get(`${await link()}/pdf`, HUMAN);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(html.startsWith('%PDF-')).toBe(true);
  });

  it('is accepted by a name and a tick: that wins the lead, opens an order, is told at once, and can be taken back', async () => {
    const path = await link();
    for (const wrong of [{ act: 'accept', name: 'Anna' }, { act: 'accept', name: ' ', agree: 'yes' }, {}])
      expect((await browser.post(path, wrong, HUMAN)).status).toBe(422);
    expect((await rows())[0]!.state).toBe('sent');
    expect((await lead()).stage).toBe('quoted');
    const both = await Promise.all([browser.post(path, ACCEPT, HUMAN), browser.post(path, ACCEPT, HUMAN)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]!.html).toContain('Accepted by Anna Li');
    await browser.post(path, { ...ACCEPT, name: 'Mallory' }, HUMAN);
    expect(await lead()).toEqual({ stage: 'won', amount: '67800' });
    const orders = await house.db.sql`
      select o.number, o.total_minor as total, l.title, l.quantity, q.decided, o.id = q.order_id as linked
      from orders o join order_lines l on l.order_id = o.id cross join quotes q`;
    expect(orders).toEqual([
      {
        ...{ number: 'M-1', total: '67800', title: 'Logo <b>design</b>', quantity: 2, linked: true },
        decided: { name: 'Anna Li', address: '198.51.100.7', agent: HUMAN['user-agent'] },
      },
    ]);
    const told = (await house.cards()).filter(({ title = '' }) => title.includes('has accepted'));
    expect(told.map(({ title }) => title)).toEqual(['🎉 Anna has accepted Q-2026-001: $678.00']);
    await house.press(labelled(told[0]!, 'Undo'));
    expect((await rows())[0]).toMatchObject({ state: 'sent' });
    expect(await lead()).toEqual({ stage: 'quoted', amount: '67800' });
    expect(await house.db.sql`select from orders`).toHaveLength(0);
  });

  it('says how it is paid once it is accepted, until it is: by the link, and by what is scanned', async () => {
    await house.say('/business paylink https://buy.stripe.com/x?client_reference_id={number}&n={name}&sum={amount}');
    const picture = await house.act(({ keepFile }) => keepFile(Buffer.from('\x89PNG', 'latin1')));
    await house.act(({ tx }) => changeBusiness(tx, { payPictures: { alipay: picture } }));
    const path = await link();
    expect((await browser.get(path, HUMAN)).html).not.toContain('stripe');
    expect((await browser.get(`${path}/pay/0`, HUMAN)).status).toBe(404);
    const { html } = await browser.post(path, ACCEPT, HUMAN);
    expect(html).toContain('href="https://buy.stripe.com/x?client_reference_id=M-1&amp;n=Anna&amp;sum=678.00"');
    expect(html).toContain(`<img src="${path}/pay/0" alt="Alipay">`);
    expect(html).not.toContain('<script');
    const shown = await browser.get(path, HUMAN);
    expect(shown.headers.get('content-security-policy')).toContain("img-src 'self'");
    const scanned = await browser.get(`${path}/pay/0`, HUMAN);
    expect([scanned.status, scanned.headers.get('content-type')]).toEqual([200, 'image/png']);
    const told = (await house.cards()).at(-1)!;
    const { lists } = await house.say(labelled(told, 'Say how to pay …').command);
    const words = lists![0]!.items.map(({ text }) => text).join();
    expect(words).toContain('You can pay here: https://buy.stripe.com/x?client_reference_id=M-1&n=Anna&sum=678.00');
    await house.say('/invoice M-1 number 2026/17');
    await house.say('/invoice 2026/17 paid 600');
    expect((await browser.get(path, HUMAN)).html).toContain('client_reference_id=2026-17&amp;n=Anna&amp;sum=78.00');
    await house.say('/invoice 2026/17 paid');
    expect((await browser.get(path, HUMAN)).html).not.toContain('stripe');
    expect((await browser.get(`${path}/pay/0`, HUMAN)).status).toBe(404);
  });

  it('is declined with a reason, which leaves the lead open', async () => {
    await browser.post(await link(), { act: 'decline', reason: 'Too expensive' }, HUMAN);
    expect((await rows())[0]!.state).toBe('declined');
    expect((await house.cards()).at(-1)).toMatchObject({
      title: 'Anna has declined quote Q-2026-001',
      fields: [{ label: 'Why not', value: 'Too expensive' }],
    });
    expect((await lead()).stage).not.toBe('lost');
    expect((await browser.post(await link(), ACCEPT, HUMAN)).html).toContain('You have declined');
    expect((await rows())[0]!.state).toBe('declined');
  });

  it('takes a question, which is a message of its customer, once', async () => {
    const ask = { act: 'ask', question: 'Is delivery within the price?' };
    expect((await browser.post(await link(), ask, HUMAN)).html).toContain('Your question has arrived');
    await browser.post(await link(), ask, HUMAN);
    const said = await house.db.sql`
      select text from messages where direction = 'in' and external_id like 'quote:%' and conversation_id = 1`;
    expect(said).toEqual([{ text: 'Is delivery within the price?' }]);
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    await house.deliver();
    expect((await house.cards()).some((card) => JSON.stringify(card).includes('Is delivery within'))).toBe(true);
  });

  it.each([
    ['/won 1 600', 'Its lead had been won for $600.00 before.', []],
    ['/quote 1 Card 1x60', 'Your draft has changed since, to $745.80: that has not been sent.', []],
    ['/order Anna: Logo 678', 'An order for the same sum is there already: M-1.', ['M-1']],
    ['/order Anna: Logo 600', undefined, []],
    ['/won 1', undefined, []],
  ])('tells with its acceptance what else stands otherwise: %s', async (line, hint, orders) => {
    house.now = new Date(house.now.getTime() + 60_000);
    await house.say(line);
    await browser.post(await link(), ACCEPT, HUMAN);
    const told = (await house.cards()).findLast(({ title = '' }) => title.includes('has accepted'))!;
    expect(told.hint?.split(' If it')[0]).toBe(hint);
    expect(buttonsOf(told).flatMap(({ label }) => (/^M-/.test(label) ? [label] : []))).toEqual(orders);
  });

  it('is not withdrawn or reminded of once it is accepted, and that is said', async () => {
    await browser.post(await link(), ACCEPT, HUMAN);
    expect((await house.say('/quote Q-2026-001 nudge')).text).toBe('Q-2026-001 is accepted: no reminder was written.');
    expect((await house.say('/quote Q-2026-001 revoke')).text).toBe('Q-2026-001 is accepted: nothing was changed.');
  });

  it('is accepted no more when it is over, or was withdrawn; a wrong link opens nothing', async () => {
    const path = await link();
    const { now } = house;
    house.now = new Date('2026-11-27T15:59:00Z');
    expect((await browser.get(path, HUMAN)).html).toContain('name="agree"');
    house.now = new Date('2026-11-27T16:00:00Z');
    const late = await browser.get(path, HUMAN);
    expect([late.html.includes('valid until 2026-11-27'), late.html.includes('name="agree"')]).toEqual([true, false]);
    await browser.post(path, ACCEPT, HUMAN);
    expect((await rows())[0]!.state).toBe('sent');
    house.now = now;
    await house.say('/quote Q-2026-001 revoke');
    expect((await browser.get(path, HUMAN)).status).toBe(410);
    expect((await browser.get(`${path}/pdf`, HUMAN)).status).toBe(404);
    await browser.post(path, ACCEPT, HUMAN);
    expect((await rows())[0]!.state).toBe('revoked');
    for (const wrong of [`${path}x`, '/q/x', `/q/${path.slice(4)}`])
      expect((await browser.get(wrong)).status).toBe(404);
    await house.say('/undo');
    expect((await browser.get(path, HUMAN)).status).toBe(200);
  });

  it('has a link of which only a hash is stored', async () => {
    const token = (await link()).slice('/q/'.length);
    const stored = JSON.stringify(await house.db.sql`select * from quotes`);
    expect(token.length).toBeGreaterThanOrEqual(26);
    expect(stored).not.toContain(token);
  });

  it('reminds its owner the day before it is over and on that day, once each, with words to send', async () => {
    const told = async () =>
      (await house.cards()).flatMap(({ title = '' }) => (title.includes('expires') ? [title] : []));
    for (const at of ['2026-11-25T02:00:00Z', '2026-11-26T00:30:00Z', '2026-11-26T02:00:00Z', '2026-11-27T02:00:00Z']) {
      house.now = new Date(at);
      await house.act(remindOfQuotes);
      await house.act(remindOfQuotes);
    }
    expect(await told()).toEqual([
      '⏳ Quote Q-2026-001 to Anna expires tomorrow',
      '⏳ Quote Q-2026-001 to Anna expires today',
    ]);
    const draft = await house.say('/quote Q-2026-001 nudge');
    expect(draft.quote).toContain('a short reminder of our quote Q-2026-001');
    expect(await toCustomer()).toHaveLength(1);
  });
});
