import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatConsole } from '../../../src/bots/console/format.ts';
import { formatSlack } from '../../../src/bots/slack/format.ts';
import { formatTelegram } from '../../../src/bots/telegram/format.ts';
import { commandOf } from '../../../src/domain/commands/called.ts';
import { fillIn, formFor, keysOf } from '../../../src/domain/commands/forms.ts';
import { commands } from '../../../src/domain/commands/table.ts';
import { readValues, textIn, type Values, writeValues } from '../../../src/domain/commands/words/values.ts';
import { splitFirst } from '../../../src/domain/commands/words/words.ts';
import type { User } from '../../../src/domain/owner/user.ts';
import type { Button } from '../../../src/domain/reply.ts';
import { texts } from '../../../src/text/texts.ts';
import { type House, OWNER, testHouse } from '../../support/house.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const withForms = commands.filter(({ form }) => form);
/** What tries to be more than a value. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.stringMatching(/^[ a"\\:/x0-9\n]{0,30}$/),
  fc.constantFrom(
    '"',
    '\\',
    '\\"',
    'name:"x"',
    '" tags:"vip',
    '// note',
    '/undo',
    'c12 text:"x"\\',
    '2x300',
    '-7',
    ' ',
  ),
);

describe('the values of a form', () => {
  it.each(withForms.map(({ name }) => name))('of /%s come back from the command line they were written in', (name) => {
    const { form } = commandOf(`/${name}`)!;
    const keys = keysOf(form!);
    const values = fc.record(Object.fromEntries(keys.map((key) => [key, nasty])));
    fc.assert(
      fc.property(values, fc.constantFrom('', 'c12', '12', '#vip'), (given, before) => {
        const line = fillIn(`/${name} ${before}`, given)!;
        const kept = Object.entries(given).map(([key, value]) => [key, value.trim()]);
        expect(commandOf(line)?.name).toBe(name);
        expect(readValues(splitFirst(line)[1], keys)).toEqual({
          before,
          values: Object.fromEntries(kept.filter(([, value]) => value !== '')),
        });
      }),
      { numRuns: 60 },
    );
  });

  it('replace the ones that were filled in before', () => {
    const keys = ['name', 'tags'] as const;
    fc.assert(
      fc.property(nasty, nasty, (first, second) => {
        const line = fillIn(fillIn('/add', { name: first, tags: 'old' })!, { name: second })!;
        expect(readValues(splitFirst(line)[1], keys).values).toEqual(second.trim() ? { name: second.trim() } : {});
      }),
      { numRuns: 60 },
    );
  });

  it('control: written without their escapes they would be lost', () => {
    const careless = (values: Values) =>
      Object.entries(values)
        .map(([key, value]) => `${key}:"${value}"`)
        .join(' ');
    const given = { name: 'x" tags:"vip', tags: 'a' };
    expect(readValues(careless(given), ['name', 'tags']).values).not.toEqual(given);
    expect(readValues(writeValues(given), ['name', 'tags']).values).toEqual(given);
  });

  it('are not read into words that only look a little like them', () => {
    for (const words of ['he said text:"yes" and left', 'text: "x"', 'mytext:"x"', 'text:"x', 'text:"x" y']) {
      expect(textIn(words)).toBe(words);
    }
  });

  it('cost no more than their length', () => {
    for (const unit of ['text:"', '\\', 'text:"\\']) expect(growsTooFast(textIn, repeated(unit)), unit).toBeUndefined();
  });
});

describe('a form is offered', () => {
  const owner: User = { id: '1', name: '', role: 'owner', locale: null };
  const t = texts('en');
  const open = (line: string, button: { form: boolean; replying: boolean }, user = owner) =>
    formFor(user, t, line, button);

  it('when a button asks for it, or exactly what it asks is missing', () => {
    expect(open('/add', { form: false, replying: false })?.form.title).toBe('New contact');
    expect(open('/add Ann', { form: false, replying: false })).toBeUndefined();
    expect(open('/lead c1', { form: true, replying: false })?.form.title).toBe('New lead');
    // whom, no form asks
    expect(open('/lead', { form: false, replying: false })).toBeUndefined();
    expect(open('/find', { form: true, replying: false })).toBeUndefined();
  });

  it('to nobody who may not use its command', () => {
    expect(open('/add', { form: true, replying: false }, { ...owner, role: 'viewer' })).toBeUndefined();
  });
});

describe('where there are no forms', () => {
  it('a button that would open one says what is missing, and does not run', async () => {
    const house = await testHouse({ locale: 'en' });
    await house.say('/add Ann');
    await house.type('/lead c1 Logo');
    await house.press('Quote');
    const reply = await house.press('Add a line');
    expect(reply.text).toContain('quantity and price');
    await house.type('/inbox');
    const { db } = house;
    await db.autocommit`insert into buttons (id, command, form) values ('b1', '/lead c1', true)`;
    await house.happen(pressed('b1'));
    expect((await house.cards()).at(-1)?.text).toContain('Missing: the text');
    expect(await db.sql`select title from leads`).toEqual([{ title: 'Logo' }]);
  });

  it('such a button is not shown', () => {
    const buttons: Button[] = [
      { label: 'Reply', command: '/reply c1', form: true, id: 'a' },
      { label: 'Contact', command: '/contact c1', id: 'b' },
    ];
    for (const reply of [{ buttons: [buttons] }, { lists: [{ items: [{ text: 'x', buttons }] }] }]) {
      const shown = formatConsole(reply) + JSON.stringify(formatTelegram(reply));
      expect(shown).toContain('Contact');
      expect(shown).not.toContain('Reply');
      expect(JSON.stringify(formatSlack(reply))).toContain('Reply');
    }
  });

  function pressed(buttonId: string) {
    const from = { address: OWNER, name: '' };
    return { kind: 'button.pressed' as const, channel: 'telegram' as const, chat: OWNER, from, buttonId, pressId: 'p' };
  }
});

describe('what was filled in', () => {
  let house: House;
  const submit = async (command: string, values: Values) => {
    const id = `f${Math.random()}`;
    await house.db.autocommit`insert into buttons (id, command, form) values (${id}, ${command}, true)`;
    const from = { address: OWNER, name: '' };
    await house.happen({
      ...{ kind: 'form.submitted', channel: 'telegram', chat: OWNER, from },
      ...{ buttonId: id, values: { ...values }, externalId: id },
    });
    return (await house.cards()).at(-1)!;
  };

  it('is kept as it is, whatever it looks like, and can be undone', async () => {
    house = await testHouse({ locale: 'en' });
    await house.say('/add Ann');
    const before = await house.state();
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        const reply = await submit('/note c1', { text });
        const notes = await house.db.sql<{ text: string }>`select text from messages order by id desc limit 1`;
        const kept = text.trim();
        if (kept === '') {
          expect(reply.failed).toBe(true);
          return;
        }
        expect(notes).toEqual([{ text: kept }]);
        await house.press('Undo');
      }),
      { numRuns: 15 },
    );
    expect(await house.state()).toEqual(before);
  });

  it('as the time of a task must be one; the title never is', async () => {
    const wrong = await submit('/task', { title: 'call', when: 'some day soon' });
    expect(wrong.text).toContain('Missing: when');
    expect(wrong.buttons?.flat().at(-1)).toMatchObject({
      form: true,
      command: expect.stringContaining('title:"call"'),
    });
    await submit('/task', { title: 'tomorrow 10am', when: '' });
    expect(await house.db.sql`select title, due_at from tasks`).toEqual([{ title: 'tomorrow 10am', due_at: null }]);
  });

  it('as a lead’s amount must be one; the title may hold another', async () => {
    expect((await submit('/lead c1', { title: 'Logo', amount: 'much' })).text).toContain('“much” is not an amount');
    await submit('/lead c1', { title: 'Logo 500 USD', amount: '€20' });
    const { db } = house;
    expect(await db.sql`select title, amount_minor, currency from leads`).toEqual([
      { title: 'Logo 500 USD', amount_minor: '2000', currency: 'EUR' },
    ]);
  });
});
