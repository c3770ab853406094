import { type Refusal, readTarget } from '../../../lib/outbound/target.ts';
import { head } from '../../../text/cut.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { NOUNS } from '../../hooks/event_type.ts';
import {
  createHook,
  listHooks,
  loadHook,
  lockHooks,
  removeHook,
  rotateSecret,
  setAddress,
  setEvents,
  switchOff,
  switchOn,
} from '../../hooks/hook.ts';
import { tryHook } from '../../hooks/pass_on.ts';
import { shortUrl } from '../../hooks/url.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { nearest } from '../similar.ts';
import { splitFirst } from '../words/words.ts';
import { addressIn, type EventsMeant, eventsMeant, eventsSaid } from './hook_events.ts';
import { hookButton, hooksShown } from './hook_shown.ts';

type Act = 'add' | 'test' | 'on' | 'off' | 'rotate' | 'remove';
type Args =
  | { act: 'list' }
  | { act: 'add'; url: string; events: string }
  | { act: 'events'; ref: string; events: string }
  | { act: 'address'; ref: string; url: string; events: string }
  | { act: Exclude<Act, 'add'>; ref: string };

const ACTS = typedMeanings<Act>(({ hook }) => hook);
const MOST_HOOKS = 20;
const LONGEST_LABEL = 40;
const NUMBER = /^h?\d{1,18}$/i;

/** '/hook' shows the systems that are told what happens here; '/hook add https://… order', '/hook test h1', '/hook off h1' … */
export const hook: Command<Args> = {
  name: 'hook',
  role: 'owner',
  changes: true,
  takesKeys: true,
  unrecorded: true,
  // what stands behind the host may be all the secret there is
  recordedAs: (args) => {
    if (args.act === 'add') return `add ${hostOf(args.url)} ${args.events}`.trim();
    if (args.act === 'address') return `${args.ref} ${hostOf(args.url)} ${args.events}`.trim();
    return mayHoldAddress(args) ? `${args.act === 'events' ? args.ref : args.act} …` : '';
  },
  onlyShows: ({ act }) => act === 'list' || act === 'test',
  parse(words) {
    const [verb, rest] = splitFirst(words);
    if (!verb) return { act: 'list' };
    if (verb.includes('://')) return { act: 'add', ...addressIn(words) };
    const act = ACTS.get(verb.toLowerCase());
    if (NUMBER.test(verb) && rest !== '') return numbered(verb, rest);
    const [, named, last] = BEHIND.exec(words.trim()) ?? [];
    const done = act === undefined && last !== undefined ? ACTS.get(last.toLowerCase()) : undefined;
    if (named && done && done !== 'add') return { act: done, ref: named };
    if (!act) return new Incomplete('hook', 'instead', words);
    if (act !== 'add') return { act, ref: rest };
    const { url, events } = addressIn(rest);
    return url ? { act, url, events } : new Incomplete('hookUrl');
  },
  async run(ctx, args) {
    if (args.act === 'list') return hooksShown(ctx);
    if (args.act === 'add') return add(ctx, args.url, args.events);
    const named = args.act === 'events' || args.act === 'address';
    const found = await hookCalled(ctx, named ? 'test' : args.act, args.ref);
    if ('ask' in found) return found.ask;
    if (args.act === 'address') return changeAddress(ctx, found, args.url, args.events);
    return args.act === 'events' ? tellOnly(ctx, found, args.events) : ACT[args.act](ctx, found);
  },
};

/** a.example.com pause: what is done with a hook may stand behind its name. */
const BEHIND = /^(\S+)\s+(\S+)$/u;

/** Only a number and names of events are certainly none, nor a part of one. */
const mayHoldAddress = (args: Exclude<Args, { act: 'add' | 'address' }>): boolean =>
  args.act !== 'list' &&
  ((args.ref !== '' && !NUMBER.test(args.ref)) || ('events' in args && /[/:@?]/.test(args.events)));

/** 1 pause, h1 only orders, h1 https://…: the number stands in front. */
function numbered(ref: string, words: string): Args {
  const at = words.search(/https?:\/\//iu);
  const before = at > 0 ? words.slice(0, at).trim() : '';
  // to https://…, 改成https://…: nothing else stands in front of a new address
  if (at >= 0 && !/\s/u.test(before)) return { act: 'address', ref, ...addressIn(words.slice(at)) };
  const act = ACTS.get(words.toLowerCase());
  return act && act !== 'add' ? { act, ref } : { act: 'events', ref, events: words };
}

/** From now on it is told these alone. `address`: where they are to be told, before what is offered. */
async function tellOnly(ctx: CommandContext, { id, url }: Found, said: string, address = ''): Promise<Reply> {
  const { t } = ctx;
  const { events, unknown } = eventsMeant(said);
  if (unknown.length > 0) {
    const buttons = [
      NOUNS.map((noun): Button => ({ label: t.hook.noun[noun], command: `/hook h${id} ${address}${noun}` })),
    ];
    const acts = (['test', 'off', 'remove'] as const).map((act) => hookButton(t, act, id));
    return failed(t.hook.unknownEvents(t.inARow(unknown), t.inARow(NOUNS)), { buttons: [...buttons, acts] });
  }
  const isNew = await setEvents(ctx.tx, id, events);
  const told = t.hook.tells(eventsSaid(t, events) || t.hook.all);
  return { text: `${shortUrl(url)}: ${told}`, ...(!isNew && { unchanged: true }) };
}

/** From now on it is told there, signed as before. */
async function changeAddress(ctx: CommandContext, found: Found, url: string, said: string): Promise<Reply> {
  const { t, tx } = ctx;
  const target = readTarget(url, ctx.allowedHosts);
  if (typeof target === 'string') return refused(ctx, target, url, (secure) => `/hook h${found.id} ${secure} ${said}`);
  const { href } = target.url;
  // nothing moves where the rest of the line is refused
  if (said !== '' && eventsMeant(said).unknown.length > 0) return tellOnly(ctx, found, said, `${url} `);
  await lockHooks(tx);
  const there = (await listHooks(tx)).find((one) => one.url === href);
  if (there?.id === found.id && said !== '') return tellOnly(ctx, found, said);
  if (there) return { text: t.hook.already(shortUrl(href)), unchanged: true };
  await setAddress(tx, found.id, href);
  const isOff = (await loadHook(tx, found.id))?.offAt != null;
  const text = (isOff ? t.hook.movedOff : t.hook.moved)(shortUrl(found.url), shortUrl(href));
  const buttons = [
    [isOff ? { label: t.hook.button.on, command: `/hook on h${found.id}` } : hookButton(t, 'test', found.id)],
  ];
  if (said === '') return { text, buttons };
  const told = await tellOnly(ctx, { ...found, url: href }, said);
  return { ...told, text: [text, told.text].filter(Boolean).join('\n'), ...(isOff && { buttons }) };
}

function hostOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host ? `https://${host}/…` : '…';
}

async function add(ctx: CommandContext, url: string, said: string): Promise<Reply> {
  const { t } = ctx;
  const target = readTarget(url, ctx.allowedHosts);
  if (typeof target === 'string') return refused(ctx, target, url, (secure) => `/hook add ${secure} ${said}`);
  const meant = eventsMeant(said);
  if (meant.unknown.length > 0) return unknownEvents(ctx, url, meant);
  const { href } = target.url;
  await lockHooks(ctx.tx);
  const hooks = await listHooks(ctx.tx);
  if (hooks.some((one) => one.url === href)) return { text: t.hook.already(shortUrl(href)), unchanged: true };
  if (hooks.length >= MOST_HOOKS) return failed(t.hook.tooMany(MOST_HOOKS));
  const { id, secret } = await createHook(ctx, { url: href, events: meant.events });
  const told = t.hook.tells(eventsSaid(t, meant.events) || t.hook.all);
  // no button: pressing it would write the message anew, and the secret is gone by then
  return {
    title: t.hook.added(shortUrl(href)),
    text: `${told}\n${t.hook.secretIs}`,
    quote: secret,
    once: true,
    hint: t.hook.tryIt(`h${id}`),
  };
}

/** An address without its beginning is a tap away from what was meant. */
function refused(
  { t, allowedHosts }: CommandContext,
  why: Refusal,
  url: string,
  line: (secure: string) => string,
): Reply {
  const secure = `https://${url.replace(/^http:\/\//i, '')}`;
  const isNear = why === 'unreadable' || why === 'insecure';
  if (!isNear || typeof readTarget(secure, allowedHosts) === 'string') return failed(t.hook.refused[why]);
  return failed(t.hook.refused[why], {
    buttons: [[{ label: head(secure, LONGEST_LABEL), command: line(secure).trim() }]],
  });
}

/** Each with what it was probably meant to be; everything else of the line stays. */
function unknownEvents({ t }: CommandContext, url: string, meant: EventsMeant): Reply {
  const near = meant.unknown.map((word) => nearest(word, meant.known));
  const text = t.hook.unknownEvents(t.inARow(meant.unknown), t.inARow(NOUNS));
  if (near.some((word) => word === undefined)) return failed(text, { buttons: offered(t, url, meant.events) });
  const events = [...meant.events, ...near].join(', ');
  return failed(text, { buttons: [[{ label: head(events, LONGEST_LABEL), command: `/hook add ${url} ${events}` }]] });
}

/** What was understood, or what there is to be told. */
function offered(t: CommandContext['t'], url: string, understood: readonly string[]): Button[][] {
  const button = (label: string, events: string): Button => ({
    label: head(label, LONGEST_LABEL),
    command: `/hook add ${url} ${events}`,
  });
  const all = button(t.hook.all, '*');
  if (understood.length > 0) return [[button(t.hook.only(eventsSaid(t, understood)), understood.join(', '))], [all]];
  return [NOUNS.map((noun) => button(t.hook.noun[noun], noun)), [all]];
}

interface Found {
  id: string;
  url: string;
}

/** The hook with this number; the only one needs none. */
async function hookCalled(ctx: CommandContext, act: Exclude<Act, 'add'>, ref: string): Promise<Found | { ask: Reply }> {
  const { t, tx } = ctx;
  const number = /^h?(\d{1,18})$/i.exec(ref.trim())?.[1];
  const called = number ? await loadHook(tx, number) : undefined;
  if (called) return called;
  const hooks = await listHooks(tx);
  const host = ref.trim().toLowerCase();
  const [named, ...more] = hooks.filter(({ url }) => host === shortUrl(url) || host === new URL(url).host);
  if (named && more.length === 0) return named;
  if (host !== '' && !named) return { ask: failed(t.hook.noSuch(ref.trim())) };
  const [only, ...others] = hooks;
  if (!only) return { ask: failed(t.hook.none, { hint: t.hook.hint }) };
  if (others.length === 0) return only;
  const choices = hooks.map(({ id, url }): Button[] => [
    { label: `h${id} ${shortUrl(url)}`, command: `/hook ${act} h${id}` },
  ]);
  return { ask: failed(t.hook.which, { undecided: true, buttons: choices }) };
}

const ACT: Record<Exclude<Act, 'add'>, (ctx: CommandContext, found: Found) => Promise<Reply>> = {
  async test(ctx, { id, url }) {
    await tryHook(ctx, { id }, ctx.place);
    return { text: ctx.t.hook.testing(shortUrl(url)) };
  },
  async on({ tx, t }, { id, url }) {
    if (!(await switchOn(tx, id))) return { text: t.hook.isOn(shortUrl(url)), unchanged: true };
    return { text: t.hook.on(shortUrl(url)), buttons: [[hookButton(t, 'test', id)]] };
  },
  async off({ tx, t, now }, { id, url }) {
    if (!(await switchOff(tx, id, now))) return { text: t.hook.isOff(shortUrl(url)), unchanged: true };
    return { text: t.hook.off(shortUrl(url)), buttons: [[hookButton(t, 'on', id)]] };
  },
  async rotate(ctx, { id, url }) {
    const secret = await rotateSecret(ctx, id);
    if (!secret) return failed(ctx.t.hook.noSuch(`h${id}`));
    return { title: ctx.t.hook.newSecret(shortUrl(url)), text: ctx.t.hook.both, quote: secret, once: true };
  },
  async remove({ tx, t }, { id, url }) {
    await removeHook(tx, id);
    return { text: t.hook.removed(shortUrl(url)) };
  },
};
