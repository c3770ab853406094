import type { Meaning } from '../../../text/meaning/meaning.ts';
import { behindName, saidOf, saidWords } from '../../../text/meaning/rest.ts';
import { LONGEST, MARK, marked } from '../../../text/meaning/slots.ts';
import { saysPart } from '../../../text/meaning/sum_said.ts';
import { asksHow, asksSomething } from '../../../text/meaning/tells_otherwise.ts';
import { texts } from '../../../text/texts.ts';
import { pastSpan } from '../../../text/when/past_span.ts';
import { parseWhen, type WhenContext } from '../../../text/when/when.ts';
import { type Context, clockOf, localeOf } from '../../context.ts';
import { mayAct, type User } from '../../owner/user.ts';
import type { Button, Reply } from '../../reply.ts';
import { orderStanding } from '../../sell/order_number.ts';
import { commandOf } from '../called.ts';
import { type AnyCommand, Incomplete } from '../command.ts';
import { lineOffered, type Spoken } from '../line_button.ts';
import type { Lines } from '../sell/order_said.ts';
import { commands } from '../table.ts';
import { splitFirst } from '../words/words.ts';
import { isDoubtful, isDrastic } from './doubtful.ts';
import { keptAbove, noteOnNamed } from './kept.ts';
import { leadNamed } from './lead_named.ts';
import { meantBy } from './learned/index.ts';
import { type ByWhatIsThere, LINES, LINES_OF_WHOM } from './lines.ts';
import { type Called, peopleIn } from './named.ts';
import { FINDS, MAY_BE, type There } from './there.ts';

/** What is drastic has to be likelier than all else together, or nearly. */
const SURE = 0.4;
/** Their figures are no amount. */
const INVOICES = /\bR-\d{4}-\d{1,6}\b/giu;

/**
 * Where neither a command nor a pattern reads what its user typed: what it likely means, learned from examples, each a button of its own that says
 * what it runs. Nothing of it runs by itself, and what words may always be stays below. `named`: who is named in it.
 */
export async function withNearest(
  ctx: Context,
  user: User,
  typed: string,
  offered: Reply,
  { named, timed }: { named: readonly string[]; timed: boolean },
): Promise<Reply> {
  const text = typed.trim();
  if (text.length > LONGEST || text.includes('\n') || addsSomebody(offered)) return offered;
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const people = await peopleIn(ctx, text, named);
  const { lines: found, nearest } = await linesFor(ctx, user, text, people);
  const lines = asksSomething(text) ? onlyShown(found, people) : found;
  // of what nobody knows how to do all help is one tap away
  if (lines.length === 0 && asksHow(text)) lines.push({ line: '/help', shown: '/help' });
  const noted = await noteOnNamed(ctx, t, offered, people);
  return keptAbove(text, people, withLines({ t, locale, commands }, noted, lines), { timed, nearest });
}

/** It names somebody whom nobody knows yet: what is said of them means nothing else. */
const addsSomebody = ({ buttons = [] }: Reply): boolean =>
  buttons.some((row) => row.some(({ command }) => command?.startsWith('/add ')));

/** Who asks wants to see something: what changes anything comes behind that, and what ends it is not offered at all. */
function onlyShown(lines: readonly Lines[], people: readonly Called[]): Lines[] {
  const showing = lines.filter(({ line }) => changesNothing(line));
  const [one, ...more] = people;
  const [id, ...others] = one?.ids ?? [];
  const isOne = one !== undefined && id !== undefined && more.length + others.length === 0;
  const theirs = isOne && lines.length > 0 ? [{ line: `/contact c${id}`, shown: `/contact ${one.said}` }] : [];
  const rest = lines.filter((one) => !showing.includes(one) && !isOneOf(ENDING, one.line));
  const first = showing.length > 0 ? showing : theirs;
  return [...first, ...(first.length > 0 ? rest : [])];
}

/** It asks before it does anything, and is no answer all the same. */
const FOR_GOOD: readonly AnyCommand['name'][] = ['delete', 'merge', 'gone', 'block'];
const ENDING: readonly AnyCommand['name'][] = [
  ...FOR_GOOD,
  ...(['lost', 'won', 'unsubscribe', 'stop', 'resolve', 'done', 'end', 'order', 'invoice'] as const),
];

const isOneOf = (names: readonly AnyCommand['name'][], line: string): boolean => {
  const name = commandOf(line)?.name;
  return name !== undefined && names.includes(name);
};

function changesNothing(line: string): boolean {
  const command = commandOf(line);
  if (!command || isOneOf(FOR_GOOD, line)) return false;
  if (!command.changes) return true;
  const args = command.parse(line.slice(command.name.length + 2), { replying: false });
  return !(args instanceof Incomplete) && command.onlyShows?.(args) === true;
}

function withLines(spoken: Spoken, offered: Reply, lines: readonly Lines[]): Reply {
  if (lines.length === 0) return offered;
  const { t } = spoken;
  const all = lines.map(({ line, shown }) => lineOffered(spoken, line, shown));
  const first = all.map(({ button }): Button[] => [button]);
  // what a button cannot hold stands above it
  const cut = all.flatMap(({ told }) => told.hint ?? []);
  const known = new Set(lines.map(({ line }) => line));
  const others = (offered.buttons ?? []).map((row) => row.filter(({ command }) => !known.has(command)));
  const hint = [t.desk.meant, ...cut, t.asked.onlyShown, offered.hint].filter(Boolean).join('\n');
  return { ...offered, hint, buttons: [...first, ...others.filter(({ length }) => length > 0)] };
}

async function linesFor(
  ctx: Context,
  user: User,
  text: string,
  people: readonly Called[],
): Promise<{ lines: Lines[]; nearest: Meaning | undefined }> {
  const locale = localeOf(ctx, user);
  const order = await orderStanding(ctx.tx, text);
  const read = marked(
    text,
    people.map(({ said }) => said),
    [...(order ? [order.number] : []), ...(text.match(INVOICES) ?? [])],
  );
  const { money = '', n = '' } = read;
  const several = read.text.split(MARK.money).length + read.text.split(MARK.n).length > 3;
  const moment = { ...clockOf(ctx, locale), country: ctx.settings.country };
  const times = { when: timeRead(read.when, moment), days: daysRead(read.when, moment) };
  const [first, second] = people.map(({ said, ids }) => ({
    ...{ name: said, ids },
    ref: ids.length === 1 ? `c${ids[0]}` : said,
  }));
  const said = {
    ...{ y: texts(locale).typed, words: saidWords[locale], ...times, money, n, several, text },
    behind: behindName(text, first?.name),
    rest: saidOf(text, first?.name),
  };
  const there: There = {
    said: { ...said, who: first?.ref ?? '', other: second?.ref ?? '' },
    whom: first,
    order: order?.number,
  };
  const shown = { ...said, who: first?.name ?? '', other: second?.name ?? '' };
  const lead = await leadNamed(
    ctx,
    there.said,
    people.flatMap(({ ids }) => ids),
  );
  const lines: Lines[] = lead && mayRun(user, lead.line) ? [lead] : [];
  const meanings = meantBy(read.text);
  for (const [nth, { meaning, chance }] of meanings.entries()) {
    if (isDrastic(meaning) && (nth > 0 || chance < SURE)) continue;
    const found = await lineOf(ctx, meaning, there, shown);
    if (found && mayRun(user, found.line) && !lines.some(({ line }) => line === found.line)) lines.push(found);
  }
  return { lines, nearest: meanings[0]?.meaning };
}

/** A time stands in a line only where all of it is read, and as one: half of it would be another. */
function timeRead(said: string | undefined, moment: WhenContext): string {
  const when = said === undefined ? undefined : parseWhen(said, moment);
  return said !== undefined && when?.rest === '' && !when.others ? said : '';
}

/** Days that are over or go on, likewise. */
const daysRead = (said: string | undefined, moment: WhenContext): string =>
  said !== undefined && pastSpan(said, moment) ? said : '';

async function lineOf(ctx: Context, near: Meaning, there: There, shown: There['said']): Promise<Lines | undefined> {
  const meaning = near === 'orderPaid' && saysPart(there.said.text) ? 'partPaid' : near;
  if (meaning === 'chat' || isDoubtful(meaning, there.said.text)) return undefined;
  const [id, ...others] = there.whom?.ids ?? [];
  if (id && others.length === 0 && (await MAY_BE[meaning]?.(ctx, id)) === false) return undefined;
  if (isByWhatIsThere(meaning)) return FINDS[meaning](ctx, there);
  if (isOfWhom(meaning)) {
    const [line, typed] = [there.said, shown].map((said) => oneBlank(LINES_OF_WHOM[meaning](said)));
    return there.whom || meaning === 'ticketResolve' ? { line: line!, shown: typed! } : alone(line!);
  }
  const line = LINES[meaning];
  if (typeof line === 'string') return { line, shown: line };
  const typed = oneBlank(line(shown));
  return typed === '' ? undefined : { line: typed, shown: typed };
}

/** The command without its words. */
function alone(line: string): Lines {
  const [word] = splitFirst(line);
  return { line: word, shown: word };
}

const isOfWhom = (meaning: Meaning): meaning is keyof typeof LINES_OF_WHOM => meaning in LINES_OF_WHOM;
const isByWhatIsThere = (meaning: Meaning): meaning is ByWhatIsThere => meaning in FINDS;

const oneBlank = (line: string): string => line.replace(/\s+/gu, ' ').trim();

function mayRun(user: User, line: string): boolean {
  const command = commandOf(line);
  return command !== undefined && mayAct(user, command.role);
}
