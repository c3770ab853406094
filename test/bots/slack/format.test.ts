import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatHome, formatSlack, LIMITS } from '../../../src/bots/slack/format.ts';
import { escapeText, pieces, unescapeText } from '../../../src/bots/slack/mrkdwn.ts';
import type { Button, Reply } from '../../../src/domain/reply.ts';
import { breach, type Payload } from '../../support/platforms/fake_slack.ts';

let made = 0;
const button = fc.string({ minLength: 1, maxLength: 200 }).map((label): Button => {
  return { label, command: '/help', id: `id${made++}` };
});
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constant('<!channel> & <@U1> '.repeat(400)),
  fc.constant('&'.repeat(5000)),
);
const item = fc.record({ text: words, detail: words, buttons: fc.array(button, { maxLength: 3 }) });
const reply: fc.Arbitrary<Reply> = fc.record(
  {
    title: words,
    text: words,
    quote: words,
    hint: words,
    fields: fc.array(fc.record({ label: words, value: words }), { maxLength: 5 }),
    lists: fc.array(fc.record({ title: words, items: fc.array(item, { maxLength: 40 }) }), { maxLength: 2 }),
    buttons: fc.array(fc.array(button, { maxLength: 40 }), { maxLength: 5 }),
  },
  { requiredKeys: [] },
);

describe('any reply', () => {
  test('keeps Slack’s limits, always has a text, and rings nobody', () => {
    fc.assert(
      fc.property(reply, (given) => {
        for (const { text, blocks = [] } of formatSlack(given)) {
          expect(breach(blocks as unknown as Payload[])).toBeUndefined();
          expect(text).not.toBe('');
          for (const block of blocks) {
            if (block.type === 'section') expect(block.text.text).not.toMatch(/<|&(?!amp;|lt;|gt;)/);
          }
          expect(text).not.toContain('<');
        }
        expect(formatHome(given).blocks.length).toBeLessThanOrEqual(LIMITS.homeBlocks);
      }),
      { numRuns: 20 },
    );
  });

  test('keeps every button, once', () => {
    fc.assert(
      fc.property(reply, (given) => {
        const ofItems = (given.lists ?? []).flatMap(({ items }) => items.flatMap(({ buttons = [] }) => buttons));
        const all = [...ofItems, ...(given.buttons ?? []).flat()].filter(({ label }) => label.trim());
        const shown = formatSlack(given).flatMap(({ blocks = [] }) =>
          blocks.flatMap((block) => (block.type === 'actions' ? block.elements.map(({ value }) => value) : [])),
        );
        expect(shown.toSorted()).toEqual(all.map(({ id }) => id!).toSorted());
      }),
      { numRuns: 20 },
    );
  });

  test('has below it what a customer answers with, and the text said once', () => {
    const buttons = [
      [1, 2].map((score): Button => ({ label: `${score}`, command: `rating 1 ${score}`, id: `s${score}` })),
    ];
    const parts = formatSlack({ text: 'R&D: how was it?', buttons }, 'customer');
    expect(parts).toMatchObject([
      {
        text: 'R&amp;D: how was it?',
        blocks: [
          { type: 'section', text: { text: 'R&amp;D: how was it?' } },
          { type: 'actions', elements: [{ value: 's1' }, { value: 's2' }] },
        ],
      },
    ]);
  });

  test('reaches a customer as text alone, all of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 9000 }), (text) => {
        const parts = formatSlack({ text }, 'customer');
        expect(parts.every((part) => part.blocks === undefined && part.text.length <= 3900)).toBe(true);
        const bare = (some: string) => some.replace(/\s/g, '');
        expect(bare(parts.map((part) => part.text).join(''))).toBe(bare(escapeText(text)));
      }),
      { numRuns: 20 },
    );
  });
});

test('pieces are never longer than asked, whatever escaping adds, and lose nothing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 10, max: 60 }), (text, limit) => {
      const found = pieces(text, limit);
      expect(found.every((piece) => piece.length <= limit)).toBe(true);
      const bare = (some: string) => some.replace(/\s/g, '');
      expect(bare(found.join(''))).toBe(bare(escapeText(text)));
    }),
  );
});

test('what is escaped and read again is the same', () => {
  fc.assert(fc.property(fc.string(), (text) => unescapeText(escapeText(text)) === text));
});

test.each([
  ['<mailto:ann@example.com|ann@example.com>', 'ann@example.com'],
  ['<https://example.com|example.com>', 'example.com'],
  ['<https://example.com/a?b=1&amp;c=2>', 'https://example.com/a?b=1&c=2'],
  ['<https://evil.example|your bank>', 'your bank (https://evil.example)'],
  ['<tel:+4477009001|+4477009001>', '+4477009001'],
  ['<@U123|ann> in <#C1|general> <!here>', '@ann in #general @here'],
  ['&lt;!channel&gt; &amp;lt;', '<!channel> &lt;'],
])('%s reads as %s', (given, expected) => expect(unescapeText(given)).toBe(expected));
