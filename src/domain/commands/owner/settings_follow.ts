import { LIKELY } from '../../../text/locale.ts';
import { currencyOf } from '../../../text/money/currency_of.ts';
import { countryName } from '../../../text/person/country.ts';
import { countryOfZone } from '../../../text/when/common_zones.ts';
import type { Button } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { lineOf, type Setting } from './settings_read.ts';

/** What most likely changes with a setting that was just changed: one tap for all of it, never by itself. */
export function followUps(ctx: CommandContext, changed: Setting['key']): Button[][] {
  const country = countryWith(ctx, changed);
  if (country === undefined) return [];
  const currency = currencyOf(country) ?? ctx.settings.currency;
  const lines = [
    ...(country === ctx.settings.country ? [] : [lineOf('en', { key: 'country' }, country)]),
    ...(currency === ctx.settings.currency ? [] : [lineOf('en', { key: 'currency' }, currency)]),
  ];
  const both: Button[] =
    lines.length > 0
      ? [{ label: ctx.t.settings.also(countryName(country, ctx.locale), currency), command: lines.join('\n') }]
      : [];
  const zone: Button[] =
    changed === 'timezone' || countryOfZone(ctx.settings.timezone) === country
      ? []
      : [{ label: ctx.t.settings.alsoZone, command: lineOf('en', { key: 'timezone' }) }];
  return [both, zone].filter(({ length }) => length > 0);
}

/** Where somebody most likely is who has changed this. */
function countryWith({ settings }: CommandContext, changed: Setting['key']): string | undefined {
  if (changed === 'timezone') return countryOfZone(settings.timezone);
  if (changed === 'country') return settings.country;
  return changed === 'locale' ? LIKELY[settings.locale].country : undefined;
}
