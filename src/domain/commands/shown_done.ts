import { addMark, withoutMarks } from '../../outbox/marks.ts';
import { type Rewriting, rewrite, type Told, toldWithButtons } from '../../outbox/rewrite.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { formatClock } from '../../text/when/format_when.ts';
import { isLocal } from '../channel.ts';
import { localeOf } from '../context.ts';
import type { JournalEntry } from '../owner/journal.ts';
import { buttonsOf, type Mark } from '../reply.ts';
import { userAt } from '../user.ts';
import type { CommandContext } from './command.ts';
import { spokenLine } from './who/spoken.ts';

/** What has a state that buttons set: the commands that set it, and the one that an end is said by. */
const THINGS = {
  tickets: { lines: ['resolve'], ends: (row: Row) => (row.state === 'resolved' ? 'resolve' : undefined) },
  leads: {
    lines: ['won', 'lost', 'reopen'],
    ends: ({ stage }: Row) => (stage === 'won' || stage === 'lost' ? stage : undefined),
  },
  tasks: { lines: ['done'], ends: (row: Row) => (row.done_at ? 'done' : undefined) },
} as const;

type Row = Record<string, unknown>;

const NAMES = { tickets: 'ticket', leads: 'lead', tasks: 'task' } as const satisfies Record<
  keyof typeof THINGS,
  string
>;

/** A thing whose state was set. */
interface Settled {
  /** As its buttons name it: of a ticket its number. */
  id: string;
  /** As a mark names it. */
  of: string;
  lines: string[];
  /** The command that sets this; undefined: it is open again. */
  end: keyof Texts['receipt']['ends'] | undefined;
}

/**
 * What an entry of the journal settled is said on every message that has a button for it, whoever did it and where: in its language,
 * without that button, with the way back. The message that was pressed itself says more, by `pressed.ts`.
 */
export async function showSettled(ctx: CommandContext, journalId: string): Promise<void> {
  const things = await settledBy(ctx, journalId);
  if (things.length === 0) return;
  const messages = await toldWithButtons(ctx.tx, { lines: things.flatMap(({ lines }) => lines) });
  for (const told of messages) {
    if (isLocal(told.channel) || holdsButton(told, ctx.pressed?.button)) continue;
    const t = textsOf(ctx, told);
    const marks = things.flatMap((thing) => markOf(ctx, told, thing, { t, journalId }));
    await rewriteAll(ctx, told, marks, `settled:${journalId}`);
  }
}

/** The things whose state is another than before this entry. */
async function settledBy({ tx }: CommandContext, journalId: string): Promise<Settled[]> {
  const rows = await tx<{ table: keyof typeof THINGS; key: string; before: Row | null; after: Row | null }>`
    select table_name as "table", key, (array_agg(before order by id))[1] as before, (array_agg(after order by id desc))[1] as after
    from journal_changes where journal_id = ${journalId} and table_name = any(${Object.keys(THINGS)})
    group by table_name, key order by table_name, key`;
  return rows.flatMap(({ table, key, before, after }) => {
    if (!before || !after) return [];
    const { lines, ends } = THINGS[table];
    const end = ends(after);
    if (end === ends(before)) return [];
    const id = String(table === 'tickets' ? after.number : key);
    return [{ id, of: `${NAMES[table]}:${id}`, lines: lines.map((name) => `/${name} ${id}`), end }];
  });
}

/** None where the message has no button for it any more. */
function markOf(
  ctx: CommandContext,
  told: Told,
  { id, of, lines, end }: Settled,
  { t, journalId }: { t: Texts; journalId: string },
): Mark[] {
  const { buttons, lists } = told.before ?? told.reply;
  const ofIt = buttonsOf({ ...(buttons && { buttons }), ...(lists && { lists }) }).filter(({ command }) =>
    lines.includes(command),
  );
  if (ofIt.length === 0) return [];
  const button = ofIt.find(({ command }) => command === `/${end} ${id}`);
  const words = end ? t.receipt.ended(t.receipt.ends[end], lists ? `#${id}` : '') : t.lead.reopened(`#${id}`);
  const apart = t.desk.undoOf(end ? t.receipt.ends[end] : t.button.reopen);
  const undo = { label: t.button.undo, command: `/undo ${journalId}`, id: ctx.random(), apart };
  return [{ button: button?.id ?? `/undo ${journalId}`, text: doneNow(ctx, told, t, words), buttons: [undo], of }];
}

/** What an entry did is taken back: its marks go, their buttons can be pressed again, and no way back to it is left to press. */
export async function showUndone(ctx: CommandContext, entry: JournalEntry, key: string): Promise<void> {
  const line = `/undo ${entry.id}`;
  const [begun] = await ctx.tx<{
    button: string | null;
  }>`select button_id as button from journal where id = ${entry.id}`;
  const button = begun?.button ?? undefined;
  for (const told of await toldWithButtons(ctx.tx, { lines: [line], button })) {
    const isOfIt = (mark: Mark) => mark.button === button || mark.buttons.some(({ command }) => command === line);
    if (told.marks?.some(isOfIt)) await write(ctx, told, withoutMarks(told, isOfIt), key);
    else await spendWayBack(ctx, told, entry, key);
  }
}

/** On what answered the command itself the way back is a button like others. */
async function spendWayBack(ctx: CommandContext, told: Told, entry: JournalEntry, key: string): Promise<void> {
  const way = buttonsOf(told.before ?? told.reply).find(({ command }) => command === `/undo ${entry.id}`);
  if (!way?.id || isLocal(told.channel)) return;
  const t = textsOf(ctx, told);
  const words = t.undo.done(await spokenLine({ ...ctx, locale: localeIn(ctx, told) }, entry));
  await rewriteAll(ctx, told, [{ button: way.id, text: doneNow(ctx, told, t, words), buttons: [] }], key);
}

async function rewriteAll(ctx: CommandContext, told: Told, marks: readonly Mark[], key: string): Promise<void> {
  let written: (Rewriting & Pick<Told, 'reply'>) | undefined;
  for (const mark of marks) {
    const { before, marks: earlier } = written ?? told;
    const next = addMark({ reply: written?.reply ?? told.reply, before: before ?? null, marks: earlier ?? null }, mark);
    written = { ...next, added: [...(written?.added ?? []), ...(next.added ?? [])] };
  }
  if (written) await write(ctx, told, written, key);
}

const write = (ctx: CommandContext, told: Told, rewriting: Rewriting, key: string): Promise<void> =>
  rewrite(ctx.tx, ctx.random, told, rewriting, { key: `${key}:${told.id}` });

function doneNow(ctx: CommandContext, { channel, address }: Told, t: Texts, words: string): string {
  const isOwn = userAt(ctx, channel, address)?.id === ctx.user.id;
  return t.receipt.doneBy(words, isOwn ? t.receipt.you : ctx.user.name, formatClock(ctx.now, ctx.settings.timezone));
}

const holdsButton = ({ before, marks, reply }: Told, id: string | undefined): boolean =>
  id !== undefined &&
  [...buttonsOf(before ?? reply), ...(marks ?? []).flatMap(({ buttons }) => buttons)].some((one) => one.id === id);

const localeIn = (ctx: CommandContext, { channel, address }: Told) => localeOf(ctx, userAt(ctx, channel, address));
const textsOf = (ctx: CommandContext, told: Told): Texts => texts(localeIn(ctx, told));
