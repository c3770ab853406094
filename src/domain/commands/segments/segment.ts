import { cleanName } from '../../../text/normalise.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { type Filter, type FilterWords, type Segment, Unclear } from '../../people/filter/filter.ts';
import { parseFilter, printFilter, segmentCalled } from '../../people/filter/filter_parse.ts';
import { countMatching } from '../../people/matching.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { filterWords } from '../../segments/filter_words.ts';
import {
  type AudienceNaming,
  campaignsNaming,
  changeSegment,
  deleteSegment,
  keepMeaning,
  LONGEST_NAME,
  listSegments,
  MOST_SEGMENTS,
  makeSegment,
  names,
  naming,
  renameSegment,
} from '../../segments/segment.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { paged } from '../paged.ts';
import { boundsIn, filteredReply } from '../people/filtered.ts';
import { readPeople } from '../people/people_meant.ts';
import { pageIn, queryPage, splitFirst } from '../words/words.ts';
import { type Act, noSuch, SIGNS } from './no_such.ts';

type Args =
  | { act: 'list'; page: number }
  | { act: 'show'; words: string; page: number }
  | { act: Act; words: string }
  | { act: 'save'; filter: string };

const ACTS = typedMeanings<Act>(({ segment: { add, rename, edit, remove } }) => ({ add, rename, edit, remove }));
/** That shows all of them, unless one is called so. */
const LIST = typedWords(({ campaign }) => campaign.list);
/** The number of one that is not there yet, which its own filter may name. */
const NEW = '0';
const QUOTED = /^["“「]([^"”」]{1,80})["”」]\s*([\s\S]*)$/u;

/** '/segment' lists them; '/segment new regulars orders:>=2', '/segment regulars', '/segment rename regulars friends', '/segment edit …', '/segment delete …'. */
export const segment: Command<Args> = {
  name: 'segment',
  role: 'owner',
  changes: true,
  saidAtOnce: 'shows',
  onlyShows: ({ act }) => act === 'list' || act === 'show',
  parse(words) {
    const [verb, rest] = splitFirst(words);
    if (!verb || /^\d{1,4}$/.test(verb)) return { act: 'list', page: pageIn(verb) };
    if (verb === 'save') return { act: 'save', filter: rest };
    const act = ACTS.get(verb.toLowerCase());
    if (!act) {
      const { query, page } = queryPage(words);
      return { act: 'show', words: query, page };
    }
    return rest ? { act, words: rest } : new Incomplete(act === 'add' ? 'segmentName' : 'segment');
  },
  async run(ctx, args) {
    if (args.act === 'list') return list(ctx, args.page);
    // a filter that was found looks for a name
    if (args.act === 'save') return new Incomplete('segmentName', (name) => `new "${name}" ${args.filter}`);
    if (args.act === 'add') return add(ctx, args.words);
    const typedIn = await filterWords(ctx);
    const found = called(typedIn.segments, args.words);
    if (!found && LIST.has(args.words.toLowerCase())) return list(ctx, 1);
    if (!found) return noSuch(ctx, typedIn.segments, args);
    if (args.act === 'show') return show(ctx, typedIn, found, args.page);
    return ACT[args.act](ctx, typedIn, found);
  },
};

interface Called {
  segment: Segment;
  rest: string;
}

/** By the number on its buttons, in quotes, or by the longest name in front. */
function called(segments: readonly Segment[], words: string): Called | undefined {
  const [first, rest] = splitFirst(words);
  const id = /^s(\d{1,18})$/.exec(first)?.[1];
  const numbered = segments.find((one) => one.id === id);
  if (numbered) return { segment: numbered, rest };
  const [, quoted, behind = ''] = QUOTED.exec(words.trim()) ?? [];
  const named = quoted === undefined ? undefined : segmentCalled(segments, quoted);
  if (named) return { segment: named, rest: behind };
  const parts = words.trim().split(/(\s+)/u);
  for (let end = parts.length; end > 0; end -= 2) {
    const segment = segmentCalled(segments, parts.slice(0, end).join(''));
    if (segment) return { segment, rest: parts.slice(end).join('').trim() };
  }
  return undefined;
}

async function list(ctx: CommandContext, page: number): Promise<Reply> {
  const { t } = ctx;
  const typedIn = await filterWords(ctx);
  const reply = await paged(ctx, page, {
    title: t.segment.list,
    empty: t.segment.none,
    command: '/segment',
    count: async () => typedIn.segments.length,
    async load(limit, offset) {
      const items: Item[] = [];
      // counted one after the other: each may look at everybody
      for (const one of typedIn.segments.slice(offset, offset + limit)) items.push(await itemOf(ctx, typedIn, one));
      return items;
    },
  });
  return { ...reply, hint: t.segment.hint };
}

async function itemOf(ctx: CommandContext, typedIn: FilterWords, { id, name, filter }: Segment): Promise<Item> {
  const read = parseFilter(filter, typedIn);
  const detail =
    read instanceof Unclear
      ? ctx.t.segment.unreadable(read.word)
      : ctx.t.filter.found(await countMatching(ctx.tx, read, ctx.now), printFilter(read, ctx.locale));
  return { text: name, detail, buttons: [{ label: name, command: `/segment s${id}` }] };
}

async function show(
  ctx: CommandContext,
  typedIn: FilterWords,
  { segment: one, rest }: Called,
  page: number,
): Promise<Reply> {
  const { t } = ctx;
  if (rest) return noSuch(ctx, typedIn.segments, { act: 'show', words: `${one.name} ${rest}` });
  const filter = parseFilter(one.filter, typedIn);
  const acts: Button[] = [
    { label: t.segment.edit, command: `/segment edit s${one.id}`, asks: true },
    { label: t.segment.rename, command: `/segment rename s${one.id}`, asks: true },
    { label: t.segment.remove, command: `/segment delete s${one.id}` },
  ];
  if (filter instanceof Unclear) return failed(t.segment.unreadable(filter.word), { title: one.name, buttons: [acts] });
  const isIt: Filter = { any: [[{ not: false, test: { kind: 'segment', segment: one, filter } }]] };
  const { failed: nobody, hint: _, ...shown } = await filteredReply(ctx, isIt, page);
  const meaning = { label: t.segment.means, value: printFilter(filter, ctx.locale) };
  return {
    ...(nobody ? { title: t.filter.found(0, printFilter(isIt, ctx.locale)) } : shown),
    fields: [meaning, ...boundsIn(ctx, filter)],
    buttons: [...(shown.buttons ?? []), acts],
  };
}

/** A name of one word or in quotes, and the filter behind it. */
function readNew(words: string): { name: string; filter: string } {
  const [, quoted, behind = ''] = QUOTED.exec(words.trim()) ?? [];
  const [first, rest] = quoted === undefined ? splitFirst(words) : [quoted, behind];
  return { name: cleanName(first, LONGEST_NAME + 1), filter: rest };
}

function whyNoName({ t }: CommandContext, name: string): string | undefined {
  const fits = [...name].length <= LONGEST_NAME && /\p{L}/u.test(name) && !SIGNS.test(name) && !/^s\d+$/iu.test(name);
  return fits ? undefined : t.segment.badName(LONGEST_NAME);
}

async function add(ctx: CommandContext, words: string): Promise<Reply | Incomplete> {
  const { t, tx } = ctx;
  const { name, filter: typed } = readNew(words);
  const wrong = whyNoName(ctx, name);
  if (wrong) return failed(wrong);
  const segments = await listSegments(tx);
  const has = segmentCalled(segments, name);
  if (has)
    return failed(t.segment.taken(has.name), { buttons: [[{ label: has.name, command: `/segment s${has.id}` }]] });
  if (segments.length >= MOST_SEGMENTS) return failed(t.segment.tooMany(MOST_SEGMENTS));
  if (!typed) return new Incomplete('filter', (more) => `new "${name}" ${more}`);
  const read = await readPeople(ctx, typed, (more) => `/segment new "${name}" ${more}`, { id: NEW, name, filter: '' });
  if ('ask' in read) return read.ask;
  if (names(read.filter, NEW)) return failed(t.segment.itself(name));
  const made = await makeSegment(tx, name, read.filter);
  return made ? told(ctx, made, read.filter, t.segment.made(made.name)) : failed(t.segment.taken(name));
}

async function told(ctx: CommandContext, { id, name }: Segment, filter: Filter, text: string): Promise<Reply> {
  const count = await countMatching(ctx.tx, filter, ctx.now);
  const used = await usedBy(ctx, id);
  return {
    text: [text, ...used.text].join('\n'),
    fields: [
      { label: ctx.t.segment.means, value: ctx.t.filter.found(count, printFilter(filter, ctx.locale)) },
      ...boundsIn(ctx, filter),
    ],
    buttons: [[{ label: name, command: `/segment s${id}` }], ...used.buttons],
  };
}

/** The campaigns that are for it and are still to choose their people: they go to whom it means then. */
async function usedBy(ctx: CommandContext, id: string): Promise<Named> {
  const { segment } = ctx.t;
  const named = await campaignsNaming(ctx.tx, await filterWords(ctx), id);
  if (named.length === 0) return { text: [], buttons: [] };
  const lines = named.map((one) => lineOf(ctx, one));
  return {
    text: [segment.usedBy(ctx.t.inARow(lines))],
    buttons: named.slice(0, 4).map((one) => [{ label: one.name, command: `/${one.of} ${one.id}` }]),
  };
}

const lineOf = ({ t }: CommandContext, { of, name, state }: AudienceNaming): string =>
  t.campaign.line(name, of === 'campaign' ? t.campaign.state[state] : t.sequence.state(state === 'running'));

interface Named {
  text: string[];
  buttons: Button[][];
}

const ACT: Record<
  'rename' | 'edit' | 'remove',
  (ctx: CommandContext, typedIn: FilterWords, called: Called) => Promise<Reply | Incomplete>
> = {
  async rename(ctx, typedIn, { segment: one, rest }) {
    const { t, tx } = ctx;
    const name = cleanName(rest.replace(QUOTED, '$1'), LONGEST_NAME + 1);
    if (!name) return new Incomplete('segmentName', (more) => `rename s${one.id} ${more}`);
    const wrong = whyNoName(ctx, name);
    if (wrong) return failed(wrong);
    if (!(await renameSegment(tx, one.id, name))) return failed(t.segment.taken(name));
    await keepMeaning(tx, typedIn, await filterWords(ctx));
    return { text: t.segment.renamed(one.name, name), ...(name === one.name && { unchanged: true }) };
  },
  async edit(ctx, _, { segment: one, rest }) {
    if (!rest) return new Incomplete('filter', (more) => `edit s${one.id} ${more}`);
    const read = await readPeople(ctx, rest, (more) => `/segment edit s${one.id} ${more}`);
    if ('ask' in read) return read.ask;
    if (names(read.filter, one.id)) return failed(ctx.t.segment.itself(one.name));
    await changeSegment(ctx.tx, one.id, read.filter);
    return told(ctx, one, read.filter, ctx.t.segment.changed(one.name));
  },
  async remove(ctx, typedIn, { segment: one, rest }) {
    const { t } = ctx;
    if (rest) return noSuch(ctx, typedIn.segments, { act: 'remove', words: `${one.name} ${rest}` });
    const others = naming(typedIn, one.id);
    if (others.length > 0) {
      const buttons = others.slice(0, 4).map(({ id, name }) => [{ label: name, command: `/segment s${id}` }]);
      return failed(
        t.segment.isNamed(
          one.name,
          others.map(({ name }) => name),
        ),
        { buttons },
      );
    }
    const meaning = await campaignsNaming(ctx.tx, typedIn, one.id);
    const waiting = meaning.filter(({ state }) => state !== 'draft');
    const toCampaigns = meaning.slice(0, 4).map(({ of, id, name }) => ({ label: name, command: `/${of} ${id}` }));
    const called = ctx.t.inARow(meaning.map((one) => lineOf(ctx, one)));
    if (waiting.length > 0) return failed(t.segment.isMeant(one.name, called), { buttons: [toCampaigns] });
    await deleteSegment(ctx.tx, one.id);
    if (meaning.length === 0) return { text: t.segment.removed(one.name) };
    return { text: [t.segment.removed(one.name), t.segment.wasMeant(called)].join('\n'), buttons: [toCampaigns] };
  },
};
