import { behindJoiner } from '../../../text/person/joined.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import type { Context } from '../../context.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import type { Button, Field } from '../../reply.ts';
import { offerAnswer } from '../../talk/answer_way.ts';
import type { Conversation } from '../../talk/conversation.ts';
import { rivalsFor } from '../../talk/rivals.ts';
import type { Addressed } from '../who/addressed.ts';
import { allButton, eachSure } from '../who/each/to_each.ts';
import type { Reading } from '../who/proof.ts';

const LABEL_GRAPHEMES = 30;

/** For several who are named in a row: each button names whom it answers, and with what. `sure`: all of them are meant, wherever they stand. */
export async function rowButtons(
  ctx: Context,
  t: Texts,
  first: Addressed,
  { others, words, sure = false }: { others: Pick<Reading, 'name' | 'ids'>[]; words: string; sure?: boolean },
): Promise<{ name: string; fields: Field[]; buttons: Button[][]; words: string; all?: Button }> {
  const said = truncate(words, LABEL_GRAPHEMES);
  const names: string[] = [];
  const fields: Field[] = [];
  const buttons: Button[][] = [];
  for (const { name: typed, ids } of [first, ...others]) {
    const contact = ids.length === 1 ? await loadContact(ctx.tx, ids[0]!) : undefined;
    const name = contact ? nameOf(contact) : typed;
    const label = t.desk.sendOnly(said, name);
    const only = contact && (await onlyRival(ctx, contact.id));
    const send = only && (await offerAnswer(ctx.tx, t, only, { name, label, words }));
    names.push(name);
    if (send) fields.push(...send.fields);
    // of several who are called so the command asks which
    const asks: Button = contact
      ? { label, command: `/reply c${contact.id} ${words}` }
      : { label, command: `/reply ${typed}: ${words}`, typed: true };
    buttons.push([{ ...(send?.button ?? asks), whole: true }]);
  }
  const name = names.join(', ');
  // the next name may also begin what is said to the first
  const isJoined = behindJoiner(first.words) !== undefined;
  if (!isJoined && first.ids.length === 1) {
    const label = t.desk.sendOnly(truncate(first.words, LABEL_GRAPHEMES), names[0]!);
    buttons.push([{ label, command: `/reply c${first.ids[0]} ${first.words}`, whole: true }]);
  }
  buttons.push([{ label: t.desk.makeTask(undefined), command: `/task ${name}: ${words}`, typed: true }]);
  const all = isJoined || sure ? allButton(t, await eachSure(ctx, t, [first, ...others]), words) : undefined;
  return { name, fields, buttons, words, ...(all && { all }) };
}

/** The one conversation in which they are answered; undefined if there is none, or if the command asks which. */
export async function onlyRival({ tx }: Context, contactId: string): Promise<Conversation | undefined> {
  const rivals = await rivalsFor(tx, contactId);
  return rivals.length === 1 ? rivals[0]!.conversation : undefined;
}
