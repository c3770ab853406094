import { parseWhen } from '../../../text/when/when.ts';
import { sequenceProgress } from '../../campaigns/sequences/progress.ts';
import { recallQueued } from '../../campaigns/sequences/recall.ts';
import { FIRST_AFTER, mostSteps, NEXT_AFTER, RECIPES } from '../../campaigns/sequences/recipe.ts';
import {
  changeSequence,
  listSequences,
  loadSequence,
  makeSequence,
  nextNumber,
  type Sequence,
  type SequenceStep,
  sequenceName,
  turnOff,
  turnOn,
} from '../../campaigns/sequences/sequence.ts';
import { turn } from '../../campaigns/turn.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import type { Variants } from '../../templates/compile.ts';
import { heldBack, knowingIn } from '../campaigns/check.ts';
import { readText, withText } from '../campaigns/read.ts';
import { firstWay } from '../campaigns/way.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { asText, templateMeant } from '../templates/template_meant.ts';
import { faultIn } from '../templates/template_shown.ts';
import { momentOf } from '../words/moment.ts';
import { askedFirst, haltsOffer, makeNew, OWN_STEPS, putOn } from './own.ts';
import {
  type Args,
  calledIn,
  dayIn,
  delayIn,
  type OwnStep,
  readSequence,
  type Step,
  saysLater,
  stepIn,
  unread,
} from './read.ts';
import { lengthOf, sequenceReply } from './shown.ts';
import { preview, test } from './tried.ts';

type Act = (ctx: CommandContext, one: Sequence, words: string) => Promise<Reply | Incomplete>;

/** '/sequence', '/sequence birthday', '/sequence new Welcome when #course', '/sequence 2 on', '/sequence 2 text 1' with its text behind it, '/sequence 2 after 1 3 days'. */
export const sequence: Command<Args> = {
  name: 'sequence',
  role: 'owner',
  changes: true,
  unrecorded: true,
  drafts: (args) => args.of === 'new' || (args.of === 'recipe' && !args.step),
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
      return did(ctx, known, args.step?.step ?? 'show', args.step?.words ?? '');
    }
    if (args.of === 'new') return makeNew(ctx, args);
    const called = args.of === 'named' ? calledIn(args.words, await listSequences(ctx.tx)) : undefined;
    if (args.of === 'named' && !called) return unread(args.words);
    const { id, step, words } = args.of === 'one' ? args : { ...called!, id: called!.one.id };
    const one = await loadSequence(ctx.tx, id, ctx.tx`for update`);
    if (!one) return failed(ctx.t.sequence.noSuch);
    return one.deletedAt && step !== 'restore' ? deleted(ctx, one) : did(ctx, one, step, words);
  },
};

async function did(
  ctx: CommandContext,
  one: Sequence,
  step: Step | 'show',
  words: string,
): Promise<Reply | Incomplete> {
  if (step === 'show') return sequenceReply(ctx, one);
  // '/sequence 2 delete 3': a step of it
  if (step === 'delete' && words !== '') return STEPS.drop(ctx, one, words);
  if (!isOwnStep(step)) return STEPS[step](ctx, one, words);
  return one.recipe === 'own' ? OWN_STEPS[step](ctx, one, words) : failed(ctx.t.sequence.onlyOwn);
}

const isOwnStep = (step: Step): step is OwnStep => Object.hasOwn(OWN_STEPS, step);

const deleted = ({ t }: CommandContext, one: Sequence): Reply =>
  failed(t.sequence.isDeleted, {
    title: t.sequence.title(sequenceName(t, one), t.sequence.off),
    buttons: [[turn(t.sequence.button.restore, `/sequence ${one.id} restore`)]],
  });

/** Those there are with who waits, and the recipes that nobody has begun yet: a tap shows one, a second puts it on. */
async function list(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const there = await listSequences(ctx.tx);
  const items: Item[] = [];
  const own = there.filter(({ recipe }) => recipe === 'own');
  const recipes = RECIPES.map((recipe) => ({
    ...{ name: t.sequence.recipe[recipe], line: `/sequence ${recipe}` },
    one: there.find((known) => known.recipe === recipe),
  }));
  const all = [...recipes, ...own.map((one) => ({ name: sequenceName(t, one), line: `/sequence ${one.id}`, one }))];
  for (const { name, line, one } of all) {
    const progress = one && (await sequenceProgress(ctx, one));
    const waiting = progress?.waiting.reduce((sum, count) => sum + count, 0) ?? 0;
    items.push({
      text: `${name} · ${t.sequence.state(one?.isOn ?? false)}`,
      ...(progress && progress.entered > 0 && { detail: t.sequence.line(waiting, progress.sent) }),
      buttons: [{ label: name, command: one ? `/sequence ${one.id}` : line }],
    });
  }
  const make: Button = { label: t.sequence.button.new, command: '/sequence new', asks: true };
  return { title: t.sequence.list, lists: [{ items }], hint: t.sequence.how, buttons: [[make]] };
}

/** Changes its steps and shows it. What waits of one that says something else now, or is there no more, does not leave. */
async function withSteps(ctx: CommandContext, one: Sequence, steps: SequenceStep[]): Promise<Reply> {
  const changed = await changeSequence(ctx.tx, one, { steps, lookAt: null, look: null });
  await recallQueued(ctx, changed);
  return (await haltsOffer(ctx, changed)) ?? sequenceReply(ctx, changed);
}

const STEPS: Readonly<Record<Exclude<Step, OwnStep>, Act>> = {
  preview,
  test,
  async on(ctx, one, words) {
    if (one.isOn) return sequenceReply(ctx, one);
    const { words: how, ...knowing } = knowingIn(words);
    const isOwn = one.recipe === 'own';
    const asked = isOwn ? await askedFirst(ctx, one, how) : undefined;
    if (asked) return asked;
    const go = { line: `/sequence ${one.id} on ${how}`.trim(), label: ctx.t.mailCheck.turnOn };
    const held = await heldBack(ctx, one.channel, go, knowing);
    return held ?? (isOwn ? putOn(ctx, one) : sequenceReply(ctx, await turnOn(ctx, one)));
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
    const name = sequenceName(ctx.t, one);
    const said = await textIn(ctx, rest, { name, before: step.variants, line: `/sequence ${one.id} text ${nth + 1}` });
    if (!said) return new Incomplete('campaignText', (text) => `${one.id} text ${nth + 1} ${text}`);
    if ('ask' in said) return said.ask;
    const { variants } = said;
    const fault = await faultIn(ctx, variants, (locale) => `/sequence ${one.id} text ${nth + 1} ${locale}`);
    return fault ?? withSteps(ctx, one, one.steps.with(nth, { ...step, variants }));
  },
  async after(ctx, one, words) {
    // '/sequence 2 after 3 days' of what has one step
    const alone = one.steps.length === 1 && (delayIn(words) ?? dayIn(words)) !== undefined;
    const { nth = 0, rest = words } = (alone ? undefined : stepIn(words)) ?? {};
    const step = one.steps[nth];
    if (!step || (!alone && delayIn(words) !== undefined)) return whichStep(ctx, one, words);
    if (rest === '') return new Incomplete('delay', (length) => `${one.id} after ${nth + 1} ${length}`);
    const typed = timeIn(rest, one.steps.slice(0, nth));
    // of what can only come before its day, 3 days are 3 days before it
    const isBefore = typed !== undefined && nth === 0 && FIRST_AFTER[one.recipe].most <= 0 && !saysLater(rest);
    const after = isBefore ? -Math.abs(typed) : typed;
    if (after === undefined) return failed(ctx.t.sequence.badDelay(rest));
    const wrong = outside(ctx, nth === 0 ? FIRST_AFTER[one.recipe] : NEXT_AFTER, after);
    return wrong ?? withSteps(ctx, one, one.steps.with(nth, { ...step, after }));
  },
  async add(ctx, one, words) {
    if (one.steps.length >= mostSteps(one.recipe)) return failed(ctx.t.sequence.mostSteps(one.steps.length));
    const [line = '', ...lines] = words.split('\n');
    const delay = timeIn(line, one.steps);
    const isFirst = one.steps.length === 0;
    const after = delay ?? (isFirst ? 0 : ADDED_AFTER);
    const wrong = outside(ctx, isFirst ? FIRST_AFTER[one.recipe] : NEXT_AFTER, after);
    if (wrong) return wrong;
    const dated = delay === undefined && lines.length > 0 ? isDate(ctx, one, line, lines.join('\n')) : undefined;
    if (dated) return dated;
    const front = `${one.id} add${delay === undefined ? '' : ` ${line.trim()}\n`}`;
    const name = sequenceName(ctx.t, one);
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

/** 'tomorrow' in front of a text is no part of that: how long after is asked. Undefined: it is no time. */
function isDate(ctx: CommandContext, one: Sequence, line: string, text: string): Reply | undefined {
  const { t } = ctx;
  const when = parseWhen(line.trim(), momentOf(ctx));
  if (when?.rest !== '' || when.at <= ctx.now) return undefined;
  const days = Math.max(1, Math.round((when.at.getTime() - ctx.now.getTime()) / (DAY * 60_000)));
  const typed = `${days} ${t.typed.sequence.unit.days[0]}`;
  return failed(t.sequence.isDate(line.trim()), {
    buttons: [
      [{ label: lengthOf(t, days * DAY), command: `/sequence ${one.id} add ${typed}\n${text}` }],
      [
        {
          label: t.template.asText,
          command: `/sequence ${one.id} add 3 ${t.typed.sequence.unit.days[0]}\n${line.trim()}\n${text}`,
        },
      ],
    ],
  });
}

/** A day, in minutes. */
const DAY = 24 * 60;

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

/** A time after the step before; or a day of the whole, less what the steps before it take. In minutes. */
function timeIn(words: string, before: readonly SequenceStep[]): number | undefined {
  const day = dayIn(words);
  return day === undefined ? delayIn(words) : day - before.reduce((sum, { after }) => sum + after, 0);
}

/** Minutes: three days, until another time is said. */
const ADDED_AFTER = 3 * 24 * 60;

function outside(ctx: CommandContext, { least, most }: { least: number; most: number }, after: number) {
  const say = (minutes: number) => lengthOf(ctx.t, minutes);
  return after < least || after > most ? failed(ctx.t.sequence.delayBounds(say(least), say(most))) : undefined;
}
