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
import { heldBack, knowingIn } from '../campaigns/check.ts';
import { readText, withText } from '../campaigns/read.ts';
import { firstWay } from '../campaigns/way.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { faultIn } from '../templates/template_shown.ts';
import { type Args, delayIn, readSequence, type Step, stepIn } from './read.ts';
import { lengthOf, sequenceReply } from './shown.ts';

type Act = (ctx: CommandContext, one: Sequence, words: string) => Promise<Reply | Incomplete>;

/** '/sequence', '/sequence birthday', '/sequence 2 on', '/sequence 2 text 1' with its text behind it, '/sequence 2 after 1 3 days'. */
export const sequence: Command<Args> = {
  name: 'sequence',
  role: 'owner',
  changes: true,
  unrecorded: true,
  drafts: (args) => args.of === 'recipe',
  takesKeys: true,
  takesLines: true,
  onlyShows: (args) => args.of === 'list' || (args.of === 'one' && args.step === 'show'),
  parse: readSequence,
  async run(ctx, args) {
    if (args.of === 'list') return list(ctx);
    if (args.of === 'recipe') {
      const { channel, address } = ctx.place;
      const made = { channel: firstWay(ctx), userId: ctx.user.id, place: { channel, address } };
      return sequenceReply(ctx, await makeSequence(ctx, args.recipe, made));
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
    const read = readText(rest, ctx.t.sequence.recipe[one.recipe], ctx.settings.locale);
    if (!read) return new Incomplete('campaignText', (text) => `${one.id} text ${nth + 1} ${text}`);
    const variants = withText(step.variants, read);
    return (await faultIn(ctx, variants)) ?? withSteps(ctx, one, one.steps.with(nth, { ...step, variants }));
  },
  async after(ctx, one, words) {
    const { nth = 0, rest = words } = stepIn(words) ?? {};
    const step = one.steps[nth];
    if (!step) return failed(ctx.t.sequence.noStep);
    if (rest === '') return new Incomplete('delay', (length) => `${one.id} after ${nth + 1} ${length}`);
    const after = delayIn(rest);
    if (after === undefined) return failed(ctx.t.sequence.badDelay(rest));
    const wrong = outside(ctx, nth === 0 ? FIRST_AFTER[one.recipe] : NEXT_AFTER, after);
    return wrong ?? withSteps(ctx, one, one.steps.with(nth, { ...step, after }));
  },
  async add(ctx, one, words) {
    if (one.steps.length >= MOST_STEPS) return failed(ctx.t.sequence.mostSteps(MOST_STEPS));
    const read = readText(words, ctx.t.sequence.recipe[one.recipe], ctx.settings.locale);
    if (!read) return new Incomplete('campaignText', (text) => `${one.id} add ${text}`);
    const variants = withText({ fallback: ctx.settings.locale, of: {} }, read);
    return (
      (await faultIn(ctx, variants)) ??
      withSteps(ctx, one, [...one.steps, { number: await nextNumber(ctx.tx, one), after: ADDED_AFTER, variants }])
    );
  },
  async drop(ctx, one, words) {
    const { nth = -1 } = stepIn(words) ?? {};
    if (!one.steps[nth]) return failed(ctx.t.sequence.noStep);
    if (one.steps.length === 1) return failed(ctx.t.sequence.lastStep);
    return withSteps(ctx, one, one.steps.toSpliced(nth, 1));
  },
};

/** Minutes: three days, until another time is said. */
const ADDED_AFTER = 3 * 24 * 60;

function outside(ctx: CommandContext, { least, most }: { least: number; most: number }, after: number) {
  const say = (minutes: number) => lengthOf(ctx.t, minutes);
  return after < least || after > most ? failed(ctx.t.sequence.delayBounds(say(least), say(most))) : undefined;
}
