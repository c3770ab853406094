import { beforeAll, describe, expect, it } from 'vitest';
import { formatConsole } from '../../../src/bots/console/format.ts';
import { formatSlack, type SlackText } from '../../../src/bots/slack/format.ts';
import { type Call, callsFor } from '../../../src/bots/telegram/calls.ts';
import { isCommand } from '../../../src/domain/commands/called.ts';
import { commands } from '../../../src/domain/commands/table.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { Locale } from '../../../src/text/locale.ts';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../support/house.ts';
import { breach, type Payload } from '../../support/platforms/fake_slack.ts';

/** Everything a customer can write to break a page: markup of each platform, steering characters, length. */
const HOSTILE = `<!channel> <b>&amp;</b> *_~\`[x](http://x) \u001b[31m\u202e\u0007 ${'👨‍👩‍👧‍👦很长的话 and words '.repeat(300)}`;
const NAME = `张三<@U1>&\u001b[2J ${'名'.repeat(60)}`;

let house: House;

/** A house full to the brim: long names, hostile words, more of everything than a page holds. */
beforeAll(async () => {
  house = await testHouse();
  for (let nth = 1; nth <= 12; nth++) {
    const from = { address: `90${nth}`, name: nth === 1 ? NAME : `张三 ${nth}` };
    await house.happen(telegramMessage(HOSTILE, { chat: from.address, from, externalId: `m${nth}` }));
  }
  const { autocommit } = house.db;
  await autocommit`
    insert into leads (contact_id, conversation_id, title, amount_minor, currency, active_at)
    select 1, 1, ${HOSTILE} || n, 123456789012, 'CNY', now() from generate_series(1, 20) n`;
  await autocommit`
    insert into tickets (contact_id, conversation_id, title) select 1, 1, ${HOSTILE} || n from generate_series(1, 20) n`;
  await autocommit`
    insert into tasks (contact_id, title, due_at) select 1, ${HOSTILE} || n, now() from generate_series(1, 20) n`;
  await autocommit`
    insert into canned_replies (name, locale, text) select 'r' || n, 'en', ${HOSTILE} from generate_series(1, 20) n`;
  await autocommit`update contacts set tags = array(select 'tag' || n from generate_series(1, 60) n) where id = 1`;
  await autocommit`
    insert into outbox (channel, address, audience, idempotency_key, payload, state, conversation_id)
    select 'telegram', '901', 'customer', 'x' || n, ${house.db.sql.json({ kind: 'message', reply: { text: HOSTILE } })}, 'failed', 1
    from generate_series(1, 20) n`;
});

/** As `enqueue` would give them. */
function withIds(reply: Reply): Reply {
  const copy = structuredClone(reply);
  for (const [index, button] of buttonsOf(copy).entries()) button.id = `button${String(index).padStart(10, '0')}`;
  return copy;
}

const telegramCalls = (reply: Reply) =>
  callsFor({ address: '42', audience: 'owner', payload: { kind: 'message', reply } });

/** Bot API: sendMessage and its inline keyboard. */
function telegramBreach(calls: Pick<Call, 'payload'>[]): string | undefined {
  if (calls.length === 0) return 'nothing is said';
  for (const { payload } of calls) {
    const text = String(payload.text ?? payload.caption ?? '');
    const entities = (payload.entities ?? []) as { offset: number; length: number }[];
    const rows = (payload.reply_markup as { inline_keyboard: { text: string; callback_data: string }[][] } | undefined)
      ?.inline_keyboard;
    if (text.length < 1 || text.length > 4096) return `text of ${text.length}`;
    if (!text.isWellFormed()) return 'half a character';
    if (entities.length > 100) return 'more than 100 entities';
    if (entities.some(({ offset, length }) => offset < 0 || length < 1 || offset + length > text.length))
      return 'entity';
    if (rows && (rows.flat().length > 100 || rows.some((row) => row.length < 1 || row.length > 8))) return 'keyboard';
    if (rows?.flat().some((key) => !key.text.trim() || Buffer.byteLength(key.callback_data) > 64)) return 'button';
  }
  return undefined;
}

/** Block Kit's limits, and nothing of a customer's that Slack would act on. */
function slackBreach(posts: SlackText[]): string | undefined {
  if (posts.length === 0) return 'nothing is said';
  for (const { text, blocks = [] } of posts) {
    const wrong = breach(blocks as unknown as Payload[]);
    if (wrong) return wrong;
    if (text === '' || text.length > 4000) return `text of ${text.length}`;
    const spoken = blocks.map((block) => (block.type === 'section' ? block.text.text : '')).join('\n');
    if (/<!|<@|<#/.test(text + spoken)) return 'rings somebody';
  }
  return undefined;
}

/** A terminal: no characters that steer it, something to read. */
function consoleBreach(text: string): string | undefined {
  if (!text.trim()) return 'nothing is said';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not be there
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text) ? 'steers the terminal' : undefined;
}

const PLATFORMS = {
  telegram: (reply: Reply) => telegramBreach(telegramCalls(reply)),
  slack: (reply: Reply) => slackBreach(formatSlack(reply)),
  terminal: (reply: Reply) => consoleBreach(formatConsole(reply)),
};
const LOCALES: Locale[] = ['zh-CN', 'en'];

/** What can be typed of each command: alone, its examples, about a person, the second page. */
function formsOf(name: (typeof commands)[number]['name'], locale: Locale): string[] {
  const examples = texts(locale).commands[name].example.split(' · ');
  return [...new Set([`/${name}`, ...examples, `/${name} c1`, `/${name} 2`])];
}

describe.each(LOCALES)('every command in %s', (locale) => {
  it.each(commands.map(({ name }) => name))('/%s is shown within the limits of every platform', async (name) => {
    for (const form of formsOf(name, locale)) {
      const reply = withIds(await house.rehearse('owner', form, { locale, about: '1' }));
      for (const [platform, breachOf] of Object.entries(PLATFORMS))
        expect(breachOf(reply), `${form} on ${platform}`).toBeUndefined();
      for (const item of (reply.lists ?? []).flatMap(({ items }) => items)) {
        const isOnly = (label: string) => buttonsOf(reply).filter((button) => button.label === label).length === 1;
        const told = item.ref || (item.buttons ?? []).every(({ label }) => isOnly(label) || item.text.includes(label));
        expect(told, `${form}: which line the buttons of “${item.text}” belong to`).toBeTruthy();
      }
      for (const { label, command } of buttonsOf(reply)) {
        expect(isCommand(command), `${form} offers ${command}`).toBe(true);
        expect(label.trim(), `${form} offers ${command}`).not.toBe('');
      }
    }
  });
});

it('control: what is beyond the limits, or alive that was a customer’s, is noticed', () => {
  expect(telegramBreach([{ payload: { text: 'x'.repeat(4097) } }])).toBe('text of 4097');
  expect(telegramBreach([{ payload: { text: HOSTILE.slice(0, HOSTILE.indexOf('👩') + 1) } }])).toBe('half a character');
  const keys = Array.from({ length: 9 }, () => ({ text: 'x', callback_data: 'x' }));
  expect(telegramBreach([{ payload: { text: 'x', reply_markup: { inline_keyboard: [keys] } } }])).toBe('keyboard');
  const section = (text: string): SlackText['blocks'] => [
    { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } },
  ];
  expect(slackBreach([{ text: 'x', blocks: section('x'.repeat(3001))! }])).toBe('section text');
  expect(slackBreach([{ text: 'x', blocks: section(HOSTILE.slice(0, 100))! }])).toBe('rings somebody');
  expect(consoleBreach(HOSTILE)).toBe('steers the terminal');
});
