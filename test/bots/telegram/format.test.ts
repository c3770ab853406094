import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTelegram, type TelegramText } from '../../../src/bots/telegram/format.ts';
import { split, styled } from '../../../src/bots/telegram/styled.ts';
import type { Button, Reply } from '../../../src/domain/reply.ts';

const button = (label: string, id?: string): Button => ({ label, command: `/do ${label}`, ...(id && { id }) });

/** The stretch of text an entity covers. */
const covered = ({ text, entities = [] }: TelegramText) =>
  entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]);

describe('a card', () => {
  const card: Reply = {
    title: '小梅 <b> · Telegram',
    quote: 'Is 1 < 2 && "x"?\n*no* _markup_ here',
    fields: [
      { label: 'Filed as', value: 'lead' },
      { label: 'Customer', value: '#vip' },
    ],
    hint: 'Answer this message to answer the customer.',
    buttons: [[button('Ticket', 'a1'), { ...button('Drop', 'a2'), style: 'danger' }], [button('Contact', 'a3')]],
  };

  test('is one text whose styles lie beside it, so that no word of a customer can become markup', () => {
    const [part, ...more] = formatTelegram(card);
    expect(more).toEqual([]);
    expect(part!.text).toBe(
      '小梅 <b> · Telegram\nIs 1 < 2 && "x"?\n*no* _markup_ here\n\n' +
        'Filed as: lead\nCustomer: #vip\n\nAnswer this message to answer the customer.',
    );
    expect(covered(part!)).toEqual([
      ['bold', '小梅 <b> · Telegram'],
      ['blockquote', 'Is 1 < 2 && "x"?\n*no* _markup_ here'],
      ['italic', 'Answer this message to answer the customer.'],
    ]);
  });

  test('has its buttons as they are laid out, by their short ids', () => {
    expect(formatTelegram(card)[0]!.reply_markup).toEqual({
      inline_keyboard: [
        [
          { text: 'Ticket', callback_data: 'a1' },
          { text: 'Drop', callback_data: 'a2', style: 'danger' },
        ],
        [{ text: 'Contact', callback_data: 'a3' }],
      ],
    });
  });

  test('is plain text towards a customer', () => {
    const [part] = formatTelegram({ title: 'Hello', text: 'We are open.', hint: 'Bye' }, 'customer');
    expect(part).toEqual({ text: 'Hello\nWe are open.\n\nBye' });
  });

  test('folds a long quotation', () => {
    const [part] = formatTelegram({ quote: 'word '.repeat(200) });
    expect(part!.entities).toMatchObject([{ type: 'expandable_blockquote' }]);
  });

  test('names the files it cannot send, and leaves those it can to the sender', () => {
    const attachments = [
      { kind: 'document', name: 'bill.pdf', ref: 'part:2' },
      { kind: 'photo', ref: 'AgAC' },
    ] as const;
    expect(formatTelegram({ text: 'mail', attachments: [...attachments] })[0]!.text).toBe('mail\n\n📎 bill.pdf');
  });

  test('with nothing to say is no message', () => {
    expect(formatTelegram({ text: ' \n ' })).toEqual([]);
  });

  test('of buttons alone still has something to hang them on', () => {
    expect(formatTelegram({ buttons: [[button('Go', 'a1')]] })).toMatchObject([{ text: '…' }]);
  });
});

describe('a list', () => {
  test('shows what is typed for each item, and its buttons carry the same', () => {
    const [part] = formatTelegram({
      title: 'Waiting',
      lists: [
        { title: 'Customers', items: [{ text: 'Anna', detail: '2 h', ref: 'v7', buttons: [button('Reply', 'a1')] }] },
        { items: [{ text: 'Bo' }, { text: 'Cy', ref: '#12', buttons: [button('Done', 'c1'), button('Later', 'c2')] }] },
      ],
      buttons: [[button('More', 'm1')]],
    });
    expect(part!.text).toBe('Waiting\nCustomers\n• v7 · Anna — 2 h\n\n• Bo\n• #12 · Cy');
    expect(part!.reply_markup?.inline_keyboard?.map((row) => row.map(({ text }) => text))).toEqual([
      ['v7 · Reply'],
      ['#12 · Done', '#12 · Later'],
      ['More'],
    ]);
  });

  test('without buttons has bullets', () => {
    expect(formatTelegram({ lists: [{ items: [{ text: 'a' }, { text: 'b' }] }] })[0]!.text).toBe('• a\n• b');
  });
});

describe('buttons', () => {
  test('that a press could not bring back are left out', () => {
    const buttons = [[button('no id'), button('too long', 'x'.repeat(65)), button('good', 'x'.repeat(64))]];
    expect(formatTelegram({ text: 'x', buttons })[0]!.reply_markup?.inline_keyboard).toMatchObject([
      [{ text: 'good' }],
    ]);
  });

  test('never exceed what Telegram takes; the reply keeps its own', () => {
    const items = Array.from({ length: 60 }, (_, n) => ({
      text: `${n}`,
      buttons: [button('a', `a${n}`), button('b', `b${n}`)],
    }));
    const [part] = formatTelegram({ lists: [{ items }], buttons: [[button('More', 'm')]] });
    const rows = part!.reply_markup!.inline_keyboard!;
    expect(rows.flat().length).toBeLessThanOrEqual(100);
    expect(rows.at(-1)).toMatchObject([{ text: 'More' }]);
  });
});

// ── splitting ──

const small = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('👩‍👩‍👧‍👦', '🇨🇳', '\n', '\n\n', ' ', '&<>"', 'e\u0301', '长文字', 'https://example.com/'),
  fc.integer({ min: 5, max: 60 }).map((count) => '👍🏽'.repeat(count)),
);
const piece = fc.oneof(
  small,
  fc.integer({ min: 500, max: 9000 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 500, max: 3000 }).map((count) => '👍🏽'.repeat(count)),
);
const prose = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const graphemes = (text: string) => Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
/** Without white space: a piece of nothing else is left out. */
const characters = (text: string) => graphemes(text).filter((one) => /\S/.test(one));

function expectSafe(parts: TelegramText[]): void {
  for (const part of parts) {
    expect(part.text.length).toBeLessThanOrEqual(4096);
    expect(part.text).toMatch(/\S/);
    expect(part.text.isWellFormed()).toBe(true);
    for (const { offset, length } of part.entities ?? []) {
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(length).toBeGreaterThan(0);
      expect(offset + length).toBeLessThanOrEqual(part.text.length);
    }
  }
  for (const part of parts.slice(0, -1)) expect(part.reply_markup).toBeUndefined();
}

describe('a long reply', () => {
  test('keeps every character and every style, in parts Telegram takes, whatever is in it', () => {
    const reply = fc.record({ title: prose, text: prose, quote: prose, hint: prose });
    fc.assert(
      fc.property(reply, (given) => {
        const parts = formatTelegram({ ...given, buttons: [[button('Go', 'a1')]] });
        expectSafe(parts);
        const joined = parts
          .map(({ text }) => text)
          .join('')
          .replace(/\s+/g, '');
        const wanted = [given.title, given.text, given.quote, given.hint].join('').replace(/\s+/g, '') || '…';
        expect(joined).toBe(wanted);
        expect(parts.at(-1)!.reply_markup).toBeDefined();
        const quoted = parts.flatMap(covered).filter(([type]) => type!.endsWith('blockquote'));
        expect(
          quoted
            .map(([, words]) => words)
            .join('')
            .replace(/\s+/g, ''),
        ).toBe(given.quote.replace(/\s+/g, ''));
      }),
      { numRuns: 150 },
    );
  });

  test('is never cut inside what a reader takes for one character', () => {
    fc.assert(
      fc.property(fc.array(small, { maxLength: 12 }), fc.integer({ min: 40, max: 200 }), (pieces, limit) => {
        const whole = styled(pieces.join(''));
        const parts = split(whole, limit).map((part) => part.text);
        expect(parts.every((part) => part.length <= limit)).toBe(true);
        expect(parts.flatMap(characters)).toEqual(characters(whole.text));
      }),
      { numRuns: 150 },
    );
  });

  test('is cut after a line, else after a word', () => {
    const cut = (text: string) => split(styled(text), 20).map((part) => part.text);
    expect(cut('first line is here\nsecond')).toEqual(['first line is here\n', 'second']);
    expect(cut('one two three four five six')).toEqual(['one two three four ', 'five six']);
  });

  test('control: cutting every 4096 units breaks characters', () => {
    const text = `x${'👍🏽'.repeat(3000)}`;
    const blind = [text.slice(0, 4096), text.slice(4096, 8192), text.slice(8192)];
    expect(blind.flatMap(graphemes)).not.toEqual(graphemes(text));
    expect(split(styled(text), 4096).flatMap((part) => graphemes(part.text))).toEqual(graphemes(text));
  });
});
