import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toInboxEvent } from '../../../src/bots/slack/intake.ts';
import { parseSlack } from '../../../src/bots/slack/parse.ts';
import type { DomainEvent } from '../../../src/domain/event.ts';

const DIR = new URL('../../fixtures/slack/', import.meta.url);
const READ_AT = new Date('2026-11-21T05:00:00Z');

function read(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${name}.json`, DIR), 'utf8'));
}

function parsed(payload: Record<string, unknown>, body = JSON.stringify(payload)): DomainEvent {
  const { externalId, headers } = toInboxEvent(payload, Buffer.from(body), { name: 'Ann', language: 'en-GB' });
  return parseSlack({ body: Buffer.from(body), headers: headers ?? null, externalId, receivedAt: READ_AT });
}

const ANN = { address: 'U0ANN', name: 'Ann', language: 'en-GB' };
const OWNER = { address: 'U0OWNER', name: 'owner' };

const cases: [string, object][] = [
  [
    'text',
    {
      kind: 'message.received',
      channel: 'slack',
      chat: 'U0ANN',
      private: true,
      from: ANN,
      externalId: '1763700000.000100',
      text: 'Is example.com yours & open? @channel',
      attachments: [],
      answers: [],
      sentAt: new Date(1_763_700_000_000),
    },
  ],
  [
    'file',
    { attachments: [{ kind: 'photo', name: 'cup.jpg', type: 'image/jpeg', bytes: 90_000, ref: 'slack:F0CUP' }] },
  ],
  [
    'thread_reply',
    {
      kind: 'message.received',
      chat: 'C0DESK',
      private: false,
      externalId: '1763690000.000001/1763700000.000100',
      answers: ['1763690000.000001'],
    },
  ],
  [
    'thread_edit',
    {
      kind: 'message.edited',
      chat: 'C0DESK',
      externalId: '1763690000.000001/1763700000.000100',
      answers: ['1763690000.000001'],
      text: '$13 a tin',
      sentAt: new Date(1_763_700_000_000),
      editedAt: new Date(1_763_700_009_000),
    },
  ],
  ['link_preview', { kind: 'ignored', reason: 'not changed by a person' }],
  ['joined', { kind: 'ignored', reason: 'message subtype channel_join' }],
  ['deleted', { kind: 'ignored', reason: 'not deleted by who wrote it' }],
  ['home_opened', { kind: 'home.opened', from: { address: 'U0OWNER' }, externalId: 'event:Ev0001' }],
  ['messages_tab_opened', { kind: 'ignored', reason: 'tab messages' }],
  ['reaction', { kind: 'ignored', reason: 'event reaction_added' }],
  [
    'button',
    {
      kind: 'button.pressed',
      chat: 'C0DESK',
      from: OWNER,
      buttonId: 'abcd2345',
      pressId: 'C0DESK/U0OWNER/1763690000.000001/1.2.abc',
      messageId: '1763690000.000001/1763700000.000100',
    },
  ],
  [
    'button_unseen',
    {
      kind: 'button.pressed',
      chat: 'U0OWNER',
      pressId: 'C0OTHER/U0OWNER//1.9.abc',
      messageId: 'block_actions:1.9.abc',
      triggerId: '1.9.abc',
    },
  ],
  [
    'form_submitted',
    {
      kind: 'form.submitted',
      chat: 'C0DESK',
      from: OWNER,
      buttonId: 'abcd2345',
      values: { text: 'It is <here> & "there"\n// x', note: '' },
      messageId: '1763690000.000001/1763700000.000100',
      externalId: 'V0FORM',
    },
  ],
  ['form_of_others', { kind: 'ignored', reason: 'modal poll' }],
  ['global_shortcut', { kind: 'form.wanted', chat: 'U0OWNER', from: OWNER, command: '/add', triggerId: '1.8.abc' }],
  ['button_home', { kind: 'button.pressed', chat: 'U0OWNER', pressId: '/U0OWNER//1.3.abc' }],
  [
    'shortcut',
    {
      kind: 'message.picked',
      make: 'lead',
      chat: 'C0OTHER',
      from: OWNER,
      author: ANN,
      text: 'a logo for 500 USD?',
      attachments: [],
      sentAt: new Date(1_763_700_000_000),
      messageId: '1763700000.000100',
      answers: ['1763700000.000100'],
    },
  ],
  [
    'command',
    {
      kind: 'message.received',
      chat: 'U0OWNER',
      private: true,
      from: OWNER,
      externalId: 'command:1.5.abc',
      text: '/find 张三',
      behindSlash: true,
      sentAt: READ_AT,
    },
  ],
];

describe('what Slack sends means', () => {
  test.each(cases)('%s', (name, expected) => expect(parsed(read(name))).toMatchObject(expected));

  test('the same in the form Slack posts it', () => {
    const command = read('command') as Record<string, string>;
    expect(parsed(command, new URLSearchParams(command).toString())).toEqual(parsed(command));
    const button = read('button');
    const form = new URLSearchParams({ payload: JSON.stringify(button) }).toString();
    expect(parsed(button, form)).toEqual(parsed(button));
  });

  test('and each fixture is one of these', () => {
    const names = readdirSync(DIR).map((file) => file.replace('.json', ''));
    expect(names.toSorted()).toEqual(cases.map(([name]) => name).toSorted());
  });
});

test('whatever is stored is read without an error', () => {
  const fixtures = cases.map(([name]) => read(name));
  const broken = fc
    .tuple(fc.constantFrom(...fixtures), fc.string(), fc.constantFrom<unknown>(null, 7, '', 'x', true, []))
    .map(([payload, key, value]) => spoil(payload, key, value));
  const bodies = fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from), broken.map(Buffer.from));
  fc.assert(
    fc.property(bodies, (body) => {
      const row = { body: Buffer.from(body), headers: null, externalId: 'x', receivedAt: READ_AT };
      expect(parseSlack(row).kind).toBeTypeOf('string');
    }),
  );
});

/** The same payload with every other member, at any depth, replaced. */
function spoil(payload: object, key: string, value: unknown): string {
  let count = key.length;
  return JSON.stringify(payload, (name, old) => (name !== '' && name !== 'type' && ++count % 5 === 0 ? value : old));
}
