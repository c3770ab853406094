import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseMailAddress } from '../../../src/mail/read/address.ts';
import { replyAddress } from '../../../src/mail/read/reply_token.ts';
import { subjectKey } from '../../../src/text/subject.ts';
import { buttonsOf, type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { mailsIn, REPLY_SECRET, rawMail, refused, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
});

const OURS = '<crm.0123456789abcdef0123456789abcdef.01234567@example.com>';
const ANNA = 'Anna Berg <anna@tea.example>';

/** Each a minute after the one before, all after the owner's answer. */
let minutes = 0;
function mail(from: string, subject: string, text: string, head: Record<string, string> = {}): string {
  const date = new Date(NOON.getTime() + ++minutes * 60_000).toUTCString();
  return rawMail({ From: from, Subject: subject, Date: date, ...head }, text);
}

/** Anna asks, the owner answers, the answer leaves under OURS. */
async function answered(): Promise<void> {
  const first = { 'Message-ID': '<first@tea.example>', Date: 'Fri, 20 Nov 2026 10:00:00 +0800' };
  await mailsIn(house, mail(ANNA, 'Oolong', 'Do you have 250 g of oolong?', first));
  await house.say('/reply c1 We do');
  await house.deliver((row) => ({ result: 'sent', externalId: row.channel === 'email' ? OURS : `x${row.id}` }));
}

/** Words of each thread, oldest first. */
async function threads(): Promise<string[][]> {
  const rows = await house.db.sql<{ words: string[] | null }>`
    select (select array_agg(text order by occurred_at, id) from messages where conversation_id = v.id) as words
    from conversations v order by id`;
  return rows.map(({ words }) => words ?? []);
}
const cardOf = async () => (await house.cards()).findLast(({ title }) => title?.startsWith('💬'))!;
const replyTo = (conversationId: string) =>
  replyAddress(conversationId, parseMailAddress('shop@example.com')!, { way: 'plus' }, REPLY_SECRET)!;

describe('a mail goes on in the thread', () => {
  it('it answers, by our id or one further back', async () => {
    await answered();
    await mailsIn(
      house,
      mail(ANNA, 'Re: Oolong', 'Two, please', { 'In-Reply-To': OURS }),
      mail(ANNA, 'Re: Oolong', 'No, three', { 'In-Reply-To': '<lost@x>', References: `<first@tea.example> <lost@x>` }),
    );
    expect(await threads()).toEqual([['Do you have 250 g of oolong?', 'We do', 'Two, please', 'No, three']]);
  });

  it('that our reply address named, whatever else it answers', async () => {
    await answered();
    await mailsIn(
      house,
      mail(ANNA, 'Other things', 'And green tea?', { 'Message-ID': '<green@x>' }),
      mail(ANNA, 'Something else', 'Two, please', { To: replyTo('1'), 'In-Reply-To': '<green@x>' }),
    );
    expect((await threads())[0]?.at(-1)).toBe('Two, please');
  });

  it('its contact wrote in from another address of theirs; the card says where the answer goes', async () => {
    await answered();
    await house.db.autocommit`
      insert into contact_identities (contact_id, channel, address) values (1, 'email', 'anna@home.example')`;
    await mailsIn(house, mail('Anna <anna@home.example>', 'Re: Oolong', 'Two, please', { 'In-Reply-To': OURS }));
    expect(await threads()).toHaveLength(1);
    expect((await cardOf()).fields).toContainEqual({
      label: '写信人',
      value: 'anna@home.example（您的回复发给 anna@tea.example）',
    });
  });
});

describe('a mail of a stranger', () => {
  const eve = (head: Record<string, string>) => mail('Eve <eve@else.example>', 'Re: Oolong', 'Pay here instead', head);

  it.each([
    ['our Message-ID', { 'In-Reply-To': OURS }],
    ['Anna’s References, as a forwarded mail keeps them', { References: `<first@tea.example> ${OURS}` }],
  ])('with %s never joins', async (_, head) => {
    await answered();
    await mailsIn(house, eve(head));
    expect(await threads()).toEqual([['Do you have 250 g of oolong?', 'We do'], ['Pay here instead']]);
  });

  it('who knows our reply address does not join either; it is offered', async () => {
    await answered();
    await mailsIn(house, eve({ To: replyTo('1') }));
    expect(await threads()).toHaveLength(2);
    expect(buttonsOf(await cardOf())[0]).toMatchObject({ label: '合并成一段', command: '/join v2 v1' });
  });

  it('is not offered to be joined for a forged sender line, or for ids that Anna made', async () => {
    await answered();
    await mailsIn(house, eve({ References: '<first@tea.example>' }));
    expect(buttonsOf(await cardOf()).map(({ command }) => command)).not.toContainEqual(
      expect.stringContaining('/join'),
    );
    await mailsIn(house, mail(ANNA, 'Invoice', 'Pay here', { 'In-Reply-To': OURS, ...refused('tea.example') }));
    expect((await threads()).at(-1)).toEqual(['Pay here']);
    expect(buttonsOf(await cardOf()).map(({ command }) => command)).not.toContainEqual(
      expect.stringContaining('/join'),
    );
  });
});

describe('the same subject of the same sender', () => {
  it('is only a suggestion, for 30 days', async () => {
    await answered();
    await mailsIn(house, mail(ANNA, '回复：RE[2]: oolong', 'Still there?'));
    expect(await threads()).toHaveLength(2);
    const card = await cardOf();
    expect(card.fields).toContainEqual({ label: '可能属于', value: 'Anna Berg · Oolong' });
    house.now = new Date(NOON.getTime() + 40 * 24 * 3_600_000);
    await mailsIn(house, mail(ANNA, 'Oolong', 'A new one', { Date: 'Wed, 30 Dec 2026 10:00:00 +0800' }));
    expect((await cardOf()).fields?.map(({ label }) => label)).not.toContain('可能属于');
  });

  it.each([
    ['Re: Oolong', 'oolong'],
    ['答复: 回复：Oolong', 'oolong'],
    ['AW: WG: Oolong  250 g', 'oolong 250 g'],
    ['Fwd: [2] Oolong', '[2] oolong'],
    ['Result: fine', 'result: fine'],
    ['Re:', ''],
  ])('%s counts as %s', (subject, key) => {
    expect(subjectKey(subject)).toBe(key);
  });
});

describe('/join', () => {
  const later = () => mail(ANNA, 'Re: Oolong', 'Two, please', { 'Message-ID': '<second@tea.example>' });

  it('puts two threads together, with what hangs on them; what answers either goes on in it', async () => {
    await answered();
    await mailsIn(house, later());
    await house.deliver();
    await house.press('合并成一段');
    expect(await threads()).toEqual([['Do you have 250 g of oolong?', 'We do', 'Two, please'], []]);
    const [one] = await house.db.sql`select waiting_since is not null as waits from conversations where id = 1`;
    expect(one?.waits).toBe(true);
    const newest = (await house.outbox()).findLast(({ idempotencyKey }) => idempotencyKey.startsWith('card:'))!;
    await house.type('It is done', { answers: [newest.externalId!] });
    await mailsIn(house, mail(ANNA, 'Re: Oolong', 'Thanks', { 'In-Reply-To': '<second@tea.example>' }));
    expect((await threads())[0]?.slice(2)).toEqual(['It is done', 'Two, please', 'Thanks']);
  });

  it('can be undone', async () => {
    await answered();
    await mailsIn(house, later());
    const before = await house.state();
    await house.say('/join v1 v2');
    expect(await threads()).not.toContainEqual(['Two, please']);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('lets a colleague take part at once, and says so; a stranger only after a question', async () => {
    await answered();
    await mailsIn(
      house,
      mail('Kim <kim@tea.example>', 'Oolong', 'I take over from Anna', {
        'In-Reply-To': OURS,
        'Message-ID': '<kim@x>',
      }),
      mail('Eve <eve@gmail.com>', 'Oolong', 'I am Anna’s wife', { 'In-Reply-To': OURS }),
    );
    const joined = await house.say('/合并会话 v2 v1');
    expect(joined.hint).toBe('kim@tea.example 今后也在其中。您的回复发给 anna@tea.example。');
    const asked = await house.say('/join v3 v1');
    expect(asked).toMatchObject({ failed: true, title: expect.stringContaining('eve@gmail.com') });
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual(['/merge c3 c1', '/join v3 v1 both']);
    await house.say('/join v3 v1 both');
    expect((await threads())[0]).toHaveLength(4);
    await mailsIn(house, mail('Eve <eve@gmail.com>', 'x', 'Me again', { 'In-Reply-To': '<kim@x>' }));
    expect((await threads())[0]?.at(-1)).toBe('Me again');
  });

  it('refuses what it cannot put together', async () => {
    await answered();
    await house.happen(telegramMessage('在吗'));
    expect(await house.say('/join v1 v2')).toMatchObject({ failed: true, text: expect.stringContaining('只有邮件') });
    expect(await house.say('/join v1 v9')).toMatchObject({ failed: true, text: expect.stringContaining('v9') });
    expect((await house.say('/join v1 v1')).failed).toBe(true);
    await mailsIn(house, mail('Kim <kim@tea.example>', 'Oolong', 'Hello', { 'In-Reply-To': OURS }));
    await house.say('/later c3 明天9点 Hello Kim');
    expect((await house.say('/join v3 v1')).text).toContain('/定时列表');
  });
});

describe('/split v1 m3', () => {
  it('makes a thread of a message and what follows; answers find it; undo puts it back', async () => {
    await answered();
    await mailsIn(
      house,
      mail(ANNA, 'Re: Oolong', 'A pot arrived broken, I want a refund', {
        'In-Reply-To': OURS,
        'Message-ID': '<pot@x>',
      }),
      mail(ANNA, 'Re: Oolong', 'Here is a picture', { 'In-Reply-To': '<pot@x>' }),
    );
    const before = await house.state();
    const whole = await house.say('/message 3');
    expect(buttonsOf(whole).map(({ command }) => command)).toEqual(['/split v1 m3']);
    const parted = await house.say('/split v1 m3');
    expect(parted.text).toContain('Re: Oolong');
    expect((await threads()).map((words) => words.length)).toEqual([2, 2]);
    const waits = await house.db.sql`select waiting_since is not null as waits from conversations order by id`;
    expect(waits).toEqual([{ waits: false }, { waits: true }]);
    expect(await house.db.sql`select distinct conversation_id as id from tickets`).toEqual([{ id: '2' }]);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    await house.say('/split v1 m3');
    await mailsIn(house, mail(ANNA, 'Re: Oolong', 'Any news?', { 'In-Reply-To': '<pot@x>' }));
    expect((await threads()).at(-1)?.at(-1)).toBe('Any news?');
    expect((await house.say('/split v1 m1')).failed).toBe(true);
  });
});

it('shows the whole text, history included, a tap away', async () => {
  await mailsIn(
    house,
    mail(ANNA, 'Re: Oolong', 'Two, please\n\nOn Thu, Nov 19, 2026 Tea Shop <shop@example.com> wrote:\n> We do!'),
  );
  const card = await cardOf();
  expect(card.quote).toBe('Two, please');
  const whole = buttonsOf(card).find(({ label }) => label === '全文')!;
  expect(await house.say(whole.command)).toMatchObject({
    text: 'Two, please',
    quote: expect.stringContaining('> We do!'),
  });
});

describe('two people who write from one address', () => {
  const mails = [
    rawMail({ From: 'Kim Berg <office@buyer.example>', Subject: 'Cups' }, 'Do you have cups?'),
    rawMail(
      { From: 'Lou Tal <office@buyer.example>', Subject: 'Pots', Date: 'Fri, 20 Nov 2026 10:05:00 +0800' },
      'Do you have pots?',
    ),
  ];

  it('are told apart on the card, in the greeting and in a search', async () => {
    await house.say('/c save thx en Thank you, {name}!');
    await mailsIn(house, ...mails);
    const cards = (await house.cards()).slice(-2);
    expect(cards[0]!.fields?.map(({ value }) => value)).not.toContain('Kim Berg');
    expect(cards[1]!.fields?.map(({ value }) => value)).toContain('Lou Tal');
    expect(JSON.stringify(await house.say('/find lou'))).toContain('Kim Berg');
    const [kim, lou] = buttonsOf(await house.say('/c thx en c1'));
    expect((await house.say(lou!.command)).quote).toBe('Thank you, Lou Tal!');
    expect((await house.say(kim!.command)).quote).toBe('Thank you, Kim Berg!');
  });

  it('control: one name written in several ways is one person', async () => {
    const from = (name: string) => rawMail({ From: `${name} <kim@buyer.example>` }, 'Do you have cups?');
    await mailsIn(house, from('Kim Berg'), from('"Berg, Kim"'), from('Kim'), from('kim@buyer.example'));
    const rows = await house.db.sql`select author_name from messages where author_name is not null`;
    expect(rows).toEqual([]);
  });
});
