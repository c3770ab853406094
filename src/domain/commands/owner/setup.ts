import { codeOf } from '../../../text/channel_name.ts';
import { own } from '../../../text/own.ts';
import { truncate } from '../../../text/truncate.ts';
import { hasLetters, isLocal } from '../../channel.ts';
import { faultWords } from '../../hooks/card.ts';
import { listHooks } from '../../hooks/hook.ts';
import { shortUrl } from '../../hooks/url.ts';
import type { Button, Item, Reply } from '../../reply.ts';
import { listConnections } from '../../sell/connection.ts';
import type { Command, CommandContext } from '../command.ts';
import { hookButton } from './hook_shown.ts';
import { REHEARSE } from './rehearse.ts';
import { CHAT, SHOP, tryStep, whichOf } from './setup_try.ts';

/** One step of setting up. */
interface Step {
  /** What it is about, and how it stands. */
  text: string;
  state: 'done' | 'broken' | 'open';
  /** What is to be done, with the exact line to type or to put into the settings. */
  todo: string;
  /** Where it is not done yet: what does it. */
  buttons: Button[];
  /** Tries it, or says how it is done. */
  test?: Button;
}

/** So much of a mailbox's address stands on its button. */
const WHICH_GRAPHEMES = 16;

const MARK: Record<Step['state'], string> = { done: '✓', broken: '⚠️', open: '○' };

interface Args {
  step: string;
  sent: string | undefined;
}

/** A step, and the test mail that is looked after; a mailbox's own name has blanks in it. */
const ONE_STEP = /^(.*?)(?:\s+o(\d{1,18}))?$/s;

/** '/setup': what is done, and the one next step; '/setup mailbox' tries that step. */
export const setup: Command<Args> = {
  name: 'setup',
  role: 'owner',
  parse(words) {
    const [, step = '', sent] = ONE_STEP.exec(words.trim()) ?? [];
    return { step, sent };
  },
  async run(ctx, { step, sent }) {
    if (step) return tryStep(ctx, step, sent);
    const steps = [chatStep(ctx), placeStep(ctx), nameStep(ctx), ...(await channelSteps(ctx)), await shopStep(ctx)];
    steps.push(...(await hookSteps(ctx)));
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
      steps.flatMap(({ test }) => test ?? []),
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
  const done = chats.length > 0;
  return {
    text: done ? t.setup.chat(t.inARow(chats.map((one) => t.channel(one)))) : t.setup.noChat,
    state: done ? 'done' : 'open',
    todo: t.setup.pairHow,
    buttons: [],
    test: { label: done ? t.setup.tryChat : t.setup.how(t.setup.yourChat), command: `/setup ${CHAT}` },
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
    const how = own(t.setup.lines, codeOf(name));
    const todo = trouble === undefined ? t.setup.intoSettings(how ?? name) : t.trouble(trouble);
    return {
      text: on ? t.setup.on(t.way(name)) : t.setup.off(t.way(name)),
      state: !on ? 'open' : trouble === undefined ? 'done' : 'broken',
      todo,
      buttons: trouble === undefined ? [] : [{ label: t.setup.status, command: '/status' }],
      ...(how !== undefined && { test: testOf(t, name, on) }),
    };
  });
}

/** A mail is sent; whoever comes by any other way is looked for. */
function testOf(t: CommandContext['t'], name: string, on: boolean): Button {
  const command = `/setup ${name}`;
  if (!on) return { label: t.setup.how(t.way(name)), command };
  return {
    label: hasLetters(name) ? t.setup.sendTest : t.setup.try(truncate(whichOf(name) || t.way(name), WHICH_GRAPHEMES)),
    command,
  };
}

/** Other systems that are told what happens: nobody needs one, so nothing is said where there is none. */
async function hookSteps({ tx, t }: CommandContext): Promise<Step[]> {
  return (await listHooks(tx)).map(({ id, url, offAt, failingSince, fault }) => ({
    text: t.setup.hook(shortUrl(url)),
    state: offAt || failingSince ? 'broken' : 'done',
    todo: fault ? faultWords(t, fault) : t.hook.isOff(shortUrl(url)),
    buttons: [hookButton(t, offAt ? 'on' : 'test', id)],
  }));
}

async function shopStep({ tx, t }: CommandContext): Promise<Step> {
  const shops = await listConnections(tx);
  return {
    text: shops.length > 0 ? t.setup.on(t.channel(shops[0]!.provider)) : t.setup.off(t.setup.shop),
    state: shops.length > 0 ? 'done' : 'open',
    todo: t.setup.shopHow,
    buttons: [],
    test: { label: shops.length > 0 ? t.setup.tryShop : t.setup.how(t.setup.shop), command: `/setup ${SHOP}` },
  };
}
