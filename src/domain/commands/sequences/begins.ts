import { foldText } from '../../../text/fold.ts';
import { articlesSaid, saysBoth, saysOfOrder } from '../../../text/person/whom/article_said.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import type { Start } from '../../campaigns/sequences/recipe.ts';
import { Unclear } from '../../people/filter/filter.ts';
import { parseFilter, printFilter } from '../../people/filter/filter_parse.ts';
import { countMatching } from '../../people/matching.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { filterWords } from '../../segments/filter_words.ts';
import { listWebForms, loadWebForm } from '../../webforms/web_form.ts';
import { audienceIn } from '../campaigns/steps.ts';
import type { CommandContext } from '../command.ts';
import { articleMeant } from '../people/article_meant.ts';
import { MOST_NEAR } from '../people/whom/near_people.ts';

const FORM = typedWords(({ sequence }) => sequence.form);
const TAG = typedWords(({ sequence }) => sequence.tag);
const ARTICLE = typedWords(({ sequence }) => sequence.article);
const ORDER = typedMeanings<'any' | 'first' | 'second' | 'third'>(({ sequence }) => sequence.order);
const NTH = { any: undefined, first: 1, second: 2, third: 3 } as const;

/** What the words say that begins it: '#course', 'form Contact us', 'first order', 'buys Longjing'; or what to say of words that say nothing. */
export async function startIn(
  ctx: CommandContext,
  words: string,
  again: (words: string) => string,
): Promise<{ start: Start } | { ask: Reply }> {
  const order = ORDER.get(words.trim().toLowerCase());
  if (order) return { start: { of: 'order', ...(NTH[order] !== undefined && { nth: NTH[order] }) } };
  const form = behind(words, FORM);
  if (form !== undefined) return formCalled(ctx, form, again);
  const article = behind(words, ARTICLE);
  if (article) return articleStart(ctx, article, QUOTED.test(words.trim()), again);
  if (saysOfOrder(words)) return { ask: startUnread(ctx, words, again) };
  const tag = behind(words, TAG);
  const read = await audienceIn(ctx, tag ? `#${tag.replace(/^[#＃]/u, '')}` : words, again);
  if ('ask' in read) return read;
  if (saysBoth(words) && / or /u.test(read.audience)) return { ask: await askBoth(ctx, words, read.audience, again) };
  return { start: { of: 'filter', filter: read.audience } };
}

const QUOTED = /["”」』]$/u;

/** What of an order it may begin with, where that is not understood. */
function startUnread({ t }: CommandContext, words: string, again: (words: string) => string): Reply {
  const { any, first } = t.typed.sequence.order;
  return failed(t.sequence.startUnread(words), {
    buttons: [[any[0]!, first[0]!].map((one): Button => ({ label: one, command: again(one) }))],
  });
}

/** Whoever is all of these, or any of them: how many each means. */
async function askBoth(
  ctx: CommandContext,
  words: string,
  either: string,
  again: (words: string) => string,
): Promise<Reply> {
  const typedIn = await filterWords(ctx);
  const buttons: Button[][] = [];
  for (const one of [either.replaceAll(' or ', ' '), either]) {
    const filter = parseFilter(one, typedIn);
    if (filter instanceof Unclear) continue;
    const count = await countMatching(ctx.tx, filter, ctx.now);
    buttons.push([{ label: ctx.t.filter.found(count, printFilter(filter, ctx.locale)), command: again(one) }]);
  }
  return failed(ctx.t.segment.nearest(words), { undecided: true, buttons });
}

/** An order of one article; of several, and of what nobody has bought yet, it is asked. */
async function articleStart(
  ctx: CommandContext,
  said: string,
  isSure: boolean,
  again: (words: string) => string,
): Promise<{ start: Start } | { ask: Reply }> {
  const { t } = ctx;
  const [front] = t.typed.sequence.article;
  const articles = isSure ? [said] : articlesSaid(said);
  if (articles.length === 0) return { start: { of: 'order' } };
  const [only = ''] = articles;
  const meant = isSure || articles.length === 1 ? await articleCalled(ctx, only) : undefined;
  if (meant?.article !== undefined) return { start: { of: 'order', article: meant.article } };
  if (isSure) return { start: { of: 'order', article: said } };
  const offered = meant ? [...meant.near, only] : articles;
  const buttons = [...new Set(offered)].map((one): Button[] => [
    { label: t.sequence.begins.article(one), command: again(`${front} "${one}"`) },
  ]);
  return { ask: failed(meant ? t.segment.notBought(only) : t.sequence.oneArticle(said), { oneOf: true, buttons }) };
}

/** What stands behind one of these words: Chinese needs no blank between them. */
function behind(words: string, fronts: ReadonlySet<string>): string | undefined {
  const typed = words.trim();
  const longest = [...fronts].sort((one, other) => other.length - one.length);
  const front = longest.find((one) => {
    const next = typed.slice(one.length);
    return typed.toLowerCase().startsWith(one) && (next === '' || /^\s/u.test(next) || /^\p{Script=Han}/u.test(one));
  });
  return front && unquoted(typed.slice(front.length).trim());
}

const unquoted = (words: string): string => /^["“「『](.*)["”」』]$/u.exec(words)?.[1]?.trim() ?? words;

async function formCalled(
  { t, tx }: CommandContext,
  name: string,
  again: (words: string) => string,
): Promise<{ start: Start } | { ask: Reply }> {
  const forms = await listWebForms(tx);
  const only = name === '' && forms.length === 1 ? forms[0] : undefined;
  const form = only ?? forms.find((one) => one.id === name || foldText(one.name) === foldText(name));
  if (form) return { start: { of: 'form', form: form.id } };
  const typed = t.typed.sequence.form[0]!;
  const buttons = forms.map((one) => [{ label: one.name, command: again(`${typed} ${one.id}`) }]);
  return { ask: failed(t.sequence.noForm(name), { buttons }) };
}

/** As the shop calls it: of mugs nobody has bought any where it sells a mug. Undefined: nobody has bought that, and what is near. */
async function articleCalled(ctx: CommandContext, word: string): Promise<{ article?: string; near: string[] }> {
  const meant = await articleMeant(ctx, { kind: 'bought', word: word.replace(/["“”]/gu, '') }, MOST_NEAR);
  if ('near' in meant) return meant;
  return { near: [], ...(meant.kind === 'bought' && { article: meant.word }) };
}

/** What begins it, as its owner reads it. */
export async function startShown(ctx: CommandContext, start: Start, isAgain: boolean): Promise<string> {
  const { begins } = ctx.t.sequence;
  const plain = await plainStart(ctx, start);
  return isAgain ? begins.again(plain) : plain;
}

async function plainStart(ctx: CommandContext, start: Start): Promise<string> {
  const { begins } = ctx.t.sequence;
  if (start.of === 'form') {
    const form = await loadWebForm(ctx.tx, start.form);
    return form ? begins.form(form.name) : begins.gone;
  }
  if (start.of === 'order') {
    if (start.article !== undefined) return begins.article(start.article);
    return start.nth === undefined ? begins.any : begins.nth(begins.nths[start.nth - 1] ?? String(start.nth));
  }
  if (start.filter === '') return begins.everybody;
  const filter = parseFilter(start.filter, await filterWords(ctx));
  return begins.people(filter instanceof Unclear ? start.filter : printFilter(filter, ctx.locale));
}

/** What may begin it, while nobody has said it: a tap asks for the rest, or says all of it. */
export async function startButtons({ t, tx }: CommandContext, id: string): Promise<Button[][]> {
  const { button } = t.sequence;
  const { sequence } = t.typed;
  const line = `/sequence ${id} when`;
  const forms = (await listWebForms(tx)).slice(0, MOST_FORMS);
  return [
    [
      { label: button.tag, command: `${line} ${sequence.tag[0]}`, asks: true },
      { label: button.people, command: line, asks: true },
    ],
    [
      { label: button.first, command: `${line} ${sequence.order.first[0]}`, turns: true },
      { label: button.article, command: `${line} ${sequence.article[0]}`, asks: true },
    ],
    ...forms.map(({ id: form, name }): Button[] => [
      { label: button.form(name), command: `${line} ${sequence.form[0]} ${form}`, turns: true },
    ]),
  ];
}

const MOST_FORMS = 3;
