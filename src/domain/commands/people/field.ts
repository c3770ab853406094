import { cleanName } from '../../../text/normalise.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import {
  addChoices,
  countHaving,
  type Field,
  fieldInFront,
  KINDS,
  LONGEST_NAME,
  labelOf,
  loadFields,
  MOST_CHOICES,
  MOST_FIELDS,
  makeField,
  type OwnKind,
  plainName,
  removeField,
  renameField,
} from '../../people/fields/field.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { filterWords } from '../../segments/filter_words.ts';
import { keepMeaning } from '../../segments/segment.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { splitFirst } from '../words/words.ts';
import { whyNoField } from './field_name.ts';
import { fieldUses } from './field_uses.ts';

type Act = 'add' | 'rename' | 'remove' | 'choice';
type Args = { act: 'list' } | { act: Act | 'show'; words: string };

const ACTS = typedMeanings<Act>(({ field: { add, rename, remove, choice } }) => ({ add, rename, remove, choice }));
const KIND = typedMeanings<OwnKind>(({ field }) => field.kind);
const IS = typedWords(({ field }) => field.is);
const PARTED = /[|｜/／,，、;；\n]/u;
/** A list counts no further. */
const MOST_COUNTED = 10_000;
const QUOTES = /["“”「」]/gu;

/** '/field' lists them; '/field add 生日茶 选项 红茶|绿茶', '/field rename tea to drink', '/field choice tea white', '/field remove tea'. */
export const field: Command<Args> = {
  name: 'field',
  role: 'owner',
  changes: true,
  onlyShows: (args) => args.act === 'list' || (args.act === 'show' && !/\s/u.test(args.words.trim())),
  parse(words) {
    const [verb, rest] = splitFirst(words);
    if (!verb) return { act: 'list' };
    const act = ACTS.get(verb.toLowerCase());
    if (!act) return { act: 'show', words };
    return rest ? { act, words: rest } : new Incomplete(act === 'add' ? 'fieldName' : 'field');
  },
  async run(ctx, args) {
    if (args.act === 'list') return list(ctx);
    if (args.act === 'add') return add(ctx, args.words);
    const fields = await loadFields(ctx.tx);
    const found = called(fields, args.words);
    if (!found) return noSuch(ctx, args.words);
    return ACT[args.act](ctx, found.field, found.rest);
  },
};

/** By the number on its buttons, or by the name in front. */
function called(fields: readonly Field[], words: string): { field: Field; rest: string } | undefined {
  const [first, rest] = splitFirst(words);
  const id = /^f(-?\d{1,18})$/.exec(first)?.[1];
  const field = id === undefined ? undefined : fields.find((one) => one.id === id);
  return field ? { field, rest } : fieldInFront(fields, words);
}

async function list(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const items: Item[] = [];
  for (const one of await loadFields(ctx.tx)) items.push(await itemOf(ctx, one));
  return { title: t.field.list, lists: [{ items }], hint: t.field.hint };
}

async function itemOf({ t, tx }: CommandContext, field: Field): Promise<Item> {
  const kind = [t.field.kind[field.kind], field.choices.join('|')].filter(Boolean).join(' ');
  const always = field.kind === 'birthday' || field.kind === 'address' ? t.field.always : '';
  const count = await countHaving(tx, field.id, MOST_COUNTED + 1);
  return {
    text: labelOf(t, field),
    detail: [always || kind, count > MOST_COUNTED ? t.field.over(MOST_COUNTED) : t.field.has(count)].join(' · '),
    buttons: always ? [] : [{ label: labelOf(t, field), command: `/field f${field.id}` }],
  };
}

async function noSuch({ t }: CommandContext, typed: string): Promise<Reply> {
  const name = cleanName(typed.replace(QUOTES, ''), LONGEST_NAME);
  return failed(t.field.noSuch(name), {
    buttons: [
      [
        { label: t.field.add, command: `/field add ${name}` },
        { label: t.field.list, command: '/field' },
      ],
    ],
  });
}

/** A name, a kind, and what a choice may be; without a kind it is asked. */
function readNew(words: string): { name: string; kind: OwnKind | undefined; choices: string[] } {
  const [, quoted, behind = ''] = /^["“「]([^"”」]{1,80})["”」]\s*([\s\S]*)$/u.exec(words) ?? [];
  const all = (quoted === undefined ? words : behind).split(/(\s+)/u);
  const from = quoted === undefined ? 2 : 0;
  const at = all.findIndex((word, nth) => nth >= from && KIND.has(plainKind(word)));
  const end = at < 0 ? all.length : at;
  const name = quoted ?? all.slice(0, end).join('');
  const kind = at < 0 ? undefined : KIND.get(plainKind(all[at]!));
  const rest =
    at < 0
      ? ''
      : all
          .slice(at + 1)
          .join('')
          .trim();
  return { name: cleanName(name, LONGEST_NAME + 1), kind, choices: choicesIn(rest) };
}

const plainKind = (word: string): string => word.toLowerCase().replace(/[:：]$/u, '');

function choicesIn(text: string): string[] {
  const words = text.replace(/^[:：]/u, '').trim();
  const parts = PARTED.test(words) ? words.split(PARTED) : words.split(/\s+/u);
  const choices = parts.map((part) => cleanName(part.replace(QUOTES, ''), LONGEST_NAME)).filter(Boolean);
  return choices.filter((choice, nth) => choices.findIndex((one) => plainName(one) === plainName(choice)) === nth);
}

async function add(ctx: CommandContext, words: string): Promise<Reply | Incomplete> {
  const { t, tx } = ctx;
  const { name, kind, choices } = readNew(words);
  const fields = await loadFields(tx);
  const wrong = whyNoField(t, fields, name);
  if (wrong) return failed(wrong);
  if (fields.length >= MOST_FIELDS) return failed(t.field.tooMany(MOST_FIELDS));
  if (!kind) return askKind(ctx, name);
  if (kind === 'choice' && choices.length === 0)
    return failed(t.field.noChoices(name), {
      undecided: true,
      rest: { before: `/field add "${name}" choice `, after: '', need: 'text' },
    });
  if (kind !== 'choice' && choices.length > 0) {
    const button = { label: t.field.kind[kind], command: `/field add "${name}" ${kind}` };
    return failed(t.field.unused(choices.join(' ')), { undecided: true, buttons: [[button]] });
  }
  if (choices.length > MOST_CHOICES) return failed(t.field.tooManyChoices(MOST_CHOICES));
  const made = await makeField(tx, { name, kind, choices });
  if (!made) return failed(t.field.taken(name));
  const said = [t.field.kind[kind], made.choices.join('|')].filter(Boolean).join(' ');
  return { text: t.field.added(name, said), hint: t.field.setIt(name, made.choices[0] ?? t.field.sample[kind]) };
}

function askKind({ t }: CommandContext, name: string): Reply {
  const buttons = KINDS.map((kind): Button => ({ label: t.field.kind[kind], command: `/field add "${name}" ${kind}` }));
  return failed(t.field.whichKind(name), { undecided: true, buttons: [buttons.slice(0, 3), buttons.slice(3)] });
}

const isOwn = ({ kind }: Field): boolean => kind !== 'birthday' && kind !== 'address';

const ACT: Record<
  Exclude<Act, 'add'> | 'show',
  (ctx: CommandContext, field: Field, rest: string) => Promise<Reply | Incomplete>
> = {
  async show(ctx, field, rest) {
    const [verb, words] = splitFirst(rest);
    const act = ACTS.get(verb.toLowerCase());
    // tier add bronze: the name stands in front of what is done
    if (act) return ACT[act === 'add' ? 'choice' : act](ctx, field, words);
    if (rest) return noSuch(ctx, `${labelOf(ctx.t, field)} ${rest}`);
    const { text, detail } = await itemOf(ctx, field);
    const { t } = ctx;
    const buttons: Button[] = isOwn(field)
      ? [
          { label: t.field.rename, command: `/field rename f${field.id}`, asks: true },
          { label: t.field.remove, command: `/field remove f${field.id}` },
        ]
      : [];
    return { title: text, text: detail!, ...(buttons.length > 0 && { buttons: [buttons] }) };
  },
  async rename(ctx, field, rest) {
    const { t, tx } = ctx;
    const before = labelOf(t, field);
    if (!isOwn(field)) return failed(t.field.stays(before));
    const name = cleanName(withoutJoiner(rest).replace(QUOTES, ''), LONGEST_NAME + 1);
    if (!name) return new Incomplete('fieldNewName', (more) => `rename f${field.id} ${more}`);
    const others = (await loadFields(tx)).filter(({ id }) => id !== field.id);
    const wrong = whyNoField(t, others, name);
    if (wrong) return failed(wrong);
    const typedIn = await filterWords(ctx);
    if (!(await renameField(tx, field.id, name))) return failed(t.field.taken(name));
    await keepMeaning(tx, typedIn, await filterWords(ctx));
    const { uses } = await fieldUses(ctx, field, { ...field, name });
    return {
      text: [t.field.renamed(before, name), ...(uses.length > 0 ? [t.field.follow(t.consent.list(uses))] : [])].join(
        '\n',
      ),
    };
  },
  async remove(ctx, field, rest) {
    const { t, tx, now } = ctx;
    const name = labelOf(t, field);
    if (!isOwn(field)) return failed(t.field.stays(name));
    if (rest) return noSuch(ctx, `${name} ${rest}`);
    const count = await countHaving(tx, field.id);
    const { uses, leaving } = await fieldUses(ctx, field);
    await removeField(tx, field.id, now);
    return {
      text: [t.field.removed(name, count), ...leaving.map(t.lostWords.willPause)].join('\n'),
      ...(uses.length > 0 && { hint: t.field.stillUsed(t.consent.list(uses)) }),
    };
  },
  async choice(ctx, field, rest) {
    const { t, tx } = ctx;
    const name = labelOf(t, field);
    if (field.kind !== 'choice') return failed(t.field.noChoiceField(name));
    const choices = choicesIn(rest);
    if (choices.length === 0) return new Incomplete('text', (more) => `choice f${field.id} ${more}`);
    if (field.choices.length + choices.length > MOST_CHOICES) return failed(t.field.tooManyChoices(MOST_CHOICES));
    const all = await addChoices(tx, field.id, choices);
    const unchanged = all.length === field.choices.length;
    return { text: t.field.choices(name, all.join('|')), ...(unchanged && { unchanged }) };
  },
};

/** 'to drink', 为饮品: the word in front is no part of the name. */
function withoutJoiner(rest: string): string {
  const [first, behind] = splitFirst(rest.replace(/^[:：=]/u, ''));
  return behind && IS.has(first.toLowerCase()) ? behind : rest;
}
