import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Button, Reply } from '../../domain/reply.ts';
import { truncate } from '../../text/truncate.ts';

/** Telegram shows at most 8 buttons in a row and accepts at most 100 in all. */
const ROW = 8;
const MOST = 100;
const LABEL = 64;
/** Bot API: callback_data, 1-64 bytes. */
const DATA_BYTES = 64;

/**
 * A row for each item with buttons, which name their item by its ref, then the reply's own rows. Undefined if there are
 * none.
 */
export function keyboardOf(reply: Reply): InlineKeyboardMarkup | undefined {
  const own = (reply.buttons ?? []).flatMap((row) => rowsOf(row));
  const items = (reply.lists ?? []).flatMap((list) => list.items);
  const ofItems = items.flatMap(({ buttons = [], ref }) => rowsOf(buttons, ref ? `${ref} · ` : ''));
  const room = MOST - own.flat().length;
  const rows = [...firstButtons(ofItems, room), ...own];
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

function rowsOf(buttons: readonly Button[], prefix = ''): InlineKeyboardButton[][] {
  const keys = buttons.filter(canBePressed).map((button) => keyOf(button, prefix));
  return Array.from({ length: Math.ceil(keys.length / ROW) }, (_, row) => keys.slice(row * ROW, (row + 1) * ROW));
}

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
