import type { Locale } from '../../../text/locale.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { typedWords } from '../../../text/typed.ts';
import { localeOf } from '../../context.ts';
import { absenceOf, remindOfAbsence } from '../../owner/presence.ts';
import { fieldsFor, namesField } from '../../people/fields/in_words.ts';
import { failed, type Item, type Reply } from '../../reply.ts';
import { answer } from '../../talk/answer.ts';
import { recipientsShown } from '../../talk/answer_way.ts';
import { type CannedReply, cannedNamed, countCanned, dropCanned, listCanned, saveCanned } from '../../talk/canned.ts';
import { faqNamed } from '../../talk/ready/faq.ts';
import { unknownVariable } from '../../talk/variable.ts';
import { allGoTo } from '../../talk/who_gets_it.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { paged } from '../paged.ts';
import { type PickedAnswer, pickAnsweredNamed } from '../who/pick_answered.ts';
import { filledWords } from '../words/filled.ts';
import { nowhereToAnswer, whereToAnswer, withWords } from '../words/nowhere.ts';
import { localeIn, pageIn, splitFirst } from '../words/words.ts';
import { onlyProposed } from './faq_kept.ts';
import { answeredInWords } from './reply.ts';

type Args =
  | { act: 'list'; page: number }
  | { act: 'save'; canned: CannedReply }
  | { act: 'drop'; name: string }
  | { act: 'send'; name: string; locale: Locale | undefined; who: string };

const PREVIEW_GRAPHEMES = 60;
const SAVE = typedWords(({ canned: { save } }) => save);
const DROP = typedWords(({ canned: { drop } }) => drop);

/** '/c' lists; '/c refund' under a card, or '/c refund 张三', sends it in their language; '/c save refund zh …' keeps it. */
export const c: Command<Args> = {
  name: 'c',
  answers: ({ act }) => act === 'send',
  role: 'helper',
  careful: true,
  changes: true,
  onlyShows: ({ act }) => act === 'list',
  parse(words, { replying }) {
    const [first, rest] = splitFirst(words);
    if (!first || /^\d+$/.test(first)) return { act: 'list', page: pageIn(first) };
    if (SAVE.has(first.toLowerCase())) return parseSave(rest);
    if (DROP.has(first.toLowerCase())) return rest ? { act: 'drop', name: rest } : new Incomplete('canned');
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
    return dropped ? { text: t.canned.dropped(args.name) } : noSuch(t, args.name);
  },
};

function parseSave(words: string): Args | Incomplete {
  const [name, rest] = splitFirst(words);
  const [language, text] = splitFirst(rest);
  const locale = localeIn(language);
  if (!name) return new Incomplete('canned');
  if (!locale) return new Incomplete('language', (more) => `save ${name} ${more} ${rest}`);
  return text ? { act: 'save', canned: { name, locale, text } } : new Incomplete('text');
}

async function list(ctx: CommandContext, page: number): Promise<Reply> {
  const reply = await paged(ctx, page, {
    title: ctx.t.canned.list,
    empty: ctx.t.canned.none,
    command: '/c',
    count: (most) => countCanned(ctx.tx, most),
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
  const fields = await fieldsFor(ctx.tx, canned.text);
  const unknown = unknownVariable(canned.text, namesField(fields));
  if (unknown) return failed(ctx.t.canned.unknownVariable(unknown));
  const was = await faqNamed(ctx.tx, canned.name);
  await saveCanned(ctx.tx, canned);
  return {
    ...onlyProposed(ctx, was, await faqNamed(ctx.tx, canned.name)),
    text: ctx.t.canned.saved(canned.name, ctx.t.language.name[canned.locale]),
    quote: canned.text,
  };
}

/** What there is, and how one is made. */
function noSuch(t: Texts, name: string): Reply {
  const buttons = [[{ label: t.canned.list, command: '/c' }]];
  return failed(t.canned.noSuch(name), { hint: t.canned.hint, buttons });
}

async function send(ctx: CommandContext, { name, locale, who }: Extract<Args, { act: 'send' }>): Promise<Reply> {
  const both = await cannedNamed(ctx.tx, name);
  if (both.length === 0) return noSuch(ctx.t, name);
  const picked = await pickAnsweredNamed(ctx, who, (ref) => `/c ${name} ${locale ? `${locale} ` : ''}${ref}`);
  if ('ask' in picked) return picked.ask;
  const { contact, conversation } = picked;
  const spoken = locale ?? localeOf(ctx, contact);
  const canned = both.find((one) => one.locale === spoken);
  if (!canned) return offerOther(ctx, both[0]!, spoken, picked);
  const again = (text: string) => `/reply ${picked.ref} ${text}`;
  const filled = await filledWords({ ctx, findContact: async () => contact, conversation, again }, canned.text);
  return 'ask' in filled ? filled.ask : sendText(ctx, picked, filled.text);
}

async function sendText(
  ctx: CommandContext,
  { contact, conversation, otherwise }: PickedAnswer,
  text: string,
): Promise<Reply> {
  const place = await whereToAnswer(ctx, contact, conversation);
  if (!place) return withWords(ctx.t, contact.id, text, await nowhereToAnswer(ctx, contact));
  const [answered, absence] = await Promise.all([
    answer(ctx, ctx.user, place, { text, receiptTo: ctx.place }),
    absenceOf(ctx, ctx.user),
  ]);
  await remindOfAbsence(ctx, ctx.user, absence, ctx.place);
  const reply = answeredInWords(ctx, answered, contact.name, place, otherwise);
  return reply.failed ? withWords(ctx.t, contact.id, text, reply) : { ...reply, quote: text };
}

/** Nobody is written to in another language by accident. */
async function offerOther(
  ctx: CommandContext,
  { name, locale }: CannedReply,
  spoken: Locale,
  { contact, conversation, ref }: PickedAnswer,
): Promise<Reply> {
  const { canned, language } = ctx.t;
  const asked: Reply = failed(canned.otherOnly(name, language.name[spoken], contact.name), {
    buttons: [[{ label: canned.useOther(language.name[locale]), command: `/c ${name} ${locale} ${ref}` }]],
  });
  if (!conversation) return asked;
  return allGoTo(ctx.t, conversation, contact.name, await recipientsShown(ctx.tx, conversation), asked);
}
