import { asksWhatToSay, inCommon, presses, type ToldOfWork, toldOfWork } from '../../../text/meaning/of_work.ts';
import { withoutUrgency } from '../../../text/sentence/urgency.ts';
import { texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { type Context, localeOf } from '../../context.ts';
import { mayAct, type User } from '../../owner/user.ts';
import type { Button, Reply } from '../../reply.ts';
import { openTicketsOf, type Ticket } from '../../serve/ticket.ts';
import { openTasks, type Task } from '../../tasks/task.ts';
import { commandOf } from '../called.ts';
import { whoIsNamed } from '../who/whole_or_part.ts';
import { type Called, peopleIn } from './named.ts';

const MOST_TASKS = 200;
/** Of more that may be meant, none is. */
const MOST = 3;
const TITLE_GRAPHEMES = 40;
/** Longer words tell more than that something is done, counted in UTF-16 units. */
const LONGEST = 160;

/**
 * Where a sentence tells that something is done or goes on, and whoever it names has a task or a ticket open that shares the thing: that
 * comes first, each by a tap.
 */
export async function withOpenWork(ctx: Context, user: User, text: string, reply: Reply): Promise<Reply> {
  if (text.length > LONGEST || text.includes('\n')) return reply;
  const asks = asksWhatToSay(text);
  // nobody is looked up where it tells nothing of the kind, whoever is named in it
  if (!asks && !toldOfWork(text, [])) return reply;
  const people = await peopleIn(ctx, text, (await whoIsNamed(ctx, text)).ids);
  const told = toldOfWork(
    text,
    people.map(({ said }) => said),
  );
  if (asks) return withHelpToSay(ctx, user, people, reply);
  if (!told) return reply;
  const buttons = await (told === 'again' ? goesOn : isDone)(ctx, user, { text, people, told });
  if (buttons.length === 0 || buttons.length > MOST) return reply;
  const others = (reply.buttons ?? []).map((row) => row.filter((button) => !isBeside(button, buttons, told)));
  return { ...reply, buttons: [...buttons.map((one) => [one]), ...others.filter(({ length }) => length > 0)] };
}

/** What to say to somebody is for their user to know: their tickets, and the answers that are kept ready. */
async function withHelpToSay(ctx: Context, user: User, people: readonly Called[], reply: Reply): Promise<Reply> {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const tickets = await ticketsOf(ctx, people);
  if (people.length === 0) return reply;
  const first = tickets
    .slice(0, MOST)
    .map(({ number, title }) =>
      button(t.openWork.shows(number, truncate(title, TITLE_GRAPHEMES)), `/ticket ${number}`),
    );
  const ready = button(t.openWork.ready, '/c');
  const others = (reply.buttons ?? []).map((row) =>
    row.filter(({ command }) =>
      ['note', 'task', 'search', 'contact', 'timeline'].some((word) => command.startsWith(`/${word} `)),
    ),
  );
  return {
    ...reply,
    buttons: [...[...first, ready].map((one) => [one]), ...others.filter(({ length }) => length > 0)],
  };
}

interface Said {
  text: string;
  people: readonly Called[];
  told: ToldOfWork;
}

/** What is the same said otherwise, and what nobody wants a tap away while somebody waits for us. */
function isBeside({ command }: Button, first: readonly Button[], told: ToldOfWork): boolean {
  if (first.some((one) => one.command === command)) return true;
  if (told === 'again') return !KEPT.some((word) => command.startsWith(`/${word} `));
  return /^\/resolve c\d+$/.test(command) && first.some((one) => one.command.startsWith('/resolve '));
}

const KEPT = ['note', 'task', 'search', 'contact', 'call', 'ticket', 'reply', 'resolve', 'tickets'];

async function isDone(ctx: Context, user: User, { text, people, told }: Said): Promise<Button[]> {
  const t = texts(localeOf(ctx, user));
  const tasks = (await openTasks(ctx.tx, MOST_TASKS)).filter((task) => isOf(task, text, people));
  const done = tasks.map(({ id, title }) => button(t.openWork.done(truncate(title, TITLE_GRAPHEMES)), `/done ${id}`));
  const tickets = await ticketsOf(ctx, people);
  const solved = tickets.filter(({ title, contactName }) => {
    const common = inCommon(text, title, [...names(people), contactName]);
    return common === 'thing' || (told === 'solved' && common !== undefined && tickets.length === 1);
  });
  const resolved = solved.map(({ number, title }) =>
    button(t.openWork.solved(number, truncate(title, TITLE_GRAPHEMES)), `/resolve ${number}`),
  );
  const both = told === 'solved' ? [...resolved, ...done] : [...done, ...resolved];
  return both.filter(({ command }) => mayRun(user, command));
}

/** A task is whose title or whose person is named; where nobody is, the thing alone says which. */
function isOf({ title, contactId, contactName }: Task, text: string, people: readonly Called[]): boolean {
  const isTheirs = people.some(
    ({ said, ids }) => (contactId && ids.includes(contactId)) || title.toLowerCase().includes(said.toLowerCase()),
  );
  if (people.length > 0 && !isTheirs) return false;
  const common = inCommon(text, title, [...names(people), ...(contactName ? [contactName] : [])]);
  return common === 'thing' || (common === 'deed' && isTheirs);
}

async function goesOn(ctx: Context, user: User, { text, people }: Said): Promise<Button[]> {
  const t = texts(localeOf(ctx, user));
  const tickets = await ticketsOf(ctx, people);
  const how = presses(text);
  const { urgent } = withoutUrgency(text);
  const same = tickets.filter(({ title, contactName }) => {
    const common = inCommon(text, title, [...names(people), contactName]);
    if (common === 'thing') return true;
    return tickets.length === 1 && (how === 'complains' || (how === 'calls' && common !== undefined));
  });
  return same
    .slice(0, MOST)
    .map(({ number, title, priority }) => {
      const short = truncate(title, TITLE_GRAPHEMES);
      const line = `/ticket ${number} ${t.typed.ticketVerb.note[0]} ${text}`;
      return urgent && priority !== 'urgent'
        ? {
            ...button(
              t.openWork.goesOnUrgent(number, short),
              `${line}\n/ticket ${number} ${t.typed.priority.urgent[0]}`,
            ),
            ...{ whole: true as const, typed: true as const },
          }
        : button(t.openWork.goesOn(number, short), line);
    })
    .filter(({ command }) => mayRun(user, command));
}

async function ticketsOf(ctx: Context, people: readonly Called[]): Promise<Ticket[]> {
  const found = [];
  for (const id of new Set(people.flatMap(({ ids }) => ids).slice(0, MOST)))
    found.push(...(await openTicketsOf(ctx.tx, id)));
  return found;
}

const names = (people: readonly Called[]): string[] => people.map(({ said }) => said);

const button = (label: string, command: string): Button => ({ label, command });

function mayRun(user: User, line: string): boolean {
  const command = commandOf(line);
  return command !== undefined && mayAct(user, command.role);
}
