import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { stageOn } from '../../../src/domain/sell/pipeline/move.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });
const { sql } = house.db;

beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna Lee');
    await house.say('/add Ben Fox');
    await house.say('/lead Anna Lee mugs £300');
    await house.say('/lead Ben Fox shop sign £1000');
  }),
);

const stageOf = async (id = 1) => (await sql`select stage from leads where id = ${id}`)[0]!.stage;
const went = async (id = 1) =>
  (await sql<{ stage: string }>`select stage from stage_changes where lead_id = ${id} order by at, id`).map(
    ({ stage }) => stage,
  );
const words = (reply: Reply) => JSON.stringify(reply);
const pass = (days: number) => {
  house.now = new Date(house.now.getTime() + days * 86_400_000);
};

const rowOf = async (id = 1) =>
  (
    await sql<Record<string, string | null>>`
      select stage, amount_minor::text as amount, source, to_char(expected_on, 'YYYY-MM-DD') as expected, product,
        (select title from tasks where lead_id = leads.id and done_at is null limit 1) as next from leads where id = ${id}`
  )[0]!;

describe('a stage with many leads', () => {
  it('is emptied by a few statements, which the journal keeps together, and filled again by an undo', async () => {
    await house.db.autocommit`
      insert into leads (contact_id, title, stage, created_at, active_at, stage_at)
      select 1, 'many ' || n, 'quoted', ${house.now}, ${house.now}, ${house.now} from generate_series(1, 60) n`;
    pass(1);
    expect((await house.say('/stages remove quoted contacted')).text).toContain('60 leads moved');
    const tables = await sql<{ name: string; count: number }>`
      select name, count(*)::int as count from (
        select table_name as name, id - row_number() over (partition by table_name order by id) as run from journal_changes
        where journal_id = (select max(id) from journal)
      ) one group by name, run order by name, run`;
    expect(tables).toEqual([
      { name: 'leads', count: 60 },
      { name: 'stage_changes', count: 60 },
      { name: 'stages', count: 1 },
    ]);
    expect(await went(3)).toEqual(['quoted', 'contacted']);
    await house.say('/undo');
    expect([await stageOf(3), await went(3)]).toEqual(['quoted', ['quoted']]);
  });
});

describe('a word of a lead', () => {
  it('finds it on the board and in a search as it is called now, also when that is taken back', async () => {
    const found = async (word: string) => [
      words(await house.say(`/pipeline ${word}`)).includes('#1'),
      words(await house.say(`/search ${word}`)).includes('#1'),
    ];
    const called = async (title: string) => house.db.autocommit`update leads set title = ${title} where id = 1`;
    expect([await found('mug'), await found('jug')]).toEqual([
      [true, true],
      [false, false],
    ]);
    await called('jugs');
    expect([await found('mug'), await found('jug')]).toEqual([
      [false, false],
      [true, true],
    ]);
    await house.say('/lead 1 product Teapot');
    expect((await found('teapot'))[0]).toBe(true);
    await house.say('/undo');
    expect((await found('teapot'))[0]).toBe(false);
    await house.say('/delete c1 !');
    expect((await sql`select from lead_words`).length).toBe(1);
    await house.say('/undo');
    expect(await found('jug')).toEqual([true, true]);
  });
});

describe('the board', () => {
  it.each([
    ['/pipeline source web', 'mugs'],
    ['/pipeline source: web', 'mugs'],
    ['/看板 来源 web', 'mugs'],
    ['/pipeline over 200 mugs', 'mugs'],
    ['/看板 mugs 200以上', 'mugs'],
    ['/pipeline between 100 and 5000', 'No stage and nothing of a lead is called'],
    ['/看板 500到1000', 'No stage and nothing of a lead is called'],
    ['/pipeline this month tea', 'No open lead: Expected this month · “tea”.'],
  ])('%s', async (line, said) => {
    await house.say('/lead 1 source web');
    expect(words(await house.say(line)).replaceAll('\\"', '"')).toContain(said);
  });
});

describe('what is said of a lead by its customer’s name or its number', () => {
  it.each([
    ['/lead Anna Lee amount 800', { amount: '80000' }],
    ['/lead Anna Lee source web', { source: 'web' }],
    ['/意向 Anna Lee 来源：微信', { source: '微信' }],
    ['/lead Anna Lee expected 2099-12-24', { expected: '2099-12-24' }],
    ['/lead 1 £2,600', { amount: '260000' }],
    ['/lead 1 amount none', { amount: null }],
    ['/意向 1 金额 去掉', { amount: null }],
    ['/意向1来源朋友介绍', { source: '朋友介绍' }],
    ['/移到1报价', { stage: 'quoted' }],
    ['/move quoted Anna Lee', { stage: 'quoted' }],
    ['move Anna Lee to quoted', { stage: 'quoted' }],
  ])('%s changes it, and can be taken back', async (line, change) => {
    const before = await rowOf();
    const reply = await house.say(line);
    if (line.startsWith('move')) await house.press(buttonsOf(reply)[0]!.label);
    expect(await rowOf()).toEqual({ ...before, ...change });
    expect(await sql`select from leads`).toHaveLength(2);
    await house.say('/undo');
    expect(await rowOf()).toEqual(before);
  });

  it.each([
    ['/lead Anna Lee next catalogue', ['#1 · Anna Lee · mugs · £300.00', 'New lead: next catalogue']],
    ['/lead 1 note call again', ['Next step', 'Title', 'Product']],
    ['/move 1 lost too expensive', ['Lost · too expensive']],
    ['/lead 1 expected 2020-01-01', []],
    ['/lead 99 amount 5', undefined],
  ])('%s asks, and changes nothing', async (line, labels) => {
    const before = await house.state();
    const reply = await house.say(line);
    expect(reply.failed).toBe(true);
    if (labels) expect(buttonsOf(reply).map(({ label }) => label)).toEqual(labels);
    expect(await house.state()).toEqual(before);
  });

  it('tells what is open beside a new one', async () => {
    expect((await house.say('/lead Anna Lee teapots £50')).text).toContain('Also open: #1 · Anna Lee · mugs');
  });
});

describe('stages', () => {
  it('are six at first, and more as the owner says, in the order and with the weight that they are given', async () => {
    const titles = (await house.say('/stages')).lists![0]!.items.map(({ text }) => text);
    expect(titles).toEqual(['New lead', 'Contacted', 'Qualified', 'Quoted', 'Won', 'Lost']);
    expect((await house.say('/stages add Sample 30% 5 days')).text).toContain('Sample (30 % · stale after 5 days)');
    await house.say('/stages Sample up');
    await house.say('/stages quoted 65%');
    await house.say('/stages rename new lead Fresh');
    const shown = (await house.say('/stages')).lists![0]!.items.map(({ text, detail }) => `${text} ${detail}`);
    expect(shown[0]).toContain('Fresh 10 %');
    expect(shown.slice(2, 5).map((line) => line.split(' ')[0])).toEqual(['Qualified', 'Sample', 'Quoted']);
    expect(shown[4]).toContain('65 %');
  });

  it.each([
    ['/stages add Sample 30% 5 days after contacted', 'New lead → Contacted → Sample → Qualified'],
    ['/stages add Sample before quoted 30%', 'Qualified → Sample → Quoted'],
    ['/stages add Sample before won', 'Quoted → Sample → Won'],
    ['/stages add Sample after contacted', 'Sample (20 %'],
    ['/stages add Sample before quoted', 'Sample (40 %'],
    ['/阶段 添加 Sample 30% 放在接洽之后', 'Contacted → Sample → Qualified'],
    ['/阶段 添加 Sample 30% 报价前面', 'Qualified → Sample → Quoted'],
    ['/stages quoted after contacted 70%', 'Contacted → Quoted → Qualified'],
    ['/stages move quoted before new', 'Quoted → New lead'],
    ['/阶段 报价 移到接洽后面', 'Contacted → Quoted → Qualified'],
  ])('stands where it is said, and an undo takes that back: %s', async (line, order) => {
    const before = await house.state();
    expect((await house.say(line)).text).toContain(order);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it.each(['/stages add Sample after won', '/stages add Sample after sales', '/stages won before new'])(
    'stands nowhere else: %s',
    async (line) => {
      const before = await house.state();
      await house.say(line);
      if (line.includes('sales'))
        expect((await sql`select name from stages where name is not null`)[0]!.name).toBe('Sample after sales');
      else expect(await house.state()).toEqual(before);
    },
  );

  it.each([
    ['/stages add quoted', 'called “quoted” already'],
    ['/stages add open', 'called “open” already'],
    ['/stages add next', 'means something else'],
    ['/stages add 下一阶段', 'means something else'],
    ['/stages add #vip', 'means something else'],
    ['/stages add Sample -3 days', 'means something else'],
    ['/stages add stale', 'means something else'],
    ['/stages add 60%', 'needs a name'],
    ['/stages quoted 160%', 'from 0 to 100 %'],
    ['/stages quoted often', 'not understood'],
    ['/stages won 50%', 'ends a lead'],
    ['/stages remove won', 'always stays'],
    ['/stages remove lost', 'always stays'],
    ['/stages elsewhere', 'There is no stage “elsewhere”'],
  ])('are left as they are by %s', async (line, said) => {
    const before = await house.state();
    const reply = await house.say(line);
    expect([reply.failed, reply.text?.includes(said)]).toEqual([true, true]);
    expect(await house.state()).toEqual(before);
  });

  it('that are removed ask where their leads go, and are as before when that is taken back', async () => {
    await house.say('/stages add Sample');
    await house.say('/move 1 sample');
    const before = await house.state();
    const asked = await house.say('/stages remove sample');
    expect(asked.failed).toBe(true);
    expect(buttonsOf(asked).map(({ command }) => command)).toContain('/stages remove s1 quoted');
    expect(await stageOf()).toBe('s1');
    await house.say('/stages remove s1 quoted');
    expect(await stageOf()).toBe('quoted');
    expect((await house.say('/stages')).lists![0]!.items.map(({ text }) => text)).not.toContain('Sample');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('that are empty are removed at once; one that was always there can come back as it was', async () => {
    await house.say('/stages remove contacted');
    expect(words(await house.say('/stages'))).not.toContain('Contacted');
    await house.say('/stages add contacted 25%');
    expect(await sql`select probability from stages where key = 'contacted' and removed_at is null`).toEqual([
      { probability: 25 },
    ]);
  });

  it('are not taken back while a lead is there: nothing may be left in a stage that is none', async () => {
    await house.say('/stages add Sample');
    const entry = (await sql<{ id: string }>`select max(id)::text as id from journal`)[0]!.id;
    await house.say('/move 1 sample');
    await house.say(`/undo ${entry}`);
    expect(await stageOf()).toBe('s1');
    await house.say('/move 1 quoted');
    expect((await house.say('/stages')).lists![0]!.items.map(({ text }) => text)).toContain('Sample');
  });

  it('with another name keep their place in segments, and an undo takes it out of them again', async () => {
    await house.say('/segment new warm lead:quoted');
    await house.say('/move 1 quoted');
    await house.say('/stages rename quoted Offer made');
    expect((await sql`select filter from segments`)[0]!.filter).toBe('lead:"Offer made"');
    expect(words(await house.say('/find segment:warm'))).toContain('Anna Lee');
    await house.say('/undo');
    expect((await sql`select filter from segments`)[0]!.filter).toBe('lead:quoted');
  });

  it('stay known to a segment when they are removed: it means nobody then', async () => {
    await house.say('/stages add Sample');
    await house.say('/segment new samples lead:sample');
    await house.say('/stages remove sample');
    expect((await house.say('/find segment:samples')).text).toContain('Nobody');
  });
});

describe('a lead', () => {
  it.each([
    ['/move 1 quoted', 'quoted'],
    ['/move Anna Lee to quoted', 'quoted'],
    ['/move 1 报价', 'quoted'],
    ['/move 1 到报价', 'quoted'],
    ['/move 1 next', 'contacted'],
    ['/move 1 won', 'won'],
    ['/移到 1 接洽', 'contacted'],
    ['move Anna to qualified', 'new'],
  ])('%s', async (line, stage) => {
    await house.say(line);
    expect(await stageOf()).toBe(stage);
  });

  it('is moved by the button that a sentence gives', async () => {
    await house.type('move Anna Lee to qualified');
    await house.press(buttonsOf((await house.cards()).at(-1)!)[0]!);
    expect(await stageOf()).toBe('qualified');
  });

  it('that cannot go on or back says so, and shows where it can go', async () => {
    const back = await house.say('/move 1 previous');
    expect([back.failed, back.text]).toEqual([true, expect.stringContaining('first stage')]);
    await house.say('/move 1 quoted');
    expect((await house.say('/move 1 next')).text).toContain('last stage');
    expect(buttonsOf(await house.say('/move 1')).map(({ command }) => command)).toEqual([
      ...['/move 1 new', '/move 1 contacted', '/move 1 qualified', '/move 1 won', '/move 1 lost'],
    ]);
  });

  it('keeps when it came into which stage and by whom, and what it was on any day', async () => {
    const first = house.now;
    pass(3);
    await house.say('/move 1 quoted');
    const second = house.now;
    pass(4);
    await house.say('/won 1');
    expect(await went()).toEqual(['new', 'quoted', 'won']);
    expect(await sql`select distinct u.role from stage_changes h join users u on u.id = h.user_id`).toEqual([
      { role: 'owner' },
    ]);
    const on = async (at: Date) =>
      (
        await sql<{
          stage: string | null;
        }>`select ${stageOn(sql, sql`${at}::timestamptz`)} as stage from leads l where id = 1`
      )[0]!.stage;
    const hour = (at: Date, by: number) => new Date(at.getTime() + by * 3_600_000);
    expect(
      await Promise.all([hour(first, -1), hour(first, 1), hour(second, -1), hour(second, 1), house.now].map(on)),
    ).toEqual([...[null, 'new', 'new', 'quoted', 'won']]);
    expect(words(await house.say('/lead 1'))).toContain('New lead');
  });

  it('that was moved and moved back within one act has gone through all of it', async () => {
    await house.say('/move 1 quoted\n/move 1 new\n/move 1 quoted');
    expect(await went()).toEqual(['new', 'quoted', 'new', 'quoted']);
  });

  it('has no trace of a move that is taken back, and is not moved twice by the same words', async () => {
    const before = await house.state();
    await house.say('/move 1 quoted');
    expect((await house.say('/move 1 quoted')).unchanged).toBe(true);
    expect(await went()).toEqual(['new', 'quoted']);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('comes back with its way when its contact comes back', async () => {
    await house.say('/move 1 quoted');
    const before = await house.state();
    await house.say(buttonsOf(await house.say('/delete c1'))[0]!.command);
    expect(await went()).toEqual([]);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('is shown whole, and what is said behind its number is noted', async () => {
    for (const said of [
      'product tea mugs',
      'source a friend',
      'expected 12 December',
      'next step send a sample',
      'amount 350',
    ])
      expect((await house.say(`/lead 1 ${said}`)).failed).toBeUndefined();
    const fields = Object.fromEntries((await house.say('/lead 1')).fields!.map(({ label, value }) => [label, value]));
    expect(fields).toMatchObject({
      ...{ Amount: '£350.00 · 10 %', Product: 'tea mugs', Source: 'a friend', 'Next step': 'send a sample' },
      ...{ Expected: expect.stringContaining('12 Dec') },
    });
    await house.say('/lead 1 product none');
    expect(await sql`select product, expected_on::text from leads where id = 1`).toEqual([
      { product: null, expected_on: '2026-12-12' },
    ]);
    for (let nth = 0; nth < 6; nth += 1) await house.say('/undo');
    expect(
      await sql`select product, source, expected_on, (select count(*)::int from tasks) as steps, amount_minor from leads where id = 1`,
    ).toEqual([{ product: null, source: null, expected_on: null, steps: 0, amount_minor: '30000' }]);
  });

  it.each(['/lead 1 expected soonish', '/lead 1 amount much', '/lead 1 product'])(
    'is left as it is by %s',
    async (line) => {
      const before = await house.state();
      expect((await house.say(line)).failed).toBe(true);
      expect(await house.state()).toEqual(before);
    },
  );

  it('begins where the owner begins, and is opened again where it was', async () => {
    await house.say('/stages remove new lead quoted');
    await house.say('/lead Ben Fox a second one');
    expect(await stageOf(3)).toBe('contacted');
    await house.say('/move 3 qualified');
    await house.say('/lost 3');
    await house.say('/reopen 3');
    expect(await stageOf(3)).toBe('qualified');
    await house.say('/lost 3');
    await house.say('/stages remove qualified');
    await house.say('/reopen 3');
    expect(await stageOf(3)).toBe('contacted');
  });
});

describe('the reason for which a lead was lost', () => {
  const listed = async () => (await sql`select lost_reason, lost_reason_id as id from leads where id = 1`)[0];

  it('is asked for by buttons, and counted under what the list has', async () => {
    const asked = await house.say('/lost 1');
    const labels = buttonsOf(asked).map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['Too expensive', 'Bought elsewhere', 'Other reason']);
    await house.say('/lost 1 太贵了');
    expect(await listed()).toEqual({ lost_reason: '太贵了', id: '-1' });
    expect(words(await house.say('/pipeline lost'))).toContain('Too expensive');
  });

  it('that is new is offered for the list, and then gathers what was said so before', async () => {
    const reply = await house.say('/lost 1 delivery too slow');
    expect(await listed()).toEqual({ lost_reason: 'delivery too slow', id: null });
    expect(words(await house.say('/pipeline lost'))).toContain('other words');
    expect(buttonsOf(reply)[0]).toMatchObject({ command: '/lostreasons add delivery too slow' });
    await house.say('/lostreasons add delivery too slow');
    expect((await listed())!.id).toBe('1');
    expect(words(await house.say('/lostreasons'))).toContain('1 lead · 100 %');
    await house.say('/undo');
    expect((await listed())!.id).toBeNull();
  });

  it.each([
    ['they went with a friend', true],
    ['too expensive', true],
    ['call Anna Lee about it', false],
  ])('is a tap away when it is typed next to the question (%s)', async (typed, isFirst) => {
    await house.type('/lost 1');
    await house.type(typed);
    const labels = buttonsOf((await house.cards()).at(-1)!).map(({ label }) => label);
    expect(labels[0] === `Lost because: ${typed}`).toBe(isFirst);
    await house.press(
      buttonsOf((await house.cards()).at(-1)!).find(({ label }) => label === `Lost because: ${typed}`)!,
    );
    expect(words(await house.say('/lead 1'))).toContain(typed);
    await house.type('they moved');
    expect(buttonsOf((await house.cards()).at(-1)!).map(({ label }) => label)).not.toContain(
      'Lost because: they moved',
    );
  });

  it('that may be several is asked about', async () => {
    await house.say('/lostreasons add slow');
    const reply = await house.say('/lost 1 too expensive and slow');
    expect((await listed())!.id).toBeNull();
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(
      expect.arrayContaining(['/lost 1 Too expensive', '/lost 1 slow']),
    );
  });

  it('goes when it is won after all', async () => {
    await house.say('/lost 1 too expensive');
    await house.say('/won 1');
    expect(await listed()).toEqual({ lost_reason: null, id: null });
  });
});

describe('the board', () => {
  it('has each stage with its sums, and the leads in it', async () => {
    await house.say('/move 2 quoted');
    await house.say('/lead Ben Fox logo 500 USD');
    const reply = await house.say('/pipeline');
    expect(reply.fields![0]).toEqual({
      label: 'All open',
      value: '3 · £1,300.00 + $500.00 · weighted £630.00 + $50.00',
    });
    expect(reply.lists!.map(({ title, items }) => [title, items.map(({ ref }) => ref)])).toEqual([
      ['New lead · 2 · £300.00 + $500.00 · weighted £30.00 + $50.00', ['#3', '#1']],
      ['Contacted · 0', []],
      ['Qualified · 0', []],
      ['Quoted · 1 · £1,000.00 · weighted £600.00', ['#2']],
    ]);
  });

  it.each([
    ['/pipeline quoted', ['#2']],
    ['/pipeline over 500', ['#2']],
    ['/pipeline under 500', ['#1']],
    ['/pipeline mugs', ['#1']],
    ['/pipeline signage', ['#2']],
    ['/pipeline instagram', ['#1']],
    ['/pipeline this month', ['#1']],
    ['/看板 报价', ['#2']],
  ])('%s shows what fits', async (line, refs) => {
    await house.say('/move 2 quoted');
    await house.say('/lead 2 product signage');
    await house.say('/lead 1 source Instagram');
    await house.say('/lead 1 expected 28 November');
    const { lists = [] } = await house.say(line);
    expect(lists.flatMap(({ items }) => items.map(({ ref }) => ref))).toEqual(refs);
  });

  it('marks what is quiet for longer than its stage allows, as the digest does; days away do not count', async () => {
    await house.say('/stages new 5 days');
    await house.say('/move 2 contacted');
    pass(6);
    const stale = async () => (await house.say('/pipeline stale › 1')).lists?.[0]?.items.map(({ ref }) => ref) ?? [];
    expect(await stale()).toEqual(['#1']);
    expect((await house.say('/leads stale')).lists![0]!.items.map(({ ref }) => ref)).toEqual(['#1']);
    expect(words(await house.say('/digest'))).toContain('mugs');
    expect(words(await house.say('/digest'))).not.toContain('shop sign');
    await house.say('/stages new never stale');
    expect(await stale()).toEqual([]);
    pass(2);
    expect(await stale()).toEqual(['#2']);
  });

  it('leaves out whoever is blocked', async () => {
    await house.say('/block Anna Lee');
    expect((await house.say('/pipeline')).fields![0]!.value).toContain('1 · £1,000.00');
  });

  it('turns its pages', async () => {
    await sql`select 1`;
    await house.db.autocommit`
      insert into leads (contact_id, title, amount_minor, currency, active_at)
      select 1, 'lead ' || n, n, 'GBP', now() from generate_series(1, 20) n`;
    const first = await house.say('/pipeline new');
    expect([first.title, first.lists![0]!.items.length]).toEqual(['New lead (22) · page 1 of 3', 8]);
    const last = await house.say('/pipeline new › 3');
    expect(last.lists![0]!.items).toHaveLength(6);
  });

  it('is a picture, in whatever letters its leads are', async () => {
    await house.say('/add 😀 Ōtani');
    await house.say('/lead 😀 Ōtani 한국 tea 40,000 KRW');
    const [file] = (await house.say('/pipeline picture')).attachments!;
    const png = await house.files.read(file!.ref);
    expect([file!.type, png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['image/png', 'PNG', 1080]);
  });

  it('says that it is empty', async () => {
    await house.say('/won 1');
    await house.say('/lost 2 too expensive');
    expect((await house.say('/pipeline')).text).toBe('No open leads.');
    expect((await house.say('/pipeline won')).lists![0]!.items.map(({ ref }) => ref)).toEqual(['#1']);
  });
});

describe('the conversion of messages', () => {
  it('counts each message that was taken for a lead once, by where it came from and when', async () => {
    expect((await house.say('/pipeline conversion')).text).toContain('No message');
    await house.db.autocommit`
      with v as (
        insert into conversations (contact_id, channel, address) values (1, 'telegram', '1'), (2, 'email', 'b@x.example') returning id
      ), m as (
        insert into messages (conversation_id, direction, text, occurred_at)
        select v.id, 'in', 'hi', now() from v, generate_series(1, 20) returning id, conversation_id
      )
      insert into leads (contact_id, message_id, conversation_id, title, stage, closed_at, active_at, created_at)
      select v.contact_id, m.id, v.id, 'x', case when m.id % 5 = 0 then 'won' else 'new' end,
        case when m.id % 5 = 0 then ${house.now}::timestamptz end, now(), ${house.now}::timestamptz
      from m join (select 1 as contact_id, min(id) as id from v union select 2, max(id) from v) v on v.id = m.conversation_id`;
    await house.db
      .autocommit`update leads set source = 'a friend' where message_id = (select min(message_id) from leads)`;
    const reply = await house.say('/pipeline conversion');
    expect(reply.title).toContain('8 of 40 won: 20 %');
    expect(reply.text).toContain('sound reading: 10 %–35 %');
    const [sources, months] = reply.lists!;
    expect(sources!.items.map(({ text }) => text).sort()).toEqual(['Mail', 'Telegram', 'a friend']);
    expect(months!.items.map(({ text }) => text)).toEqual(['2026-11']);
    expect(words(reply)).toContain('32 still open');
  });
});

describe('a question about leads', () => {
  const asked = house.startingWith(async () => {
    await house.say('/add Anna Lee');
    await house.say('/add Ben Fox');
    await house.say('/lead Anna Lee mugs £300');
    await house.say('/won 1');
    pass(-30);
    await house.say('/lead Ben Fox shop sign £1000');
    await house.say('/lost 2 too expensive');
    pass(30);
    await house.say('/lead Anna Lee vases');
  });

  it.each([
    ['/leads won', ['#1'], '1 · £300.00'],
    ['/leads won this month', ['#1'], '1 · £300.00'],
    ['/意向列表 本月成交', ['#1'], '1 · £300.00'],
    ['/leads won last month', undefined, undefined],
    ['/leads lost last month', ['#2'], '1 · £1,000.00'],
    ['/leads last month lost', ['#2'], '1 · £1,000.00'],
    ['/意向列表 上个月 没成', ['#2'], '1 · £1,000.00'],
    ['/leads lost in october', ['#2'], '1 · £1,000.00'],
    ['/leads lost today', undefined, undefined],
    ['/leads new', ['#3', '#1'], '2 · £300.00'],
    ['/leads this week', ['#3', '#1'], '2 · £300.00'],
    ['/leads new q3', undefined, undefined],
    ['/leads stale', undefined, undefined],
    ['/leads open', ['#3'], undefined],
  ])('is answered with these and no others: %s', async (line, refs, total) => {
    await asked();
    const reply = await house.say(line);
    expect([reply.lists?.[0]?.items.map(({ ref }) => ref), reply.fields?.[0]?.value]).toEqual([refs, total]);
    expect(reply.failed).toBeUndefined();
  });

  it('says why they were lost, and turns to other days and to the others in its place', async () => {
    await asked();
    const lost = await house.say('/leads lost');
    expect(lost.lists![1]!.items.map(({ text, detail }) => [text, detail])).toEqual([
      ['Too expensive', '1 lead · 100 % · worth £1,000.00'],
    ]);
    expect(
      buttonsOf(lost)
        .filter(({ turns }) => turns)
        .map(({ label, command }) => [label, command]),
    ).toEqual([
      ['This week', '/leads lost this week'],
      ['This month', '/leads lost this month'],
      ['Last month', '/leads lost last month'],
      ['Won leads', '/leads won'],
      ['New leads', '/leads new'],
    ]);
    const none = await house.say('/leads won last month');
    expect([none.text, buttonsOf(none).length]).toEqual(['Won leads, 1 Oct – 31 Oct: none.', 5]);
  });

  it('names what it could list where a word is none of its own', async () => {
    const reply = await house.say('/leads purple');
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual([
      ...['/leads', '/leads won', '/leads lost', '/leads new', '/leads stale'],
    ]);
  });
});
