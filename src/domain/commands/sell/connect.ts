import { cleanName } from '../../../text/normalise.ts';
import { own } from '../../../text/own.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { failed, type Item, type Reply } from '../../reply.ts';
import {
  type Connection,
  connectionContext,
  createConnection,
  keepSecret,
  listConnections,
  type OpenConnection,
  openConnection,
  reopenConnection,
  rotateSecret,
  unusedTopics,
  waitingConnection,
} from '../../sell/connection.ts';
import { listShopKeys, type ShopKey } from '../../sell/shop_key.ts';
import { createWebForm, loadWebForm, WEB_FORM } from '../../webforms/web_form.ts';
import type { Command, CommandContext } from '../command.ts';
import { incomplete } from '../incomplete.ts';
import { keysIn } from '../words/secret.ts';
import { splitFirst } from '../words/words.ts';
import { type KeyStep, keyStep } from './connect_key.ts';
import { formFile, formShown, renewed } from './form_shown.ts';
import { askWhetherBoth, askWhetherSame, closedShops } from './same_shop.ts';
import { isShop, noSuchShop, shopMeant } from './shop_meant.ts';
import { stateOf, whichConnection } from './which_connection.ts';

const LONGEST_FORM_NAME = 60;

interface Args {
  provider: string | undefined;
  secret: string;
}

/** Stands where a shop's name could: '/connect rotate 3'. */
const ROTATE = typedWords(({ rotate }) => rotate);
/** One that was disconnected: '/connect again 3'. */
const AGAIN = typedWords(({ again }) => again);
/** A further shop of one kind: '/connect shopify another <secret>'. */
const ANOTHER = typedWords(({ another }) => another);
/** A form for a website, which has a name instead of a secret. */
const FORM = typedWords(({ webForm }) => webForm.form);
/** So do '/connect key 3 …' and what else is done with a shop's own key. */
const KEY_STEPS = typedMeanings<KeyStep>(({ shopKey }) => shopKey);

/**
 * '/connect shopify <secret>' answers with the hook's address to paste into the shop. A shop that shows its secret only
 * then is connected in two steps, and one that takes ours gets one.
 */
export const connect: Command<Args> = {
  name: 'connect',
  role: 'owner',
  changes: true,
  secret: 'key',
  unrecorded: true,
  onlyShows: ({ provider, secret }) => provider === undefined || asksForKey(provider, secret),
  recordedAs: ({ provider = '', secret }) => withoutSecret(provider, secret),
  parse(words) {
    const [first, secret] = splitFirst(words);
    const word = first.toLowerCase();
    const form = formGlued(word);
    if (form) return { provider: form.word, secret: [form.rest, secret].filter(Boolean).join(' ') };
    return { provider: shopMeant(word) ?? (word || undefined), secret };
  },
  async run(ctx, { provider, secret }) {
    if (!provider) return list(ctx);
    if (ROTATE.has(provider)) return rotate(ctx, ...splitFirst(secret));
    if (AGAIN.has(provider)) return takeUp(ctx, ...splitFirst(secret));
    if (FORM.has(provider)) return newForm(ctx, secret);
    const step = KEY_STEPS.get(provider);
    if (step) return keyStep(ctx, step, secret);
    // what is not understood may be the secret: it is not shown again
    if (!ctx.providers.includes(provider)) return noSuchShop(ctx, provider);
    const [word, behind] = splitFirst(secret);
    const isAnother = ANOTHER.has(word.toLowerCase());
    const asked = isAnother ? undefined : await askWhetherSame(ctx, provider);
    return asked ?? join(ctx, provider, isAnother ? behind : secret, isAnother ? `${provider} another` : provider);
  },
};

/** A shop or other system with the secret that was typed, or as it comes to one. `words`: what was understood. */
async function join(ctx: CommandContext, provider: string, secret: string, words: string): Promise<Reply> {
  const { make, shownAfterwards, looks } = ctx.hookSecret(provider);
  if (secret && looks && !looks.test(secret)) return wrongSecret(ctx, provider);
  if (secret) return connected(ctx, provider, await withSecret(ctx, provider, secret));
  if (make) return withOurs(ctx, provider, make());
  if (shownAfterwards) return addressFirst(ctx, provider);
  return { ...incomplete(ctx.t, 'connect', ctx.t.need.secret, words), hint: stepsFor(ctx, provider) };
}

/** 表单联系我们: the word for a form with its name right behind it. */
function formGlued(typed: string): { word: string; rest: string } | undefined {
  const word = [...FORM]
    .filter((one) => /\p{Script=Han}$/u.test(one) && typed.startsWith(one) && typed !== one)
    .sort((one, other) => other.length - one.length)[0];
  return word === undefined ? undefined : { word, rest: typed.slice(word.length) };
}

/** It works at once with what most people ask for; the rest is a tap away. */
async function newForm(ctx: CommandContext, said: string): Promise<Reply> {
  const { t } = ctx;
  const name = cleanName(said, LONGEST_FORM_NAME);
  if (!name) return incomplete(t, 'connect', t.need.webFormName, WEB_FORM);
  const form = await createWebForm(ctx, { name, locale: ctx.settings.locale });
  const { attachments, text } = await formFile(ctx, form);
  return formShown(ctx, form, {
    title: t.webForm.made(name),
    ...(attachments && { attachments }),
    ...(text && { text }),
  });
}

/** What was connected, without what may be its secret. */
function withoutSecret(word: string, words: string): string {
  if (FORM.has(word) && keysIn(words).length === 0) return `${word} ${cleanName(words, LONGEST_FORM_NAME)}`.trim();
  const number = /^\d{1,6}(?!\S)/.exec(words)?.[0] ?? '';
  if (ROTATE.has(word) || AGAIN.has(word) || KEY_STEPS.has(word)) return `${word} ${number}`.trim();
  return isShop(word) || FORM.has(word) ? word : '';
}

/** '/connect key 3' says where a key is made. */
const asksForKey = (word: string, words: string): boolean =>
  KEY_STEPS.get(word) === 'key' && splitFirst(words)[1] === '';

const stepsFor = ({ t }: CommandContext, provider: string): string => own(t.connect.steps, provider) ?? '';

const addressOf = ({ publicUrl }: CommandContext, provider: string, token: string): string =>
  `${publicUrl}/hooks/${provider}/${token}`;

/** A shop that waits for its secret gets it; otherwise it is another one. */
async function withSecret(ctx: CommandContext, provider: string, secret: string): Promise<Made> {
  const waiting = await waitingConnection(ctx.tx, provider);
  const token = waiting?.token ?? ctx.random();
  const sealed = ctx.seal(secret, connectionContext(token));
  if (waiting) await keepSecret(ctx.tx, waiting.id, sealed);
  const { id } = waiting ?? (await createConnection(ctx.tx, { provider, token, secret: sealed }));
  return { id, token };
}

type Made = Pick<OpenConnection, 'id' | 'token'>;

/** What else can be done with a shop that can be asked what it has. */
const offerFor = ({ t }: CommandContext, provider: string, id: string): string[] =>
  Object.hasOwn(t.pull.steps, provider) ? [t.pull.offer(id)] : [];

function connected(ctx: CommandContext, provider: string, { id, token }: Made): Reply {
  const { connect: t, channel } = ctx.t;
  const offer = offerFor(ctx, provider, id);
  return {
    title: t.connected(channel(provider)),
    text: [t.pasteAddress(addressOf(ctx, provider, token)), stepsFor(ctx, provider), ...offer].join('\n\n'),
    hint: t.deleteYours,
  };
}

/** One that was disconnected goes on under its number, with the address and the secret that it had: its orders come once. */
async function takeUp(ctx: CommandContext, number: string, word: string): Promise<Reply> {
  const asked = ANOTHER.has(word.toLowerCase()) ? undefined : await askWhetherBoth(ctx, number);
  if (asked) return asked;
  const shop = await reopenConnection(ctx.tx, number, ctx.providers);
  if (!shop) return closedShops(ctx);
  const { connect: t, channel } = ctx.t;
  const { hint: _, ...reply } = connected(ctx, shop.provider, shop);
  return { ...reply, title: t.takenUp(channel(shop.provider), shop.id), hint: t.secretAsBefore(shop.id) };
}

/** The secret stands by itself, so that it can be copied, and is not kept once it was shown. */
async function withOurs(ctx: CommandContext, provider: string, secret: string): Promise<Reply> {
  const { connect: t, channel } = ctx.t;
  const { id, token } = await withSecret(ctx, provider, secret);
  const steps = [t.pasteAddress(addressOf(ctx, provider, token)), stepsFor(ctx, provider)];
  return {
    title: t.connected(channel(provider)),
    text: [...steps, ...offerFor(ctx, provider, id), t.secretBelow].join('\n\n'),
    ...shownOnce(ctx, secret),
  };
}

const shownOnce = ({ t }: CommandContext, secret: string): Pick<Reply, 'quote' | 'once' | 'hint'> => ({
  quote: secret,
  once: true,
  hint: t.connect.shownOnce,
});

async function addressFirst(ctx: CommandContext, provider: string): Promise<Reply> {
  const { connect: t, channel } = ctx.t;
  const waiting = await waitingConnection(ctx.tx, provider);
  const token = waiting?.token ?? ctx.random();
  if (!waiting) await createConnection(ctx.tx, { provider, token, secret: null });
  return {
    title: t.waits(channel(provider)),
    text: [t.pasteAddress(addressOf(ctx, provider, token)), stepsFor(ctx, provider)].join('\n\n'),
    hint: t.thenSecret(provider),
  };
}

function wrongSecret(ctx: CommandContext, provider: string): Reply {
  const { connect: t, channel } = ctx.t;
  const { make } = ctx.hookSecret(provider);
  const label = make ? t.letMake : `+ ${channel(provider)}`;
  const buttons = [[{ label, command: `/connect ${provider}` }]];
  return failed(t.notASecret(channel(provider)), { hint: stepsFor(ctx, provider), buttons });
}

/** The secret before is accepted for another day: what is on its way was signed with it. */
async function rotate(ctx: CommandContext, number: string, secret: string): Promise<Reply> {
  const connection = await openConnection(ctx.tx, number);
  if (!connection) return whichConnection(ctx, number, (id) => `/connect rotate ${id}`);
  const { provider } = connection;
  const form = provider === WEB_FORM ? await loadWebForm(ctx.tx, connection.id) : undefined;
  if (form) return renewed(ctx, form);
  const { make, looks } = ctx.hookSecret(provider);
  const { connect: t, channel } = ctx.t;
  if (!secret && !make) return failed(t.newSecret(channel(provider), connection.id), { hint: stepsFor(ctx, provider) });
  if (secret && looks && !looks.test(secret)) return wrongSecret(ctx, provider);
  const next = secret || make!();
  await rotateSecret(ctx.tx, connection, ctx.seal(next, connectionContext(connection.token)), ctx.now);
  const title = t.rotated(channel(provider), connection.id);
  return secret
    ? { title, text: t.oldOneADay, hint: t.deleteYours }
    : { title, text: t.oldOneADay, ...shownOnce(ctx, next) };
}

async function list(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const all = await listConnections(ctx.tx);
  const keys = await listShopKeys(ctx.tx);
  const items: Item[] = [];
  for (const connection of all)
    items.push(
      await itemOf(
        ctx,
        connection,
        keys.find((key) => key.connectionId === connection.id),
      ),
    );
  const more = [...ctx.providers, WEB_FORM].map((provider) => ({
    label: `+ ${t.channel(provider)}`,
    command: `/connect ${provider}`,
  }));
  return {
    title: all.length > 0 ? t.connect.title : t.connect.noneYet,
    lists: [{ items }],
    buttons: inRows(more),
    hint: t.connect.hint,
  };
}

const PER_ROW = 3;
const inRows = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / PER_ROW) }, (_, row) => all.slice(row * PER_ROW, (row + 1) * PER_ROW));

async function itemOf(ctx: CommandContext, connection: Connection, key: ShopKey | undefined): Promise<Item> {
  const { t } = ctx;
  const { id, provider, disabledAt } = connection;
  const unused = (await unusedTopics(ctx.tx, id)).map(({ topic, events }) => `${topic} (${events})`);
  const isOpen = !disabledAt && connection.hasSecret && Object.hasOwn(t.pull.steps, provider);
  const detail = [
    stateOf(ctx, connection),
    isOpen ? keyState(ctx, key) : '',
    unused.length > 0 ? t.connect.unused(t.inARow(unused)) : '',
  ];
  return {
    text: `${t.channel(provider)} · ${id}`,
    detail: detail.filter(Boolean).join(' · '),
    ...(!disabledAt && {
      buttons: [...(isOpen && key?.state !== 'works' ? [keyButton(ctx, id)] : []), ...buttonsOf(ctx, connection)],
    }),
  };
}

const keyButton = ({ t }: CommandContext, id: string) => ({ label: t.pull.button, command: `/connect key ${id}` });

function keyState({ t }: CommandContext, key: ShopKey | undefined): string {
  if (!key) return t.pull.noKey;
  return key.fault ? t.pull.why[key.fault] : t.pull.looksHourly;
}

const buttonsOf = ({ t }: CommandContext, { id, hasSecret }: Connection) => [
  ...(hasSecret ? [{ label: t.connect.rotate, command: `/connect rotate ${id}` }] : []),
  { label: t.connect.disconnect, command: `/disconnect ${id}` },
];
