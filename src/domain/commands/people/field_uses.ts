import { followInCampaigns } from '../../campaigns/field_named.ts';
import { sequenceName } from '../../campaigns/sequences/sequence.ts';
import type { Field } from '../../people/fields/field.ts';
import { filterWords } from '../../segments/filter_words.ts';
import { namingField } from '../../segments/segment.ts';
import { followInCanned } from '../../talk/canned.ts';
import { followInTemplates } from '../../templates/field_named.ts';
import type { CommandContext } from '../command.ts';

/** What is written with a field, as the owner calls it; its texts go by `after` from now on, if it is given. `leaving`: campaigns among them that are being sent. */
export async function fieldUses(
  ctx: CommandContext,
  before: Field,
  after?: Field,
): Promise<{ uses: string[]; leaving: string[] }> {
  const { t, tx } = ctx;
  const { uses } = t.field;
  const { campaigns, leaving, sequences } = await followInCampaigns(tx, before, after);
  const templates = await followInTemplates(tx, before, after);
  const canned = await followInCanned(tx, before, after?.name);
  const segments = namingField(await filterWords(ctx), before.id);
  const all = [
    ...sequences.map((one) => uses.sequence(sequenceName(t, one))),
    ...campaigns.map(uses.campaign),
    ...templates.map(uses.template),
    ...canned.map(uses.canned),
    ...segments.map(({ name }) => uses.segment(name)),
  ];
  return { uses: all, leaving };
}
