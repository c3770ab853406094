import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reached } from '../../../src/domain/people/consent.ts';
import { preferencesPath } from '../../../src/domain/people/preferences/link.ts';
import { whyNot, whyUnasked } from '../../../src/domain/people/suppression.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { webFormsOf } from '../../support/web_forms.ts';

const house = await testHouse({ locale: 'en', businessName: 'Tea House' });
const browser = await webFormsOf(house);
const { linkKey } = await house.act(async (ctx) => ctx);
const { sql } = house.db;
const ANNA = 'anna@example.org';
const NEW = 'anna.new@example.org';

beforeEach(
  house.startingWith(async () => {
    await house.say(`/add Anna ${ANNA}`);
    await house.say('/consent Anna news told me at the fair');
  }),
);

const press = (fields: Record<string, string>) =>
  browser.post(preferencesPath(linkKey, { contactId: '1', channel: 'email', address: ANNA }), fields);
const writes = (text: string) =>
  house.happen({
    ...{ kind: 'message.received', channel: 'email', chat: ANNA, private: true, externalId: `<${text}@x>` },
    ...{ from: { address: ANNA, name: 'Anna' }, text, subject: 'Your mails', attachments: [] },
    ...{ answers: [], sentAt: house.now, trust: 'verified' },
  } as MessageReceived);
const reports = () =>
  house.act(({ tx, now }) => tx`update contact_identities set complained_at = ${now} where address = ${ANNA}`);

/** Why nothing of that goes there; of a question to agree: why it is not asked. */
async function why(address: string, purpose: Reached | 'question' = 'service'): Promise<string | null> {
  const whom = {
    contactId: sql`(select contact_id from contact_identities where channel = 'email' and address = ${address})`,
    ...{ channel: sql`'email'::text`, address: sql`${address}::text`, now: house.now },
  };
  const asking = { purpose: 'newsletter' as const, source: sql`'campaign:1'::text`, now: house.now };
  const said = purpose === 'question' ? whyUnasked(sql, whom, asking) : whyNot(sql, whom, purpose);
  return (await sql<{ why: string | null }>`select ${said} as why from (values (1)) v`)[0]!.why;
}

/** Each way in which somebody says a certain no, and whether only they take it back. */
const NOES: Readonly<Record<string, () => Promise<unknown>>> = {
  'one click': () => press({ 'List-Unsubscribe': 'One-Click' }),
  'their page': () => press({ act: 'off' }),
  'STOP in a mail': () => writes('STOP'),
  'a report of spam': reports,
  'their owner': () => house.say('/unsubscribe Anna'),
};

describe.each(Object.keys(NOES))('a certain no by %s', (how) => {
  beforeEach(async () => {
    await NOES[how]!();
  });

  it('holds for an address that comes later: service, news and the question to agree', async () => {
    await house.say(`/edit Anna email ${NEW}`);
    expect(await why(NEW)).not.toBeNull();
    expect(await why(NEW, 'newsletter')).not.toBe('no_consent');
    expect(await why(NEW, 'question')).not.toBeNull();
    await house.say(`/consent Anna news ${NEW} told me`);
    if (how !== 'their owner') expect(await why(NEW, 'newsletter')).not.toBeNull();
  });

  it('holds where the address that it was said at was taken off them before', async () => {
    await house.say(`/edit Anna -${ANNA}`);
    await house.say(`/edit Anna email ${NEW}`);
    expect(await why(NEW)).not.toBeNull();
  });

  it('goes with an address that was theirs by mistake, and comes back with its undo', async () => {
    const before = await sql`select from suppressions`;
    await house.say(`/edit Anna email ${NEW}`);
    await house.say('/undo');
    expect(await sql`select from suppressions`).toHaveLength(before.length);
    await house.say(`/add Bea ${NEW}`);
    expect(await why(NEW)).toBeNull();
  });

  it('comes back with whoever was deleted, and holds for whoever is made of them anew', async () => {
    const deleted = await house.say('/delete Anna');
    await house.say(buttonsOf(deleted)[0]!.command);
    await house.say('/undo');
    await house.say(`/edit Anna email ${NEW}`);
    expect(await why(NEW)).not.toBeNull();
    const again = await house.say('/delete Anna');
    await house.say(buttonsOf(again)[0]!.command);
    await house.say(`/add Anna ${ANNA}`);
    await house.say('/edit Anna email anna.third@example.org');
    expect(await why('anna.third@example.org')).not.toBeNull();
  });

  it('holds for addresses that come after a merge', async () => {
    await house.say('/add Bea bea@example.org');
    await house.say('/merge Anna Bea');
    const [one] = await sql<{ id: string }>`select id from contacts`;
    await house.say(`/edit c${one!.id} email ${NEW}`);
    expect(await why(NEW)).not.toBeNull();
  });
});

it('control: without a no each gets what they may', async () => {
  await house.say(`/edit Anna email ${NEW}`);
  expect([await why(NEW), await why(NEW, 'newsletter'), await why(NEW, 'question')]).toEqual([
    null,
    'no_consent',
    null,
  ]);
});

it('is taken back by the person, on a page of their new address', async () => {
  await writes('STOP');
  await house.say(`/edit Anna email ${NEW}`);
  await house.act(
    ({ tx, now }) => tx`
      insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, asked_at, confirmed_at)
      values (1, 'email', ${NEW}, 'newsletter', 'en', 'yes', 'page', 'page', ${now}, ${now})`,
  );
  expect([await why(NEW, 'newsletter'), await why(NEW), await why(ANNA)]).toEqual([null, null, 'unsubscribed']);
});

it('is taken back by the owner where it was theirs, at each address that has it', async () => {
  await house.say('/unsubscribe Anna');
  await house.say('/undo');
  await house.say(`/edit Anna email ${NEW}`);
  expect(await why(NEW)).toBeNull();
});

it('one click in an old mail stops whoever gave its address up', async () => {
  await house.say(`/edit Anna email ${NEW}`);
  await house.say(`/consent Anna news ${NEW} told me`);
  await house.say(`/edit Anna -${ANNA}`);
  expect(await why(NEW, 'newsletter')).toBeNull();
  expect((await press({ 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
  expect(await why(NEW, 'newsletter')).toBe('unsubscribed');
});

it('control: where somebody else has that address by now it is theirs alone', async () => {
  await house.say(`/edit Anna email ${NEW}`);
  await house.say(`/consent Anna news ${NEW} told me`);
  await house.say(`/edit Anna -${ANNA}`);
  await house.say(`/add Bea ${ANNA}`);
  await press({ 'List-Unsubscribe': 'One-Click' });
  expect([await why(NEW, 'newsletter'), await why(ANNA)]).toEqual([null, 'unsubscribed']);
});

it('one click counts however often its link was pressed, and control: other changes are told to come again', async () => {
  const statuses = new Set<number>();
  for (let one = 0; one < 70; one += 1) statuses.add((await press({ act: 'resume' })).status);
  expect([...statuses]).toEqual([200, 429]);
  expect((await press({ 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
  expect(await why(ANNA)).toBe('unsubscribed');
});
