import { beforeEach, describe, expect, it } from 'vitest';
import { keepForecasts } from '../../../src/jobs/forecast.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'EUR', timezone: 'Europe/Berlin' });

/** Closed leads, every third of them won after ten days. */
const closed = (count: number) =>
  house.db.transaction(async (tx) => {
    await tx`
      insert into leads (contact_id, title, stage, amount_minor, currency, created_at, active_at, stage_at)
      select c.id, 'Old ' || n, 'quoted', 30000, 'EUR', at, at, at from (select min(id) as id from contacts) c, (
        select n, ${house.now}::timestamptz - interval '1 day' * (20 + n) as at from generate_series(1, ${count}::int) n
      ) m`;
    await tx`
      update leads set stage = case when id % 3 = 0 then 'won' else 'lost' end, stage_at = stage_at + interval '10 days',
        closed_at = stage_at + interval '10 days'
      where title like 'Old %'`;
  });

describe('/forecast', () => {
  beforeEach(
    house.startingWith(async () => {
      house.now = new Date('2026-11-10T09:00:00Z');
      await house.say('/add Anna');
      await house.say('/lead c1 tea set 500 EUR');
    }),
  );

  it('says that it weighs by stages, and how many closed leads are missing', async () => {
    await closed(12);
    const reply = await house.say('/forecast');
    expect(reply.text).toContain('needs 20 closed ones; so far there are 12');
    expect(reply.text).toContain('1 lead without an expected day');
    expect(reply.lists?.[0]?.items.at(-1)).toEqual({ text: 'Without an expected day', detail: '€50.00' });
  });

  it('learns from twenty closed ones, and says from when to when money may come', async () => {
    await closed(30);
    const reply = await house.say('/forecast');
    expect(reply.text).toContain('Learned from your 30 closed leads');
    expect(reply.lists?.[0]?.items.map(({ text }) => text)).toEqual([
      'Rest of November',
      'December',
      'January',
      'These 3 months together',
    ]);
    expect(reply.lists?.[0]?.items[0]?.detail).toMatch(/^€0\.00 to €\d+\.\d\d, most likely around/);
    expect(reply.lists?.[1]?.items[0]?.text).toBe('Anna · tea set');
    // the same all day
    expect((await house.say('/forecast')).lists?.[0]).toEqual(reply.lists?.[0]);
  });

  it('names what is expected later than these months, and what was expected before', async () => {
    await house.say('/lead 1 expected 2027-06-01');
    const months = async () =>
      (await house.say('/forecast')).lists![0]!.items.map(({ text, detail }) => `${text} ${detail}`);
    expect((await months()).at(-1)).toBe('Expected after these 3 months, by stages €50.00');
    await house.say('/lead 1 expected 2026-11-25');
    expect((await months())[0]).not.toContain('⚠️');
    house.now = new Date('2026-11-27T12:00:00Z');
    expect((await months())[0]).toContain('⚠️ with 1 lead expected earlier €50.00');
  });

  it('counts no lead of somebody who is blocked', async () => {
    await house.say('/block c1');
    expect((await house.say('/forecast')).text).toBe('No open leads.');
  });

  it('keeps what was foreseen of a month on its first day, once, and holds it against what came', async () => {
    await closed(30);
    await house.act(keepForecasts);
    await house.act(keepForecasts);
    house.now = new Date('2026-11-20T09:00:00Z');
    await house.say('/won 1 450 EUR');
    await house.say('/lead c1 more tea 100 EUR');
    await house.say('/won #32 100 EUR');
    house.now = new Date('2026-12-02T09:00:00Z');
    await house.act(keepForecasts);
    const [row] = await house.db.sql<{ count: number }>`select count(*)::int as count from forecasts`;
    // in December nothing is open
    expect(row?.count).toBe(1);
    await house.say('/lead c1 pot 80 EUR');
    const past = (await house.say('/forecast')).lists?.find(({ title }) => title?.includes('what came'));
    expect(past?.items[0]?.text).toBe('November');
    expect(past?.items[0]?.detail).toMatch(/came €450\.00.* · and €100\.00 from leads that were new/);
  });

  it('notes what is in the pipeline at the end of each day, and shows what it was a month ago', async () => {
    house.now = new Date('2026-11-10T23:30:00Z');
    await house.act(keepForecasts);
    await house.say('/lead c1 pot 80 EUR');
    house.now = new Date('2026-12-10T12:00:00Z');
    const reply = await house.say('/forecast');
    expect(reply.lists?.find(({ title }) => title === 'Open leads')?.items).toEqual([
      { text: 'Thirty days ago they came to', detail: '€500.00' },
    ]);
  });

  it.each([
    ['nothing that could be drawn', 0, 0, 'Nothing to draw yet'],
    ['three leads, weighed by stages', 3, 0, 'What may come in, as a picture'],
    ['three hundred leads, learned', 300, 60, 'What may come in, as a picture'],
  ])('draws %s', async (_, leads, ended, said) => {
    await house.say('/lost 1');
    await closed(ended);
    await house.act(keepForecasts);
    await house.db.autocommit`
      insert into leads (contact_id, title, stage, amount_minor, currency, created_at, active_at, stage_at, expected_on)
      select c.id, 'Open ' || n, case when n % 2 = 0 then 'quoted' else 'new' end, 20000 + 1000 * (n % 40), 'EUR', ${house.now}::timestamptz - interval '5 days',
        ${house.now}::timestamptz, ${house.now}::timestamptz - interval '3 days', ${house.now}::date + 7 * (n % 12)
      from (select min(id) as id from contacts) c, generate_series(1, ${leads}::int) n`;
    const reply = await house.say('/forecast chart');
    expect(reply.text).toContain(said);
    const [file] = reply.attachments ?? [];
    expect(file?.type).toBe(leads > 0 ? 'image/png' : undefined);
    if (!file) return;
    const png = await house.files.read(file.ref);
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 1080]);
  });
});
