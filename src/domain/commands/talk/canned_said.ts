import type { Sentence } from '../../../text/sentence/sentence.ts';
import { type Context, localeOf } from '../../context.ts';
import { loadContact } from '../../people/contact.ts';
import { isForReading } from '../../people/name.ts';
import { cannedNamed } from '../../talk/canned.ts';
import { fill, variablesIn } from '../../talk/variable.ts';
import type { Lines, Named } from '../sell/order_said.ts';
import type { Addressed } from '../who/addressed.ts';

/**
 * Words kept to be said often, by their name: send hours to Maria. They are shown as they would leave, in the language of whoever gets
 * them if there is one. Undefined: nothing is kept under that name.
 */
export async function cannedSaid(
  ctx: Context,
  { words }: Sentence,
  whom: Named | undefined,
): Promise<(Lines & { to: Addressed }) | undefined> {
  const kept = whom && words ? await cannedNamed(ctx.tx, words) : [];
  const [first] = kept;
  if (!whom || !first) return undefined;
  const contact = whom.ids.length === 1 ? await loadContact(ctx.tx, whom.ids[0]!) : undefined;
  const spoken = contact && localeOf(ctx, contact);
  const { text, name } = kept.find(({ locale }) => locale === spoken) ?? first;
  // an order, or a field of theirs, is asked about once it is to leave
  const filled =
    contact && isForReading(contact.name) && !variablesIn(text).includes('order')
      ? fill(text, { name: contact.name, business: ctx.settings.businessName, order: '' })
      : undefined;
  return {
    line: `/c ${name} ${whom.ref}`,
    shown: `/c ${name} ${whom.name}`,
    to: { name: whom.name, ids: [...whom.ids], words: filled && 'text' in filled ? filled.text : text, isNote: false },
  };
}
