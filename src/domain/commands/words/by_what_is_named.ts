import { comparedSpans } from '../../../text/when/past/compared.ts';
import type { WhenContext } from '../../../text/when/when.ts';
import type { Context } from '../../context.ts';
import { becameOfTheirs } from '../sell/theirs/became.ts';
import type { Became } from './sentences.ts';

/** What is read before any pattern, as all of it is known here: two stretches of days beside each other, or something of theirs that whoever has it is named with. */
export async function byWhatIsNamed(ctx: Context, text: string, moment: WhenContext): Promise<Became | undefined> {
  const both = comparedSpans(text, moment);
  if (both) {
    const line = `/takings ${both.map(({ said }) => said).join(' vs ')}`;
    return { line, shown: line, atOnce: true };
  }
  const theirs = await becameOfTheirs(ctx, text);
  return theirs && { ...theirs, atOnce: false };
}
