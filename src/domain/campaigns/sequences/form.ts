import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { MOST_AN_HOUR } from '../../people/consent.ts';
import { insertEntries, MINUTE_MS } from './enter.ts';
import { WINDOW } from './recipe.ts';
import { loadSequence, type Sequence, sequenceName } from './sequence.ts';
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
    if (await isFlood(ctx, one, writer.contactId)) continue;
    const due = new Date(Math.max(at.getTime() + first.after * MINUTE_MS, ctx.now.getTime()));
    const key = occasionOf(one, externalId);
    await insertEntries(ctx, one, [{ ...writer, key, at, since: behind(at), due }], WINDOW.own * MINUTE_MS);
  }
}

const HOUR_MS = 60 * MINUTE_MS;
/** So often a day a form begins it for one person: whoever fills it in need not be them. */
const MOST_A_DAY = 3;

/** Whether a form begins it for more people within the hour, or more often for one within a day, than customers would: the owner is told once an hour. */
async function isFlood(ctx: Context, one: Sequence, contactId: string): Promise<boolean> {
  const { tx, now } = ctx;
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
  const [begun] = await tx<{ all: number; theirs: number }>`
    select count(*) filter (where entered_at > ${ago(1)})::int as all, count(*) filter (where contact_id = ${contactId})::int as theirs
    from sequence_entries where sequence_id = ${one.id} and entered_at > ${ago(24)} and entered_at <= ${now}`;
  if (begun!.all < MOST_AN_HOUR && begun!.theirs < MOST_A_DAY) return false;
  await tellOwner(
    ctx,
    `sequence:${one.id}:flood:${Math.floor(now.getTime() / HOUR_MS)}`,
    (t) => ({
      title: t.sequence.title(sequenceName(t, one), t.sequence.state(one.isOn)),
      text: t.sequence.flood(MOST_AN_HOUR, MOST_A_DAY),
      buttons: [[{ label: t.sequence.button.earlier, command: `/sequence ${one.id} also` }]],
    }),
    { notice: { kind: 'campaign' } },
  );
  return true;
}
