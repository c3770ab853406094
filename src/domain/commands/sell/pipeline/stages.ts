import type { Texts } from '../../../../text/texts.ts';
import { typedMeanings, typedWords } from '../../../../text/typed.ts';
import { type Button, failed, type Item, type Reply } from '../../../reply.ts';
import { filterWords } from '../../../segments/filter_words.ts';
import { keepMeaning } from '../../../segments/segment.ts';
import {
  addStage,
  changeStage,
  countIn,
  LONGEST_STAGE,
  loadStages,
  lockStages,
  MOST_STAGES,
  neighbours,
  removeStage,
  restoreStage,
  type Stage,
  shiftStage,
  stageCalled,
  stageInFront,
  stageLabel,
} from '../../../sell/pipeline/stage.ts';
import { type Command, type CommandContext, Incomplete } from '../../command.ts';
import { splitFirst } from '../../words/words.ts';
import { askedFor } from './asked_for.ts';
import { figuresBehind } from './figures.ts';
import { ASKED, figuresOf, setFigures } from './stage_figures.ts';
import { nameTyped, whyNoStage } from './stage_name.ts';
import { likeBefore, placeAmong, placed, putThere, saysPlace, whyNoPlace } from './stage_place.ts';

const VERBS = typedMeanings<Verb>(({ stage: { add, rename, remove, up, down, put: place } }) => ({
  ...{ add, rename, remove, up, down, place },
}));
const TO = typedWords(({ stage }) => stage.to);
/** A list counts no further. */
const MOST_COUNTED = 10_000;
type Verb = 'add' | 'rename' | 'remove' | 'up' | 'down' | 'place';
type Args = { act: 'list' } | { act: 'add' | 'of'; words: string };

/** '/stages' lists them; '/stages 报价 60%', '/stages add 样品 30% 5天', '/stages rename 报价 询价', '/stages remove 样品 to 报价'. */
export const stages: Command<Args> = {
  name: 'stages',
  role: 'owner',
  changes: true,
  onlyShows: (args) => args.act === 'list' || (args.act === 'of' && onlyNames(args.words)),
  parse(words) {
    const [verb, rest] = splitFirst(words);
    if (!verb) return { act: 'list' };
    const act = VERBS.get(verb.toLowerCase());
    if (act !== 'add') return { act: 'of', words };
    return rest ? { act, words: rest } : new Incomplete('stageName', (more) => `add ${more}`);
  },
  async run(ctx, args) {
    if (args.act === 'list') return list(ctx);
    if (args.act === 'add') return add(ctx, args.words);
    const known = await loadStages(ctx.tx);
    const [verb, behind] = splitFirst(args.words);
    const first = VERBS.get(verb.toLowerCase());
    // a stage may itself be called as a verb is
    const inFront = first && behind ? stageInFront(known, behind) : undefined;
    if (first && first !== 'add' && inFront) return ACT[first](ctx, inFront.stage, inFront.rest, known);
    const found = stageInFront(known, args.words);
    if (!found) return noSuch(ctx, first ? behind || verb : args.words, known);
    const [second, rest] = splitFirst(found.rest);
    const act = VERBS.get(second.toLowerCase());
    if (act && act !== 'add') return ACT[act](ctx, found.stage, rest, known);
    const { place } = placeAmong(
      known.filter(({ key }) => key !== found.stage.key),
      found.rest,
    );
    if (place) return ACT.place(ctx, found.stage, found.rest, known);
    return found.rest ? setFigures(ctx, found.stage, found.rest) : show(ctx, found.stage, known);
  },
};

/** Nothing that is to be done stands in the words, and no figure. */
function onlyNames(words: string): boolean {
  const { figures, outOf } = figuresBehind(words);
  if (saysPlace(words)) return false;
  const [first, rest] = splitFirst(words);
  const verbs = [first, splitFirst(rest)[0]].some((word) => VERBS.has(word.toLowerCase()));
  return !verbs && !outOf && Object.keys(figures).length === 0 && !words.includes('=') && !words.includes('%');
}

async function list(ctx: CommandContext): Promise<Reply> {
  const { t, tx } = ctx;
  const items: Item[] = [];
  for (const stage of await loadStages(tx)) items.push(await itemOf(ctx, stage));
  return {
    title: t.stages.list,
    lists: [{ items }],
    buttons: [[{ label: t.stages.add, command: '/stages add', asks: true }]],
    hint: t.stages.hint,
  };
}

async function itemOf(ctx: CommandContext, stage: Stage): Promise<Item> {
  const { t } = ctx;
  return {
    text: stageLabel(t, stage),
    detail: stage.ends
      ? t.stages.ends[stage.ends]
      : `${figuresOf(t, stage)} · ${countWords(t, await countIn(ctx.tx, stage.key, MOST_COUNTED + 1))}`,
    buttons: [{ label: stageLabel(t, stage), command: `/stages ${stage.key}`, turns: true }],
  };
}

const countWords = (t: Texts, count: number): string =>
  count > MOST_COUNTED ? t.stages.over(MOST_COUNTED) : t.stages.has(count);

async function show(ctx: CommandContext, stage: Stage, known: readonly Stage[]): Promise<Reply> {
  const { t } = ctx;
  const { key } = stage;
  const { text, detail } = await itemOf(ctx, stage);
  const { before, after } = neighbours(known, key);
  const rename = { label: t.stages.rename, command: `/stages rename ${key}`, asks: true } as const;
  const back = { label: t.pipeline.stages, command: '/stages', turns: true } as const;
  if (stage.ends) return { title: text, text: detail!, buttons: [[rename, back]] };
  const figures: Button[] = [
    { label: t.stages.percent, command: `/stages ${key} ${ASKED.percent}`, asks: true },
    { label: t.stages.days, command: `/stages ${key} ${ASKED.days}`, asks: true },
  ];
  const places: Button[] = [
    ...(before ? [{ label: t.stages.up, command: `/stages up ${key}` }] : []),
    ...(after ? [{ label: t.stages.down, command: `/stages down ${key}` }] : []),
  ];
  return {
    title: text,
    text: detail!,
    buttons: [
      figures,
      ...(places.length > 0 ? [places] : []),
      [rename, { label: t.stages.remove, command: `/stages remove ${key}` }, back],
    ],
  };
}

function noSuch({ t }: CommandContext, typed: string, known: readonly Stage[]): Reply {
  const name = nameTyped(typed, LONGEST_STAGE);
  const buttons = known.map((stage) => ({ label: stageLabel(t, stage), command: `/stages ${stage.key}` }));
  const add = { label: `${t.stages.add}: ${name}`, command: `/stages add ${name}` };
  return failed(t.stages.noSuch(name), { buttons: [...rowsOf(buttons), ...(whyNoStage(t, [], name) ? [] : [[add]])] });
}

/** Three in a row. */
export const rowsOf = (buttons: readonly Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / 3) }, (_, nth) => buttons.slice(nth * 3, nth * 3 + 3));

async function add(ctx: CommandContext, words: string): Promise<Reply> {
  const { t, tx } = ctx;
  await lockStages(tx);
  const known = await loadStages(tx);
  const { rest: said, place } = placeAmong(known, words);
  const { rest, figures, outOf } = figuresBehind(said);
  const name = nameTyped(rest);
  if (outOf) return failed(t.stages.outOf);
  const wrong = whyNoStage(t, known, name) ?? (place && whyNoPlace(ctx, place));
  if (wrong) return failed(wrong);
  // one of those that were always there comes back as it was
  const former = stageCalled(
    (await loadStages(tx, { all: true })).filter(({ isRemoved, name: own }) => isRemoved && own === null),
    name,
  );
  const probability = figures.probability ?? (place && likeBefore(known, place));
  const made = former
    ? await restoreStage(tx, former.key, figures)
    : await addStage(tx, { name, ...figures, probability });
  if (!made) return failed(t.stages.tooMany(MOST_STAGES));
  const order = place && (await putThere(ctx, made, place));
  const { buttons = [] } = await show(ctx, made, await loadStages(tx));
  const added = t.stages.added(stageLabel(t, made), figuresOf(t, made));
  return { text: [added, ...(order ? [order] : [])].join('\n'), buttons };
}

const ACT: Record<
  Exclude<Verb, 'add'>,
  (ctx: CommandContext, stage: Stage, rest: string, known: readonly Stage[]) => Promise<Reply | Incomplete>
> = {
  async rename(ctx, stage, rest, known) {
    const { t, tx } = ctx;
    const before = stageLabel(t, stage);
    const name = nameTyped(withoutJoiner(rest));
    if (!name) return askedFor(ctx, 'stageName', before, { before: `/stages rename ${stage.key} ` });
    const others = known.filter(({ key }) => key !== stage.key);
    const wrong = whyNoStage(t, others, name);
    if (wrong) return failed(wrong);
    const typedIn = await filterWords(ctx);
    await lockStages(tx);
    if (
      stageCalled(
        (await loadStages(tx)).filter(({ key }) => key !== stage.key),
        name,
      )
    )
      return failed(t.stages.taken(name));
    await changeStage(tx, stage.key, { name });
    await keepMeaning(tx, typedIn, await filterWords(ctx));
    return { text: t.stages.renamed(before, name) };
  },
  async remove(ctx, stage, rest, known) {
    const { t, tx, now } = ctx;
    const name = stageLabel(t, stage);
    if (stage.ends) return failed(t.stages.stays(name));
    const others = known.filter(({ key, ends }) => key !== stage.key && ends === null);
    if (others.length === 0) return failed(t.stages.lastOne);
    await lockStages(tx);
    const count = await countIn(tx, stage.key, MOST_COUNTED + 1);
    const to = rest ? stageCalled(others, withoutJoiner(rest)) : undefined;
    if (rest && !to) return noSuch(ctx, withoutJoiner(rest), others);
    if (count > 0 && !to) {
      const buttons = others.map((one) => ({
        label: stageLabel(t, one),
        command: `/stages remove ${stage.key} ${one.key}`,
      }));
      return failed(t.stages.whereTo(name, countWords(t, count)), { undecided: true, buttons: rowsOf(buttons) });
    }
    const target = to ?? others[0]!;
    const moved = await removeStage(tx, stage.key, target.key, now);
    return { text: moved > 0 ? t.stages.removedTo(name, moved, stageLabel(t, target)) : t.stages.removed(name) };
  },
  async place(ctx, stage, rest, known) {
    const others = known.filter(({ key }) => key !== stage.key);
    const { rest: left, place } = placeAmong(others, rest);
    const { figures, outOf, rest: unread } = figuresBehind(left);
    if (!place || outOf || unread) return failed(outOf ? ctx.t.stages.outOf : ctx.t.stages.notPercent(rest));
    await lockStages(ctx.tx);
    const reply = await placed(ctx, stage, place);
    if (!reply.failed && Object.keys(figures).length > 0) await changeStage(ctx.tx, stage.key, figures);
    const after = (await loadStages(ctx.tx)).find(({ key }) => key === stage.key)!;
    const { buttons = [] } = await show(ctx, after, await loadStages(ctx.tx));
    return reply.failed ? reply : { ...reply, text: [reply.text, figuresOf(ctx.t, after)].join('\n'), buttons };
  },
  up: (ctx, stage) => shift(ctx, stage, 'up'),
  down: (ctx, stage) => shift(ctx, stage, 'down'),
};

async function shift(ctx: CommandContext, stage: Stage, to: 'up' | 'down'): Promise<Reply> {
  const { t, tx } = ctx;
  const name = stageLabel(t, stage);
  await lockStages(tx);
  if (!(await shiftStage(tx, stage.key, to))) return failed(t.stages.atEdge(name));
  const known = await loadStages(tx);
  const order = known.map((one) => stageLabel(t, one)).join(' → ');
  const { buttons = [] } = await show(ctx, stage, known);
  return { text: t.stages.shifted(name, order), buttons };
}

/** 'to Sent', 为样品: the word in front is no part of the name. */
function withoutJoiner(rest: string): string {
  const [first, behind] = splitFirst(rest.replace(/^[:：=]/u, ''));
  return behind && TO.has(first.toLowerCase()) ? behind : rest;
}
