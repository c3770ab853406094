import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../src/domain/commands/table.ts';
import { READ_TIMES } from '../../../src/domain/commands/words/read_at.ts';
import type { Button } from '../../../src/domain/reply.ts';
import { buttonsOf, type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { sourcesIn } from '../../support/sources/imports.ts';

let house: House;
let card: string;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(begin);

async function begin() {
  await house.reset();
  for (const [chat, name] of Object.entries({ 700: 'Dave', 701: 'Anna', 702: 'Anna' }))
    await house.happen(telegramMessage('hello', { chat, from: { address: chat, name } }));
  await house.deliver();
  card = (await house.outbox()).find(({ audience, conversationId }) => audience === 'owner' && conversationId)!
    .externalId!;
}

/** Every time that a command has set. */
const times = () =>
  house.db.sql`
    select 'task' as what, due_at as at from tasks where due_at is not null
    union all select 'later', due_at from scheduled_answers
    union all select 'away', until from absences
    union all select 'snoozed', snoozed_until from conversations where snoozed_until is not null
    order by 1, 2`;

/** The buttons under what is said to the line that read a time. */
async function offered(line: string, underCard: boolean): Promise<Button[]> {
  await house.type(line, underCard ? { answers: [card] } : {});
  return buttonsOf((await house.cards()).at(-1)!).filter(({ command }) =>
    READ_TIMES.some((name) => command.includes(`/${name} `)),
  );
}

/** Behind midnight, and the next evening. */
const WHEN_LATER_HOURS = [13, 30];

describe.each([
  ['the day after tomorrow 9am tell Dave it is ready', false],
  ['后天9点告诉Dave货到了', false],
  ["I'm away until the day after tomorrow", false],
  ['后天之前我不在', false],
  ['call the printer the day after tomorrow at 10', false],
  ['后天10点给印刷厂打电话', false],
  ['Dave: call me the day after tomorrow at 10', false],
  ['/task the day after tomorrow 10am call Anna', false],
  ['/later Anna the day after tomorrow 9am it is ready', false],
  ['/snooze Anna the day after tomorrow 9am', false],
  ['/call Anna asked for a sample, I promised it the day after tomorrow 10am', false],
  ['remind me the day after tomorrow 9am to pay\nadd Bob 13900001111', false],
  ['/task the day after tomorrow call\n/nonsense', false],
  ['/taskk the day after tomorrow 9am call the printer', false],
  ['稍后发 后天9点 货到了', true],
  ['任务 后天10点 给印刷厂打电话', true],
])('what is offered for %j', (line, underCard) => {
  it('does a day or two later what it would have done at once', async () => {
    const count = (await offered(line, underCard)).length;
    expect(count).toBeGreaterThan(0);
    for (let nth = 0; nth < count; nth++) {
      const results: unknown[] = [];
      for (const hours of [0, ...WHEN_LATER_HOURS]) {
        await begin();
        const button = (await offered(line, underCard))[nth]!;
        house.now = new Date(NOON.getTime() + hours * 3_600_000);
        const reply = await house.press(button);
        // one question further: which Anna?
        const more = buttonsOf(reply).find(({ command }) => READ_TIMES.some((name) => command.startsWith(`/${name} `)));
        if (reply.failed && more) await house.press(more);
        results.push(await times());
      }
      expect(results.slice(1), `${line} → ${nth}`).toEqual(WHEN_LATER_HOURS.map(() => results[0]));
    }
  });
});

describe('a time that was shown', () => {
  it('before midnight is the same behind it', async () => {
    house.now = new Date('2026-11-21T15:58:00Z');
    await house.type('tomorrow at 9 tell Dave hi');
    const [send] = buttonsOf((await house.cards()).at(-1)!).filter(({ command }) => command.startsWith('/later '));
    house.now = new Date('2026-11-21T16:01:00Z');
    await house.press(send!);
    expect(await times()).toEqual([{ what: 'later', at: new Date('2026-11-22T01:00:00Z') }]);
  });

  it('stays with the question that asks for the rest of its line', async () => {
    await house.type('/task wednesday 9am');
    await house.deliver();
    const question = (await house.outbox()).at(-1)!.externalId!;
    house.now = new Date(NOON.getTime() + 5 * 24 * 3_600_000);
    await house.type('call the printer', { answers: [question] });
    expect(await times()).toEqual([{ what: 'task', at: new Date('2026-11-25T01:00:00Z') }]);
  });

  it('stays with what is left of several lines', async () => {
    await house.type('/resolve 99\n/task wednesday 9am call the printer');
    house.now = new Date(NOON.getTime() + 30 * 3_600_000);
    await house.press(buttonsOf((await house.cards()).at(-1)!).find(({ command }) => command.startsWith('/task'))!);
    expect(await times()).toEqual([{ what: 'task', at: new Date('2026-11-25T01:00:00Z') }]);
  });

  it('and is over by now is said to be, and nobody is away or written to', async () => {
    for (const line of ['tomorrow at 9 tell Dave hi', "I'm away until tomorrow 9am"]) {
      await begin();
      const [button] = await offered(line, false);
      house.now = new Date(NOON.getTime() + 48 * 3_600_000);
      expect((await house.press(button!)).failed, line).toBe(true);
      expect(await times()).toEqual([]);
    }
  });

  it('is counted from the press where it is ours: the tomorrow of a list', async () => {
    await house.type('/inbox');
    const tomorrow = buttonsOf((await house.cards()).at(-1)!).find(({ command }) => command.startsWith('/snooze '))!;
    house.now = new Date(NOON.getTime() + 30 * 3_600_000);
    await house.press(tomorrow);
    expect(await times()).toEqual([{ what: 'snoozed', at: new Date('2026-11-23T01:00:00Z') }]);
  });

  it('is kept by every command that reads one', () => {
    const reading = sourcesIn('src/domain/commands').filter((file) =>
      /momentOf\(ctx\)/.test(readFileSync(file, 'utf8')),
    );
    const names = commands
      .map(({ name }) => name)
      .filter((name) => reading.some((file) => file.endsWith(`/${name}.ts`)))
      // days of the week, what an invoice is due in, and what begins a follow-up: none is a moment
      .filter((name) => !['hours', 'invoice', 'sequence'].includes(name));
    expect([...READ_TIMES].sort()).toEqual(
      [...new Set([...names, 'postpone', 'next', 'inbox', 'leads', 'tickets'])].sort(),
    );
  });
});
