import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { contractFileKeeper } from '../../../src/jobs/contract_files.ts';
import { tendContracts } from '../../../src/jobs/contracts.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'EUR', businessName: 'Tea House' });
const PAPER = { kind: 'document' as const, name: 'care.pdf', type: 'application/pdf', bytes: 3, ref: 'tg-1' };

const rows = () =>
  house.db.sql<Record<string, unknown>>`
    select state, ends_on::text as ends, notice_by::text as notice, due_on::text as due, terms, title from contracts order by id`;
const leads = () =>
  house.db.sql<
    Record<string, unknown>
  >`select title, stage, amount_minor as minor, expected_on::text as expected from leads order by id`;
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const field = (reply: Reply, label: string) => reply.fields?.find((one) => one.label === label)?.value;
/** What is told at ten in the morning of a day, and what it says of contracts. */
async function on(day: string): Promise<(string | undefined)[]> {
  const before = (await house.cards()).length;
  house.now = new Date(`${day}T02:00:00Z`);
  await house.act(tendContracts);
  await house.act(tendContracts);
  return (await house.cards()).slice(before).map(({ title }) => title);
}
/** Done, taken back, and as it was; then done again by redo. */
async function exactly(line: string): Promise<void> {
  const before = await house.state();
  const reply = await house.say(line);
  const after = await house.state();
  expect(after, `${line} ${JSON.stringify(reply)}`).not.toEqual(before);
  await house.say('/undo');
  expect(await house.state(), line).toEqual(before);
}

beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna anna@x.example');
  }),
);

describe('contracts that are due', () => {
  // a Saturday, 21 November
  it.each([
    ['', ['Soon', 'Next', 'Far']],
    ['due', ['Soon']],
    ['到期', ['Soon']],
    ['in 60 days', ['Soon', 'Next']],
    ['this month', ['Soon']],
    ['next month', ['Next']],
    ['下个月到期', ['Next']],
    ['due december', ['Next']],
    ['in 2027', ['Far']],
    ['the next 6 months', ['Soon', 'Next', 'Far']],
    ['May', 'No contract with May runs. Until when is it, and with which notice?'],
    ['may 2027', 'Contracts due 1 May 2027 – 31 May 2027: none.'],
    ['overdue', 'Contracts whose day has passed: none.'],
    ['next week', 'Contracts due Mon – 29 Nov: none.'],
  ])('/contracts %s', async (asked, titles) => {
    await house.start('due', async () => {
      await house.say('/add Anna anna@x.example');
      for (const [title, day] of Object.entries({ Next: '2026-12-24', Far: '2027-03-31', Soon: '2026-11-30' }))
        await house.say(`/contract Anna ${title} until ${day}`);
    });
    if (asked === 'May') await house.say('/add May may@x.example');
    const { lists = [], text } = await house.say(`/contracts ${asked}`);
    expect(text ?? lists[0]!.items.map((item) => item.text.split(' · ')[1])).toEqual(titles);
  });
});

describe('a contract', () => {
  it('is written down in a line, with its last day for notice', async () => {
    const made = await house.say(
      '/contract Anna Website care 100 EUR a month until 2027-03-31, 3 months notice, renews 12 months',
    );
    expect(field(made, 'Parties')).toBe('Tea House – Anna');
    expect(field(made, 'Value')).toBe('€100.00 a month');
    expect(field(made, 'Last day to give notice')).toBe('31 Dec');
    expect(field(made, 'Renewal')).toBe('by itself, for 1 year each time');
    expect(await rows()).toEqual([
      { state: 'active', ends: '2027-03-31', notice: '2026-12-31', due: '2026-12-31', terms: 0, title: 'Website care' },
    ]);
    expect((await house.say('/timeline Anna')).lists!.flatMap(({ items }) => items.map(({ text }) => text))).toContain(
      '📑 Contract: Website care · €100.00',
    );
    expect((await house.say('/contracts')).lists![0]!.items[0]!.text).toBe('Anna · Website care');
  });

  it.each([
    ['rolls on', [], '120000'],
    ['rolls on', ['/lead 1 1 500'], '150000'],
    ['is renewed for half a year', ['/contract 1 renew 6 months'], '60000'],
    ['is renewed for half a year', ['/lead 1 €700', '/contract 1 renew 6 months'], '70000'],
  ])(
    'that %s wins its lead with what its owner said of that, else with what the term brings: %j',
    async (_, said, minor) => {
      await house.start('renewing', async () => {
        await house.say('/add Anna anna@x.example');
        await house.say('/contract Anna Care 100 EUR a month until 2027-03-31, renews 12 months');
        await on('2027-03-20');
      });
      for (const line of said) await house.say(line);
      await on('2027-04-01');
      expect(await leads()).toMatchObject([{ stage: 'won', minor }]);
    },
  );

  it.each([
    ['until 2027-12-31, notice by 30 Sep, renews 12 months', '3 months', '2027-09-30'],
    ['until 2026-12-20, notice by 5 Dec', '15 days', '2026-12-05'],
    ['到2028-03-31，最晚12月31日前通知', '3 months', '2027-12-31'],
  ])('has its time of notice by the last day that is said: %s', async (words, notice, by) => {
    await exactly(`/contract Anna Care ${words}`);
    expect(field(await house.say(`/contract Anna Care ${words}`), 'Notice')).toBe(notice);
    expect((await rows())[0]!.notice).toBe(by);
    await exactly('/contract 2 notice by 1 Dec');
    await house.say('/contract 2 notice by 1 Dec');
    expect((await rows())[0]).toMatchObject({ state: 'active' });
  });

  it('asks for its end where only the last day for notice is said, and for another day where that comes later', async () => {
    const asked = await house.say('/contract Anna Care notice by 30 Sep');
    expect(asked.rest).toEqual({ before: '/contract c1 Care notice by 30 Sep, until ', after: '' });
    const late = 'The last day for notice (30 Jan 2028) would come after its end (31 Dec 2027). Nothing was noted.';
    const said = await house.say('/contract Anna Care until 2027-12-31, notice by 2028-01-30');
    expect([said.failed, said.text, await rows()]).toEqual([true, late, []]);
  });

  it('says what notice given today comes to where it has no end, and asks for an end where nothing is said', async () => {
    const open = await house.say('/contract Anna Office, open-ended, 6 weeks notice to the end of the month');
    expect(field(open, 'Given notice today, it ends')).toBe('31 Jan 2027');
    const bare = await house.say('/contract Anna Hosting');
    expect([bare.rest?.before, bare.hint]).toEqual(['/contract 2 ', expect.stringContaining('Until when')]);
    expect(await house.say('/contract Anna Care from 2027-01-01 until 2026-01-01')).toMatchObject({ failed: true });
  });

  it('is changed, ended, renewed and given notice of, and each is taken back exactly', async () => {
    await exactly('/contract Anna Care until 2027-03-31, 3 months notice, renews 12 months');
    await house.say('/contract Anna Care until 2027-03-31, 3 months notice, renews 12 months');
    for (const line of [
      '200 EUR a month',
      'notice',
      'end',
      'renew',
      'renew 6 months',
      'remind tomorrow',
      'title: Upkeep',
    ])
      await exactly(`/contract 2 ${line}`);
    expect((await house.say('/contract 2 notice')).text).toBe('Noted: notice was given, it ends on 31 Mar 2027.');
    expect((await house.say('/contract 2 notice')).unchanged).toBe(true);
    await exactly('/contract 2 resume');
  });

  it('whose days or terms are not read is asked about, and what says nothing of it never becomes its name', async () => {
    const asked = await house.say('/contract Anna Care until 03/04/2027, 100 EUR');
    expect([asked.failed, labels(asked)]).toEqual([true, ['It is 2027-03-04', 'It is 2027-04-03']]);
    for (const words of ['Care until 2027-02-29', 'Care until 31 Nov 2027', 'Care until', 'delete'])
      expect(await house.say(`/contract Anna ${words}`), words).toMatchObject({ failed: true });
    expect(await rows()).toEqual([]);
    await house.press(buttonsOf(asked)[1]!);
    expect(await rows()).toMatchObject([{ title: 'Care', ends: '2027-04-03' }]);
    for (const words of ['Ben', 'until', 'done', 'rename', 'merge'])
      expect(await house.say(`/contract 1 ${words}`), words).toMatchObject({ failed: true });
    expect(await rows()).toMatchObject([{ title: 'Care' }]);
    expect(labels(await house.say('/contract 1 delete'))).toEqual(['Delete it']);
    await exactly('/contract 1 delete !');
  });

  it.each([
    ['renew Anna contract for a year', ['/contract 1 renew']],
    ['when does the contract with Anna end', ['/contract 1']],
    ['什么时候到期', ['/contract 1']],
    ['notice', ['/contract 1 notice']],
  ])('that runs is meant by %s, and no second one is made', async (words, commands) => {
    await house.say('/contract Anna Care until 2027-01-31');
    const asked = await house.say(`/contract c1 ${words}`);
    expect([asked.failed, buttonsOf(asked).map(({ command }) => command)]).toEqual([true, commands]);
    expect(await rows()).toHaveLength(1);
    await house.say('/contract Anna title: Notice board, until 2027-06-30');
    expect((await rows()).map(({ title }) => title)).toEqual(['Care', 'Notice board']);
  });

  it('whose end is past and that renews itself asks which term runs now', async () => {
    const asked = await house.say('/contract Anna Care until 2020-03-31, renews monthly, 100 EUR a month');
    expect([asked.failed, labels(asked)]).toEqual([true, ['It runs until 30 Nov', 'It ends 31 Mar 2020']]);
    expect(await rows()).toEqual([]);
    await house.press(buttonsOf(asked)[0]!);
    expect(await rows()).toMatchObject([{ ends: '2026-11-30', title: 'Care' }]);
  });

  it('of which it is too late to give notice asks when it ends', async () => {
    await house.say('/contract Anna Care until 2026-12-15, 3 months notice, renews 12 months');
    const asked = await house.say('/contract 1 notice');
    expect([asked.failed, labels(asked)]).toEqual([true, ['It ends 15 Dec', 'It ends 15 Dec 2027']]);
    await house.press(buttonsOf(asked)[1]!);
    expect((await rows())[0]).toMatchObject({ state: 'noticed', ends: '2027-12-15' });
  });
});

describe('its dates', () => {
  const CARE = '/contract Anna Care 100 EUR a month until 2027-03-31, 3 months notice, renews 12 months';

  it('are told two weeks before and on the last day for notice, once each, with a lead for what comes then', async () => {
    await house.say(CARE);
    expect(await on('2026-12-16')).toEqual([]);
    expect(await leads()).toEqual([]);
    expect(await on('2026-12-17')).toEqual([
      '📑 Contract with Anna: the last day for notice is 31 Dec 2026 (it runs until 31 Mar 2027)',
    ]);
    expect(await leads()).toEqual([{ title: 'Renewal: Care', stage: 'new', minor: '120000', expected: '2027-04-01' }]);
    expect(await on('2026-12-18')).toEqual([]);
    expect(await on('2026-12-31')).toEqual([
      '📑 Contract with Anna: today is the last day for notice (it runs until 31 Mar 2027)',
    ]);
    expect(await on('2027-01-01')).toEqual([]);
    expect((await rows())[0]).toMatchObject({ due: '2027-03-31' });
  });

  it('that nobody heeds renew it: that is told, wins its lead, and can be taken back', async () => {
    await house.say(CARE);
    await on('2026-12-31');
    await on('2027-01-01');
    const before = await rows();
    expect(await on('2027-04-01')).toEqual(['📑 Contract with Anna has renewed itself and now runs until 31 Mar 2028']);
    expect((await rows())[0]).toMatchObject({ state: 'active', ends: '2028-03-31', notice: '2027-12-31', terms: 1 });
    expect((await leads())[0]).toMatchObject({ stage: 'won', minor: '120000' });
    await house.press('Undo');
    expect(await rows()).toEqual(before);
    expect((await leads())[0]).toMatchObject({ stage: 'new' });
    expect(await on('2027-04-02')).toEqual([expect.stringContaining('31 Mar 2027, is past')]);
    expect(await rows()).toEqual(before);
  });

  it.each([
    ['resumed', '/contract Anna Care until 2026-12-31', ['/contract 1 resume']],
    ['resumed after notice', '/contract Anna Care until 2026-12-31, renews 12 months', ['/contract 1 resume']],
    ['not renewed after all', '/contract Anna Care until 2026-12-31, renews 12 months', ['/undo']],
  ])('are told once more where it runs on behind its end: %s', async (how, made, lines) => {
    await house.say(made);
    if (how.includes('notice')) await house.say('/contract 1 notice');
    await on('2026-12-31');
    const [over] = await on('2027-01-01');
    if (lines[0] === '/undo')
      await house.say(buttonsOf((await house.cards()).at(-1)!).find(({ label }) => label === 'Undo')!.command);
    else await house.say(lines[0]!);
    expect([over === undefined, await rows()]).toMatchObject([false, [{ state: 'active', ends: '2026-12-31' }]]);
    expect(await on('2027-01-02')).toEqual([expect.stringContaining('31 Dec 2026, is past')]);
    expect(labels((await house.cards()).at(-1)!).slice(0, 2)).toEqual(['Renew', 'It has ended']);
    expect(await rows()).toMatchObject([{ state: 'active', ends: '2026-12-31' }]);
    expect(await on('2027-01-03')).toEqual([]);
    await house.say('/contract 1 renew');
    expect(await rows()).toMatchObject([{ state: 'active', ends: '2027-12-31' }]);
  });

  it('are told late where nobody was there, and reminded of when its owner wants', async () => {
    await house.say(CARE);
    expect(await on('2027-01-05')).toEqual(['📑 Contract with Anna: the last day for notice was 31 Dec 2026']);
    await house.say('/contract 1 remind in 3 days');
    expect(await on('2027-01-07')).toEqual([]);
    expect(await on('2027-01-08')).toEqual(['📑 You wanted to be reminded: contract with Anna, until 31 Mar 2027']);
    expect(await on('2027-01-09')).toEqual([]);
  });

  it('end what does not renew, and lose the lead of what was given notice of', async () => {
    await house.say('/contract Anna Fair 500 EUR until 2026-12-24');
    expect(await on('2026-12-10')).toEqual(['📑 Contract with Anna ends on 24 Dec 2026']);
    expect(await on('2026-12-24')).toEqual(['📑 Contract with Anna ends today']);
    expect(await on('2026-12-25')).toEqual(['📑 Contract with Anna ended on 24 Dec 2026']);
    expect((await rows())[0]).toMatchObject({ state: 'ended' });
    expect((await house.say('/contracts ended')).lists![0]!.items).toHaveLength(1);
    await house.press('Renew');
    expect((await rows())[0]).toMatchObject({ state: 'active', ends: '2027-12-24' });
    expect((await leads())[0]).toMatchObject({ stage: 'won', minor: '50000' });
  });

  it('that fell due while nobody was there come as one list: each goes on once, and nothing past is won', async () => {
    const names = ['Monthly', 'Lost', 'Fair', 'Yearly'];
    const LINES = [
      'until 2026-12-31, renews monthly, 100 EUR a month',
      'until 2027-01-31, renews 12 months, 5 EUR a month',
      'until 2026-12-24',
      'until 2027-06-30, 2 months notice',
    ];
    for (const [nth, words] of LINES.entries()) await house.say(`/contract Anna ${names[nth]} ${words}`);
    await on('2027-01-20');
    const [lost] = await house.db.sql<{ id: string }>`select id from leads where title = 'Renewal: Lost'`;
    await house.say(`/lost ${lost!.id}`);
    await house.say('/away until 2027-05-20 08:00');
    expect(await on('2027-05-10')).toEqual([]);
    const before = (await house.cards()).length;
    expect((await on('2027-05-20')).filter((title) => title?.startsWith('📑'))).toEqual([
      '📑 3 contracts: what fell due',
      '📑 Contract with Anna: the last day for notice is 31 May 2027 (it runs until 31 May 2027)',
    ]);
    const list = (await house.cards()).slice(before).find(({ title }) => title?.startsWith('📑'))!;
    expect(list.lists![0]!.items.map(({ text }) => text.replace('📑 Contract with Anna', ''))).toEqual([
      ' has renewed itself 4 times and now runs until 31 May 2027',
      ' has renewed itself and now runs until 31 Jan 2028',
      ': the last day for notice was 30 Apr 2027',
    ]);
    expect((await leads()).map(({ title, stage }) => `${title} ${stage}`)).toEqual([
      ...['Renewal: Monthly won', 'Renewal: Lost lost', 'Renewal: Monthly won', 'Renewal: Monthly won'],
      ...['Renewal: Yearly new', 'Renewal: Monthly new'],
    ]);
  });

  it('that are put right take the open lead of the next term along, as far as it is untouched', async () => {
    await house.say(CARE);
    await on('2026-12-17');
    await exactly('/contract 1 200 EUR a month');
    await house.say('/contract 1 200 EUR a month, until 2028-12-31, title: Upkeep');
    expect(await leads()).toEqual([
      { title: 'Renewal: Upkeep', stage: 'new', minor: '240000', expected: '2029-01-01' },
    ]);
    // whichever language the house spoke when it was opened
    await house.db.autocommit`update leads set title = '续约：Upkeep'`;
    await house.say('/contract 1 title: Watch');
    expect((await leads())[0]).toMatchObject({ title: '续约：Watch' });
    await house.say('/lead 1 999 EUR');
    await house.say('/contract 1 300 EUR a month');
    expect((await leads())[0]).toMatchObject({ minor: '99900' });
  });

  it('are told at other times where the owner wants that', async () => {
    await house.say('/business contract-days 0');
    await house.say(CARE);
    expect(await on('2026-12-20')).toEqual([]);
    expect(await on('2026-12-31')).toHaveLength(1);
  });
});

describe('the file of a contract', () => {
  const keeper = contractFileKeeper({
    ...{ act: house.act, told: () => {} },
    files: { read: async () => ({ bytes: Buffer.from('pdf') }) } as never,
  });
  const kept = () =>
    house.db.sql<{ ref: string }>`select file ->> 'ref' as ref from contract_files where contract_id is not null`;

  it.each(['contract Anna until 2027-03-31, 3 months notice', '合同 Anna 到2027-03-31 提前3个月通知'])(
    'comes with its words (%s), is fetched into our own store, and sent again',
    async (text) => {
      await house.type(text, { attachments: [PAPER] });
      expect((await rows())[0]).toMatchObject({ ends: '2027-03-31', notice: '2026-12-31' });
      expect(await keeper()).toBe(0);
      expect(await keeper()).toBeGreaterThan(0);
      expect((await kept())[0]!.ref).toMatch(/^file:[0-9a-f]{64}$/);
      const sent = await house.say('/contract 1 file');
      expect(sent.attachments).toEqual([{ ...PAPER, ref: (await kept())[0]!.ref }]);
      await house.say('/undo');
      expect(await rows()).toEqual([]);
    },
  );

  it.each([
    ['/contract Anna until 31 Nov 2027', '/contract file1 Anna until 2027-11-30'],
    ['/contract Nobody until 2027-03-31', '/contract file1 Anna until 2027-03-31'],
    ['/contract 1 until 31 Nov 2027', '/contract file1 1 until 2027-11-30'],
    ['/contract', '/contract file1 Anna until 2027-03-31'],
    ['/contrct Anna until 2027-03-31', '/contract file1 Anna until 2027-03-31'],
  ])('that comes with %s, which is refused, waits and goes along with what is said then', async (line, then) => {
    await house.say('/contract Anna Care');
    await house.type(line, { attachments: [PAPER] });
    const asked = (await house.cards()).at(-1)!;
    expect(asked.hint).toContain('The file is kept meanwhile');
    expect(buttonsOf(asked).some(({ command }) => command.includes('file1'))).toBe(true);
    expect(await kept()).toEqual([]);
    await exactly(then);
    await house.say(then);
    expect(await kept()).toHaveLength(1);
  });

  it('that comes without a word is asked about', async () => {
    await house.type('', { attachments: [PAPER] });
    const asked = (await house.cards()).at(-1)!;
    expect(asked.text).toBe('What is “care.pdf”?');
    expect((await house.press(buttonsOf(asked)[0]!)).text).toContain('Whose contract');
    await house.say('/contract file1 Anna until 2027-03-31');
    expect(await kept()).toHaveLength(1);
    expect(await house.say('/contract file1 Anna')).toMatchObject({ failed: true });
  });
});

it('an accepted quote becomes one by a tap, once, with its sum and its title', async () => {
  await house.say('/lead Anna Logo');
  await house.db.autocommit`
    insert into quotes (lead_id, state, number, content, currency, total_minor, issued_at, decided_at)
    values (1, 'accepted', 'Q-2026-001', '{"lines": [], "locale": "en", "head": {"name": "Tea"}, "to": "Anna", "currency": "EUR", "issuedOn": "2026-11-01", "sums": {"subtotal": "60000", "discount": "0", "tax": "0", "total": "60000"}}', 'EUR', 60000, ${house.now}, ${house.now})`;
  const card = await house.say('/quote Q-2026-001');
  expect(labels(card)).toContain('Make a contract');
  await house.say('/contract Q-2026-001 until 2027-10-31');
  await house.say('/contract Q-2026-001');
  expect(await rows()).toMatchObject([{ title: 'Logo', ends: '2027-10-31' }]);
});
