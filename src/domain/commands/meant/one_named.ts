import type { Context } from '../../context.ts';
import { whoIsNamed } from '../who/whole_or_part.ts';
import { peopleIn } from './named.ts';

/** The one person whom a text names, and how it calls them. Undefined: it names nobody, several, or somebody whom several are called as. */
export async function oneNamed(ctx: Context, text: string): Promise<{ id: string; said: string } | undefined> {
  const named = await whoIsNamed(ctx, text);
  const [whom, ...others] = await peopleIn(ctx, text, named.ids);
  const [id, ...namesakes] = whom?.ids ?? [];
  return whom && id && others.length === 0 && namesakes.length === 0 ? { id, said: whom.said } : undefined;
}
