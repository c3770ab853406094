import type { Tx } from '../../db/sql.ts';
import type { Field } from '../people/fields/field.ts';
import type { Variants } from '../templates/compile.ts';
import { lookedFor, renamedInVariants } from '../templates/field_named.ts';
import type { Sequence } from './sequences/sequence.ts';

/** What asks for a field and has not left yet. */
export interface FieldNamed {
  campaigns: string[];
  /** Of these: are being sent. */
  leaving: string[];
  sequences: Pick<Sequence, 'recipe' | 'name'>[];
}

/** The campaigns and sequences that ask for the field; they go by `after` from now on, if it is given. What has left stays as it was. */
export async function followInCampaigns(tx: Tx, before: Field, after?: Field): Promise<FieldNamed> {
  const to = after ?? lookedFor(before);
  const named: FieldNamed = { campaigns: [], leaving: [], sequences: [] };
  const sequences = await tx<Pick<Sequence, 'id' | 'recipe' | 'name' | 'steps'>>`
    select id, recipe, name, steps from sequences where deleted_at is null order by id for update`;
  for (const { id, recipe, name, steps } of sequences) {
    const changed = steps.map((step) => renamedInVariants(step.variants, before, to));
    if (!changed.some(Boolean)) continue;
    named.sequences.push({ recipe, name });
    const all = steps.map((step, nth) => ({ ...step, variants: changed[nth] ?? step.variants }));
    if (after) await tx`update sequences set steps = ${tx.json(all)} where id = ${id}`;
  }
  const campaigns = await tx<{
    id: string;
    name: string;
    ofStep: boolean;
    leaving: boolean;
    variants: Variants;
    second: Variants | null;
  }>`
    select id, name, sequence_id is not null as "ofStep", state = 'running' as leaving, variants, second from campaigns
    where state <> 'cancelled' and (state <> 'finished' or sequence_id is not null) order by id for update`;
  for (const { id, name, ofStep, leaving, variants, second } of campaigns) {
    const [first, other] = [renamedInVariants(variants, before, to), second && renamedInVariants(second, before, to)];
    if (!first && !other) continue;
    if (!ofStep) named.campaigns.push(name);
    if (!ofStep && leaving) named.leaving.push(name);
    if (after)
      await tx`
        update campaigns set variants = ${tx.json(first ?? variants)}, second = ${other ? tx.json(other) : tx`second`}
        where id = ${id}`;
  }
  return named;
}
