import { head } from '../../../text/cut.ts';
import { cleanName } from '../../../text/normalise.ts';
import { typedWords } from '../../../text/typed.ts';
import { kindBy } from '../../exchange/column.ts';
import { loadFields } from '../../people/fields/field.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { whyNoField } from './field_name.ts';

const JOINERS = [...typedWords(({ field }) => field.is)].sort((one, other) => other.length - one.length);
/** Of words without a sign between them: 口味 喜欢浓茶 begins with the name, favourite colour blue may end with the value. */
const MOST_SPLITS = 2;
const LONGEST_LABEL = 40;

interface NewField {
  name: string;
  value: string;
}

/** Words that are no change we know: a new name, a note, or a field that is not there yet. Each button carries all of them. */
export async function askWhat(
  ctx: CommandContext,
  { id, name }: { id: string; name: string },
  words: string,
): Promise<Reply> {
  const { t } = ctx;
  const said = words.replace(/\s*\n\s*/gu, ' ').trim();
  const buttons = [
    { label: t.edit.isName, command: `/rename c${id} ${said}` },
    { label: t.button.note, command: `/note c${id} ${words.trim()}` },
  ];
  return failed(t.edit.what(nameOf({ id, name }), said), { buttons: [...(await newFields(ctx, id, said)), buttons] });
}

/** Makes the field and fills it in at one tap; only the owner may. */
async function newFields(ctx: CommandContext, contactId: string, words: string): Promise<Button[][]> {
  if (ctx.user.role !== 'owner') return [];
  const fields = await loadFields(ctx.tx);
  return splitsOf(words)
    .filter(({ name }) => whyNoField(ctx.t, fields, name) === undefined)
    .map(({ name, value }) => [
      {
        label: head(ctx.t.edit.newField(name, value), LONGEST_LABEL),
        command: `/field add "${name}" ${kindBy([value])}\n/edit c${contactId} ${name}: ${value}`,
      },
    ]);
}

/** Where the name of a field may end: at a sign or a joining word, else at a blank. */
function splitsOf(words: string): NewField[] {
  const signed = /^([^:：=＝]{1,40})[:：=＝]\s*(\S[\s\S]*)$/u.exec(words);
  if (signed) return [{ name: cleanName(signed[1]!), value: signed[2]!.trim() }];
  const parts = words.split(/\s+/u);
  const joined = parts.findIndex(
    (part, nth) => nth > 0 && nth < parts.length - 1 && JOINERS.includes(part.toLowerCase()),
  );
  if (joined > 0) return [splitAt(parts, joined, joined + 1)];
  if (parts.length < 2) return [];
  const ends = /\p{Script=Han}/u.test(parts[0]!) ? [1] : [parts.length - 1, 1];
  return [...new Set(ends)].slice(0, MOST_SPLITS).map((end) => splitAt(parts, end, end));
}

const splitAt = (parts: readonly string[], end: number, from: number): NewField => ({
  name: parts.slice(0, end).join(' '),
  value: parts.slice(from).join(' '),
});
