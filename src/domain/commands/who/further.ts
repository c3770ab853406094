import { furtherIn } from '../../../text/sentence/front/further.ts';
import { type Asking, called, gluedName } from './addressed.ts';

const MARKS = /^[\s,，:：;；)）]+/u;
const EDGES = /^[\s,，(（;.]+|[\s,，:：)）]+$/gu;

/** What words behind somebody's name say to them, and what stands before or behind that. */
interface Parted {
  said: string;
  ours: string;
}

/** Words behind somebody's name that begin or end with who is left out or gets it too. Undefined: all of them are said. `id`: whom they are for. */
export async function partedFromFurther(
  ctx: Asking,
  text: string,
  id: string | undefined,
): Promise<Parted | undefined> {
  const typed = text.trim();
  const said = await saidIn(ctx, typed, id);
  if (said === undefined) return undefined;
  const ours = typed.endsWith(said) ? typed.slice(0, -said.length) : typed.slice(said.length);
  return { said, ours: ours.replace(EDGES, '') };
}

async function saidIn(ctx: Asking, text: string, id: string | undefined): Promise<string | undefined> {
  const { name, glued, rest } = furtherIn(text) ?? {};
  const isOther = (ids: readonly string[]) => ids.some((one) => one !== id);
  if (name !== undefined) return isOther((await called(ctx, name)).ids) ? rest : undefined;
  if (glued === undefined) return rest;
  const found = await gluedName(ctx, glued, called);
  return found && isOther(found.ids) ? found.left.replace(MARKS, '') || undefined : undefined;
}
