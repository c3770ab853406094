import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../support/house.ts';
import { webFormsOf } from '../../support/web_forms.ts';
import { asked, lastCard, linkOfQuote, sendQuote } from './steps.ts';

const house = await testHouse({ locale: 'en', currency: 'USD', businessName: 'Tea House', undoSend: 5 });
const browser = await webFormsOf(house);
const HUMAN = { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1' };

/** What a quote is once it is issued, and no draft says. */
const OF_ISSUED = [
  ...[
    'id',
    'lead_id',
    'state',
    'number',
    'revision',
    'content',
    'currency',
    'total_minor',
    'link_nonce',
    'link_hash',
    'pdf',
  ],
  ...['message_id', 'by_hand', 'issued_at', 'opened_at', 'decided_at', 'decided', 'order_id', 'reminded', 'created_at'],
];

async function saidOn(id: 'first' | 'last'): Promise<Record<string, unknown>> {
  const all = await house.db.sql<{ row: Record<string, unknown> }>`select to_jsonb(q) as row from quotes q
    where lead_id = (select max(id) from leads) order by id`;
  const { row } = all.at(id === 'first' ? 0 : -1)!;
  return Object.fromEntries(Object.entries(row).filter(([column]) => !OF_ISSUED.includes(column)));
}
const amounts = async () =>
  (
    await house.db.sql<{ total: string }>`select total_minor as total from quotes where number is not null order by id`
  ).map(({ total }) => total);
const accept = async () =>
  browser.post(await linkOfQuote(house), { act: 'accept', name: 'Anna Li', agree: 'yes' }, HUMAN);

beforeEach(
  house.startingWith(async () => {
    await asked(house);
    await house.say('/quote c1 Logo design 2x300 -10% plus 13% tax valid until 2026-12-31');
    await house.say('/quote 1 terms: 50% up front');
    await house.say('/quote 1 note: handle with care');
  }),
);

describe('a revision', () => {
  it.each<[how: string, ends: () => Promise<unknown>]>([
    ['was sent', async () => undefined],
    ['was withdrawn', () => house.say('/quote Q-2026-001 revoke')],
    ['was declined', async () => browser.post(await linkOfQuote(house), { act: 'decline' }, HUMAN)],
    [
      'is over',
      async () => {
        house.now = new Date('2027-01-05T04:00:00Z');
      },
    ],
    ['was accepted, and its lead opened again', async () => [await accept(), await house.say('/reopen 1')]],
  ])('goes on in all from what %s', async (_, ends) => {
    await sendQuote(house);
    const { now } = house;
    await ends();
    const before = await house.say('/quote 1');
    expect(before.fields!.map(({ value }) => value)).toEqual([
      ...['$610.20', '10% · $60.00', '$70.20', '2026-12-31', '50% up front', 'handle with care'],
    ]);
    await house.say('/quote 1 Card 1x10');
    house.now = now;
    expect(await saidOn('last')).toEqual(await saidOn('first'));
    // control: what is said anew is the draft's alone
    await house.say('/quote 1 note: none of it');
    expect(await saidOn('last')).not.toEqual(await saidOn('first'));
  });

  it.each([
    ['without tax, terms, discount and end', 'plus 13% tax', 'Logo 1x540 no tax', '54000'],
    ['with tax', 'off', 'Logo 1x540 plus 10% tax', '59400'],
  ])('stays %s, whatever the business has by default', async (_, tax, line, total) => {
    await house.say('/business days 0');
    await house.say('/business tax off');
    await house.say('/add Bo bo@x.example');
    await house.say(`/quote c2 ${line}`);
    await sendQuote(house, '2');
    await house.say(`/business tax ${tax}`);
    await house.say('/business days 14');
    await house.say('/business terms Pay at once');
    expect((await house.say('/quote 2')).fields).not.toContainEqual({ label: 'Terms', value: 'Pay at once' });
    await sendQuote(house, '2');
    expect(await amounts()).toEqual([total, total]);
    expect(await saidOn('last')).toEqual(await saidOn('first'));
  });

  it('that changes nothing but its last day asks for the same sum, and its receipt says the sum of the document', async () => {
    await sendQuote(house);
    await house.say('/quote 1 valid until 2027-01-31');
    await house.say('/lead 1 amount 5');
    await sendQuote(house, '1', { held: true });
    expect(await amounts()).toEqual(['61020', '61020']);
    expect((await lastCard(house)).text).toContain('Q-2026-001-2: #1 · Anna · How much is a logo? · $610.20');
  });
});
