import { receiptsOf } from '../../../outbox/rewrite.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { isAnythingOn } from '../../campaigns/campaign.ts';
import { tellReceipts } from '../../desk/receipt_card.ts';
import { journaled, noteAct } from '../../owner/journal.ts';
import { type Button, failed, type Reply, withFields } from '../../reply.ts';
import { numberReminded } from '../../sell/invoice/reminder.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { cancelScheduled, listScheduled } from '../../talk/scheduled.ts';
import { heldOf, lastHeld, type Recalled, recall } from '../../undo/recall.ts';
import type { Command, CommandContext } from '../command.ts';
import { orderActs } from '../sell/order/act_called.ts';
import { called } from '../who/addressed.ts';
import { isNamedBy } from '../who/naming.ts';
import { readingsOf } from '../who/readings.ts';
import { cancelTouched } from '../words/second_words.ts';
import { behindOne } from '../words/words.ts';
import { offerAfterAll } from './after_all.ts';

interface Args {
  kind: 'held' | 'scheduled';
  id: string | undefined;
}

/**
 * '/cancel': the answer that is just about to leave. Buttons say which: '/cancel o12' one that is held, '/cancel s12' one
 * that is to leave later. Pressed too late, it says so.
 */
export const cancel: Command<Args> = {
  name: 'cancel',
  role: 'helper',
  unread: behindOne(/^[os]\d{1,18}$/i),
  parse(words) {
    const [, kind, id] = /^([os])(\d{1,18})$/i.exec(words.trim()) ?? [];
    return { kind: kind?.toLowerCase() === 's' ? 'scheduled' : 'held', id };
  },
  insteadOf: whoseAnswer,
  run: (ctx, { kind, id }) => (kind === 'scheduled' ? cancelLater(ctx, id!) : cancelHeld(ctx, id)),
};

async function cancelHeld(ctx: CommandContext, given: string | undefined): Promise<Reply> {
  const id = given ?? (await lastHeld(ctx.tx, ctx.user.id))?.id;
  const reminds = id ? await numberReminded(ctx.tx, id) : undefined;
  const recalled = id ? await recall(ctx, id) : ({ result: 'none' } as const);
  if (recalled.result === 'recalled') return recalledReply(ctx, id!, recalled, reminds);
  if (recalled.result === 'left')
    return failed(ctx.t.undo.alreadySent(recalled.name, truncate(recalled.text, WORDS_GRAPHEMES)));
  if (recalled.result === 'not_sent') return failed(ctx.t.cancel.notSent);
  return nothingHeld(ctx);
}

/**
 * What told that it would leave says that it did not; to send it after all is a tap, if it was words alone. A reminder to pay is shown first, as
 * one that is written now.
 */
async function recalledReply(
  ctx: CommandContext,
  id: string,
  { name, text, hasFiles, conversationId }: Extract<Recalled, { result: 'recalled' }>,
  reminds: string | undefined,
): Promise<Reply> {
  await noteAct(ctx.tx, { userId: ctx.user.id, command: `/cancel o${id}`, now: ctx.now }, 'recalled');
  const said = { text: ctx.t.cancel.recalled(name), quote: text, receiptOf: id, about: conversationId };
  const words = (t: Texts) => ({ text: t.cancel.recalled(name) });
  await tellReceipts(ctx, await receiptsOf(ctx.tx, id), words, `recalled:${id}:${ctx.now.getTime()}`);
  const conversation = hasFiles && reminds === undefined ? undefined : await loadConversation(ctx.tx, conversationId);
  if (!conversation) return said;
  const { button, fields } = await offerAfterAll(ctx.tx, ctx.t, conversation, { name, text, reminds });
  return { ...said, ...withFields(fields), buttons: [[button]] };
}

/** Nothing is just about to leave; what is to leave later is a tap away. */
async function nothingHeld(ctx: CommandContext): Promise<Reply> {
  const [next] = await listScheduled(ctx.tx, 1);
  const sending = !next && (await isAnythingOn(ctx.tx));
  if (sending)
    return failed(ctx.t.cancel.nothing, { buttons: [[{ label: ctx.t.campaign.button.stopAll, command: '/stop' }]] });
  const touched = next ? [] : await cancelTouched(ctx);
  if (touched.length > 0) return failed(ctx.t.cancel.nothing, { buttons: touched.map((button) => [button]) });
  if (!next) return failed(ctx.t.cancel.nothing, { hint: ctx.t.cancel.waiting });
  const buttons = [[{ label: ctx.t.later.list, command: '/scheduled' }]];
  return failed(ctx.t.cancel.onlyScheduled, { buttons });
}

/** Undone, it is to leave again: at its time, or at once when that is over. */
async function cancelLater(ctx: CommandContext, id: string): Promise<Reply> {
  const entry = { userId: ctx.user.id, command: `/cancel s${id}`, now: ctx.now };
  const { result, journalId } = await journaled(ctx.tx, entry, () => cancelScheduled(ctx.tx, id, ctx.now));
  if (!result) return failed(ctx.t.cancel.notThere);
  const undo = { label: ctx.t.button.undo, command: `/undo ${journalId}` };
  return { text: ctx.t.cancel.scheduled(result.name), quote: result.text, buttons: [[undo]] };
}

const MOST_OFFERED = 6;
const MOST_SCHEDULED = 100;
const WORDS_GRAPHEMES = 20;

/** Where the words name somebody, what is to leave to them; else what is just about to leave. */
async function whoseAnswer(ctx: CommandContext, words: string): Promise<Button[]> {
  const orders = await orderActs(ctx, 'cancel', words);
  if (orders.length > 0) return orders;
  const held = (await heldOf(ctx.tx, ctx.user.id, MOST_OFFERED)).map((one) => ({ ...one, ref: `o${one.id}` }));
  const later = (await listScheduled(ctx.tx, MOST_SCHEDULED)).map((one) => ({ ...one, ref: `s${one.id}` }));
  const { ids } = await called(ctx, words);
  const names = await namesOf(ctx, ids);
  const theirs = [...held, ...later].filter(({ name }) => isNamedBy(name, words) || names.includes(name));
  const meant = theirs.length > 0 || ids.length > 0 || (await readingsOf(ctx, words)).length > 0 ? theirs : held;
  return meant.slice(0, MOST_OFFERED).map(({ ref, name, text }) => ({
    label: ctx.t.cancel.answerTo(name, truncate(text, WORDS_GRAPHEMES)),
    command: `/cancel ${ref}`,
  }));
}

async function namesOf({ tx }: CommandContext, ids: string[]): Promise<string[]> {
  const rows = await tx<{ name: string }>`select name from contacts where id = any(${ids}::bigint[]) and name <> ''`;
  return rows.map(({ name }) => name);
}
