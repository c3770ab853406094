import { own } from '../../../text/own.ts';
import { isLocal } from '../../channel.ts';
import type { Button, Item, Reply } from '../../reply.ts';
import { listConnections } from '../../sell/connection.ts';
import type { Command, CommandContext } from '../command.ts';
import { allWords } from '../words/words.ts';
import { REHEARSE } from './rehearse.ts';

/** One step of setting up. */
interface Step {
  /** What it is about, and how it stands. */
  text: string;
  state: 'done' | 'broken' | 'open';
  /** What is to be done, with the exact line to type or to put into the settings. */
  todo: string;
  buttons: Button[];
}

const MARK: Record<Step['state'], string> = { done: '✓', broken: '⚠️', open: '○' };

/** Which steps of setting up are done, and the next one. */
export const setup: Command<null> = {
  name: 'setup',
  role: 'owner',
  unread: allWords,
  parse: () => null,
  async run(ctx) {
    const steps = [chatStep(ctx), placeStep(ctx), nameStep(ctx), ...(await channelSteps(ctx)), await shopStep(ctx)];
    return checklist(ctx, steps);
  },
};

/** Broken things come first, then missing ones, in their order. */
function checklist({ t }: CommandContext, steps: Step[]): Reply {
  const next = steps.find(({ state }) => state === 'broken') ?? steps.find(({ state }) => state === 'open');
  const done = steps.filter(({ state }) => state === 'done').length;
  return {
    title: t.setup.stands(done, steps.length),
    lists: [{ items: steps.map(itemOf) }],
    ...(next && { fields: [{ label: t.setup.next, value: next.todo }] }),
    buttons: [
      ...(next?.buttons ?? []).map((button) => [button]),
      [{ label: t.rehearsal.show, command: REHEARSE }],
      [
        { label: t.setup.check, command: '/setup', turns: true as const },
        { label: t.setup.help, command: '/help' },
      ],
    ],
    hint: next ? t.setup.leaveOut : t.setup.allDone,
  };
}

const itemOf = ({ text, state }: Step): Item => ({ text: `${MARK[state]} ${text}` });

function chatStep({ t, users }: CommandContext): Step {
  const chats = [...new Set(users.map(({ channel }) => channel))].filter((channel) => channel && !isLocal(channel));
  return {
    text: chats.length > 0 ? t.setup.chat(chats.map((one) => t.channel(one)).join(', ')) : t.setup.noChat,
    state: chats.length > 0 ? 'done' : 'open',
    todo: t.setup.pairHow,
    buttons: [],
  };
}

function placeStep({ t, settings: { locale, timezone, currency, country } }: CommandContext): Step {
  const text = t.setup.place(t.language.name[locale], timezone, currency, country);
  return { text, state: 'done', todo: '', buttons: [] };
}

function nameStep({ t, settings: { businessName } }: CommandContext): Step {
  return {
    text: businessName ? t.setup.called(businessName) : t.setup.noName,
    state: businessName ? 'done' : 'open',
    todo: t.setup.nameHow,
    buttons: [{ label: t.setup.name, command: '/settings name' }],
  };
}

/** A way in or out: set up where the environment says so, and broken where it says of itself that it does not work. */
async function channelSteps({ tx, t, channels }: CommandContext): Promise<Step[]> {
  const down = await tx<{ channel: string; detail: string }>`
    select channel, detail from channel_states where not ok`;
  const troubled = new Map(down.map(({ channel, detail }) => [channel, detail]));
  return channels.map(({ name, on }): Step => {
    const trouble = on ? troubled.get(name) : undefined;
    const how = own(t.setup.lines, name);
    const todo = trouble === undefined ? t.setup.intoSettings(how ?? name) : t.trouble(trouble);
    return {
      text: on ? t.setup.on(t.channel(name)) : t.setup.off(t.channel(name)),
      state: !on ? 'open' : trouble === undefined ? 'done' : 'broken',
      todo,
      buttons: trouble === undefined ? [] : [{ label: t.status.title, command: '/status' }],
    };
  });
}

async function shopStep({ tx, t }: CommandContext): Promise<Step> {
  const shops = await listConnections(tx);
  return {
    text: shops.length > 0 ? t.setup.on(t.channel(shops[0]!.provider)) : t.setup.off(t.setup.shop),
    state: shops.length > 0 ? 'done' : 'open',
    todo: t.setup.shopHow,
    buttons: [],
  };
}
