import { beforeEach, describe, expect, it } from 'vitest';
import { mailArrives, sendCampaigns, sink, tendSequences } from '../../support/campaigns.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse({
  locale: 'en',
  timezone: 'Europe/Berlin',
  currency: 'EUR',
  country: 'DE',
  businessName: 'Tea House',
});
const text = (field: string) => `Happy birthday!\nYour thing is {{ ${field} }}.`;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => mailArrives(tx));
    for (const line of [
      '/add Anna Smith anna@example.com',
      '/field add Hat number',
      '/field add Size number',
      '/edit Anna birthday 1985-11-23',
      '/consent c1 newsletter offers reminders said so at the fair',
      '/sequence birthday',
    ])
      await house.say(line);
  }),
);

/** Two days around her birthday; what was sent meanwhile. */
async function birthday(): Promise<string[]> {
  const { way, mails } = sink();
  for (let hour = 0; hour < 100; hour += 4) {
    house.now = new Date(Date.parse('2026-11-21T04:00:00Z') + hour * 3_600_000);
    await tendSequences(house);
    await sendCampaigns(house, way);
  }
  await tendSequences(house);
  return mails.map((mail) => mail.text);
}
const begin = async (field: string) => {
  await house.say(`/sequence 1 text 1\n${text(field)}`);
  await house.say('/sequence 1 on');
};
const ended = async () => JSON.stringify((await house.say('/sequence 1')).lists);

describe('a field with another name', () => {
  it.each(['fields.hat', 'fields.Hat', 'fields["Hat"]', 'fields.hat | default: "-"'])(
    'is so in every text that asks for it: %s',
    async (field) => {
      await house.say('/edit Anna Hat 38');
      await begin(field);
      await house.say(`/template new t9\nHi\n${text(field)}`);
      await house.say('/c save hats en Your size is {Hat}');
      const reply = JSON.stringify(await house.say('/field rename Hat Top hat'));
      for (const use of ['Birthday', 't9', 'hats']) expect(reply).toContain(use);
      expect(JSON.stringify(await house.say('/template preview t9 Anna'))).toContain('Your thing is 38');
      expect(JSON.stringify(await house.db.sql`select text from canned_replies`)).toContain('{Top hat}');
      expect((await birthday()).join()).toContain('Your thing is 38');
      expect(await ended()).toContain('got all steps');
    },
  );

  it('has its old one again after an undo, in what was written before and in nothing else', async () => {
    await begin('fields.hat');
    await house.say(`/template new t9\nHi\nNot fields.hat, {{ fields.size }}, {{ name }}.`);
    const before = await house.state();
    const reply = JSON.stringify(await house.say('/field rename Hat Bonnet'));
    expect(reply).not.toContain('t9');
    expect(JSON.stringify(await house.db.sql`select steps from sequences`)).toContain('fields.bonnet');
    await house.say('/undo');
    expect(JSON.stringify(await house.db.sql`select steps from sequences`)).toContain('fields.hat');
    expect((await house.state()).templates).toEqual(before.templates);
  });

  it('that is removed says what is written with it', async () => {
    await begin('fields.hat');
    await house.say('/segment new big Hat:>30');
    const reply = await house.say('/field remove Hat');
    expect(reply.hint).toContain('Birthday');
    expect(reply.hint).toContain('big');
    expect((await house.say('/field remove Size')).hint).toBeUndefined();
  });
});

describe('a step that asks for what is not known of somebody', () => {
  it.each(['hat', 'size'])(
    'is sent to nobody who lacks it, which the owner is told once and sees: %s',
    async (field) => {
      await begin(`fields.${field}`);
      expect(await birthday()).toEqual([]);
      expect(await ended()).not.toContain('got all steps');
      expect(await ended()).toContain(`Anna Smith: nothing is known of them for {{ fields.${field} }}`);
      const told = (await house.cards()).filter((card) => JSON.stringify(card).includes('got nothing of a step'));
      expect(told).toHaveLength(1);
    },
  );

  it('is sent to whoever has it, though Liquid has a word of that name', async () => {
    await house.say('/edit Anna Size 38');
    await begin('fields.size');
    expect((await birthday()).join()).toContain('Your thing is 38');
  });
});
