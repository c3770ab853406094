import { head } from '../../../text/cut.ts';
import { locales } from '../../../text/locale.ts';
import { truncate } from '../../../text/truncate.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { stopReady } from '../../desk/chips/ready_left.ts';
import { fieldsFor, namesField } from '../../people/fields/in_words.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { cannedNamed, dropCanned } from '../../talk/canned.ts';
import {
  asksForMore,
  countedFaqs,
  countFaqs,
  dropFaq,
  type FaqCounted,
  faqNamed,
  LONGEST_NAME,
  MOST_FAQS,
  MOST_QUESTIONS,
  setByItself,
} from '../../talk/ready/faq.ts';
import { unknownVariable } from '../../talk/variable.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { paged } from '../paged.ts';
import { pageIn, splitFirst } from '../words/words.ts';
import { giveReady, learnFrom, takeReady } from './faq_given.ts';
import { answerFields, keepFaq, showFaq } from './faq_kept.ts';

type Args =
  | { act: 'list'; page: number }
  | { act: 'add'; name: string; questions: string[]; text: string }
  | { act: 'show' | 'drop' | 'itself' | 'propose'; name: string }
  | { act: 'yes'; name: string; shown: string }
  | { act: 'send'; id: string }
  | { act: 'take'; id: string }
  | { act: 'learn'; messageId: string };

const ACTS = typedMeanings(({ faq: { add, drop, itself, propose } }) => ({ add, drop, itself, propose }));
/** Between what is asked and what is answered. */
const ARROW = /\s*(?:→|⇒|➡️?|[-=－＝—]{1,2}[>＞])\s*/u;
const LONGEST_QUESTION = 120;
const LONGEST_TEXT = 1000;
const PREVIEW_GRAPHEMES = 60;

/** '/faq', '/faq add 发货 多久发货|什么时候发货 → 下单后48小时内发出', '/faq 发货', '/faq itself 发货', '/faq drop 发货'; buttons say 'send r12', 'take r12' */
export const faq: Command<Args> = {
  name: 'faq',
  answers: ({ act }) => act === 'send',
  role: 'helper',
  saidAtOnce: 'shows',
  changes: true,
  onlyShows: ({ act }) => act === 'list' || act === 'show' || act === 'itself',
  parse(words) {
    const [first, rest] = splitFirst(words);
    if (!first || /^\d{1,4}$/.test(first)) return { act: 'list', page: pageIn(first) };
    const [, id] = /^[rm](\d{1,18})$/.exec(rest) ?? [];
    if (id && first === 'learn') return { act: 'learn', messageId: id };
    if (id && (first === 'send' || first === 'take')) return { act: first, id };
    const [shown, named] = splitFirst(rest);
    if (first === 'yes' && /^[0-9a-f]{12}$/.test(shown) && named) return { act: 'yes', shown, name: nameIn(named) };
    const act = ACTS.get(first.toLowerCase());
    if (!act) return { act: 'show', name: nameIn(words) };
    if (act === 'add') return parseAdd(rest);
    return rest ? { act, name: nameIn(rest) } : new Incomplete('canned');
  },
  async run(ctx, args) {
    if (args.act === 'list') return list(ctx, args.page);
    if (args.act === 'add') return add(ctx, args);
    if (args.act === 'send') return giveReady(ctx, args.id);
    if (args.act === 'take') return takeReady(ctx, args.id);
    if (args.act === 'learn') return learnFrom(ctx, args.messageId);
    const one = await faqNamed(ctx.tx, args.name);
    if (!one) return noSuch(ctx, args.name);
    if (args.act === 'show') return showFaq(ctx, one);
    if (args.act === 'drop') return drop(ctx, one);
    if (args.act === 'propose') return propose(ctx, one);
    return args.act === 'yes' ? letGo(ctx, one, args.shown) : askFirst(ctx, one);
  },
};

const nameIn = (words: string): string => head(words.trim().toLowerCase(), LONGEST_NAME);

function parseAdd(words: string): Args | Incomplete {
  const [name, rest] = splitFirst(words);
  if (!name) return new Incomplete('canned');
  const [asked = '', ...said] = rest.split(ARROW);
  const questions = asked
    .split(/[|｜\n]/u)
    .map((one) => head(one.trim(), LONGEST_QUESTION))
    .filter((one) => one !== '');
  if (questions.length === 0) return new Incomplete('text');
  const text = said.length > 0 ? rest.slice(asked.length).replace(ARROW, '').trim() : '';
  return { act: 'add', name: nameIn(name), questions: questions.slice(0, MOST_QUESTIONS), text };
}

async function list(ctx: CommandContext, page: number): Promise<Reply> {
  const { t } = ctx;
  const reply = await paged(ctx, page, {
    title: t.faq.title,
    empty: t.faq.none,
    command: '/faq',
    count: () => countFaqs(ctx.tx),
    load: async (limit, offset) => (await countedFaqs(ctx.tx, limit, offset)).map((one) => faqItem(ctx, one)),
  });
  const others: Button[][] = [[{ label: t.autoreply.title, command: '/autoreply' }]];
  return { ...reply, buttons: [...(reply.buttons ?? []), ...others], hint: t.faq.hint };
}

function faqItem({ t }: CommandContext, one: FaqCounted): Item {
  const { name, questions, byItself, proposed, sent, corrected } = one;
  return {
    text: t.ready.named(byItself ? `⚡ ${name}` : name, truncate(questions.join(' | '), PREVIEW_GRAPHEMES)),
    detail: t.faq.counts(proposed, sent, corrected),
    buttons: [{ label: name, command: `/faq ${name}` }],
  };
}

async function add(
  ctx: CommandContext,
  { name, questions, text }: Extract<Args, { act: 'add' }>,
): Promise<Reply | Incomplete> {
  const { tx, t } = ctx;
  if ((await countFaqs(tx)) >= MOST_FAQS && !(await faqNamed(tx, name))) return failed(t.faq.tooMany(MOST_FAQS));
  if (text.length > LONGEST_TEXT) return failed(t.autoreply.tooLong(LONGEST_TEXT));
  if (text === '' && (await cannedNamed(tx, name)).every((one) => one.name !== name)) return new Incomplete('text');
  const unknown = unknownVariable(text, namesField(await fieldsFor(tx, text)));
  if (unknown) return failed(t.canned.unknownVariable(unknown));
  return keepFaq(ctx, { name, questions, text });
}

async function drop(ctx: CommandContext, { name }: FaqCounted): Promise<Reply> {
  await stopReady(ctx, ['faq'], name);
  await dropFaq(ctx.tx, name);
  await dropCanned(ctx.tx, name);
  return { text: ctx.t.faq.dropped(name) };
}

async function propose(ctx: CommandContext, { name }: FaqCounted): Promise<Reply> {
  await setByItself(ctx.tx, name, false);
  await stopReady(ctx, ['faq'], name);
  return { text: ctx.t.faq.off(name) };
}

/** What customers would get is shown before it is switched on. */
async function askFirst(ctx: CommandContext, one: FaqCounted): Promise<Reply> {
  const { t, user } = ctx;
  const why = user.role === 'owner' ? mayNotLeave(ctx, one) : t.faq.ownerOnly;
  if (why) return failed(why);
  return {
    text: t.faq.ask(one.name),
    fields: [{ label: t.faq.questions, value: one.questions.join(' | ') }, ...answerFields(ctx, one.texts)],
    buttons: [[{ label: t.faq.letIt, command: `/faq yes ${seen(ctx, one)} ${one.name}` }]],
  };
}

async function letGo(ctx: CommandContext, one: FaqCounted, shown: string): Promise<Reply> {
  const { t, user } = ctx;
  if (user.role !== 'owner') return failed(t.faq.ownerOnly);
  // other words have taken their place since
  if (shown !== seen(ctx, one)) return askFirst(ctx, one);
  const why = mayNotLeave(ctx, one);
  if (why) return failed(why);
  await setByItself(ctx.tx, one.name, true);
  return {
    text: t.faq.on(one.name),
    buttons: [[{ label: t.faq.propose, command: `/faq propose ${one.name}` }]],
  };
}

function mayNotLeave({ t }: CommandContext, { texts }: FaqCounted): string | undefined {
  const all = Object.values(texts);
  const more = all.map(asksForMore).find(Boolean);
  return all.length === 0 ? t.faq.wordsMissing : more && t.faq.fillsIn(more);
}

/** Which words and questions were shown. */
const seen = ({ sha256 }: CommandContext, { texts, questions }: FaqCounted): string =>
  Buffer.from(sha256(JSON.stringify([locales.map((locale) => texts[locale] ?? ''), questions])))
    .toString('hex')
    .slice(0, 12);

function noSuch({ t }: CommandContext, name: string): Reply {
  return failed(t.faq.noSuch(name), { hint: t.faq.hint, buttons: [[{ label: t.faq.show, command: '/faq' }]] });
}
