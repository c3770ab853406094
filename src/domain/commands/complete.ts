import type { Sql } from '../../db/sql.ts';
import { locales } from '../../text/locale.ts';
import { truncate } from '../../text/truncate.ts';
import type { Button, Reply, Rest } from '../reply.ts';
import { listConnections } from '../sell/connection.ts';
import { openLeads } from '../sell/lead.ts';
import { listTickets } from '../serve/list.ts';
import { openTasks } from '../tasks/task.ts';
import { labels } from '../triage/topics.ts';
import type { AnyCommand, CardRefs, CommandContext, Incomplete, Need } from './command.ts';
import { incomplete } from './incomplete.ts';
import { lastSeenLabelled } from './who/choices.ts';

/** Words that could stand where something is missing, and how they read on a button. */
interface Choice {
  words: string;
  label: string;
}

type Offer = (ctx: CommandContext) => Promise<Choice[]> | Choice[];

const MAX_CHOICES = 6;
const LABEL_GRAPHEMES = 40;
/** Labels shorter than this share a row of three. */
const SHORT = 14;

const same = (words: string): Choice => ({ words, label: words });

/** What is missing and can be pointed at. Free words (a text, a name for somebody new) can only be typed. */
const offers: Partial<Record<Need, Offer>> = {
  name: async (ctx) => (await lastSeenLabelled(ctx, MAX_CHOICES)).map(({ id, label }) => ({ words: `c${id}`, label })),
  lead: async ({ tx }) => (await openLeads(tx, MAX_CHOICES)).map(({ id, title }) => numbered(id, title)),
  ticket: async ({ tx, now }) =>
    (await listTickets(tx, now, {}, MAX_CHOICES)).map(({ number, title }) => numbered(number, title)),
  task: async ({ tx }) => (await openTasks(tx, MAX_CHOICES)).map(({ id, title }) => numbered(id, title)),
  tag: async ({ tx }) => (await tagsInUse(tx)).map((tag) => same(`#${tag}`)),
  time: ({ t }) => t.complete.times.map(same),
  language: ({ t }) => locales.map((locale) => ({ words: locale.split('-')[0]!, label: t.language.name[locale] })),
  provider: ({ providers }) => providers.map(same),
  connection: async ({ tx, t }) =>
    (await listConnections(tx))
      .filter(({ disabledAt }) => !disabledAt)
      .slice(0, MAX_CHOICES)
      .map(({ id, provider }) => ({ words: id, label: `${t.channel(provider)} · ${id}` })),
  setting: ({ t }) => t.complete.settings.map(same),
  label: ({ t }) => labels.map((label) => ({ words: label, label: t.triage.label[label] })),
};

const numbered = (id: string, title: string): Choice => ({ words: id, label: `${id} · ${title}` });

/** Says what was understood and what is missing, with a button for each likely way to complete it, and one for the form that asks it. */
export async function askForRest(
  ctx: CommandContext,
  command: AnyCommand,
  { need, at, unread }: Incomplete,
  words: string,
): Promise<Reply> {
  const { t } = ctx;
  const typed = command.secret ? '' : words;
  const card = cardRefs(ctx);
  const choices = at === 'nowhere' ? [] : ((await offers[need]?.(ctx)) ?? []);
  const buttons = choices.map(({ words: more, label }): Button => {
    const line = [`/${command.name}`, ...completed(at, typed, more, card)].filter(Boolean).join(' ');
    const shownAt = need === 'time' && { readAt: ctx.now.toISOString() };
    return { label: truncate(label, LABEL_GRAPHEMES), command: line, ...shownAt };
  });
  if (command.form?.need === need) {
    const line = [`/${command.name}`, typed].filter(Boolean).join(' ');
    buttons.push({ label: t.form.fillIn, command: line, form: true });
  }
  const understood = unread && typed.endsWith(unread) ? typed.slice(0, -unread.length).trim() : typed;
  const reply = incomplete(t, command.name, t.need[need], ctx.pressed ? '' : understood, command.secret ? '' : unread);
  // a secret is kept nowhere, and words that were not understood go nowhere
  const gap = command.secret || unread ? undefined : restOf(command.name, at, typed, card);
  const rest = gap && { ...gap, need };
  return {
    ...reply,
    ...(rest && { rest, asks: t.desk.typeIt(t.need[need]) }),
    ...(rest && buttons.length > 0 && { hint: t.desk.orType, byReplying: true as const }),
    ...(buttons.length > 0 && { buttons: inRows(buttons) }),
  };
}

/** Stands for what is typed next; nobody would type it. */
const GAP = '\uF8FF';

/** The line around what is missing; undefined if more than one place is empty. */
function restOf(name: string, at: Incomplete['at'], typed: string, card: CardRefs): Rest | undefined {
  const line = [`/${name}`, ...completed(at, typed, GAP, card)].filter(Boolean).join(' ');
  const [before, after, ...more] = line.split(GAP);
  return before && after !== undefined && more.length === 0 ? { before, after } : undefined;
}

function completed(at: Incomplete['at'], typed: string, more: string, card: CardRefs): string[] {
  if (typeof at === 'function') return [at(more, card).trim()];
  return { front: [more, typed], end: [typed, more], instead: [more], nowhere: [] }[at];
}

/** A button is no answer to the card: it names whom the card is about. */
const cardRefs = ({ about }: CommandContext): CardRefs => ({
  contact: about ? `c${about.contact.id}` : '',
  conversation: about?.conversation ? `v${about.conversation.id}` : '',
});

/** Short labels stand side by side. */
function inRows(buttons: Button[]): Button[][] {
  if (buttons.some(({ label }) => label.length > SHORT)) return buttons.map((button) => [button]);
  return Array.from({ length: Math.ceil(buttons.length / 3) }, (_, row) => buttons.slice(row * 3, row * 3 + 3));
}

/** Suggestions from the people seen last: they are in use now, and finding them does not take longer with more contacts. */
export async function tagsInUse(sql: Sql): Promise<string[]> {
  const rows = await sql<{ tag: string }>`
    select tag from (select tags from contacts order by last_seen_at desc nulls last limit 200) seen, unnest(tags) as tag
    group by tag order by count(*) desc, tag limit ${MAX_CHOICES}`;
  return rows.map(({ tag }) => tag);
}
