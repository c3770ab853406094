import { sequenceProgress } from '../../campaigns/sequences/progress.ts';
import { FIRST_AFTER, MOST_STEPS, NEXT_AFTER, RECIPES } from '../../campaigns/sequences/recipe.ts';
import {
  changeSequence,
  listSequences,
  loadSequence,
  makeSequence,
  nextNumber,
  type Sequence,
  type SequenceStep,
  turnOff,
  turnOn,
} from '../../campaigns/sequences/sequence.ts';
import { failed, type Item, type Reply } from '../../reply.ts';
import type { Variants } from '../../templates/compile.ts';
import { heldBack, knowingIn } from '../campaigns/check.ts';
import { readText, withText } from '../campaigns/read.ts';
import { firstWay } from '../campaigns/way.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { asText, templateMeant } from '../templates/template_meant.ts';
import { faultIn } from '../templates/template_shown.ts';
import { type Args, delayIn, readSequence, type Step, stepIn } from './read.ts';
import { lengthOf, sequenceReply } from './shown.ts';
import { preview, test } from './tried.ts';

type Act = (ctx: CommandContext, one: Sequence, words: string) => Promise<Reply | Incomplete>;

/** '/sequence', '/sequence birthday', '/sequence 2 on', '/sequence 2 text 1' with its text behind it, '/sequence 2 after 1 3 days'. */
export const sequence: Command<Args> = {
  name: 'sequence',
  role: 'owner',
  changes: true,
  unrecorded: true,
  drafts: (args) => args.of === 'recipe' && !args.step,
  takesKeys: true,
  takesLines: true,
  saidAtOnce: 'shows',
  onlyShows: (args) => args.of === 'list' || (args.of === 'one' && (args.step === 'show' || args.step === 'preview')),
  parse: readSequence,
  async run(ctx, args) {
    if (args.of === 'list') return list(ctx);
    if (args.of === 'recipe') {
      const { channel, address } = ctx.place;
      const made = { channel: firstWay(ctx), userId: ctx.user.id, place: { channel, address } };
      const known = await makeSequence(ctx, args.recipe, made);
      return args.step ? STEPS[args.step.step](ctx, known, args.step.words) : sequenceReply(ctx, known);
    }
    const one = await loadSequence(ctx.tx, args.id, ctx.tx`for update`);
    if (!one) return failed(ctx.t.sequence.noSuch);
    return args.step === 'show' ? sequenceReply(ctx, one) : STEPS[args.step](ctx, one, args.words);
  },
};

/** Those there are with who waits, and the recipes that nobody has begun yet: a tap shows one, a second puts it on. */
async function list(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const there = await listSequences(ctx.tx);
  const items: Item[] = [];
  for (const recipe of RECIPES) {
    const one = there.find((known) => known.recipe === recipe);
    const name = t.sequence.recipe[recipe];
    const progress = one && (await sequenceProgress(ctx, one));
    const waiting = progress?.waiting.reduce((sum, count) => sum + count, 0) ?? 0;
    items.push({
      text: `${name} · ${t.sequence.state(one?.isOn ?? false)}`,
      ...(progress && progress.entered > 0 && { detail: t.sequence.line(waiting, progress.sent) }),
      buttons: [{ label: name, command: one ? `/sequence ${one.id}` : `/sequence ${recipe}` }],
    });
  }
  return { title: t.sequence.list, lists: [{ items }], hint: t.sequence.how };
}

/** Changes its steps and shows it. */
const withSteps = async (ctx: CommandContext, one: Sequence, steps: SequenceStep[]): Promise<Reply> =>
  sequenceReply(ctx, await changeSequence(ctx.tx, one, { steps, lookAt: null, look: null }));

const STEPS: Readonly<Record<Step, Act>> = {
  preview,
  test,
  async on(ctx, one, words) {
    if (one.isOn) return sequenceReply(ctx, one);
    const held = await heldBack(
      ctx,
      one.channel,
      { line: `/sequence ${one.id} on`, label: ctx.t.mailCheck.turnOn },
      knowingIn(words),
    );
    return held ?? sequenceReply(ctx, await turnOn(ctx, one));
  },
  async off(ctx, one) {
    if (one.isOn) await turnOff(ctx.tx, one.id, 'asked');
    return sequenceReply(ctx, { ...one, isOn: false, reason: 'asked' });
  },
  async by(ctx, one, line) {
    const { words, ...knowing } = knowingIn(line);
    const channel = ctx.channels.find(({ name, on }) => on && name === words.toLowerCase())?.name;
    if (!channel) return sequenceReply(ctx, one);
    const go = {
      line: `/sequence ${one.id} by ${channel}`,
      label: ctx.t.campaign.button.channel(ctx.t.channel(channel)),
    };
    const held = one.isOn ? await heldBack(ctx, channel, go, knowing) : undefined;
    return held ?? sequenceReply(ctx, await changeSequence(ctx.tx, one, { channel }));
  },
  async text(ctx, one, words) {
    const { nth = 0, rest = words } = stepIn(words) ?? {};
    const step = one.steps[nth];
    if (!step) return failed(ctx.t.sequence.noStep);
    const delay = delayIn(rest);
    if (delay !== undefined) return isTime(ctx, one, { nth, words: rest });
    const name = ctx.t.sequence.recipe[one.recipe];
    const said = await textIn(ctx, rest, { name, before: step.variants, line: `/sequence ${one.id} text ${nth + 1}` });
    if (!said) return new Incomplete('campaignText', (text) => `${one.id} text ${nth + 1} ${text}`);
    if ('ask' in said) return said.ask;
    const { variants } = said;
    const fault = await faultIn(ctx, variants, (locale) => `/sequence ${one.id} text ${nth + 1} ${locale}`);
    return fault ?? withSteps(ctx, one, one.steps.with(nth, { ...step, variants }));
  },
  async after(ctx, one, words) {
    // '/sequence 2 after 3 days' of what has one step
    const alone = one.steps.length === 1 && delayIn(words) !== undefined;
    const { nth = 0, rest = words } = (alone ? undefined : stepIn(words)) ?? {};
    const step = one.steps[nth];
    if (!step || (!alone && delayIn(words) !== undefined)) return whichStep(ctx, one, words);
    if (rest === '') return new Incomplete('delay', (length) => `${one.id} after ${nth + 1} ${length}`);
    const after = delayIn(rest);
    if (after === undefined) return failed(ctx.t.sequence.badDelay(rest));
    const wrong = outside(ctx, nth === 0 ? FIRST_AFTER[one.recipe] : NEXT_AFTER, after);
    return wrong ?? withSteps(ctx, one, one.steps.with(nth, { ...step, after }));
  },
  async add(ctx, one, words) {
    if (one.steps.length >= MOST_STEPS) return failed(ctx.t.sequence.mostSteps(MOST_STEPS));
    const [line = '', ...lines] = words.split('\n');
    const delay = delayIn(line);
    const after = delay ?? ADDED_AFTER;
    const wrong = outside(ctx, NEXT_AFTER, after);
    if (wrong) return wrong;
    const front = `${one.id} add${delay === undefined ? '' : ` ${line.trim()}\n`}`;
    const name = ctx.t.sequence.recipe[one.recipe];
    const before = { fallback: ctx.settings.locale, of: {} };
    const text = delay === undefined ? words : lines.join('\n');
    const said = await textIn(ctx, text, { name, before, line: `/sequence ${front}` });
    if (!said) return new Incomplete('campaignText', (more) => `${front} ${more}`);
    if ('ask' in said) return said.ask;
    const { variants } = said;
    const fault = await faultIn(
      ctx,
      variants,
      (locale) => `/sequence ${front}${delay === undefined ? ' ' : ''}${locale}`,
    );
    return fault ?? withSteps(ctx, one, [...one.steps, { number: await nextNumber(ctx.tx, one), after, variants }]);
  },
  async drop(ctx, one, words) {
    const { nth = -1 } = stepIn(words) ?? {};
    if (!one.steps[nth]) return failed(ctx.t.sequence.noStep);
    if (one.steps.length === 1) return failed(ctx.t.sequence.lastStep);
    return withSteps(ctx, one, one.steps.toSpliced(nth, 1));
  },
};

/** What a step is to say: as it was typed, or a template's by its name, or of the number that a button has; undefined: nothing. */
async function textIn(
  ctx: CommandContext,
  words: string,
  { name, before, line }: { name: string; before: Variants; line: string },
): Promise<{ variants: Variants } | { ask: Reply } | undefined> {
  const ways = {
    use: (id: string) => `${line} m${id}`,
    asTyped: { label: ctx.t.template.asText, line: `${line} ${asText(words, ctx)}` },
  };
  const meant = await templateMeant(ctx, words, ways);
  if (meant) return 'ask' in meant ? meant : { variants: meant.template.variants };
  const read = readText(words, name, ctx.settings.locale);
  return read && { variants: withText(before, read) };
}

/** A time where a text is to stand is offered as the time of that step. */
function isTime({ t }: CommandContext, one: Sequence, { nth, words }: { nth: number; words: string }): Reply {
  const time = { label: t.sequence.timeOf(nth + 1, words), command: `/sequence ${one.id} after ${nth + 1} ${words}` };
  return failed(t.sequence.delayNoText(words), {
    buttons: [
      [time, { label: t.sequence.button.text(nth + 1), command: `/sequence ${one.id} text ${nth + 1}`, asks: true }],
    ],
  });
}

/** A time of several steps: which of them has it? */
function whichStep({ t }: CommandContext, one: Sequence, words: string): Reply {
  if (delayIn(words) === undefined) return failed(t.sequence.noStep);
  return failed(t.sequence.whichStep(words), {
    undecided: true,
    buttons: one.steps.map((_, nth) => [
      { label: t.sequence.timeOf(nth + 1, words), command: `/sequence ${one.id} after ${nth + 1} ${words}` },
    ]),
  });
}

/** Minutes: three days, until another time is said. */
const ADDED_AFTER = 3 * 24 * 60;

function outside(ctx: CommandContext, { least, most }: { least: number; most: number }, after: number) {
  const say = (minutes: number) => lengthOf(ctx.t, minutes);
  return after < least || after > most ? failed(ctx.t.sequence.delayBounds(say(least), say(most))) : undefined;
}
