import type { Context } from '../../context.ts';
import { insertEntries, MINUTE_MS } from './enter.ts';
import { WINDOW } from './recipe.ts';
import { loadSequence } from './sequence.ts';
import { behind, occasionOf } from './start.ts';

/** Something that was filled in: in which form, as which message, and when. */
interface FilledIn {
  formId: string;
  externalId: string;
  at: Date;
}

/** Begins what begins with a form for whoever has filled it in. One that was halted goes on with them; one that its owner has put off does not. */
export async function beginWithForm(ctx: Context, { formId, externalId, at }: FilledIn): Promise<void> {
  const { tx } = ctx;
  const those = await tx<{ id: string }>`
    select id from sequences
    where start ->> 'form' = ${formId} and deleted_at is null and begins_at <= ${at} and (is_on or reason <> 'asked') order by id`;
  if (those.length === 0) return;
  const [writer] = await tx<{ contactId: string }>`
    select v.contact_id as "contactId" from messages m join conversations v on v.id = m.conversation_id
    where m.external_id = ${externalId} and m.direction = 'in' limit 1`;
  if (!writer) return;
  for (const { id } of those) {
    // whoever takes it further or halts it comes first
    const one = await loadSequence(tx, id, tx`for update`);
    const [first] = one?.steps ?? [];
    if (!one || !first) continue;
    const due = new Date(Math.max(at.getTime() + first.after * MINUTE_MS, ctx.now.getTime()));
    const key = occasionOf(one, externalId);
    await insertEntries(ctx, one, [{ ...writer, key, at, since: behind(at), due }], WINDOW.own * MINUTE_MS);
  }
}
