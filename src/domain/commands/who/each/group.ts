import { foldText } from '../../../../text/fold.ts';
import { nameForms } from '../../../../text/person/whom/clauses.ts';
import type { Context } from '../../../context.ts';
import { tagsInUse } from '../../../people/tag.ts';
import { listSegments } from '../../../segments/segment.ts';
import { byWholeName } from '../readings.ts';

/** What a tag or a segment is called by each of these words, which are nobody's whole name. Undefined: it is none. */
export async function groupsIn(
  ctx: Pick<Context, 'tx' | 'settings'>,
  names: readonly string[],
): Promise<(string | undefined)[]> {
  const [tags, segments] = await Promise.all([tagsInUse(ctx.tx), listSegments(ctx.tx)]);
  const groups: (string | undefined)[] = [];
  for (const name of names) {
    const bare = name.replace(/^[#＃]/u, '');
    const isTag = bare !== name;
    const forms = nameForms(foldText(bare).trim());
    const tag = forms.flatMap((form) => tags.filter((one) => foldText(one) === form))[0];
    const segment = isTag
      ? undefined
      : forms.flatMap((form) => segments.filter((one) => foldText(one.name).trim() === form))[0];
    const group = tag !== undefined ? `#${tag}` : segment && `segment:"${segment.name}"`;
    const whole = group === undefined || isTag ? undefined : await byWholeName(ctx, name);
    groups.push(whole?.left === '' ? undefined : group);
  }
  return groups;
}

/** Whether a word is a tag or a segment, and nobody's whole name: it means many, and never quietly one of them whose name has it in it. */
export const isGroup = async (ctx: Pick<Context, 'tx' | 'settings'>, name: string): Promise<boolean> =>
  (await groupsIn(ctx, [name]))[0] !== undefined;
