import { priceSaid } from '../../../text/sentence/theirs/price.ts';
import { comparedSpans } from '../../../text/when/past/compared.ts';
import type { WhenContext } from '../../../text/when/when.ts';
import type { Context } from '../../context.ts';
import { becameOfTheirs } from '../sell/theirs/became.ts';
import { depositsOnLeads } from '../sell/theirs/deposit.ts';
import { pricesOfTheirs } from '../sell/theirs/price.ts';
import { repetitionsSaid } from '../tasks/often_said.ts';

/** A line, as a sentence becomes one. */
interface Named {
  line: string;
  shown: string;
  atOnce: boolean;
  ids?: string[];
  label?: string;
  pieces?: Named[];
  oneOf?: true;
}

/** What is read before any pattern, as all of it is known here: two stretches of days beside each other, or something of theirs that whoever has it is named with. */
export async function byWhatIsNamed(ctx: Context, text: string, moment: WhenContext): Promise<Named | undefined> {
  const both = comparedSpans(text, moment);
  if (both) {
    const line = `/takings ${both.map(({ said }) => said).join(' vs ')}`;
    return { line, shown: line, atOnce: true };
  }
  const repetitions = eachOf(await repetitionsSaid(ctx, text, moment));
  if (repetitions) return repetitions;
  const deposits = eachOf(await depositsOnLeads(ctx, text));
  if (deposits) return deposits;
  const price = priceSaid(text);
  const prices = async () => (price ? eachOf(await pricesOfTheirs(ctx, text, price)) : undefined);
  // a sum for all of it may be of something that is named by its title
  const isSum = price?.is === 'to' && !price.each;
  const first = isSum ? undefined : await prices();
  if (first) return first;
  const theirs = await becameOfTheirs(ctx, text);
  return theirs ? { ...theirs, atOnce: false } : prices();
}

/** Of several each is offered, as one of them is meant. */
export function eachOf([first, ...others]: readonly Omit<Named, 'atOnce'>[]): Named | undefined {
  if (!first) return undefined;
  const became = { ...first, atOnce: false };
  return others.length === 0
    ? became
    : { ...became, oneOf: true, pieces: [first, ...others].map((one) => ({ ...one, atOnce: false })) };
}
