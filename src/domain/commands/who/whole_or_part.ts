import type { Asking } from './addressed.ts';
import { withCapital } from './may_say.ts';
import { namedIn } from './readings.ts';
import { namedPartly } from './spoken_to.ts';

/** Who is named in a sentence, and whether by a whole name, an address or a phone. */
export interface WhoIsNamed {
  whole: boolean;
  ids: readonly string[];
}

/** Whoever a sentence names by a whole name; by a word of a name where nobody's whole name is there. */
export async function whoIsNamed(ctx: Asking, sentence: string): Promise<WhoIsNamed> {
  const ids = await namedIn(ctx, sentence);
  return ids.length > 0 ? { whole: true, ids } : { whole: false, ids: await namedPartly(ctx, withCapital(sentence)) };
}
