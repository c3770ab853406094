import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { texts } from '../../../src/text/texts.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(() => house.reset());

/** The command lines in a page's table, as they stand there; those with … are no whole lines. */
function documented(file: string): string[] {
  const rows = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `/'));
  return rows
    .flatMap((row) => [...row.matchAll(/`(\/[^`]+)`/g)].map(([, line]) => line!))
    .filter((line) => !line.includes('…'));
}

/** Something to tap, to choose from or to read about: what could not be done says what can. */
const goesOn = ({ buttons = [], lists = [], hint = '', text = '', fields = [] }: Reply): boolean =>
  buttons.length + lists.length + fields.length > 0 || hint !== '' || /\/\p{L}|[A-Z]+_[A-Z]+/u.test(text);

describe.each([
  ['docs/commands.md', 'en'],
  ['docs/commands.zh-CN.md', 'zh-CN'],
] as const)('the lines to try of %s', (file, locale) => {
  const lines = documented(file);

  it('are many', () => expect(lines.length).toBeGreaterThan(40));

  it('are understood in any order, and where something does not exist yet it says how to go on', async () => {
    const order = fc.shuffledSubarray(lines, { minLength: lines.length });
    await fc.assert(
      fc.asyncProperty(order, async (day) => {
        await house.reset();
        await house.say(`/settings language ${locale}`);
        for (const line of day) {
          const reply = await house.say(line);
          expect(reply.text, line).not.toBe(texts(locale).desk.unknownCommand(line.split(' ')[0]!));
          if (reply.failed) expect({ line, reply, goesOn: goesOn(reply) }).toMatchObject({ goesOn: true });
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

describe.each(['en', 'zh-CN'] as const)('before anything was done (%s)', (locale) => {
  it.each([
    '/cancel',
    '/resolve c9',
    '/won 3',
    '/done 4',
    '/reply c9 hello',
    '/contact c9',
    '/c nothing Anna',
    '/find #3001',
    '/merge c1 c3',
    '/split v9',
    '/join v1 v2',
  ])('%s says how to go on, and would add nobody called by a number', async (line) => {
    await house.say(`/settings language ${locale}`);
    await house.say('/undo');
    const reply = await house.say(line);
    expect({ reply, goesOn: goesOn(reply) }).toMatchObject({ goesOn: true });
    const adds = (reply.buttons ?? []).flat().filter(({ command }) => /^\/add [cv]\d/.test(command));
    expect(adds).toEqual([]);
  });
});

describe('somebody who never wrote', () => {
  it.each(['/reply Anna hello', '/later Anna tomorrow 9am hello', '/resolve Anna', '/won Anna'])(
    '%s says what to do first',
    async (line) => {
      await house.say('/settings language en');
      await house.say('/add Anna Smith');
      const reply = await house.say(line);
      expect({ reply, failed: reply.failed, goesOn: goesOn(reply) }).toMatchObject({ failed: true, goesOn: true });
    },
  );
});
