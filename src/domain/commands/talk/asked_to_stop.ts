import { truncate } from '../../../text/truncate.ts';
import { typedWords } from '../../../text/typed.ts';
import { stopButtons } from '../../desk/noes/no_more.ts';
import { nameOf } from '../../people/name.ts';
import { countStopQuestions, endStopQuestion, listStopQuestions } from '../../people/preferences/stop_question.ts';
import { addressesOf, unsubscribe } from '../../people/suppression.ts';
import { failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';

const ASKED = typedWords(({ consent }) => consent.asked);
const KEEP = typedWords(({ consent }) => consent.keep);
/** What one card takes; the buttons are for all. */
const SHOWN = 50;

/** 'asked', 'asked keep 60': all who seem to have asked for no more, and how many of them whoever decides has seen. Undefined: it is somebody's name. */
export function readAsked(words: string): { keep: boolean; count: number | undefined } | undefined {
  const [first = '', ...rest] = words.trim().toLowerCase().split(/\s+/u);
  const keep = KEEP.has(rest[0] ?? '');
  const [count, ...more] = keep ? rest.slice(1) : rest;
  if (!ASKED.has(first) || more.length > 0 || (count !== undefined && !/^\d{1,9}$/.test(count))) return undefined;
  return { keep, count: count === undefined ? undefined : Number(count) };
}

/** All of whom it is to be decided, with one button for all of them; whoever has come since they were shown is shown first. */
export async function decideAll(
  ctx: CommandContext,
  { decision, count }: { decision: 'stop' | 'keep' | undefined; count: number | undefined },
): Promise<Reply> {
  const { t, tx, now } = ctx;
  const open = await countStopQuestions(tx);
  if (open === 0) return failed(t.consent.nobodyAsked);
  if (decision === undefined || count !== open) return shown(ctx, open);
  for (const { contactId } of await listStopQuestions(tx, open)) {
    if (decision === 'stop')
      for (const place of await addressesOf(tx, contactId))
        await unsubscribe(tx, { ...place, saidBy: 'user', source: 'command', now });
    await endStopQuestion(tx, contactId);
  }
  return { text: decision === 'stop' ? t.consent.allStopped(open) : t.consent.allGoOn(open) };
}

async function shown({ t, tx }: CommandContext, open: number): Promise<Reply> {
  const rows = await listStopQuestions(tx, SHOWN);
  const items = rows.map(({ contactId, name, words }) => ({
    text: t.digest.waits(nameOf({ id: contactId, name }), truncate(words, 60)),
    ref: `c${contactId}`,
    contactId,
    buttons: stopButtons(t, contactId),
  }));
  const word = t.typed.consent.asked[0];
  const all = [
    [{ label: t.consent.button.stopAll(open), command: `/unsubscribe ${word} ${open}` }],
    [{ label: t.consent.button.keepAll(open), command: `/consent ${word} ${t.typed.consent.keep[0]} ${open}` }],
  ];
  const title = t.digest.some(t.consent.toDecide, rows.length, open);
  return { text: t.consent.toDecide, lists: [{ title, items }], ...(open > 1 && { buttons: all }) };
}
