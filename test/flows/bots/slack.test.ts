import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commandOf,
  eventOf,
  type FakeSlack,
  messageEventOf,
  type Payload,
  pressOf,
  type SentMessage,
  shortcutOf,
  startFakeSlack,
} from '../../support/platforms/fake_slack.ts';
import { startTestService, type TestService } from '../../support/service.ts';

const OWNER = 'U0OWNER';
const DESK = 'C0DESK';
let slack: FakeSlack;
let service: TestService;
let nextUser = 1;

beforeAll(async () => {
  slack = await startFakeSlack();
  slack.is(OWNER, { name: 'Owner' });
  service = await startTestService({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SLACK_OWNER_ID: OWNER,
    SLACK_DESK_CHANNEL: DESK,
  });
});
afterAll(async () => {
  await service.stop();
  await slack.close();
});

const event = (body: Payload, id?: string, options?: object) =>
  slack.post(`${service.url}/slack/events`, JSON.stringify(eventOf(body, id)), options);
const press = (user: string, message: SentMessage, label: string) => interact(pressOf(user, message, label));
const interact = (payload: Payload) =>
  slack.post(
    `${service.url}/slack/interactivity`,
    new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
  );
const command = (user: string, text: string) =>
  slack.post(
    `${service.url}/slack/commands`,
    new URLSearchParams(commandOf(user, text) as Record<string, string>).toString(),
  );

function sees(channel: string, which: (message: SentMessage) => boolean): Promise<SentMessage> {
  return slack.until(() => slack.messages(channel).findLast(which));
}

/** A new customer writes; gives who, and the card at the desk. */
async function customer(name: string, text: string, more: Payload = {}) {
  const user = `U0CUST${nextUser++}`;
  slack.is(user, { name });
  const ts = slack.nextTs();
  await event(messageEventOf(user, text, ts, more));
  const card = await sees(DESK, ({ shown }) => shown.includes(`💬 ${name}`));
  return { user, card, ts };
}

/** The owner writes in a thread at the desk; gives the ts. */
async function answersInThread(card: SentMessage, text: string, user = OWNER): Promise<string> {
  const ts = slack.nextTs();
  const thread_ts = card.thread ?? card.ts;
  await event(messageEventOf(user, text, ts, { channel: DESK, channel_type: 'channel', thread_ts }));
  return ts;
}

describe('a customer writes to the bot', () => {
  it('and has the answer the owner gives in the thread; the receipt stands there too', async () => {
    const { user, card } = await customer('Ann', 'How much is the green tea?');
    expect(card.thread).toBeUndefined();
    expect(card.shown).toContain('> How much is the green tea?');
    await answersInThread(card, '$12 a tin');
    const answer = await sees(user, ({ text }) => text === '$12 a tin');
    expect(answer.blocks).toEqual([]);
    const receipt = await sees(DESK, ({ shown }) => shown.includes('✓ Sent to Ann (Slack)'));
    expect(receipt.thread).toBe(card.ts);
  });

  it('again at once, and the card says both, and is answered in its thread', async () => {
    const { user, card } = await customer('Rae', 'Can I book Friday?');
    await event(messageEventOf(user, 'Or Saturday?', slack.nextTs()));
    const grown = await sees(DESK, ({ shown }) => shown.includes('Or Saturday?'));
    expect(grown.ts).toBe(card.ts);
    expect(grown.shown).toContain('Can I book Friday?');
    await answersInThread(grown, 'Saturday is free');
    await sees(user, ({ text }) => text === 'Saturday is free');
  });

  it('with words that would ring everybody, which ring nobody', async () => {
    const { card } = await customer('Mal', 'hi &lt;!channel&gt; <!here> <@U0OWNER> *now*');
    expect(JSON.stringify(card.blocks) + card.text).not.toMatch(/<[!@]/);
    expect(card.shown).toContain('&lt;!channel&gt; @here @U0OWNER');
  });

  it('and Slack, impatient, posts it again: it counts once', async () => {
    const user = 'U0TWICE';
    slack.is(user, { name: 'Twice' });
    const words = messageEventOf(user, 'Is it open today?', slack.nextTs());
    const retry = { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } };
    const answers = [await event(words, 'Ev1'), await event(words, 'Ev1', retry), await event(words, 'Ev2', retry)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await sees(DESK, ({ shown }) => shown.includes('💬 Twice'));
    await service.settled();
    expect(slack.messages(DESK).filter(({ shown }) => shown.includes('Is it open today?'))).toHaveLength(1);
  });

  it('for the first time in a retry: the retry is not dropped', async () => {
    slack.is('U0LATE', { name: 'Late' });
    const options = { headers: { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'connection_failed' } };
    await event(messageEventOf('U0LATE', 'Do you ship abroad?', slack.nextTs()), 'EvLate', options);
    await sees(DESK, ({ shown }) => shown.includes('💬 Late'));
  });

  it('a command, which is words like any other', async () => {
    const { user } = await customer('Mallory', '/find Ann');
    await service.settled();
    expect(slack.messages(user)).toEqual([]);
  });

  it('and edits it: the owner sees both wordings, in the thread', async () => {
    const { user, card, ts } = await customer('Ed', 'Do you have two?');
    const changed = { user, ts, text: 'Do you have three?', edited: { user, ts: slack.nextTs() } };
    const previous_message = { user, ts, text: 'Do you have two?' };
    const words = messageEventOf(user, '', slack.nextTs(), {
      subtype: 'message_changed',
      message: changed,
      previous_message,
    });
    await event(words);
    const seen = await sees(DESK, ({ shown }) => shown.includes('Do you have three?'));
    expect(seen.shown).toContain('Do you have two?');
    expect(seen.thread).toBe(card.ts);
  });
});

describe('the owner', () => {
  it('types commands as /crm, and the answer comes in private', async () => {
    expect(await (await command(OWNER, 'add Zoe Park #vip')).text()).toBe('');
    await sees(OWNER, ({ shown }) => shown.includes('Zoe Park'));
    await command(OWNER, '');
    await sees(OWNER, ({ shown }) => shown.includes('/crm find'));
  });

  it('types commands as messages to the bot', async () => {
    await event(messageEventOf(OWNER, '/find Zoe', slack.nextTs()));
    const found = await sees(OWNER, ({ shown }) => shown.includes('Zoe Park'));
    expect(found.thread).toBeUndefined();
  });

  it('notes with // and nothing leaves', async () => {
    const { user, card } = await customer('Noa', 'Any slots on Sunday?');
    await answersInThread(card, '// always pays late');
    const noted = await sees(DESK, ({ shown }) => shown.includes('📝 Noted for Noa.'));
    expect(noted.thread).toBe(card.ts);
    await service.settled();
    expect(slack.messages(user)).toEqual([]);
  });

  it('answers in a thread we know nothing of, and is told so: an answer is never lost without a word', async () => {
    const [ts, thread_ts] = [slack.nextTs(), slack.nextTs()];
    await event(messageEventOf(OWNER, 'lost words', ts, { channel: DESK, channel_type: 'channel', thread_ts }));
    const told = await sees(DESK, ({ thread }) => thread === thread_ts);
    expect(told.shown).toContain('reply to their card');
    await event(messageEventOf(OWNER, 'not in a thread', slack.nextTs(), { channel: DESK, channel_type: 'channel' }));
    await service.settled();
    expect(slack.sent.filter(({ shown }) => shown.includes('What shall I do'))).toHaveLength(1);
  });

  it('pastes a table under words: the customer gets both, or it is said that nothing was sent', async () => {
    const { user, card } = await customer('Tabea', 'What do pots cost?');
    const paste = async (text: string, blocks: Payload[]) => {
      const more = { channel: DESK, channel_type: 'channel', thread_ts: card.thread ?? card.ts };
      const attachments = [{ id: 1, fallback: '[no preview available]', blocks }];
      await event(messageEventOf(OWNER, text, slack.nextTs(), { ...more, attachments }));
    };
    const cell = (text: string) => ({ type: 'raw_text', text });
    await paste('Our prices:', [{ type: 'table', rows: [[cell('Blue pot'), cell('30')]] }]);
    const got = await sees(user, ({ shown }) => shown.includes('Our prices:'));
    expect(got.shown).toContain('Blue pot | 30');
    await paste('And these:', [{ type: 'chart_of_tomorrow' }]);
    await sees(DESK, ({ shown }) => shown.includes('nothing was sent'));
    expect(slack.messages(user).some(({ shown }) => shown.includes('And these'))).toBe(false);
  });

  it('edits an answer that was sent, and is told that the customer has the earlier one', async () => {
    const { user, card } = await customer('Eve', 'What is the price of the blue pot?');
    const ts = await answersInThread(card, '$30');
    await sees(user, ({ text }) => text === '$30');
    await service.settled();
    const message = { user: OWNER, ts, thread_ts: card.ts, text: '$35', edited: { user: OWNER, ts: slack.nextTs() } };
    const changed = { channel: DESK, channel_type: 'channel', subtype: 'message_changed', message };
    await event(messageEventOf(OWNER, '', slack.nextTs(), changed));
    const told = await sees(DESK, ({ shown }) => shown.includes('✎ Your edit stays here'));
    expect(told.thread).toBe(card.ts);
    expect(slack.messages(user).map(({ text }) => text)).toEqual(['$30']);
  });

  it('edits a note, and is told that what was noted first counts', async () => {
    const { card } = await customer('Nia', 'How much is a lesson?');
    const ts = await answersInThread(card, '// friend of Ann');
    await sees(DESK, ({ shown }) => shown.includes('📝 Noted for Nia.'));
    const message = { user: OWNER, ts, thread_ts: card.ts, text: '// x', edited: { user: OWNER, ts: slack.nextTs() } };
    const changed = { channel: DESK, channel_type: 'channel', subtype: 'message_changed', message };
    await event(messageEventOf(OWNER, '', slack.nextTs(), changed));
    const told = await sees(DESK, ({ shown }) => shown.includes('what you typed first counts'));
    expect(told.thread).toBe(card.ts);
  });

  it('presses a button: acknowledged with nothing, answered on the card, done once', async () => {
    const { card } = await customer('Bea', 'How much is a tin of green tea?');
    const answer = await press(OWNER, card, 'Won');
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    const pressed = structuredClone(card);
    await sees(DESK, ({ ts, shown }) => ts === card.ts && /won.*\(.+, \d\d:\d\d\)/i.test(shown));
    expect(card.buttons.map(({ label }) => label)).toEqual(expect.arrayContaining(['Lost', 'Undo']));
    expect(card.buttons.map(({ label }) => label)).not.toContain('Won');
    expect(slack.messages(DESK).filter(({ thread }) => thread === card.ts)).toEqual([]);
    await press(OWNER, pressed, 'Won');
    const toast = await slack.until(() => slack.ephemeral.find(({ channel }) => channel === DESK));
    expect(toast).toMatchObject({ user: OWNER, text: expect.stringMatching(/^Already won/) });
  });

  it('makes a ticket of a card by its shortcut, and of a customer’s own message', async () => {
    const { card } = await customer('Tia', 'my cup has a crack');
    const own = { ts: card.ts, text: card.text, bot_id: 'B1', user: 'UBOT' };
    await interact(shortcutOf(OWNER, 'create_ticket', own, DESK));
    const made = await sees(
      DESK,
      ({ thread, shown }) => thread === card.ts && shown.includes('Ticket') && !shown.includes('💬'),
    );
    expect(made.buttons.length).toBeGreaterThan(0);
    slack.is('U0PASSER', { name: 'Passer' });
    const words = { ts: slack.nextTs(), user: 'U0PASSER', text: 'could you make me a logo?' };
    await interact(shortcutOf(OWNER, 'create_lead', words, 'C0OTHER'));
    await sees(OWNER, ({ shown }) => shown.includes('Passer'));
    const [lead] = await service.house.db.sql`
      select l.title, c.name from leads l join contacts c on c.id = l.contact_id where c.name = 'Passer'`;
    expect(lead).toEqual({ title: 'could you make me a logo?', name: 'Passer' });
  });

  it('keeps the message it makes something of with its author, at its date, once', async () => {
    slack.is('U0WRITER', { name: 'Writer' });
    const file = { id: 'F0CUP', name: 'cup.png', mimetype: 'image/png', size: 9, mode: 'hosted' };
    const words = { ts: '1763700000.000200', user: 'U0WRITER', text: 'c1 is broken\nand wet', files: [file] };
    await interact(shortcutOf(OWNER, 'create_ticket', words, 'C0OTHER'));
    await sees(OWNER, ({ shown }) => shown.includes('Ticket opened') && shown.includes('Writer'));
    await interact(shortcutOf(OWNER, 'create_lead', words, 'C0OTHER'));
    const lead = await sees(OWNER, ({ shown }) => shown.includes('Lead opened') && shown.includes('Writer'));
    const kept = () => service.house.db.sql`
      select m.text, m.direction, m.occurred_at, m.attachments -> 0 ->> 'ref' as file, v.channel, v.address
      from messages m join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
      where c.name = 'Writer'`;
    expect(await kept()).toEqual([
      {
        text: 'c1 is broken\nand wet',
        direction: 'in',
        occurred_at: new Date(1_763_700_000_000),
        file: 'slack:F0CUP',
        channel: 'slack',
        address: 'U0WRITER',
      },
    ]);
    const [ticket] = await service.house.db.sql`
      select t.title from tickets t join contacts c on c.id = t.contact_id where c.name = 'Writer'`;
    expect(ticket).toEqual({ title: 'c1 is broken' });
    await press(OWNER, lead, 'Undo');
    await sees(OWNER, ({ shown }) => shown.includes('Undone: /lead'));
    expect(await kept()).toHaveLength(1);
  });

  it('keeps nothing for a viewer who picks a message', async () => {
    const { autocommit, sql } = service.house.db;
    const [viewer] = await autocommit<{
      id: string;
    }>`insert into users (name, role) values ('V', 'viewer') returning id`;
    await autocommit`insert into user_identities (channel, address, user_id) values ('slack', 'U0VIEWER', ${viewer!.id})`;
    const words = { ts: slack.nextTs(), user: 'U0SILENT', text: 'could you?' };
    await interact(shortcutOf('U0VIEWER', 'create_lead', words, 'C0OTHER'));
    await sees('U0VIEWER', ({ shown }) => shown.includes('Your role may not do that'));
    expect(await sql`select from contact_identities where address = 'U0SILENT'`).toHaveLength(0);
  });

  it('opens the home tab and sees what today asks', async () => {
    await event({ type: 'app_home_opened', user: OWNER, channel: 'D0OWNER', tab: 'home', event_ts: slack.nextTs() });
    const home = await slack.until(() => slack.homes.get(OWNER));
    expect(home.type).toBe('home');
    expect(JSON.stringify(home)).toContain('Waiting for your answer');
  });
});

describe('somebody else', () => {
  it('presses a button, and nothing happens', async () => {
    const { card } = await customer('Vic', 'How much is the red tea?');
    await service.settled();
    const before = slack.sent.length;
    expect((await press('U0STRANGER', card, 'Won')).status).toBe(200);
    await service.settled();
    expect(slack.sent).toHaveLength(before);
    const [lead] = await service.house.db.sql`
      select stage from leads l join contacts c on c.id = l.contact_id where c.name = 'Vic'`;
    expect(lead).toEqual({ stage: 'new' });
  });

  it('writes in a thread at the desk, and the customer hears nothing', async () => {
    const { user, card } = await customer('Sam', 'How long does shipping take?');
    await answersInThread(card, 'as a stranger', 'U0STRANGER');
    await service.settled();
    expect(slack.messages(user)).toEqual([]);
  });

  it('talks in another channel, which is none of our business: it is not even stored', async () => {
    const words = { channel: 'C0OTHER', channel_type: 'channel' };
    expect((await event(messageEventOf('U0STRANGER', 'lunch?', slack.nextTs(), words))).status).toBe(200);
    const rows = await service.house.db.sql`select from inbox where lane = 'slack:C0OTHER'`;
    expect(rows).toHaveLength(0);
  });

  it('guesses pairing codes, and stays a customer', async () => {
    await command('U0GUESS', 'pair AAAA-BBBB-CCCC-DDDD');
    await sees('U0GUESS', ({ shown }) => shown.includes('not valid'));
    const rows = await service.house.db.sql`select from user_identities where address = 'U0GUESS'`;
    expect(rows).toHaveLength(0);
  });

  it('looks at the home tab, and sees nothing', async () => {
    await event({ type: 'app_home_opened', user: 'U0STRANGER', channel: 'D1', tab: 'home', event_ts: slack.nextTs() });
    await service.settled();
    expect(slack.homes.has('U0STRANGER')).toBe(false);
  });
});

describe('when Slack says no', () => {
  it('slow down, and the answer leaves once, later', async () => {
    const { user, card } = await customer('Sue', 'What does the tray cost?');
    await service.settled();
    slack.fail('chat.postMessage', { status: 429, retryAfter: 1 });
    await answersInThread(card, '$40');
    await sees(user, ({ text }) => text === '$40');
    await service.settled();
    expect(slack.messages(user).map(({ text }) => text)).toEqual(['$40']);
  });

  it('and the connection breaks: the doubt is asked once and never sent again by itself', async () => {
    const { user, card } = await customer('Dan', 'Could you send a quote for 50 mugs?');
    await service.settled();
    slack.fail('chat.postMessage', { cut: 'after' });
    await answersInThread(card, '$400');
    const asked = await sees(DESK, ({ shown }) => shown.includes('？ Perhaps sent to Dan'));
    expect(asked.thread).toBe(card.ts);
    await service.settled();
    expect(slack.messages(user).map(({ text }) => text)).toEqual(['$400']);
  });

  it('the thread’s first message was deleted: the next card begins another thread', async () => {
    const { user, card } = await customer('Del', 'Is the workshop on?');
    await service.settled();
    slack.deleteThread(card.ts);
    await event(messageEventOf(user, 'And at what time?', slack.nextTs()));
    const next = await sees(DESK, ({ shown }) => shown.includes('And at what time?'));
    expect(next.thread).toBeUndefined();
    await answersInThread(next, 'at ten');
    await sees(user, ({ text }) => text === 'at ten');
  });
});

it('logs neither what customers wrote nor tokens nor names', async () => {
  slack.fail('chat.postMessage', { status: 502 });
  slack.is('U0CANARY', { name: 'Canary Name' });
  await event(messageEventOf('U0CANARY', 'canary-text-7781', slack.nextTs()));
  await service.settled();
  const log = service.logged.join('\n');
  for (const secret of ['canary-text-7781', 'Canary Name', slack.botToken, slack.signingSecret, 'green tea']) {
    expect(log).not.toContain(secret);
  }
});

it('keeps a card while the bot is not in the desk channel, and says what to do', async () => {
  slack.refuse(DESK, 'not_in_channel');
  slack.is('U0WAIT', { name: 'Wait' });
  await event(messageEventOf('U0WAIT', 'Any news?', slack.nextTs()));
  await sees(OWNER, ({ shown }) => shown.includes('SLACK_DESK_CHANNEL'));
  const [card] = await service.house.db.sql`
    select state from outbox where address = ${DESK} and payload::text like '%Any news?%'`;
  expect(card).toEqual({ state: 'queued' });
  const states = await service.house.db.sql`select channel, ok from channel_states order by channel`;
  expect(states).toContainEqual({ channel: 'slack_desk', ok: false });
  expect(states).toContainEqual({ channel: 'slack', ok: true });
});
