import type { Tx } from '../../../db/sql.ts';
import { truncate } from '../../../text/truncate.ts';
import type { JournalEntry } from '../../owner/journal.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { answerOf, entryBefore, undoable } from '../../undo/entry.ts';
import { actInTheWay, type InTheWay, type Kept, namesKept } from '../../undo/stays.ts';
import { canUndo, type Undone } from '../../undo/undo.ts';
import type { CommandContext } from '../command.ts';
import { quoteHasLeft } from '../sell/quote/undo_of.ts';
import { spokenLine } from '../who/spoken.ts';

const LABEL_GRAPHEMES = 30;
/** So many of those who stay are named, the rest are counted. */
const MOST_NAMED = 5;
/** So many entries that cannot be taken back are passed over. */
const MOST_PASSED = 8;

type Stuck = Extract<Undone, { result: 'sent' | 'changed_since' | 'taken' }>;

/** What cannot be taken back must not stand before all that came earlier: that is one tap away, and so is what helps. */
export async function stuck(ctx: CommandContext, undone: Stuck): Promise<Reply> {
  const { entry } = undone;
  if (undone.result === 'taken') return taken(ctx, await spokenLine(ctx, entry), undone.holder);
  const before = await beforeThat(ctx, entry);
  if (undone.result === 'changed_since') return changedSince(ctx, undone, before);
  const left = await quoteHasLeft(ctx, entry);
  if (left) return failed(left.text, { buttons: [...left.buttons, ...before] });
  const answer = await answerOf(ctx.tx, entry.id);
  const line = await spokenLine(ctx, entry);
  const text = answer
    ? ctx.t.undo.alreadySent(answer.name, truncate(answer.text, LABEL_GRAPHEMES))
    : ctx.t.undo.changedSince(line);
  return failed(text, { buttons: before });
}

/** It names what came later and is undone first, or who stays; what would not succeed is not offered. */
async function changedSince(
  ctx: CommandContext,
  { entry, inTheWay, kept, hasRest }: Extract<Stuck, { result: 'changed_since' }>,
  before: Button[][],
): Promise<Reply> {
  const { t } = ctx;
  const line = await spokenLine(ctx, entry);
  const later = await actInTheWay(ctx.tx, entry, inTheWay, ctx.now);
  const way = later && (await actLine(ctx, later));
  const first: Button[][] =
    later && (await isOpenTo(ctx, later))
      ? [[{ label: t.undo.first(truncate(way!, LABEL_GRAPHEMES)), command: `/undo ${later.id}` }]]
      : [];
  const names = await namesKept(ctx.tx, entry, kept);
  const shop = await usedShop(ctx.tx, entry, inTheWay);
  const rest: Button[][] = hasRest
    ? [
        [
          {
            label: t.undo.allBut(names.length === 1 ? names[0]!.name : String(kept.length), kept.length),
            command: `/undo ${entry.id} !`,
          },
        ],
      ]
    : [];
  const off: Button[][] = shop && !hasRest ? [[{ label: t.connect.disconnect, command: `/disconnect ${shop}` }]] : [];
  const text = way && !hasRest ? t.undo.inTheWay(line, way) : t.undo.changedSince(line);
  const buttons = [...rest, ...first, ...off, ...before.filter(([one]) => one!.command !== first[0]?.[0]?.command)];
  return failed([text, ...(await stayLine(ctx, entry, kept))].join('\n'), { buttons });
}

/** Who stays as they are and why; nothing where nobody does. */
export async function stayLine(ctx: CommandContext, entry: JournalEntry, kept: readonly Kept[]): Promise<string[]> {
  if (kept.length === 0) return [];
  const { t } = ctx;
  const names = await namesKept(ctx.tx, entry, kept);
  const shown = names.slice(0, MOST_NAMED).map((one) => t.undo.why[one.why](one.name));
  return names.length === 0 ? [] : [t.undo.stays(t.inARow(shown), names.length - shown.length)];
}

/** What the program did by itself says so: nobody remembers having typed it. */
async function actLine(ctx: CommandContext, act: JournalEntry & { byItself: boolean }): Promise<string> {
  const line = await spokenLine(ctx, act);
  return act.byItself ? ctx.t.labelled(ctx.t.audit.byItself, line) : line;
}

/** A shop that this entry connected and that has told something since: what it told depends on its connection. Nothing else is undone without it. */
async function usedShop(tx: Tx, entry: JournalEntry, rows: readonly InTheWay[]): Promise<string | undefined> {
  const points = rows.flatMap(({ row, points }) => [row, ...points]);
  const shop = points.find((point) => point.startsWith('connections:'))?.split(':')[1];
  const [made] = await tx`
    select from journal_changes where journal_id = ${entry.id} and table_name = 'connections' and key = ${shop ?? null}`;
  return made && shop;
}

const isOpenTo = async (ctx: CommandContext, act: JournalEntry): Promise<boolean> =>
  (act.userId === ctx.user.id || ctx.user.role === 'owner') && canUndo(ctx.tx, act.userId, act.id, ctx.now);

/** The next entry before this one that can be taken back. */
async function beforeThat(ctx: CommandContext, entry: JournalEntry): Promise<Button[][]> {
  let one = await entryBefore(ctx.tx, entry, ctx.now);
  for (let passed = 0; one && passed < MOST_PASSED; passed += 1) {
    const found = await undoable(ctx.tx, one, ctx.now);
    if (!found) return [];
    if (await canUndo(ctx.tx, found.userId, found.id, ctx.now)) {
      const label = ctx.t.undo.before(truncate(await spokenLine(ctx, found), LABEL_GRAPHEMES));
      return [[{ label, command: `/undo ${found.id}` }]];
    }
    one = await entryBefore(ctx.tx, found, ctx.now);
  }
  return [];
}

/** Only a user knows whether these two are one person. */
function taken({ t }: CommandContext, command: string, holder: Contact): Reply {
  const buttons = [[{ label: t.button.contact, command: `/contact c${holder.id}` }]];
  return failed(t.undo.taken(command, nameOf(holder), `c${holder.id}`), { buttons });
}
