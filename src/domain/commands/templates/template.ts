import { spokenIn } from '../../../text/language.ts';
import type { Locale } from '../../../text/locale.ts';
import { cleanName, cleanText } from '../../../text/normalise.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { failed, type Reply } from '../../reply.ts';
import type { Variant } from '../../templates/compile.ts';
import {
  deleteTemplate,
  LONGEST_NAME,
  listTemplates,
  loadTemplate,
  MOST_TEMPLATES,
  makeTemplate,
  renameTemplate,
  saveVariant,
  setFallback,
  type Template,
  templateCalled,
} from '../../templates/template.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { isNear } from '../similar.ts';
import { pageIn, splitFirst } from '../words/words.ts';
import { preview } from './template_preview.ts';
import { faultIn, saved, shownAll, shownOne } from './template_shown.ts';

type Act = 'add' | 'edit' | 'preview' | 'fallback' | 'rename' | 'remove';
type Args = { act: 'list'; page: number } | { act: 'show' | Act; words: string };

const ACTS = typedMeanings<Act>(({ template: { add, edit, preview, fallback, rename, remove } }) => ({
  add,
  edit,
  preview,
  fallback,
  rename,
  remove,
}));
/** That shows all of them, unless one is called so. */
const LIST = typedWords(({ campaign }) => campaign.list);
const LANGUAGES = typedMeanings<Locale>(({ language }) => language);
/** What parts a name from what follows. */
const SIGNS = /["“”「」:：{}\n]/u;

/** '/template' lists what is written to many; '/template new spring', then subject and text in lines of their own; '/template preview spring #vip' … */
export const template: Command<Args> = {
  name: 'template',
  role: 'owner',
  changes: true,
  takesLines: true,
  saidAtOnce: 'shows',
  onlyShows: ({ act }) => act === 'list' || act === 'show' || act === 'preview',
  parse(words) {
    const [verb, rest] = splitFirst(words);
    if (!verb || /^\d{1,4}$/.test(verb)) return { act: 'list', page: pageIn(verb) };
    const act = ACTS.get(verb.toLowerCase());
    if (!act) return { act: 'show', words };
    return rest ? { act, words: rest } : new Incomplete(act === 'add' ? 'templateName' : 'template');
  },
  async run(ctx, args) {
    const templates = await listTemplates(ctx.tx);
    if (args.act === 'list') return shownAll(ctx, templates, args.page);
    if (args.act === 'add') return add(ctx, templates, args.words);
    const found = await called(ctx, templates, args.words);
    if (!found && LIST.has(args.words.toLowerCase())) return shownAll(ctx, templates, 1);
    if (!found) return noSuch(ctx, templates, args);
    return ACT[args.act](ctx, found.template, found.rest);
  },
};

/** By the number on its buttons, or by the longest name in front; what stands in further lines is no part of it. */
async function called(
  { tx }: CommandContext,
  templates: readonly Template[],
  words: string,
): Promise<{ template: Template; rest: string } | undefined> {
  const [first, rest] = splitFirst(words);
  const id = /^m(\d{1,18})$/.exec(first)?.[1];
  const numbered = id ? await loadTemplate(tx, id) : undefined;
  if (numbered) return { template: numbered, rest };
  const [line = ''] = words.split('\n');
  const parts = line
    .replace(/["“”「」]/gu, '')
    .trim()
    .split(/(\s+)/u);
  for (let end = parts.length; end > 0; end -= 2) {
    const template = templateCalled(templates, parts.slice(0, end).join(''));
    if (!template) continue;
    const behind = words.slice(line.length);
    return { template, rest: `${parts.slice(end).join('').trim()}${behind}` };
  }
  return undefined;
}

/** Those that are called nearly so, to be shown: what was typed behind the name may be more than a button keeps. */
function noSuch(
  { t }: CommandContext,
  templates: readonly Template[],
  { words }: { act: 'show' | Act; words: string },
): Reply {
  const typed = cleanName(words.split('\n')[0]!, LONGEST_NAME);
  const near = templates.filter(({ name }) => isNear(typed.replace(/["“”「」]/gu, ''), name)).slice(0, MOST_OFFERED);
  return failed(t.template.noSuch(typed), {
    hint: t.template.hint,
    buttons: [
      ...near.map(({ id, name }) => [{ label: name, command: `/template m${id}` }]),
      [{ label: t.template.list, command: '/template' }],
    ],
  });
}

/** So many are offered. */
const MOST_OFFERED = 4;

/** The subject in the first line, and below it the body; undefined: one of them is missing. */
function letterIn(text: string): Variant | undefined {
  const [subject = '', ...lines] = cleanText(text).trim().split('\n');
  const body = lines.join('\n').trim();
  return body === '' ? undefined : { subject: subject.trim(), body };
}

/** A name and perhaps a language in the first line, and what is written below. */
function readNew(words: string): { name: string; locale: Locale | undefined; letter: Variant | undefined } {
  const [line = '', ...lines] = words.split('\n');
  const parts = line
    .replace(/["“”「」]/gu, '')
    .trim()
    .split(/\s+/u);
  const locale = parts.length > 1 ? LANGUAGES.get(parts.at(-1)!.toLowerCase()) : undefined;
  const name = cleanName((locale ? parts.slice(0, -1) : parts).join(' '), LONGEST_NAME + 1);
  return { name, locale, letter: letterIn(lines.join('\n')) };
}

/** The language of what is written: the words between the variables say it, else it is the owner's own. */
const languageOf = ({ subject, body }: Variant, own: Locale): Locale =>
  spokenIn(`${subject}\n${body}`.replace(/\{[{%][^{}]{0,200}[}%]\}/gu, ' '))?.locale ?? own;

function whyNoName({ t }: CommandContext, name: string): string | undefined {
  const fits = [...name].length <= LONGEST_NAME && /\p{L}/u.test(name) && !SIGNS.test(name) && !/^m\d+$/iu.test(name);
  return fits ? undefined : t.template.badName(LONGEST_NAME);
}

async function add(ctx: CommandContext, templates: readonly Template[], words: string): Promise<Reply | Incomplete> {
  const { t, tx } = ctx;
  const { name, locale, letter } = readNew(words);
  const wrong = whyNoName(ctx, name);
  if (wrong) return failed(wrong);
  const has = templateCalled(templates, name);
  if (has)
    return failed(t.template.taken(has.name), { buttons: [[{ label: has.name, command: `/template m${has.id}` }]] });
  if (templates.length >= MOST_TEMPLATES) return failed(t.template.tooMany(MOST_TEMPLATES));
  if (!letter) return new Incomplete('letter', (more) => `new ${[name, locale].filter(Boolean).join(' ')}\n${more}`);
  const spoken = locale ?? languageOf(letter, ctx.locale);
  const front = (one: Locale) => `/template new ${name} ${one}`;
  const fault = await faultIn(ctx, { fallback: spoken, of: { [spoken]: letter } }, front);
  if (fault) return fault;
  const made = await makeTemplate(tx, name, spoken, letter);
  return made ? saved(ctx, made, spoken) : failed(t.template.taken(name));
}

const ACT: Record<
  'show' | Exclude<Act, 'add'>,
  (ctx: CommandContext, one: Template, rest: string) => Promise<Reply | Incomplete>
> = {
  async show(ctx, one, rest) {
    return rest
      ? noSuch(ctx, await listTemplates(ctx.tx), { act: 'show', words: `${one.name} ${rest}` })
      : shownOne(ctx, one);
  },
  async edit(ctx, one, rest) {
    const [word, behind] = splitFirst(rest);
    const locale = LANGUAGES.get(word.toLowerCase());
    const letter = letterIn(locale ? behind : rest);
    if (!letter) return new Incomplete('letter', (more) => `edit m${one.id} ${locale ?? ''}\n${more}`);
    const spoken = locale ?? languageOf(letter, ctx.locale);
    const variants = { ...one.variants, of: { ...one.variants.of, [spoken]: letter } };
    const fault = await faultIn(ctx, variants, (language) => `/template edit m${one.id} ${language}`);
    if (fault) return fault;
    await saveVariant(ctx.tx, one.id, spoken, letter);
    return saved(ctx, { ...one, variants }, spoken);
  },
  preview,
  async fallback(ctx, one, rest) {
    const { t } = ctx;
    const locale = LANGUAGES.get(rest.trim().toLowerCase());
    if (!locale) return new Incomplete('language', (more) => `fallback m${one.id} ${more}`);
    const unchanged = one.variants.fallback === locale;
    if (!(await setFallback(ctx.tx, one.id, locale)))
      return failed(t.template.notIn(one.name, t.language.name[locale]));
    return { text: t.template.fallbackIs(one.name, t.language.name[locale]), ...(unchanged && { unchanged }) };
  },
  async rename(ctx, one, rest) {
    const { t } = ctx;
    const name = cleanName(rest.replace(/["“”「」]/gu, ''), LONGEST_NAME + 1);
    if (!name) return new Incomplete('templateName', (more) => `rename m${one.id} ${more}`);
    const wrong = whyNoName(ctx, name);
    if (wrong) return failed(wrong);
    if (!(await renameTemplate(ctx.tx, one.id, name))) return failed(t.template.taken(name));
    return { text: t.template.renamed(one.name, name), ...(name === one.name && { unchanged: true }) };
  },
  async remove(ctx, one, rest) {
    if (rest) return noSuch(ctx, await listTemplates(ctx.tx), { act: 'remove', words: `${one.name} ${rest}` });
    await deleteTemplate(ctx.tx, one.id);
    return { text: ctx.t.template.removed(one.name) };
  },
};
