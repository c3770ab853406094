import { REMOTE } from '../channel.ts';
import type { Context } from '../context.ts';
import { loadFields } from '../people/fields/field.ts';
import { typedAt } from '../people/fields/value.ts';
import type { FilterWords } from '../people/filter/filter.ts';
import { PHONE } from '../people/sign.ts';
import { loadStages, namesOfStage } from '../sell/pipeline/stage.ts';
import { boundsOf } from '../settings.ts';
import { listSegments } from './segment.ts';

/** What the meaning of a filter depends on, as things are now. */
export async function filterWords(ctx: Pick<Context, 'settings' | 'providers' | 'tx' | 'now'>): Promise<FilterWords> {
  const { settings, providers, tx } = ctx;
  const channels = [...REMOTE, PHONE, ...providers];
  const [fields, segments, stages, campaigns] = await Promise.all([
    loadFields(tx),
    listSegments(tx),
    // what was removed is still understood where it was typed, and means nobody
    loadStages(tx, { all: true }),
    // steps of sequences are nobody's campaign
    tx<{ id: string }>`select id from campaigns where sequence_id is null`,
  ]);
  return {
    ...{ currency: settings.currency, channels, fields, segments, bounds: boundsOf(settings), at: typedAt(ctx) },
    stages: stages.map((stage) => ({ key: stage.key, name: stage.name, names: [...namesOfStage(stage), stage.key] })),
    campaigns: campaigns.map(({ id }) => id),
  };
}
