import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { locales } from '../../../src/text/locale.ts';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, OWNER, telegramMessage, testHouse } from '../../support/house.ts';
import { rowsOf } from '../../support/tables.ts';

const house = await testHouse({ locale: 'en', businessName: '' });
const t = texts('en');
beforeEach(() => house.reset());

/** Everything but what any line that is typed or pressed leaves: its own row, its answer. */
const EVERY_LINE = ['inbox', 'outbox'];
const everything = async () =>
  Object.fromEntries([...(await rowsOf(house.db.sql))].filter(([name]) => !EVERY_LINE.includes(name)));
const last = async (): Promise<Reply> => (await house.cards()).at(-1)!;
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);

describe('a rehearsal', () => {
  it.each(locales)('shows a customer’s card as it would be, in %s', async (locale) => {
    await house.say(`/settings language ${locale}`);
    const { rehearsal } = texts(locale);
    const reply = await house.say('/rehearse');
    expect(reply.title).toContain(rehearsal.name);
    expect(reply).toMatchObject({ quote: rehearsal.words, hint: rehearsal.pressOnly(rehearsal.name) });
    await house.happen(telegramMessage(rehearsal.words, { from: { address: '1001', name: rehearsal.name } }));
    const real = (await house.cards()).find(
      ({ quote, rehearsal: isMadeUp }) => quote === rehearsal.words && !isMadeUp,
    )!;
    expect(labels(reply)).toEqual(labels(real));
    expect(reply.fields).toEqual(real.fields);
  });

  it('leaves no trace in any table, whatever is pressed and answered', async () => {
    await house.happen(telegramMessage('Is the green tea back?', { chat: '7', from: { address: '7', name: 'Ann' } }));
    await house.deliver();
    const before = await everything();
    const figures = async () => {
      const said = [await house.say('/digest'), await house.say('/inbox'), await house.say('/leads')];
      return JSON.stringify(said).replace(/"id":"[a-z2-7]{16}"/g, '');
    };
    const said = await figures();
    await house.type('/rehearse');
    await house.deliver();
    const card = (await house.outbox()).findLast(({ payload }) => payload.kind === 'message')!;
    for (const button of buttonsOf(card.payload.kind === 'message' ? card.payload.reply : {})) {
      const reply = await house.press(button);
      expect(reply.text).toBe(t.rehearsal.nothingDone);
    }
    await house.type('Yes, 12 dollars', { answers: [card.externalId!] });
    expect(await last()).toMatchObject({ title: t.rehearsal.answered(t.rehearsal.name), quote: 'Yes, 12 dollars' });
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
    expect(await everything()).toEqual(before);
    expect(await figures()).toEqual(said);
  });

  it('control: a customer’s message leaves one', async () => {
    const before = await everything();
    await house.happen(telegramMessage(t.rehearsal.words));
    expect(await everything()).not.toEqual(before);
  });

  it('shows even while the owner is away, and answers nobody', async () => {
    await house.say('/away 3d');
    const before = await everything();
    await house.type('/rehearse');
    expect(await last()).toMatchObject({ rehearsal: true });
    expect(await everything()).toEqual(before);
  });

  it('is not an answer to the made-up customer when it is a command', async () => {
    await house.type('/rehearse');
    await house.deliver();
    const card = (await house.outbox()).findLast(({ payload }) => payload.kind === 'message')!;
    await house.type('/inbox', { answers: [card.externalId!] });
    expect(await last()).toMatchObject({ text: t.inbox.none });
  });
});

describe('setting up', () => {
  const setup = () => house.say('/setup');
  const next = async () => (await setup()).fields?.find(({ label }) => label === t.setup.next)?.value;

  it('says what is done, and the one next step with the line to paste', async () => {
    expect(await next()).toBe(t.setup.nameHow);
    await house.say('/settings name Mei’s Tea');
    expect(await next()).toBe(t.setup.intoSettings(t.setup.lines.slack!));
    const lines = (await setup()).lists![0]!.items.map(({ text }) => text);
    expect(lines).toContain('✓ Business name: Mei’s Tea');
    expect(lines).toContain('✓ Telegram');
    expect(lines).toContain(`○ ${t.setup.off(t.way('slack'))}`);
  });

  it('names first what is broken, and what the channel says of it', async () => {
    await house.db.autocommit`
      insert into channel_states (channel, ok, detail) values ('telegram', false, 'Unauthorized')`;
    expect(await next()).toBe('Unauthorized');
    await house.db.autocommit`update channel_states set ok = true`;
    expect(await next()).toBe(t.setup.nameHow);
  });

  it('has a line to paste for every way in and out, in both languages', async () => {
    await house.act(async ({ channels }) => {
      for (const locale of locales)
        expect(channels.map(({ name }) => texts(locale).setup.lines[name] ?? name)).not.toContain(undefined);
      expect(Object.keys(t.setup.lines).sort()).toEqual(channels.map(({ name }) => name).sort());
    });
  });

  it.each(locales)(
    'has a button for each step, which says what was seen or the exact line to paste, in %s',
    async (locale) => {
      await house.say(`/settings language ${locale}`);
      const { setup: said } = texts(locale);
      const tests = buttonsOf(await setup()).filter(({ command }) => /^\/setup ./.test(command));
      expect(tests.map(({ command }) => command)).toEqual(
        ['chat', 'telegram', 'slack', 'mailbox', 'email', 'sms', 'shop'].map((step) => `/setup ${step}`),
      );
      for (const { command } of tests) {
        const reply = await house.say(command);
        expect(reply.failed ?? false, command).toBe(false);
        expect(
          buttonsOf(reply).map(({ label }) => label),
          command,
        ).toContain(said.all);
      }
      expect((await house.say('/setup slack')).text).toBe(said.intoSettings(said.lines.slack!));
      expect((await house.say('/setup shop')).text).toBe(said.shopHow);
    },
  );

  it('sends the owner a test mail, and says what has become of it', async () => {
    const reply = await house.say('/setup email');
    expect(reply.text).toBe(t.setup.mailLeaving('me@example.com'));
    const mail = (await house.outbox()).find(({ channel }) => channel === 'email')!;
    expect(mail).toMatchObject({ address: 'me@example.com', audience: 'owner', conversationId: null });
    const look = buttonsOf(reply).find(({ label }) => label === t.setup.lookAgain)!;
    expect((await house.press(look)).text).toBe(t.setup.mailLeaving('me@example.com'));
    const becomes = (state: string, error: string | null) =>
      house.db.autocommit`update outbox set state = ${state}, last_error = ${error} where id = ${mail.id}`;
    await becomes('queued', 'ECONNREFUSED');
    expect((await house.press(look)).text).toBe(t.setup.mailWaits('me@example.com', t.trouble('ECONNREFUSED')));
    await becomes('sent', null);
    expect((await house.press(look)).text).toBe(t.setup.mailTaken('me@example.com'));
    await becomes('failed', '550 no such user');
    expect(await house.press(look)).toMatchObject({
      failed: true,
      text: t.setup.mailRefused('me@example.com', '550 no such user'),
    });
  });

  it('says what a channel says of itself before anything is sent', async () => {
    await house.db
      .autocommit`insert into channel_states (channel, ok, detail) values ('email', false, 'sign_in_refused:535')`;
    expect((await house.say('/setup email')).text).toBe(t.trouble('sign_in_refused:535'));
    expect((await house.outbox()).filter(({ channel }) => channel === 'email')).toEqual([]);
  });

  it('says who came by a way last, and how one tries it as a customer', async () => {
    const seen = async (step: string) => (await house.say(`/setup ${step}`)).fields;
    expect(await seen('telegram')).toEqual([{ label: t.setup.seen, value: t.setup.nothingSeen }]);
    await house.happen(telegramMessage('Hello', { from: { address: '77', name: 'Anna' }, chat: '77' }));
    expect((await seen('telegram'))![0]!.value).toMatch(/^Anna, /);
  });

  it('says a word to the owner’s chat, and how to pair one where there is none', async () => {
    await house.say('/setup chat');
    const words = (await house.outbox()).flatMap(({ payload, address }) =>
      payload.kind === 'message' && payload.reply.text === t.setup.chatWorks ? [address] : [],
    );
    expect(words).toEqual([OWNER]);
  });

  it('says whether the shop has called, and how to make it', async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    const shop = async () => (await house.say('/setup shop')).lists![0]!.items[0]!.detail;
    expect(await shop()).toBe(t.setup.shopSilent('https://crm.example.com'));
    await house.db.autocommit`update connections set last_event_at = now()`;
    expect(await shop()).toContain('rightly signed');
  });

  it('says that a word is none of its steps', async () => {
    expect(await house.say('/setup kitchen')).toMatchObject({ failed: true, text: t.setup.noStep('kitchen') });
    expect((await house.say('/setup email o99999')).text).toBe(t.setup.noStep('email'));
  });

  it('is what the start button shows an owner, and every button there does something', async () => {
    await house.type('/start');
    const reply = await last();
    expect(reply.title).toContain(t.setup.title);
    for (const { command } of buttonsOf(reply))
      expect((await house.say(command)).text).not.toBe(t.desk.unknownCommand(command));
    expect(reply.buttons!.flat().map(({ command }) => command)).toContain('/rehearse');
  });

  it('a pairing welcomes with buttons for the first steps, which all work', async () => {
    const code = /\/pair (\S+)/.exec((await house.say('/pair')).text!)![1]!;
    const second = { chat: '99', from: { address: '99', name: 'Own' } };
    await house.happen(telegramMessage(code, second));
    const row = (await house.outbox()).findLast(({ address }) => address === '99')!;
    const welcome = row.payload.kind === 'message' ? row.payload.reply : {};
    expect(labels(welcome)).toEqual([t.rehearsal.show, t.setup.name, t.setup.connect, t.setup.help]);
    for (const button of buttonsOf(welcome)) {
      const reply = await house.press(button, second);
      expect(reply.title ?? reply.text).toBeTruthy();
    }
  });

  it('is the owner’s alone', async () => {
    expect((await house.rehearse('helper', '/setup')).text).toBe(t.desk.notAllowed);
  });
});
