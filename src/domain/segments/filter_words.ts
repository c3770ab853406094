import { REMOTE } from '../channel.ts';
import type { Context } from '../context.ts';
import { loadFields } from '../people/fields/field.ts';
import { typedAt } from '../people/fields/value.ts';
import type { FilterWords } from '../people/filter.ts';
import { PHONE } from '../people/sign.ts';
import { boundsOf } from '../settings.ts';
import { listSegments } from './segment.ts';

/** What the meaning of a filter depends on, as things are now. */
export async function filterWords(ctx: Pick<Context, 'settings' | 'providers' | 'tx' | 'now'>): Promise<FilterWords> {
  const { settings, providers, tx } = ctx;
  const channels = [...REMOTE, PHONE, ...providers];
  const [fields, segments] = await Promise.all([loadFields(tx), listSegments(tx)]);
  return { currency: settings.currency, channels, fields, segments, bounds: boundsOf(settings), at: typedAt(ctx) };
}
