import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { buttonsOf, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let card: string;

/** Mia has asked something, and her card is there; Bob is somebody else. */
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Bob bob@example.org');
    await house.happen(
      telegramMessage('Which cup?', { externalId: 'm1', from: { address: '77', name: 'Mia' }, chat: '77' }),
    );
    await house.deliver();
  }),
);
beforeEach(async () => {
  card = await lastCard();
});

const photo = (ref: string) => [{ kind: 'photo' as const, ref }];
const under = (text: string, more: Partial<MessageReceived> = {}) => house.type(text, { answers: [card], ...more });
const part = (text: string, ref: string) => under(text, { attachments: photo(ref), album: 'a1' });
const last = async () => (await house.cards()).at(-1)!;
const lastCard = async () => {
  const told = (await house.outbox()).filter(({ audience, conversationId }) => audience === 'owner' && conversationId);
  return told.at(-1)!.externalId!;
};
const toCustomers = async () =>
  (await house.outbox()).filter(({ audience, state }) => audience === 'customer' && state !== 'cancelled');
const notes = () => house.db.sql<{ text: string; name: string }>`
  select m.text, c.name from messages m join conversations v on v.id = m.conversation_id
  join contacts c on c.id = v.contact_id where m.direction = 'note'`;

const STAYS = [
  'Bob: are these yours?',
  '.reply look',
  'don’t send this',
  '//her old order, for my files',
  'note for Bob: allergic',
  '/note her drawings',
  '/resolve',
  '/reply these are the cups',
  '/later tomorrow 9am these cups',
  'ghp_0123456789abcdefABCDEF0123456789abcd',
];

describe('an album under a card', () => {
  it.each(STAYS)('stays here whole when its first part says: %s', async (words) => {
    await part(words, 'p1');
    const said = (await house.cards()).length;
    await part('', 'p2');
    await part('', 'p3');
    expect(await toCustomers()).toEqual([]);
    expect(await house.cards()).toHaveLength(said);
    expect((await last()).failed).toBe(true);
  });

  it.each(STAYS)('stays here whole when its last part says: %s', async (words) => {
    await part('', 'p1');
    await part(words, 'p2');
    expect(await toCustomers()).toEqual([]);
    expect(await last()).toMatchObject({ failed: true });
    expect((await last()).hint).toBeUndefined();
  });

  it('says so when a part has left before the words that keep the rest here', async () => {
    await part('', 'p1');
    await house.deliver();
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    await house.deliver();
    await part('Bob: are these yours?', 'p2');
    expect(await last()).toMatchObject({ failed: true, hint: expect.stringContaining('already been sent') });
    expect(await toCustomers()).toHaveLength(1);
  });

  it('stays here with a part that has words of its own', async () => {
    await part('Bob: are these yours?', 'p1');
    await part('This one is blue', 'p2');
    expect(await toCustomers()).toEqual([]);
    expect(await last()).toMatchObject({ failed: true, quote: 'This one is blue' });
  });

  it('leaves as one where its words are for the customer, and another album is judged by its own', async () => {
    await part('Bob: are these yours?', 'p1');
    await under('', { attachments: photo('q1'), album: 'a2' });
    await under('These?', { attachments: photo('q2'), album: 'a2' });
    expect(await toCustomers()).toMatchObject([
      { payload: { reply: { text: 'These?', attachments: [{ ref: 'q1' }, { ref: 'q2' }] } } },
    ]);
  });
});

describe('an album for an address that may be wrong', () => {
  const mail = () =>
    telegramMessage('Order?', {
      ...{
        channel: 'email',
        chat: 'ann@example.org',
        private: false,
        from: { address: 'ann@example.org', name: 'Ann' },
      },
      ...{ subject: 'My order', externalId: '<a1@example.org>' },
    });
  beforeEach(async () => {
    await house.happen(mail());
    await house.deliver();
    card = await lastCard();
    const copied = { ...mail(), text: 'And?', externalId: '<a2@example.org>', answers: ['<a1@example.org>'] };
    await house.happen({ ...copied, copied: ['rival@example.net'] });
  });

  it('is asked about once and leaves whole', async () => {
    await part('Here they are', 'p1');
    const asked = await last();
    await part('', 'p2');
    expect(await last()).toEqual(asked);
    expect(await toCustomers()).toEqual([]);
    await house.press(buttonsOf(asked)[0]!.command);
    expect(await toCustomers()).toHaveLength(1);
    expect((await toCustomers())[0]!.payload).toMatchObject({ reply: { attachments: [{ ref: 'p1' }, { ref: 'p2' }] } });
  });

  it('does not wait any more once its words keep it here', async () => {
    await part('', 'p1');
    const [yes] = buttonsOf(await last());
    await part('Bob: are these yours?', 'p2');
    await house.press(yes!.command);
    expect(await toCustomers()).toEqual([]);
  });
});

describe('a file with words that take none', () => {
  it.each([
    ['/reply these are the cups', async () => expect(await toCustomers()).toHaveLength(1)],
    ['/note her sketch', async () => expect(await notes()).toMatchObject([{ text: 'her sketch', name: 'Mia' }])],
    ['//her sketch', async () => expect(await notes()).toMatchObject([{ text: 'her sketch', name: 'Mia' }])],
  ])('%s: is said before anything is done, and it can be done without', async (words, done) => {
    await under(words, { attachments: [{ kind: 'document', name: 'invoice.pdf', ref: 'd1' }] });
    expect(await last()).toMatchObject({ failed: true, quote: words });
    expect([...(await toCustomers()), ...(await notes())]).toEqual([]);
    await house.press('Do it without the file');
    await done();
  });

  it('is said where the words may become something', async () => {
    await house.type('Bob: his plan', { attachments: photo('p1') });
    expect((await last()).hint).toContain('words only');
    await house.type('Bob: his plan');
    expect((await last()).hint ?? '').not.toContain('words only');
  });

  it('is said outside of cards, too, and a secret is not repeated', async () => {
    await house.type('/note Bob his plan', { attachments: photo('p1') });
    expect(buttonsOf(await last())).toMatchObject([{ command: '/note Bob his plan' }]);
    await house.type('/connect shopify shpss_0123456789abcdef0123456789abcdef', { attachments: photo('p1') });
    expect(JSON.stringify(await last())).not.toContain('shpss');
    expect(buttonsOf(await last())).toEqual([]);
  });
});

describe('words that begin with two slashes', () => {
  it.each(['/reply Mia //never pays', '/reply Mia ／／never pays', '/later tomorrow 9am Mia //never pays'])(
    'do not leave by %s',
    async (line) => {
      const asked = await house.say(line);
      expect(asked.failed).toBe(true);
      expect(await toCustomers()).toEqual([]);
      expect(await house.db.sql`select from scheduled_answers`).toHaveLength(0);
      await house.press('Keep as a note');
      expect(await notes()).toMatchObject([{ text: 'never pays', name: 'Mia' }]);
    },
  );
});

describe('what is written into the form that answers', () => {
  let forms = 0;
  async function fillIn(text: string, command?: string): Promise<void> {
    const [told] = (await house.outbox()).filter(({ externalId }) => externalId === card);
    const id = `form-${++forms}`;
    const [contact] = await house.db.sql<{ id: string }>`select id from contacts where name = 'Mia'`;
    await house.db.autocommit`
      insert into buttons (id, command, form, conversation_id)
      values (${id}, ${command ?? `/reply c${contact!.id}`}, true, ${command ? null : told!.conversationId!})`;
    await house.happen({
      ...{ kind: 'form.submitted', channel: 'telegram', chat: OWNER, from: { address: OWNER, name: 'Owner' } },
      ...{ buttonId: id, externalId: id, values: { text }, messageId: card },
    });
  }

  it('is a note where it begins with two slashes', async () => {
    await fillIn('//she never pays');
    expect(await toCustomers()).toEqual([]);
    expect(await notes()).toMatchObject([{ text: 'she never pays', name: 'Mia' }]);
  });

  it('is a command where it begins with one', async () => {
    await fillIn('/note she never pays');
    expect(await toCustomers()).toEqual([]);
    expect(await notes()).toMatchObject([{ text: 'she never pays', name: 'Mia' }]);
  });

  it.each(['note for Bob: allergic', 'Bob: call me back', '撤回', '.reply look', '#vip'])(
    '%s is asked about, and leaves once the owner says so',
    async (words) => {
      await fillIn(words);
      expect(await toCustomers()).toEqual([]);
      expect(await last()).toMatchObject({ failed: true, quote: words });
      await house.press(buttonsOf(await last())[0]!.command);
      expect(await toCustomers()).toMatchObject([{ payload: { reply: { text: words } } }]);
    },
  );

  it.each(['//she never pays', '/note she never pays', 'Bob: call me back'])(
    '%s stays here, whoever the form was opened for by name',
    async (words) => {
      await fillIn(words, '/reply Mia');
      expect(await toCustomers()).toEqual([]);
    },
  );

  it('leaves where nothing speaks against it', async () => {
    await fillIn('The blue one');
    expect(await toCustomers()).toMatchObject([{ payload: { reply: { text: 'The blue one' } } }]);
  });

  it('is not kept where it is a key', async () => {
    const key = `shpss_${'0123456789abcdef'.repeat(2)}`;
    await fillIn(key);
    expect(await toCustomers()).toEqual([]);
    const [kept] = await house.db.sql`
      select (select count(*) from inbox where convert_from(body, 'utf8') like ${`%${key}%`})::int as inbox,
        (select count(*) from buttons where command like ${`%${key}%`})::int as buttons`;
    expect(kept).toEqual({ inbox: 0, buttons: 0 });
  });
});

describe('a note for somebody else under a card', () => {
  it.each(['note for Bob: she is allergic', '备注 Bob：she is allergic'])(
    '%s is offered as theirs alone',
    async (words) => {
      await under(words);
      const lines = buttonsOf(await last()).map(({ command }) => command);
      expect(lines.some((line) => /^\/note for|^\/note Bob/i.test(line))).toBe(false);
      const note = lines.find((line) => line.startsWith('/note'))!;
      await house.press(note);
      expect(await notes()).toMatchObject([{ text: 'she is allergic', name: 'Bob' }]);
    },
  );
});
