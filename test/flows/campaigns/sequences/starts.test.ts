import { beforeEach, describe, expect, it } from 'vitest';
import { preferencesPath } from '../../../../src/domain/people/preferences/link.ts';
import { addPeople, mailArrives, sendCampaigns, sink, tendSequences } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';
import { webFormsOf } from '../../../support/web_forms.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const browser = await webFormsOf(house);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(
  house.startingWith(async () => {
    await house.act(async ({ tx }) => {
      await addPeople(tx, 3);
      await mailArrives(tx);
    });
    await house.say('/connect form Contact us');
    await house.say('/sequence new Hello when form contact us\nThank you\nWe answer soon.');
    await house.say('/sequence 1 about service');
  }),
);

const later = (ms: number) => new Date(house.now.getTime() + ms);
async function run(at: Date = house.now) {
  house.now = at;
  const { way, mails } = sink();
  await tendSequences(house);
  await sendCampaigns(house, way);
  return mails;
}
let nth = 0;
async function fillIn(email: string): Promise<void> {
  nth += 1;
  const [form] = await sql<{ id: string }>`select id from web_forms order by id limit 1`;
  await house.happen({
    ...{ kind: 'web_form.filled', formId: form!.id, externalId: `filled-${nth}`, sentAt: house.now },
    filled: {
      values: { name: 'Anna Smith', email },
      message: 'Do you deliver?',
      newsletter: false,
      files: [],
      page: '',
      from: '',
    },
  });
}
const to = async (at?: Date) => (await run(at)).map((mail) => mail.to).sort();

describe('a form', () => {
  it('begins it for whoever fills it in, once however often they do, and what they wrote is no answer', async () => {
    await fillIn('p2@example.net');
    await house.say('/sequence 1 on');
    await fillIn('p1@example.net');
    await fillIn('p1@example.net');
    expect(await to(later(60_000))).toEqual(['p1@example.net']);
    await fillIn('p1@example.net');
    expect(await to(later(DAY))).toEqual([]);
    expect(await sql`select from sequence_entries`).toHaveLength(1);
  });

  it('begins it also for whoever filled it in before, where its owner says so', async () => {
    await fillIn('p2@example.net');
    await house.say('/sequence 1 on');
    const asked = await house.say('/sequence 1 also');
    expect(asked.text).toContain('1 person came before');
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await to(later(60_000))).toEqual(['p2@example.net']);
  });

  it('begins service only with an address that is theirs or was confirmed, and waits for that', async () => {
    await house.say('/sequence 1 on');
    await fillIn('p1@example.net');
    await fillIn('anna@example.net');
    await fillIn('ben@example.net');
    expect(await to(later(60_000))).toEqual(['p1@example.net']);
    await house.act(
      ({ tx }) => tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, 'email', address, 'newsletter', 'anna', 'en', 'yes', 'form:1', ${house.now}, ${house.now}
        from contact_identities where address = 'anna@example.net'`,
    );
    expect(await to(later(HOUR))).toEqual(['anna@example.net']);
    expect(await to(later(8 * DAY))).toEqual([]);
    expect(await sql`select ended from sequence_entries order by id`).toEqual([
      { ended: 'done' },
      { ended: 'done' },
      { ended: 'unproven' },
    ]);
  });

  it('writes to nobody any more where somebody fills it in again and again', async () => {
    await house.say('/sequence 1 again');
    await house.say('/sequence 1 on');
    const left: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      await fillIn('p1@example.net');
      left.push(...(await to(later(2 * HOUR))));
    }
    expect(left).toHaveLength(3);
    expect((await house.cards()).at(-1)!.text).toContain('Have a look');
  });

  it('is heard of while it was halted, and not while its owner has put it off', async () => {
    await house.say('/sequence 1 on');
    await house.say('/stop');
    await fillIn('p2@example.net');
    expect(await to(later(HOUR))).toEqual([]);
    await house.say('/sequence 1 on');
    expect(await to()).toEqual(['p2@example.net']);
    await house.say('/sequence 1 off');
    await fillIn('p3@example.net');
    await house.say('/sequence 1 on');
    expect(await to(later(HOUR))).toEqual([]);
  });
});

it('whoever gets service can stop it on their page, and gets none of it then', async () => {
  await house.say('/sequence 1 add 1 day\nMore\nAbout us.');
  await house.say('/sequence 1 on');
  await fillIn('p1@example.net');
  expect(await to(later(60_000))).toEqual(['p1@example.net']);
  const [one] = await sql<{ id: string }>`
    select contact_id as id from contact_identities where address = 'p1@example.net'`;
  const [key] = await house.act(async (ctx) => [ctx.linkKey]);
  const path = preferencesPath(key!, { contactId: one!.id, channel: 'email', address: 'p1@example.net' });
  expect((await browser.get(path)).html).toContain('Stop everything');
  await browser.post(path, { act: 'off' });
  expect((await browser.get(path)).html).not.toContain('Stop everything');
  expect(await to(later(DAY))).toEqual([]);
});

it('as news it waits for whoever has been asked to confirm that they agree, and control: not for whoever has not', async () => {
  await house.say('/sequence 1 about news');
  await house.say('/sequence 1 on');
  await fillIn('anna@example.net');
  await fillIn('ben@example.net');
  const asked = (confirmedAt: Date | null) =>
    house.act(
      ({ tx }) => tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, 'email', address, 'newsletter', 'anna', 'en', 'yes', 'form:1', ${house.now}, ${confirmedAt}
        from contact_identities where address = 'anna@example.net'
        on conflict (token, purpose) do update set confirmed_at = excluded.confirmed_at`,
    );
  await asked(null);
  expect(await to(later(HOUR))).toEqual([]);
  expect(await sql`select ended from sequence_entries order by id`).toEqual([{ ended: null }, { ended: 'no_consent' }]);
  house.now = later(2 * DAY);
  await asked(house.now);
  expect(await to(later(6 * 60_000))).toEqual(['anna@example.net']);
});

describe('a filter', () => {
  beforeEach(async () => {
    await house.say('/segment new regulars #regular');
    await house.say('/sequence new Regulars when regulars\nHello\nYou are a regular now.');
    await house.say('/sequence 2 about news');
    await house.say('/sequence 2 on');
  });
  const tag = (n: number) =>
    house.act(({ tx }) => tx`update contacts set tags = '{regular}' where name = ${`Person ${n}`}`);

  it('follows the segment that it names when that is called otherwise, and so does its undo', async () => {
    await house.say('/segment rename regulars friends');
    expect(await sql`select start from sequences where id = 2`).toEqual([
      { start: { of: 'filter', filter: 'segment:friends' } },
    ]);
    await tag(1);
    expect(await to(later(6 * 60_000))).toEqual(['p1@example.net']);
    await house.say('/undo');
    expect(await sql`select start from sequences where id = 2`).toEqual([
      { start: { of: 'filter', filter: 'segment:regulars' } },
    ]);
  });

  it('keeps its segment from being deleted, and where that is gone all the same it asks', async () => {
    const kept = await house.say('/segment delete regulars');
    expect(kept.failed).toBe(true);
    expect(kept.text).toContain('Regulars');
    await house.act(({ tx }) => tx`delete from segments`);
    await tag(1);
    expect(await to(later(6 * 60_000))).toEqual([]);
    expect((await house.cards()).at(-1)!.text).toContain('Say anew what begins it');
    expect(await sql`select reason from sequences where id = 2`).toEqual([{ reason: 'unclear' }]);
    await house.say('/sequence 2 when #regular');
    await house.say('/sequence 2 on');
    await tag(2);
    expect(await to(later(6 * 60_000))).toEqual(['p2@example.net']);
  });

  it('in a copy of the data it waits for its owner', async () => {
    const { haltInCopy } = await import('../../../../src/domain/campaigns/held/restored.ts');
    await tag(1);
    await house.act((ctx) => haltInCopy(ctx));
    expect(await to(later(6 * 60_000))).toEqual([]);
    expect((await house.say('/sequence 2')).title).toContain('off');
  });
});

describe('what is not understood begins nothing', () => {
  it.each(['buys mug or teapot', 'buys mug, teapot', 'buys mug but not teapot', 'order cancelled', 'order 2'])(
    'it is asked: %s',
    async (words) => {
      expect((await house.say(`/sequence new Care when ${words}\nCare\nHow to care.`)).failed).toBe(true);
      expect(await sql`select from sequences where name = 'Care'`).toHaveLength(0);
    },
  );

  it.each([
    ['buys a mug', { of: 'order', article: 'mug' }],
    ['buys anything', { of: 'order' }],
    ['buys "mug or teapot"', { of: 'order', article: 'mug or teapot' }],
  ])('control: %s', async (words, start) => {
    await house.say(`/sequence new Care when ${words}\nCare\nHow to care.`);
    expect(await sql`select start from sequences where name = 'Care'`).toEqual([{ start }]);
  });

  it('a day in front of a step’s text is no part of it', async () => {
    const asked = await house.say('/sequence 1 add tomorrow\nLesson\nThe first lesson is here.');
    expect(asked.failed).toBe(true);
    await house.say(buttonsOf(asked)[0]!.command);
    const [row] = await sql<{ steps: string }>`select steps::text as steps from sequences where id = 1`;
    expect(row!.steps).toContain('The first lesson is here.');
    expect(row!.steps).not.toContain('tomorrow');
  });
});
