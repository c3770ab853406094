import { foldText } from '../../../text/fold.ts';
import { fromNow } from '../../../text/when/from_now.ts';
import { type FestivalTime, festivalTime } from '../../../text/when/named_festival.ts';
import { formatRepeat } from '../../../text/when/repeat/format_repeat.ts';
import type { Repeating } from '../../../text/when/repeat/repeat_words.ts';
import { overIn, restOfTime, timeIn, workdaysIn } from '../../../text/when/time_like.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { loadContactNow } from '../../merge/merge.ts';
import type { Contact } from '../../people/contact.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { taskButtons } from '../../tasks/buttons.ts';
import { changeTask, finishTask, insertTask, isToCome, loadTask, moveTask, type Task } from '../../tasks/task.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { askNext } from '../sell/follow/ask_next.ts';
import { distinctName } from '../who/choices.ts';
import type { Reading } from '../who/proof.ts';
import { isTitled, MAX_CHOICES, namedIn } from '../who/readings.ts';
import { saidToBeFor } from '../who/said_to_be_for.ts';
import { namedPartly, spokenTo } from '../who/spoken_to.ts';
import { nameInFront } from '../who/under_card.ts';
import { wordsInDoubt } from '../words/in_doubt.ts';
import { askAfterOver, askWhichMoment, momentOf, overAsks, shown } from '../words/moment.ts';
import { noSuchNumber } from '../words/number.ts';
import { behindFirst, explicitContact, idIn, idsIn, splitFirst } from '../words/words.ts';
import { type AllTasks, allTasksIn, withAll } from './all_of_them.ts';
import { askForEachTime } from './each_time.ts';
import { halfOffered } from './half_offered.ts';
import { repeatSaid } from './often_said.ts';
import { describe, isRepeating, nextOf, repeatingSaved, whenOf } from './repeating.ts';
import { taskNamed } from './task_named.ts';
import { moveButton, timeOf, timesAlone } from './times_offered.ts';
import { type TitleAndTime, titleAndTime } from './title_and_time.ts';

/** '/task 明天10点 给张三打电话', '/task tomorrow 10am call Zhang' */
export const task: Command<{ words: string }> = {
  name: 'task',
  role: 'helper',
  titles: true,
  saidAtOnce: 'sure',
  changes: true,
  form: { title: 'task', need: 'text', fields: [{ key: 'title', required: true, multiline: true }, { key: 'when' }] },
  parse: (words) => (words ? { words } : new Incomplete('text')),
  async run(ctx, { words }) {
    const { contact, line, other, nobody = false } = await pickedFirst(ctx, words);
    if (other) return askWhoseTask(ctx, [...other.ids, ctx.about!.contact.id], line);
    const read = titleAndTime(ctx, line);
    const { title, when } = read;
    if (!title) return new Incomplete('text');
    if (when === 'unreadable') return new Incomplete('time');
    const front = line.slice(0, Math.max(line.lastIndexOf(title), 0)).trim();
    const inDoubt = wordsInDoubt(ctx, title, (words) => `/task ${front} ${words}`.trim());
    if (inDoubt) return inDoubt;
    const ids = nobody ? [] : await peopleMeant(ctx, contact, title);
    const isUnsure = !contact && !nobody && ids[0] !== undefined && !ctx.about && (await isTitled(ctx, title, ids[0]));
    if (ids.length > 1 || isUnsure) return askWhoseTask(ctx, ids, line);
    const several = read.unreadRepeat && askForEachTime(ctx, ids[0] ? `c${ids[0]} ` : '', line);
    if (several) return several;
    const repeats = read.comesBack;
    const made = await insertTask(ctx.tx, {
      title: when?.farOff ? line : title,
      // a date that was just over is perhaps that one, and not the next year's
      dueAt: when?.farOff ? undefined : when?.at,
      contactId: ids[0],
      userId: ctx.user.id,
      repeats,
    });
    if (repeats) return { ...repeatingSaved(ctx, made, repeats), ...timeLeft(ctx, title), ...thingOf(made) };
    const person = ids[0] !== undefined && { person: { contactId: ids[0], sure: false } };
    const text = ctx.t.task.saved(describe(made), whenOf(ctx, made));
    const unused = (await halfOffered(ctx, made, line)) ?? unusedTime(ctx, made, read);
    return { text, ...person, ...unused, ...thingOf(made) };
  },
};

const thingOf = ({ id }: Task): Pick<Reply, 'thing'> => ({ thing: { noun: 'task', id } });

/** On a button, in the place of whom a task is about. */
const NOBODY = '+';

/** A button says about whom of several it is: '/task c1 …', or that it is about none of them. */
async function pickedFirst(
  ctx: CommandContext,
  words: string,
): Promise<{ contact?: Contact | undefined; line: string; other?: Reading; nobody?: boolean }> {
  const [first, rest] = splitFirst(words);
  if (ctx.pressed && first === NOBODY) return { line: rest, nobody: true };
  const id = explicitContact(first);
  const contact = id && (await loadContactNow(ctx.tx, id));
  return contact ? { contact, line: rest } : { line: words };
}

/** Whoever was picked; under a card its customer, and whoever else the title names. */
async function peopleMeant(ctx: CommandContext, picked: Contact | undefined, title: string): Promise<string[]> {
  if (picked) return [picked.id];
  const named = await namedIn(ctx, title);
  if (!ctx.about) return named;
  const { contact } = ctx.about;
  const front = await nameInFront(ctx, contact, title, false);
  const said = front ? undefined : ((await saidToBeFor(ctx, title)) ?? (await spokenTo(ctx, title, contact, ctx.user)));
  const others = front && 'others' in front ? front.others.flatMap(({ ids }) => ids) : (said?.ids ?? []);
  const all = [...named, ...others, ...(await namedPartly(ctx, title))];
  return all.includes(contact.id) ? [contact.id] : [...new Set([...all, contact.id])];
}

async function askWhoseTask(ctx: CommandContext, ids: string[], line: string): Promise<Reply> {
  const buttons = [];
  for (const id of ids.slice(0, MAX_CHOICES))
    buttons.push([{ label: await distinctName(ctx, id), command: `/task c${id} ${line}` }]);
  if (!ctx.about) buttons.push([{ label: ctx.t.task.ofNobody, command: `/task ${NOBODY} ${line}` }]);
  return failed(ctx.t.task.whose, { quote: line, buttons });
}

/** Another time in the title of what comes back. */
function timeLeft({ t }: CommandContext, title: string): Pick<Reply, 'hint'> {
  const unread = timeIn(title);
  return unread === undefined ? {} : { hint: t.time.unread(unread) };
}

/** What of a time was not used is said, and one tap away where it can be. */
function unusedTime(
  ctx: CommandContext,
  made: Task,
  { unreadRepeat, left, ranged, when }: TitleAndTime,
): Partial<Reply> {
  if (when !== 'unreadable' && when?.farOff)
    return { hint: ctx.t.time.farOff(shown(ctx, when.at)), buttons: [[moveButton(ctx, made, when.at)]] };
  const over = unreadRepeat ? undefined : overOf(ctx, made);
  if (over !== undefined)
    return { hint: ctx.t.time.over(over), ...overAsks(ctx.t, { before: `/postpone ${made.id} `, after: '' }) };
  const festival = made.dueAt || unreadRepeat ? undefined : festivalTime(made.title, momentOf(ctx));
  if (festival) return festivalOffered(ctx, made, festival);
  const workdays = made.dueAt ? undefined : workdaysIn(made.title);
  const unread = left?.said ?? (ranged ? undefined : (workdays ?? timeIn(made.title)));
  if (!unreadRepeat && unread === undefined)
    return when !== 'unreadable' && when?.skipped ? { hint: ctx.t.time.skipped } : otherClocks(ctx, made, when);
  // before closing on Friday is not nine in the morning
  const untold = left || unreadRepeat ? undefined : restOfTime(behind(made.title, unread!));
  if (untold !== undefined) return wholeOffered(ctx, made, `${unread}${upTo(behind(made.title, unread!), untold)}`);
  const alone = left?.half ? [] : timesAlone(ctx, made, unread ?? '');
  const whole = unreadRepeat ? unreadRepeat.once : left?.whole;
  const buttons = [...(whole === undefined ? [] : [timeOf(ctx, whole)]), ...(unreadRepeat ? [] : alone)]
    .flatMap((at) => at ?? [])
    .filter((at) => at > ctx.now)
    .filter((at, nth, all) => at.getTime() !== made.dueAt?.getTime() && all.findIndex((one) => +one === +at) === nth)
    .map((at) => [moveButton(ctx, made, at)]);
  return {
    hint: unreadRepeat ? unrepeated(ctx, unreadRepeat.said, buttons) : ctx.t.time.unread(unread!),
    ...(buttons.length > 0 && { buttons }),
  };
}

/** The cake we ordered Friday 3pm: where all of it is a time, it is one tap away. */
function wholeOffered(ctx: CommandContext, made: Task, said: string): Partial<Reply> {
  const whole = made.dueAt ? undefined : parseWhen(said, momentOf(ctx));
  const offered = whole?.rest === '' && !whole.dateOnly && whole.at > ctx.now;
  return { hint: ctx.t.time.unread(said), ...(offered && { buttons: [[moveButton(ctx, made, whole.at)]] }) };
}

/** As it was typed, with what parts it. */
const upTo = (words: string, end: string): string => words.slice(0, words.indexOf(end) + end.length);

const behind = (title: string, said: string): string => title.slice(title.indexOf(said) + said.length);

const unrepeated = ({ t }: CommandContext, said: string, first: Button[][]): string =>
  first.length > 0 ? t.time.noRepeat(said) : t.time.repeatHow(said);

/** After Christmas is a matter of days: which, the owner says. */
function festivalOffered(ctx: CommandContext, made: Task, { said, moments }: FestivalTime): Partial<Reply> {
  const buttons = moments.map((at) => [moveButton(ctx, made, at)]);
  return { hint: ctx.t.time.unread(said), buttons };
}

/** A time that is over, as it was said or as it is read. */
function overOf(ctx: CommandContext, made: Task): string | undefined {
  if (!made.dueAt) return overIn(made.title);
  return made.dueAt < ctx.now ? shown(ctx, made.dueAt) : undefined;
}

/** CST is China's clock and Chicago's, eight is in the morning and in the evening: the task has the one, the other is one tap away. */
function otherClocks(ctx: CommandContext, made: Task, when: TitleAndTime['when']): Partial<Reply> {
  if (when === undefined || when === 'unreadable') return {};
  if (when.half) return { hint: ctx.t.time.eitherHalf, buttons: [[moveButton(ctx, made, when.half)]] };
  if (!when.others) return {};
  return { hint: ctx.t.time.severalZones, buttons: when.others.map((at) => [moveButton(ctx, made, at)]) };
}

/** '/done 12', '/done 12 13': all of them, or none; '/done call Anna': the one task of exactly this title; '/done all today' asks. */
export const done: Command<{ ids: string[]; title?: string; all?: AllTasks }> = {
  name: 'done',
  role: 'helper',
  changes: true,
  settles: 'task',
  saidAtOnce: 'shows',
  onlyShows: ({ all }) => all !== undefined && all.confirmed === undefined,
  unread: (words) => (idsIn(words) || !idIn(splitFirst(words)[0]) ? '' : behindFirst(words)),
  parse: (words) => {
    const ids = idsIn(words);
    if (ids) return { ids };
    const all = allTasksIn(words);
    if (all) return { ids: [], all };
    return words === '' ? new Incomplete('task', 'instead') : { ids: [], title: words };
  },
  async run(ctx, { ids, title, all }) {
    if (all) return withAll(ctx, 'done', all);
    const titled = title === undefined ? undefined : await taskNamed(ctx.tx, title, momentOf(ctx));
    if (title !== undefined && !isCalled(titled, title)) return new Incomplete('task', 'instead', title);
    const tasks: Task[] = [];
    for (const id of titled ? [titled.id] : ids) {
      const found = await loadTask(ctx.tx, id);
      if (!found) return noSuchNumber(ctx, 'task', id);
      tasks.push(found);
    }
    // the button of a time that is over would take the next one
    const early = ctx.pressed && !ctx.typed ? tasks.find((one) => !one.doneAt && isToCome(one, ctx.now)) : undefined;
    if (early) return notDueYet(ctx, early);
    const lines = [];
    for (const found of tasks) lines.push(await finished(ctx, found));
    const after = tasks.length === 1 ? await askNext(ctx, tasks[0]!) : undefined;
    const text = `${lines.join('\n')}${after?.text ?? ''}`;
    return { text, ...(after?.buttons && { buttons: after.buttons }), ...(tasks.length === 1 && thingOf(tasks[0]!)) };
  },
};

const isCalled = (task: Task | undefined, title: string): boolean =>
  task !== undefined && foldText(task.title) === foldText(title);

function notDueYet(ctx: CommandContext, task: Task): Reply {
  const { t } = ctx;
  const text = t.task.notDueYet(describe(task), whenOf(ctx, task)!);
  return failed(text, { hint: t.task.leaveOut, buttons: [taskButtons(t, task, ctx.now)] });
}

/** What comes back is done for this time only. */
async function finished(ctx: CommandContext, found: Task): Promise<string> {
  if (found.doneAt) return ctx.t.task.alreadyFinished(describe(found));
  const done = ctx.t.task.finished(describe(found));
  if (isRepeating(found)) return `${done}\n${await nextOf(ctx, found)}`;
  await finishTask(ctx.tx, found.id, ctx.now);
  return done;
}

/** '/postpone 12 1小时后': a reminder's "not now". */
export const postpone: Command<{ id: string | undefined; words: string }> = {
  name: 'postpone',
  role: 'helper',
  changes: true,
  settles: 'task',
  parse: (words) => {
    const [first, rest] = splitFirst(words);
    const id = idIn(first);
    if (!words) return new Incomplete('task');
    return id && !rest ? new Incomplete('time') : { id, words: id ? rest : words };
  },
  async run(ctx, { id, words }) {
    const when = parseWhen(fromNow(words), momentOf(ctx));
    if (!id) return when?.rest === '' ? new Incomplete('task', 'front') : new Incomplete('task', 'nowhere', words);
    const found = await loadTask(ctx.tx, id);
    if (!found) return noSuchNumber(ctx, 'task', id);
    if (found.doneAt) return finishedAlready(ctx, found, words);
    const back = repeatSaid(found, words, momentOf(ctx));
    if (back) return comesOtherwise(ctx, found, back);
    const festival = when ? undefined : festivalTime(words, momentOf(ctx));
    if (festival)
      return {
        ...failed(ctx.t.time.unread(festival.said)),
        ...festivalOffered(ctx, found, festival),
        hint: ctx.t.time.retype,
      };
    if (!when) return new Incomplete('time', (more) => `${id} ${more}`, words);
    if (when.rest) return failed(ctx.t.time.unread(when.rest));
    const which = askWhichMoment(ctx, when, (at) => moveButton(ctx, found, at));
    if (which) return which;
    if (when.farOff)
      return failed(ctx.t.time.farOff(shown(ctx, when.at)), { buttons: [[moveButton(ctx, found, when.at)]] });
    if (when.at < ctx.now) return askAfterOver(ctx, shown(ctx, when.at), { before: `/postpone ${id} ` });
    await moveTask(ctx.tx, id, when.at);
    const text = ctx.t.task.saved(describe(found), whenOf(ctx, { ...found, dueAt: when.at }));
    // the others come as they did
    const once = isRepeating(found) && { hint: ctx.t.task.onlyThisTime(formatRepeat(found.repeats, ctx.locale)) };
    return { text, ...once, ...(when.skipped && { hint: ctx.t.time.skipped }), ...thingOf(found) };
  },
};

/** From now on it comes as often as is said. */
async function comesOtherwise(ctx: CommandContext, found: Task, { repeat, at }: Repeating): Promise<Reply> {
  await changeTask(ctx.tx, found.id, { title: found.title, dueAt: at, repeats: repeat });
  return { ...repeatingSaved(ctx, { ...found, dueAt: at }, repeat), ...thingOf(found) };
}

/** Nobody is reminded of what is done; the same can be made anew. */
function finishedAlready(ctx: CommandContext, found: Task, words: string): Reply {
  const command = `/task ${words} ${found.title}`;
  const buttons = [[{ label: ctx.t.task.anew, command }]];
  return failed(ctx.t.task.alreadyFinished(describe(found)), { buttons });
}
