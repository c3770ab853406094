import type { Locale } from '../../text/locale.ts';
import { truncate } from '../../text/truncate.ts';
import { answer } from '../answer.ts';
import {
  type CannedReply,
  cannedNamed,
  dropCanned,
  fill,
  listCanned,
  saveCanned,
  unknownVariable,
  type Variable,
} from '../canned.ts';
import type { Contact } from '../contact.ts';
import { lastWriter } from '../message.ts';
import { ordersOf } from '../order.ts';
import { remindOfAbsence } from '../presence.ts';
import type { Item, Reply } from '../reply.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { nowhereToAnswer } from './nowhere.ts';
import { paged } from './paged.ts';
import { conversationWith, pickNamed } from './pick.ts';
import { answeredReply } from './reply.ts';
import { localeIn, pageIn, splitFirst } from './words.ts';

type Args =
  | { act: 'list'; page: number }
  | { act: 'save'; canned: CannedReply }
  | { act: 'drop'; name: string }
  | { act: 'send'; name: string; locale: Locale | undefined; who: string };

const PREVIEW_GRAPHEMES = 60;
const SAVE = /^(save|存|保存)$/i;
const DROP = /^(drop|delete|删|删除)$/i;

/** '/c' lists; '/c refund' under a card, or '/c refund 张三', sends it in their language; '/c save refund zh …' keeps it. */
export const c: Command<Args> = {
  name: 'c',
  alias: '快捷回复',
  role: 'helper',
  changes: true,
  onlyShows: ({ act }) => act === 'list',
  parse(words, { replying }) {
    const [first, rest] = splitFirst(words);
    if (!first || /^\d+$/.test(first)) return { act: 'list', page: pageIn(first) };
    if (SAVE.test(first)) return parseSave(rest);
    if (DROP.test(first)) return rest ? { act: 'drop', name: rest } : new Incomplete('canned');
    const [second, others] = splitFirst(rest);
    const locale = localeIn(second);
    const who = locale ? others : rest;
    return who || replying ? { act: 'send', name: first, locale, who } : new Incomplete('name', 'end');
  },
  async run(ctx, args) {
    if (args.act === 'list') return list(ctx, args.page);
    if (args.act === 'save') return save(ctx, args.canned);
    if (args.act === 'send') return send(ctx, args);
    const dropped = await dropCanned(ctx.tx, args.name);
    const { t } = ctx;
    return dropped ? { text: t.canned.dropped(args.name) } : { failed: true, text: t.canned.noSuch(args.name) };
  },
};

function parseSave(words: string): Args | Incomplete {
  const [name, rest] = splitFirst(words);
  const [language, text] = splitFirst(rest);
  const locale = localeIn(language);
  if (!name) return new Incomplete('canned');
  if (!locale) return new Incomplete('language');
  return text ? { act: 'save', canned: { name, locale, text } } : new Incomplete('text');
}

async function list(ctx: CommandContext, page: number): Promise<Reply> {
  const reply = await paged(ctx, page, {
    title: ctx.t.canned.list,
    empty: ctx.t.canned.none,
    command: '/c',
    load: async (limit, offset) => (await listCanned(ctx.tx, limit, offset)).map((row) => cannedItem(ctx, row)),
  });
  return { ...reply, hint: ctx.t.canned.hint };
}

/** Under a card each is a tap away. */
function cannedItem(ctx: CommandContext, { name, locale, text }: CannedReply): Item {
  const to = ctx.about && ` ${locale} c${ctx.about.contact.id}`;
  return {
    text: `${name} · ${ctx.t.language.name[locale]}`,
    detail: truncate(text, PREVIEW_GRAPHEMES),
    ...(to && { buttons: [{ label: name, command: `/c ${name}${to}` }] }),
  };
}

async function save(ctx: CommandContext, canned: CannedReply): Promise<Reply> {
  const unknown = unknownVariable(canned.text);
  if (unknown) return { failed: true, text: ctx.t.canned.unknownVariable(unknown) };
  await saveCanned(ctx.tx, canned);
  return { text: ctx.t.canned.saved(canned.name, ctx.t.language.name[canned.locale]), quote: canned.text };
}

async function send(ctx: CommandContext, { name, locale, who }: Extract<Args, { act: 'send' }>): Promise<Reply> {
  const both = await cannedNamed(ctx.tx, name);
  if (both.length === 0) return { failed: true, text: ctx.t.canned.noSuch(name) };
  const picked = await pickNamed(ctx, who, (ref) => `/c ${name} ${locale ? `${locale} ` : ''}${ref}`);
  if ('ask' in picked) return picked.ask;
  const { contact } = picked;
  const spoken = locale ?? contact.locale ?? ctx.settings.locale;
  const canned = both.find((one) => one.locale === spoken);
  if (!canned) return offerOther(ctx, both[0]!, spoken, contact);
  const filled = fill(canned.text, await valuesFor(ctx, contact));
  if ('missing' in filled) return { failed: true, text: missingText(ctx, filled.missing, contact) };
  return sendText(ctx, contact, filled.text);
}

async function sendText(ctx: CommandContext, contact: Contact, text: string): Promise<Reply> {
  const conversation = await conversationWith(ctx, contact.id);
  if (!conversation || conversation.channel === 'note') return nowhereToAnswer(ctx, contact);
  const answered = await answer(ctx, ctx.user, conversation, { text, receiptTo: ctx.place });
  await remindOfAbsence(ctx, ctx.user, ctx.place);
  const reply = answeredReply(ctx.t, answered, contact.name, conversation);
  return reply.failed ? reply : { ...reply, quote: text };
}

/** Nobody is written to in another language by accident. */
function offerOther(ctx: CommandContext, { name, locale }: CannedReply, spoken: Locale, contact: Contact): Reply {
  const { canned, language } = ctx.t;
  return {
    failed: true,
    text: canned.otherOnly(name, language.name[spoken], contact.name),
    buttons: [[{ label: canned.useOther(language.name[locale]), command: `/c ${name} ${locale} c${contact.id}` }]],
  };
}

async function valuesFor(ctx: CommandContext, contact: Contact): Promise<Record<Variable, string | undefined>> {
  const [latest] = await ordersOf(ctx.tx, contact.id, 1);
  const conversation = await conversationWith(ctx, contact.id);
  // of two people behind one address, whoever wrote what is answered
  const writer = conversation && (await lastWriter(ctx.tx, conversation.id));
  return { name: writer ?? contact.name, business: ctx.settings.businessName, order: latest?.number };
}

function missingText(ctx: CommandContext, missing: Variable, contact: Contact): string {
  if (missing === 'order') return ctx.t.canned.noOrder(contact.name);
  return missing === 'business' ? ctx.t.canned.noBusiness : ctx.t.contact.noName;
}
