import { cleanText } from '../../../../text/normalise.ts';
import { typedWords } from '../../../../text/typed.ts';
import { fromNow } from '../../../../text/when/from_now.ts';
import { formatRepeat } from '../../../../text/when/repeat/format_repeat.ts';
import { overIn, timeIn } from '../../../../text/when/time_like.ts';
import { parseWhen } from '../../../../text/when/when.ts';
import { failed, type Reply } from '../../../reply.ts';
import { hushLead } from '../../../sell/follow/quiet.ts';
import type { Lead } from '../../../sell/lead.ts';
import { finishTask, type Task } from '../../../tasks/task.ts';
import type { CommandContext } from '../../command.ts';
import { type TitleAndTime, titleAndTime } from '../../tasks/title_and_time.ts';
import { askAfterOver, askWhichMoment, exactly, momentOf, shown } from '../../words/moment.ts';
import { splitFirst } from '../../words/words.ts';
import { describe } from '../lead.ts';
import { planStep } from './plan.ts';
import { stepWords, timeButtons } from './step_shown.ts';

const NOTHING = typedWords(({ nothing }) => nothing);
const DONE = typedWords(({ step }) => step.done);
const HUSH = typedWords(({ step }) => step.hush);
/** Characters. */
const LONGEST = 200;

/** What stands behind a lead's number: what is next and when, that nothing is, or that its quiet is not to be told for a while. */
export async function setStep(ctx: CommandContext, lead: Lead, words: string): Promise<Reply> {
  const { t } = ctx;
  const line = describe(ctx, lead);
  const thing = { noun: 'lead', id: lead.id } as const;
  if (lead.stage === 'won' || lead.stage === 'lost')
    return failed(t.step.closed(line), { buttons: [[{ label: t.button.reopen, command: `/reopen ${lead.id}` }]] });
  if (words === '') return askStep(ctx, lead);
  const [first, rest] = splitFirst(words);
  if (HUSH.has(first.toLowerCase())) return { ...(await hushed(ctx, lead, rest)), thing };
  if (words.length <= LONGEST && DONE.has(words.toLowerCase().replace(/[\s.!。！]+$/u, '')))
    return { ...(await stepDone(ctx, lead)), thing };
  if (NOTHING.has(words.toLowerCase())) return { ...(await noStep(ctx, lead)), thing };
  return { ...(await planned(ctx, lead, words)), thing };
}

/** What is typed as an answer stands behind the line. */
function askStep(ctx: CommandContext, lead: Lead): Reply {
  const { t } = ctx;
  return failed(t.step.ask(describe(ctx, lead)), {
    undecided: true,
    ...(lead.step && { fields: [{ label: t.leadCard.nextStep, value: stepWords(ctx, lead.step) }] }),
    rest: { before: `/next ${lead.id} `, after: '', need: 'text' },
    asks: t.desk.typeIt(t.need.text),
    buttons: [timeButtons(t, lead.id)],
  });
}

async function noStep(ctx: CommandContext, lead: Lead): Promise<Reply> {
  const { t, tx, now } = ctx;
  if (!lead.step) return { text: t.step.left(describe(ctx, lead)), unchanged: true };
  await finishTask(tx, lead.step.id, now);
  return { text: t.step.ended(describe(ctx, lead), stepWords(ctx, lead.step)) };
}

/** What was next is done; what comes now is asked. */
async function stepDone(ctx: CommandContext, lead: Lead): Promise<Reply> {
  const { t } = ctx;
  const line = describe(ctx, lead);
  if (!lead.step) return noStep(ctx, lead);
  await finishTask(ctx.tx, lead.step.id, ctx.now);
  return {
    text: t.step.stepDone(line, stepWords(ctx, lead.step)),
    hint: t.step.ask(line),
    rest: { before: `/next ${lead.id} `, after: '', need: 'text' },
    buttons: [timeButtons(t, lead.id)],
  };
}

async function hushed(ctx: CommandContext, lead: Lead, words: string): Promise<Reply> {
  const { t } = ctx;
  const when = parseWhen(fromNow(words || t.step.when.week), momentOf(ctx));
  if (!when || when.rest) return failed(t.time.unread(when?.rest || words));
  const before = `/next ${lead.id} ${t.typed.step.hush[0]!} `;
  if (when.at < ctx.now) return askAfterOver(ctx, shown(ctx, when.at), { before });
  await hushLead(ctx.tx, lead.id, when.at);
  return { text: t.quietLead.hushed(describe(ctx, lead), shown(ctx, when.at)) };
}

async function planned(ctx: CommandContext, lead: Lead, words: string): Promise<Reply> {
  const { t } = ctx;
  const read = titleAndTime(ctx, words);
  const unsure = askOfTime(ctx, lead, words, read);
  if (unsure) return unsure;
  const title = cleanText(read.title).replace(/\s+/gu, ' ').trim();
  if ([...title].length > LONGEST) return failed(t.leadCard.tooLong(LONGEST));
  const when = read.when === 'unreadable' ? undefined : read.when;
  const plan = {
    // a time alone is a new time for what is next
    title: title || lead.step?.title || t.step.followUp(lead.title),
    dueAt: when?.at ?? null,
    repeats: read.comesBack ?? null,
  };
  const line = describe(ctx, lead);
  const same = !plan.repeats && lead.step?.title === plan.title && timeOf(lead.step.dueAt) === plan.dueAt?.getTime();
  if (same) return { text: t.step.same(line, stepWords(ctx, plan)), unchanged: true };
  const made = await planStep(ctx.tx, lead, plan, ctx.user.id);
  return {
    text: [
      t.step.set(
        line,
        `${plan.repeats ? `↻ ${formatRepeat(plan.repeats, ctx.locale)} · ` : ''}${stepWords(ctx, plan)}`,
      ),
      ...(lead.step && lead.step.title !== plan.title ? [t.step.was(stepWords(ctx, lead.step))] : []),
    ].join('\n'),
    ...unusedTime(ctx, lead, made, read),
  };
}

const timeOf = (iso: string | null): number | undefined => (iso === null ? undefined : new Date(iso).getTime());

/** Nothing is planned before its time is plain. */
function askOfTime(ctx: CommandContext, lead: Lead, words: string, read: TitleAndTime): Reply | undefined {
  const { t } = ctx;
  const { when, unreadRepeat, title } = read;
  if (unreadRepeat) return failed(t.time.repeatHow(unreadRepeat.said), { quote: words });
  if (when === 'unreadable') return failed(t.time.unread(words));
  const over = when ? undefined : overIn(title);
  if (over !== undefined) return askAfterOver(ctx, over, { before: `/next ${lead.id} ` });
  if (!when) return undefined;
  const again = (at: Date) => ({
    label: shown(ctx, at),
    command: `/next ${lead.id} ${exactly(ctx, at)} ${title}`.trim(),
  });
  if (when.farOff) return failed(t.time.farOff(shown(ctx, when.at)), { buttons: [[again(when.at)]] });
  const which = askWhichMoment(ctx, when, again);
  if (which) return which;
  if (when.at >= ctx.now) return undefined;
  return askAfterOver(ctx, shown(ctx, when.at), { before: `/next ${lead.id} `, after: title ? ` ${title}` : '' });
}

/** Without a time it is asked for; what looks like one and was not used is said. */
function unusedTime(ctx: CommandContext, lead: Lead, { dueAt, title }: Task, read: TitleAndTime): Partial<Reply> {
  const { t } = ctx;
  const unread = read.left?.said ?? (dueAt ? undefined : timeIn(title));
  const hint = unread === undefined ? (dueAt ? undefined : t.step.whenAsked) : t.time.unread(unread);
  return { ...(hint && { hint }), ...(!dueAt && { buttons: [timeButtons(t, lead.id)] }) };
}
