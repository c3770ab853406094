import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Button, Item, Reply } from '../../domain/reply.ts';
import { widthOf } from '../../text/cut.ts';
import { truncate } from '../../text/truncate.ts';

/** Telegram shows at most 8 buttons in a row and accepts at most 100 in all. */
const ROW = 8;
const MOST = 100;
const LABEL = 64;
/** So many Latin letters fit one row on a phone: sixteen a button where three stand side by side. */
const WIDTH = 48;
/** Bot API: callback_data, 1-64 bytes. */
const DATA_BYTES = 64;

/** How much of a line without a ref its buttons say. */
const NAME = 28;

/** A row for each item with buttons, which say whose they are, then the reply's own rows. Undefined if there are none. */
export function keyboardOf(reply: Reply): InlineKeyboardMarkup | undefined {
  const own = (reply.buttons ?? []).flatMap((row) => rowsOf(row));
  const items = (reply.lists ?? []).flatMap((list) => list.items);
  const nameOf = namesIn(items);
  const ofItems = items.flatMap((item) => rowsOf(item.buttons ?? [], nameOf(item)));
  const room = MOST - own.flat().length;
  const rows = [...firstButtons(ofItems, room), ...own];
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

/**
 * What a line's buttons begin with: its ref; where it has none, and a button of another line is called the same, the beginning of its
 * words. All buttons stand below all lines.
 */
function namesIn(items: readonly Item[]): (item: Item) => string {
  const count = new Map<string, number>();
  for (const label of items.flatMap(({ buttons = [] }) => [...new Set(buttons.map(({ label }) => label))]))
    count.set(label, (count.get(label) ?? 0) + 1);
  return ({ ref, text, buttons = [] }) => {
    if (ref) return `${ref} · `;
    const plain = truncate(text.replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\s)+/u, '') || text, NAME);
    return plain && buttons.some(({ label }) => count.get(label)! > 1) ? `${plain} · ` : '';
  };
}

/** As many side by side as a phone shows whole: the buttons of a row are equally wide. */
function rowsOf(buttons: readonly Button[], prefix = ''): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (const key of buttons.filter(canBePressed).map((button) => keyOf(button, prefix))) {
    const last = rows.at(-1);
    if (last && areWhole([...last, key])) last.push(key);
    else rows.push([key]);
  }
  return rows;
}

const areWhole = (row: readonly InlineKeyboardButton[]): boolean =>
  row.length <= ROW && row.length * Math.max(...row.map(({ text }) => widthOf(text))) <= WIDTH;

/**
 * `enqueue` gives every button its id; without one we could not understand its press. Telegram has no forms: a button
 * that asks gets its words as an answer.
 */
function canBePressed({ id, label, form, asks }: Button): boolean {
  return (
    (!form || asks === true) && id !== undefined && id !== '' && label !== '' && Buffer.byteLength(id) <= DATA_BYTES
  );
}

function keyOf({ label, id, style }: Button, prefix: string): InlineKeyboardButton {
  return { text: truncate(prefix + label, LABEL), callback_data: id!, ...(style && { style }) };
}

/** Whole rows as long as they fit; lists are paged long before this. */
function firstButtons(rows: InlineKeyboardButton[][], room: number): InlineKeyboardButton[][] {
  let count = 0;
  return rows.filter((row) => {
    count += row.length;
    return count <= room;
  });
}
