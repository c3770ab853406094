import { REMOTE } from '../channel.ts';
import type { Context } from '../context.ts';
import { loadFields } from './fields/field.ts';
import { typedAt } from './fields/value.ts';
import type { FilterWords } from './filter.ts';
import { PHONE } from './sign.ts';

/** What the meaning of a filter depends on, as things are now. */
export async function filterWords(ctx: Pick<Context, 'settings' | 'providers' | 'tx' | 'now'>): Promise<FilterWords> {
  const { settings, providers, tx } = ctx;
  const channels = [...REMOTE, PHONE, ...providers];
  return { currency: settings.currency, channels, fields: await loadFields(tx), at: typedAt(ctx) };
}
