import { comparedSpans } from '../../../text/when/past/compared.ts';
import type { WhenContext } from '../../../text/when/when.ts';
import type { Context } from '../../context.ts';
import { becameOfTheirs } from '../sell/theirs/became.ts';
import { depositsOnLeads } from '../sell/theirs/deposit.ts';

/** A line, as a sentence becomes one. */
interface Named {
  line: string;
  shown: string;
  atOnce: boolean;
  ids?: string[];
  pieces?: Named[];
}

/** What is read before any pattern, as all of it is known here: two stretches of days beside each other, or something of theirs that whoever has it is named with. */
export async function byWhatIsNamed(ctx: Context, text: string, moment: WhenContext): Promise<Named | undefined> {
  const both = comparedSpans(text, moment);
  if (both) {
    const line = `/takings ${both.map(({ said }) => said).join(' vs ')}`;
    return { line, shown: line, atOnce: true };
  }
  const [deposit, ...others] = await depositsOnLeads(ctx, text);
  if (deposit) {
    const became = { ...deposit, atOnce: false };
    return others.length === 0
      ? became
      : { ...became, pieces: [deposit, ...others].map((one) => ({ ...one, atOnce: false })) };
  }
  const theirs = await becameOfTheirs(ctx, text);
  return theirs && { ...theirs, atOnce: false };
}
