import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatForm, openedAt } from '../../../src/bots/slack/form.ts';
import { commands } from '../../../src/domain/commands/table.ts';
import { texts } from '../../../src/text/texts.ts';
import { formBreach, type Payload } from '../../support/platforms/fake_slack.ts';

const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constant('长👩‍👩‍👧 '.repeat(1000)));
const field = fc.record({ label: words, required: fc.boolean(), multiline: fc.boolean(), initial: words });
const fields = fc.array(field, { maxLength: 120 }).map((all) => all.map((one, nth) => ({ key: `k${nth}`, ...one })));
const name = words.map((text) => text || '…');

test('any form keeps the limits of modals, and remembers where it was opened', () => {
  const form = fc.record({ title: name, submit: name, close: name, fields });
  fc.assert(
    fc.property(form, fc.option(fc.constant('1.000001/2.000002'), { nil: undefined }), (given, message) => {
      const labelled = { ...given, fields: given.fields.map((one) => ({ ...one, label: one.label || '…' })) };
      const payload = { kind: 'form' as const, triggerId: 't', form: labelled, buttonId: 'b1', instead: {} };
      const view = formatForm({ ...payload, ...(message && { replyTo: message }) }, 'C0DESK');
      expect(formBreach(view as unknown as Payload)).toBeUndefined();
      expect(openedAt(view.private_metadata)).toEqual({ button: 'b1', chat: 'C0DESK', ...(message && { message }) });
    }),
    { numRuns: 30 },
  );
});

test.each(['en', 'zh-CN'] as const)('no word of our own forms is cut (%s)', (locale) => {
  const { form } = texts(locale);
  const ours = commands.flatMap((command) => command.form ?? []);
  expect(ours.length).toBeGreaterThan(5);
  for (const { title, fields } of ours) {
    expect(form.title[title].length).toBeLessThanOrEqual(24);
    for (const { key } of fields) expect(form.field[key]).toBeTruthy();
  }
  expect([form.submit, texts(locale).button.cancel].every(({ length }) => length <= 24)).toBe(true);
});

test('what is none of our metadata is no form', () => {
  for (const metadata of ['', 'x=1', '{"button":"b"}', '{"chat":"C1"}', '[]', 'null', '{']) {
    expect(openedAt(metadata)).toBeUndefined();
  }
});
