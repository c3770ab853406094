import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueue } from '../../../src/outbox/enqueue.ts';
import {
  commandOf,
  eventOf,
  type FakeSlack,
  globalShortcutOf,
  homePressOf,
  type Modal,
  messageEventOf,
  type Payload,
  pressOf,
  type SentMessage,
  startFakeSlack,
  submissionOf,
  unseenPressOf,
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

const event = (body: Payload, id?: string) =>
  slack.post(`${service.url}/slack/events`, JSON.stringify(eventOf(body, id)));
const interact = (payload: Payload) =>
  slack.post(
    `${service.url}/slack/interactivity`,
    new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
  );
const command = (text: string, more: Payload = {}) => {
  const typed = { ...commandOf(OWNER, text), response_url: slack.responseUrl(), ...more };
  return slack.post(
    `${service.url}/slack/commands`,
    new URLSearchParams(typed as unknown as Record<string, string>).toString(),
  );
};
/** With a trigger that lives, as Slack gives it. */
const triggered = (payload: Payload) => interact({ ...payload, trigger_id: slack.trigger() });
const press = (message: SentMessage, label: string, user = OWNER) => triggered(pressOf(user, message, label));
const submit = (modal: Modal, values: Record<string, string>, user = OWNER) =>
  triggered(submissionOf(user, modal, values));

const sees = (channel: string, which: (message: SentMessage) => boolean) =>
  slack.until(() => slack.messages(channel).findLast(which));

/** What opens because of this. */
async function opened(act: () => Promise<Response>): Promise<Modal> {
  const before = slack.modals.length;
  expect(await (await act()).text()).toBe('');
  return slack.until(() => slack.modals[before]);
}

const titleOf = ({ view }: Modal) => (view.title as { text: string }).text;
const fieldsOf = ({ view }: Modal) => (view.blocks as { block_id: string }[]).map(({ block_id }) => block_id);

async function customer(name: string, text: string) {
  const user = `U0CUST${nextUser++}`;
  slack.is(user, { name });
  await event(messageEventOf(user, text, slack.nextTs()));
  const card = await sees(DESK, ({ shown }) => shown.includes(`💬 ${name}`));
  return { user, card };
}

/** Somebody at work holds the lane of what the owner does, until it is let go. */
async function holdLane(): Promise<() => Promise<void>> {
  const { db, wake } = service.house;
  const [row] = await db.autocommit<{ id: string }>`
    insert into inbox (source, external_id, lane, body, run_at)
    values ('slack', ${slack.nextTs()}, ${`slack:press:${OWNER}`}, '', now() + interval '1 hour') returning id`;
  return async () => {
    await db.autocommit`delete from inbox where id = ${row!.id}`;
    wake();
  };
}

async function home(): Promise<Payload> {
  const before = slack.calls('views.publish').length;
  await event({ type: 'app_home_opened', user: OWNER, channel: 'D0OWNER', tab: 'home', event_ts: slack.nextTs() });
  await slack.until(() => slack.calls('views.publish').length > before);
  await service.settled();
  return slack.homes.get(OWNER)!;
}

describe('a form', () => {
  it('answers the customer with exactly what was written in it, from the card’s thread', async () => {
    const { user, card } = await customer('Ann', 'How much is the green tea?');
    const modal = await opened(() => press(card, 'Reply'));
    expect([titleOf(modal), fieldsOf(modal)]).toEqual(['Reply', ['text']]);
    const text = 'I/find "you" said\nno/note http://x.example//y\nc12 text:"x" \\" <!channel>';
    expect(await (await submit(modal, { text })).text()).toBe('');
    const answer = await slack.until(() => slack.messages(user)[0]);
    expect(answer.text).toBe(text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    const receipt = await sees(DESK, ({ shown }) => shown.includes('✓ Sent to Ann'));
    expect(receipt.thread).toBe(card.ts);
    const { db } = service.house;
    expect(await db.sql`select text from messages where direction <> 'in'`).toEqual([{ text }]);
  });

  it('asks first where a line of it may be meant for us, and then answers with exactly that', async () => {
    const { user, card } = await customer('Ada', 'And the black tea?');
    const modal = await opened(() => press(card, 'Reply'));
    const text = 'It is "here"\n// she never pays\nc12 text:"x" \\" &c';
    await submit(modal, { text });
    const asked = await sees(DESK, ({ shown }) => shown.includes('Should Ada read '));
    await service.settled();
    expect(slack.messages(user)).toEqual([]);
    await press(asked, 'Send as typed to Ada');
    const answer = await slack.until(() => slack.messages(user)[0]);
    expect(answer.text).toBe(text.replaceAll('&', '&amp;'));
  });

  it('sent off twice is done once, and can be opened again', async () => {
    const { user, card } = await customer('Ben', 'Do you deliver?');
    const modal = await opened(() => press(card, 'Reply'));
    await submit(modal, { text: 'yes' });
    await submit(modal, { text: 'yes' });
    await service.settled();
    expect(slack.messages(user).map(({ text }) => text)).toEqual(['yes']);
    const again = await opened(() => press(card, 'Reply'));
    await submit(again, { text: 'on Monday' });
    await slack.until(() => slack.messages(user)[1]);
  });

  it('of a stranger is neither opened nor taken', async () => {
    const { user, card } = await customer('Cat', 'Is it open today?');
    const modal = await opened(() => press(card, 'Reply'));
    const before = slack.modals.length;
    await press(card, 'Reply', 'U0STRANGER');
    await submit(modal, { text: 'hi' }, 'U0STRANGER');
    await triggered(globalShortcutOf('U0STRANGER', 'new_contact'));
    await service.settled();
    expect(slack.modals).toHaveLength(before);
    expect(slack.messages(user)).toEqual([]);
  });

  it('of a helper who is none any more when it is sent off changes nothing', async () => {
    const { user, card } = await customer('Dee', 'Any news?');
    const { autocommit } = service.house.db;
    const [helper] = await autocommit<{ id: string }>`
      insert into users (name, role) values ('H', 'helper') returning id`;
    await autocommit`insert into user_identities (channel, address, user_id) values ('slack', 'U0HELPER', ${helper!.id})`;
    const modal = await opened(() => press(card, 'Reply', 'U0HELPER'));
    await autocommit`update users set role = 'viewer' where id = ${helper!.id}`;
    await submit(modal, { text: 'hi' }, 'U0HELPER');
    await sees(DESK, ({ thread, shown }) => thread === card.ts && shown.includes('Your role may not do that'));
    expect(slack.messages(user)).toEqual([]);
  });

  it('from Home makes a contact with all that was filled in, and says so in private', async () => {
    const page = await home();
    const modal = await opened(() => triggered(homePressOf(OWNER, page, 'New contact')));
    expect(fieldsOf(modal)).toEqual(['name', 'phone', 'email', 'tags', 'note']);
    const note = 'Met at the "fair"\n// likes oolong';
    const values = {
      name: 'Zoë "Z" Park #1',
      phone: '+86 138 0013 8000',
      email: 'zoe@example.com',
      tags: 'vip, tea',
      note,
    };
    await submit(modal, values);
    await sees(OWNER, ({ shown }) => shown.includes('Zoë') && shown.includes('Saved.'));
    const { db } = service.house;
    const [made] = await db.sql`
      select c.id, name, array(select unnest(tags) order by 1) as tags, array(select address from contact_identities where contact_id = c.id order by 1) as addresses
      from contacts c where name like 'Zo%'`;
    expect(made).toMatchObject({
      name: 'Zoë "Z" Park #1',
      tags: ['tea', 'vip'],
      addresses: ['+8613800138000', 'zoe@example.com'],
    });
    const notes = await db.sql`
      select m.text from messages m join conversations v on v.id = m.conversation_id where v.contact_id = ${made!.id as string}`;
    expect(notes).toEqual([{ text: note }]);
  });

  it('with a value that cannot be read says which, and opens again with everything that was filled in', async () => {
    const modal = await opened(() => triggered(globalShortcutOf(OWNER, 'new_contact')));
    await submit(modal, { name: 'Quinn', phone: '12', tags: 'vip' });
    const told = await sees(OWNER, ({ shown }) => shown.includes('12 is not a phone number'));
    const again = await opened(() => press(told, 'Fill in again'));
    const kept = (again.view.blocks as { element: { initial_value?: string } }[]).map(
      ({ element }) => element.initial_value,
    );
    expect(kept).toEqual(['Quinn', '12', undefined, 'vip', undefined]);
    await submit(again, { phone: '' });
    await sees(OWNER, ({ shown }) => shown.includes('Quinn') && shown.includes('Saved.'));
    expect(await service.house.db.sql`select tags from contacts where name = 'Quinn'`).toEqual([{ tags: ['vip'] }]);
  });

  it('that can no longer be opened is said in words where it was asked for, and nothing counts as undelivered', async () => {
    const { card } = await customer('Eli', 'What about Sunday?');
    const letGo = await holdLane();
    await press(card, 'Reply');
    slack.passes(3100);
    await letGo();
    const words = await sees(DESK, ({ thread, shown }) => thread === card.ts && shown.includes('Missing: the text'));
    expect(words.shown).toContain('/crm reply Anna It is on its way!');
    await service.settled();
    const { db } = service.house;
    expect(await db.sql`select from outbox where state in ('failed', 'unknown')`).toHaveLength(0);
    await opened(() => press(card, 'Reply'));
  });

  it('adds lines to a quote, and a button takes one away', async () => {
    await customer('Fay', 'Could you make me a logo?');
    await command('lead Fay Poster', { channel_id: 'D0OWNER' });
    const lead = await sees(OWNER, ({ shown }) => shown.includes('Lead opened') && shown.includes('Fay'));
    await press(lead, 'Quote');
    const empty = await sees(OWNER, ({ shown }) => shown.includes('No quote lines yet'));
    const modal = await opened(() => press(empty, 'Add a line'));
    expect(fieldsOf(modal)).toEqual(['item', 'quantity', 'price']);
    await submit(modal, { item: '3x4 "frame" 2x9', quantity: '1.5', price: '$200' });
    const quote = await sees(OWNER, ({ shown }) => shown.includes('Added to the quote'));
    expect(quote.shown).toContain('3x4 "frame" 2x9 — 1.5 × $200.00 = $300.00');
    expect(quote.shown).toContain('Total: $300.00');
    await press(quote, 'Remove');
    await sees(OWNER, ({ shown }) => shown.includes('Removed from the quote'));
    const [left] = await service.house.db.sql`
      select amount_minor, (select count(*)::int from quote_lines) as lines from leads where title = 'Poster'`;
    expect(left).toEqual({ amount_minor: null, lines: 0 });
  });

  it('of a list stands there once: what a tap shows is not offered beside itself', async () => {
    await command('leads', { channel_id: 'D0OWNER' });
    await service.settled();
    const list = slack.messages(OWNER).at(-1)!;
    await press(list, 'Quote');
    await service.settled();
    const { blocks } = slack.messages(OWNER).find(({ ts }) => ts === list.ts)!;
    for (const block of blocks as { type: string; elements?: { text: { text: string } }[] }[]) {
      const labels = (block.elements ?? []).map(({ text }) => text.text);
      if (block.type === 'actions') expect(labels).toEqual([...new Set(labels)]);
    }
  });

  it('is a tap away from a command that lacks just that', async () => {
    await command('add', { channel_id: 'D0OWNER' });
    const asked = await sees(OWNER, ({ shown }) => shown.includes('Missing: a name'));
    const modal = await opened(() => press(asked, 'Fill in a form'));
    await submit(modal, { name: 'Gil Ash' });
    await sees(OWNER, ({ shown }) => shown.includes('Gil Ash') && shown.includes('Saved.'));
  });

  it('tags everybody a filter means, once they were counted', async () => {
    await command('add Lea Moor #fair', { channel_id: 'D0OWNER' });
    await sees(OWNER, ({ shown }) => shown.includes('Lea Moor'));
    await command('find #fair', { channel_id: 'D0OWNER' });
    const found = await sees(
      OWNER,
      ({ shown, buttons }) => shown.includes('#fair') && buttons.some(({ label }) => label === 'Tag all'),
    );
    const modal = await opened(() => press(found, 'Tag all'));
    expect(fieldsOf(modal)).toEqual(['tags']);
    await submit(modal, { tags: 'wholesale' });
    const asked = await sees(OWNER, ({ shown }) => shown.includes('#wholesale'));
    await press(asked, 'Do it');
    await service.settled();
    expect(await service.house.db.sql`select tags from contacts where name = 'Lea Moor'`).toEqual([
      { tags: ['fair', 'wholesale'] },
    ]);
  });

  it('is asked in the language of its user', async () => {
    await command('settings language 中文');
    await service.settled();
    const page = await home();
    const modal = await opened(() => triggered(homePressOf(OWNER, page, '新任务')));
    expect(titleOf(modal)).toBe('新任务');
    await submit(modal, { title: '给 Ann 打电话 明天', when: '明天10点' });
    await sees(OWNER, ({ shown }) => shown.includes('给 Ann 打电话 明天'));
    expect(await service.house.db.sql`select title, due_at is not null as due from tasks`).toEqual([
      { title: '给 Ann 打电话 明天', due: true },
    ]);
    await command('设置 语言 英文');
    await service.settled();
  });
});

describe('a question', () => {
  const said = (text: string) => event(messageEventOf(OWNER, text, slack.nextTs()));
  const asked = async (label: string) => {
    await command('stages contacted', { channel_id: 'D0OWNER' });
    await service.settled();
    await press(slack.messages(OWNER).at(-1)!, label);
    await service.settled();
  };
  const stage = async () => {
    await service.settled();
    const [row] = await service.house.db.sql`select name, probability from stages where key = 'contacted'`;
    return row;
  };

  it('says how it is answered, and what is typed next, or behind /crm, is the answer', async () => {
    await asked('Probability');
    expect(slack.messages(OWNER).at(-1)!.shown).toContain('✎ /crm … — Type how likely');
    await said('35');
    expect(await stage()).toEqual({ name: null, probability: 35 });
    await asked('Rename');
    await command('In talks');
    expect(await stage()).toEqual({ name: 'In talks', probability: 35 });
    await command('undo');
    expect(await stage()).toEqual({ name: null, probability: 35 });
  });

  it.each([
    ['a note', '// she is at the fair'],
    ['a command', '/find nobody at all'],
    ['what only asks', 'show me the pipeline'],
    ['what says something by itself', 'remind me to call Ann tomorrow'],
    ['what is said later', ''],
  ])('is not answered by %s', async (_, words) => {
    await asked('Rename');
    if (words) await said(words);
    else {
      await said('/tasks');
      await service.settled();
      await said('Sampling');
    }
    expect(await stage()).toMatchObject({ name: null });
  });

  it('below which a customer wrote is answered by a tap', async () => {
    await asked('Rename');
    await service.house.act(({ tx, random }) =>
      enqueue(tx, random, {
        ...{ channel: 'slack', address: OWNER, audience: 'owner', idempotencyKey: 'notice', conversationId: null },
        payload: { kind: 'message', reply: { text: 'a notice' } },
      }),
    );
    await said('Sampling');
    expect(await stage()).toMatchObject({ name: null });
    await press(slack.messages(OWNER).at(-1)!, 'Run /stages rename contacted Sampling');
    expect(await stage()).toMatchObject({ name: 'Sampling' });
  });
});

describe('/crm', () => {
  const answers = () => slack.unseen.map(({ text }) => String(text));

  it('in a channel is answered there, to its person only', async () => {
    const before = slack.sent.length;
    expect(await (await command('add Gus Lind')).text()).toBe('');
    const answer = await slack.until(() => slack.unseen.find(({ text }) => String(text).includes('Gus Lind')));
    expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    await service.settled();
    expect(slack.sent).toHaveLength(before);
  });

  it('is answered so again when a button of that answer is pressed', async () => {
    const answer = slack.unseen.findLast(({ text }) => String(text).includes('Gus Lind'))!;
    const before = slack.sent.length;
    const response_url = slack.responseUrl();
    await triggered({ ...unseenPressOf(OWNER, answer, 'Undo', 'C9'), response_url });
    const undone = await slack.until(() => slack.unseen.find(({ url }) => url === response_url));
    expect(JSON.stringify(undone)).toContain('Undone');
    await service.settled();
    expect(slack.sent).toHaveLength(before);
  });

  it('between the two of them is answered in the chat', async () => {
    const before = slack.unseen.length;
    await command('add Hal Moe', { channel_id: 'D0OWNER', channel_name: 'directmessage' });
    await sees(OWNER, ({ shown }) => shown.includes('Hal Moe'));
    expect(slack.unseen).toHaveLength(before);
  });

  it('handled long after Slack stopped waiting was acknowledged at once, and is answered once', async () => {
    const letGo = await holdLane();
    const asked = await command('add Ida Noor');
    const words = messageEventOf(OWNER, '/task water the plants', slack.nextTs());
    const retried = [await event(words, 'EvSlow'), await event(words, 'EvSlow')];
    expect([asked.status, ...retried.map(({ status }) => status)]).toEqual([200, 200, 200]);
    expect(answers().some((text) => text.includes('Ida Noor'))).toBe(false);
    slack.passes(10_000);
    await letGo();
    await slack.until(() => answers().some((text) => text.includes('Ida Noor')));
    await sees(OWNER, ({ shown }) => shown.includes('water the plants'));
    await service.settled();
    expect(answers().filter((text) => text.includes('Ida Noor'))).toHaveLength(1);
    expect(slack.messages(OWNER).filter(({ shown }) => shown.includes('water the plants'))).toHaveLength(1);
  });

  it('answered when its half hour is over, comes in private', async () => {
    const letGo = await holdLane();
    await command('add Jon Ode');
    slack.passes(31 * 60_000);
    await letGo();
    await sees(OWNER, ({ shown }) => shown.includes('Jon Ode'));
    expect(answers().some((text) => text.includes('Jon Ode'))).toBe(false);
  });

  it('of a payload that names another host is answered in private: nothing is posted elsewhere', async () => {
    await command('add Kim Pax', { response_url: slack.responseUrl().replace('127.0.0.1', 'localhost') });
    await sees(OWNER, ({ shown }) => shown.includes('Kim Pax'));
    expect(answers().some((text) => text.includes('Kim Pax'))).toBe(false);
  });
});
