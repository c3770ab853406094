import type { Sentence } from '../../../text/sentence/sentence.ts';
import type { Context } from '../../context.ts';
import { listContracts } from '../../sell/contract/contract.ts';
import { uninvoicedOf } from '../../sell/invoice/invoice.ts';
import { contractActIn } from './contract/act.ts';
import type { Lines, Named } from './order_said.ts';

/** What somebody was invoiced: the one order of theirs that is to be; of several the command asks. */
export async function invoiceSaid(
  ctx: Context,
  { words }: Sentence,
  whom: Named | undefined,
): Promise<Lines | undefined> {
  if (!whom) return words === '' ? undefined : { line: `/invoice ${words}`, shown: `/invoice ${words}` };
  const shown = `/invoice ${whom.name} ${words}`.trim();
  const theirs = { line: `/invoice ${whom.ref} ${words}`.trim(), shown };
  const [id, ...others] = whom.ids;
  if (id === undefined || others.length > 0) return theirs;
  const [one, ...more] = await uninvoicedOf(ctx.tx, id, 2);
  return one && more.length === 0 ? { line: `/invoice ${one.number} ${words}`.trim(), shown } : theirs;
}

/** What was agreed with somebody; what becomes of it is said of the one contract that runs. Undefined: there is none. */
export async function contractSaid(
  ctx: Context,
  { words }: Sentence,
  whom: Named | undefined,
): Promise<Lines | undefined> {
  if (!whom) return undefined;
  const theirs = { line: `/contract ${whom.ref} ${words}`.trim(), shown: `/contract ${whom.name} ${words}`.trim() };
  if (!contractActIn(words)) return theirs;
  const found = [];
  for (const contactId of whom.ids) found.push(...(await listContracts(ctx.tx, { contactId }, 2)));
  const [one, ...others] = found;
  if (!one) return undefined;
  // of several it is shown which there are
  if (others.length > 0) return { line: `/contracts ${whom.ref}`, shown: `/contracts ${whom.name}` };
  return { line: `/contract ${one.id} ${words}`, shown: theirs.shown };
}
