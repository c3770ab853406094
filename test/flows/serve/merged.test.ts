import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const HOUR = 3_600_000;

/** Anna writes a mail, an hour later than whatever was before. */
async function mails(id: string, text: string, subject: string, answers: string[] = []): Promise<void> {
  house.now = new Date(house.now.getTime() + HOUR);
  await house.happen({
    ...{ kind: 'message.received', channel: 'email', chat: 'anna@x.example', private: false },
    ...{ from: { address: 'anna@x.example', name: 'Anna' }, externalId: id, text, subject, attachments: [], answers },
    sentAt: house.now,
  });
}

const rows = () => house.db.sql<Record<string, unknown>>`
  select number, state, reopened, (select number from tickets o where o.id = t.merged_into_id) as "mergedInto" from tickets t order by id`;
const state = () => house.state();
const field = (reply: Reply, label: string) => reply.fields?.find((one) => one.label === label)?.value;
const commands = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);
const button = (reply: Reply, label: string) => buttonsOf(reply).find((one) => one.label.includes(label))!;

/** Two threads, a ticket each. */
beforeEach(
  house.startingWith(async () => {
    await mails('<1@x>', 'The cup arrived broken, refund please', 'Broken cup');
    await mails('<2@x>', 'The lid arrived broken as well, refund please', 'Broken lid');
    await house.deliver();
  }),
);

describe('a mail in the thread of a ticket that was merged', () => {
  it.each(['Any news on the lid? still broken', 'Any news?'])('goes on with the other one: %s', async (words) => {
    await house.say('/ticket 1 merge 2');
    await house.db.autocommit`update tickets set state = 'pending' where number = 1`;
    await mails('<3@x>', words, 'Re: Broken lid', ['<2@x>']);
    expect(await rows()).toMatchObject([
      { number: '1', state: 'open' },
      { number: '2', state: 'resolved', mergedInto: '1' },
    ]);
    expect(JSON.stringify((await house.say('/ticket 1')).lists)).toContain(words);
  });

  it('opens that anew where it was resolved, however often it was merged on', async () => {
    await mails('<9@x>', 'The box was broken too, refund please', 'Broken box');
    await house.say('/ticket 1 merge 2');
    await house.say('/ticket 3 merge 1');
    await house.say('/resolve 3');
    expect((await house.say('/inbox')).lists).toBeUndefined();
    await mails('<3@x>', 'The lid is still broken, where is my refund?', 'Re: Broken lid', ['<2@x>']);
    expect(await rows()).toMatchObject([{ state: 'resolved' }, { state: 'resolved' }, { state: 'open', reopened: 1 }]);
    expect(field((await house.cards()).at(-1)!, 'Opened anew')).toContain('#3');
  });

  it('control: without the merge it goes on with its own, and nothing else is opened', async () => {
    await mails('<3@x>', 'Any news?', 'Re: Broken lid', ['<2@x>']);
    expect(await rows()).toMatchObject([{ number: '1' }, { number: '2', state: 'open', mergedInto: null }]);
  });

  it('an answer there answers it', async () => {
    await house.say('/ticket 1 merge 2');
    const [{ id } = { id: '' }] = await house.db.sql<{
      id: string;
    }>`select conversation_id as id from tickets where number = 2`;
    await house.say(`/reply v${id} It is on its way`);
    expect((await rows())[0]).toMatchObject({ state: 'pending' });
  });
});

describe('a ticket that was merged', () => {
  it.each([
    ['urgent', '/ticket 1 urgent'],
    ['note hello', '/ticket 1 note hello'],
    ['complaint', '/ticket 1 complaint'],
    ['done 1', undefined],
    ['open', undefined],
  ])('is not changed by “%s”: the one that it goes on as is a tap away', async (words, line) => {
    await house.say('/ticket 1 merge 2');
    const before = await state();
    const said = await house.say(`/ticket 2 ${words}`);
    expect(said).toMatchObject({ failed: true, text: expect.stringMatching(/^#2.*goes on as #1/) });
    expect(commands(said)).toEqual([...(line ? [line] : []), '/ticket 1', '/ticketas 2 apart']);
    expect(await state()).toEqual(before);
    if (line) expect((await house.say(line)).failed).toBeUndefined();
  });

  it('is parted by its button alone, and that is taken back', async () => {
    await house.say('/ticket 1 merge 2');
    const before = await state();
    await house.say(button(await house.say('/ticket 2'), 'on its own').command);
    expect(await rows()).toMatchObject([{ state: 'open' }, { state: 'open', mergedInto: null }]);
    await house.say('/undo');
    expect(await state()).toEqual(before);
  });

  it('is not merged on, but the one it goes on as is; its cause goes along', async () => {
    await mails('<9@x>', 'The box was broken too, refund please', 'Broken box');
    await house.say('/ticket 2 cause broken in transit');
    await house.say('/ticket 1 merge 2');
    expect(field(await house.say('/ticket 1'), 'Cause')).toBe('broken in transit');
    expect((await house.say('/tickets causes')).lists![0]!.items).toMatchObject([
      { detail: expect.stringMatching(/^1 ticket\b/) },
    ]);
    const said = await house.say('/ticket 3 merge 2');
    expect(commands(said)[0]).toBe('/ticket 3 merge 1');
    expect((await house.say('/resolve 2')).failed).toBe(true);
  });
});

describe('the timeline of somebody', () => {
  it('names each closing and opening of tickets and leads once, which ticket went on as which, and why it was', async () => {
    const later = () => {
      house.now = new Date(house.now.getTime() + HOUR);
    };
    await house.say('/ticket 2 cause breakage');
    for (const line of [
      '/ticket 1 merge 2',
      '/resolve 1',
      '/reopen 1',
      '/lead Anna mugs $80',
      '/lost #1',
      '/move #1 quoted',
      '/won #1',
    ]) {
      later();
      await house.say(line);
    }
    const shown = (await house.say('/timeline Anna')).lists!.flatMap(({ items }) => items).map(({ text }) => text);
    expect(shown.filter((text) => !text.includes('refund please'))).toEqual([
      ...['🎉 Won: mugs · $80.00', '↺ Opened again: mugs', 'Lost: mugs', 'Lead opened: mugs · $80.00'],
      ...['↺ Ticket reopened: Broken cup', '✓ Ticket resolved: Broken cup', 'Ticket went on as #1: Broken lid'],
      'Ticket opened: Broken lid · breakage',
    ]);
  });
});
