import type { Locale } from '../../../../text/locale.ts';
import { plainly } from '../../../../text/plainly.ts';
import { isWanted, mayBeTold } from '../../../../text/sentence/own/remarks.ts';
import { isSelfTold } from '../../../../text/sentence/self_told.ts';
import type { Texts } from '../../../../text/texts.ts';
import type { Context } from '../../../context.ts';
import type { Reply } from '../../../reply.ts';
import { lineButton } from '../../line_button.ts';
import { commands } from '../../table.ts';
import type { Addressed } from '../../who/addressed.ts';
import { offerForAddressed } from '../../who/words_for.ts';
import { ownWords } from '../own_words.ts';

/** As `offerForAddressed`; behind a name and a colon, what speaks of them is kept first: jo: call her back after lunch. */
export async function offerForNamed(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { text, to }: { text: string; to: Addressed },
): Promise<Reply> {
  const reply = await offerForAddressed(ctx, t, locale, to, text);
  const plain = plainly(to.words.trim());
  const isWish = isWanted(plain);
  const isOfThem = isWish || isSelfTold(plain) || (!mayBeTold(plain) && ownWords(plain) !== undefined);
  if (!isOfThem || to.isNote || !startsWithName(text, to.name)) return reply;
  const rows = reply.buttons ?? [];
  const isKept = (row: (typeof rows)[number]) => row.every(({ command }) => /^\/(?:note|task) /.test(command));
  const [id, ...others] = isWish ? to.ids : [];
  const line = `/lead c${id} ${to.words}`;
  const lead =
    id !== undefined && others.length === 0
      ? [[lineButton({ t, locale, commands }, line, `/lead ${to.name} ${to.words}`)]]
      : [];
  return {
    ...reply,
    quote: to.words,
    buttons: [...lead, ...rows.filter(isKept), ...rows.filter((row) => !isKept(row))],
  };
}

const startsWithName = (text: string, name: string): boolean =>
  text.toLowerCase().startsWith(name.toLowerCase()) && /^\s?[:：]/u.test(text.slice(name.length));
