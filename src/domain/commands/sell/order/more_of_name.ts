import { foldText } from '../../../../text/fold.ts';
import { readOrder } from '../../../../text/money/order/ordered_lines.ts';
import { type Contact, loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { gluedName, havingName } from '../../who/addressed.ts';
import { type Again, nobodyFound, onceAdded, perhapsReply } from '../../who/choices.ts';
import { foundBy } from '../../who/found.ts';
import { isMoreName } from '../../who/naming.ts';
import { isRef, splitFirst } from '../../words/words.ts';

/** What stands in front of goods may be a longer name than anybody's: a name is never cut into an article. */
const HAN_NAME = /^\p{Script=Han}{3,8}$/u;
/** SEO, A4: goods are written so, names hardly. */
const CAPITALS = /^[\p{Lu}\p{N}]{2,}$/u;
const CAPITALISED = /^\p{Lu}[\p{L}\p{M}'’-]*$/u;
const MOST_WORDS = 3;

/** 李明明 2盒龙井, where only 李明 is known: whether to add 李明明, or 李明 is meant. Undefined: nothing of the kind. */
export async function askOfLongerName(ctx: CommandContext, words: string, again: Again): Promise<Reply | undefined> {
  const [first, rest] = splitFirst(words.trim());
  if (!ctx.typed || ctx.about || rest === '' || !HAN_NAME.test(first)) return undefined;
  if ((await foundBy(ctx, first)).some(({ name }) => foldText(name).includes(foldText(first)))) return undefined;
  const known = await gluedName(ctx, words.trim(), havingName);
  const left = known && first.startsWith(known.name) ? first.slice(known.name.length) : '';
  if (!known || left === '' || known.ids.length === 0) return undefined;
  const meant: Button[][] = [];
  for (const id of known.ids.slice(0, MOST_WORDS)) {
    const contact = (await loadContact(ctx.tx, id))!;
    const goods = namesGoods(rest, ctx.settings.currency) ? rest : `${left} ${rest}`;
    meant.push([{ label: ctx.t.order.itIs(nameOf(contact), goods), command: again(`c${id}`, goods) }]);
  }
  return withAdded(ctx, [{ name: first, rest }], meant, again);
}

/** 林小梅龙井 256: what stands behind the name is the goods, where nothing else is. */
function namesGoods(words: string, currency: string): boolean {
  const read = readOrder(words, currency);
  return 'unclear' in read || read.lines.every(({ title }) => title !== '');
}

/**
 * Somebody was named by one word only. Capitalised words behind it may be more of a name that nobody has (Anna Miller), and one
 * character is a surname of many. Undefined: neither.
 */
export async function askOfMoreName(
  ctx: CommandContext,
  words: string,
  { contact, rest }: { contact: Contact; rest: string },
  again: Again,
): Promise<Reply | undefined> {
  const typed = words
    .trim()
    .replace(/^[@＠]/u, '')
    .slice(0, -rest.length || undefined);
  const name = typed.trim();
  if (!ctx.typed || ctx.about || rest === '' || name !== splitFirst(words.trim().replace(/^[@＠]/u, ''))[0])
    return undefined;
  if (isRef(name) || !/^[\p{L}\p{M}'’-]+$/u.test(name)) return undefined;
  if (/^\p{Script=Han}$/u.test(name) && foldText(contact.name) !== foldText(name))
    return perhapsReply(ctx, { name, left: rest, ids: [contact.id] }, again, contact);
  const names = longerNames(name, rest);
  if (names.length === 0) return undefined;
  return withAdded(
    ctx,
    names,
    [[{ label: ctx.t.order.itIs(nameOf(contact), rest), command: again(`c${contact.id}`, rest) }]],
    again,
  );
}

/** Anna Miller, Anna Maria Miller: the words in front of goods, as long as they are capitalised and none that goods are made of. */
function longerNames(name: string, rest: string): { name: string; rest: string }[] {
  const names: { name: string; rest: string }[] = [];
  let [longer, left] = [name, rest];
  while (names.length < MOST_WORDS) {
    const [word, behind] = splitFirst(left);
    if (behind === '' || !CAPITALISED.test(word) || CAPITALS.test(word) || !isMoreName(name, word)) break;
    [longer, left] = [`${longer} ${word}`, behind];
    names.push({ name: longer, rest: left });
  }
  return names;
}

function withAdded(
  ctx: CommandContext,
  names: { name: string; rest: string }[],
  meant: Button[][],
  again: Again,
): Reply {
  const added = names.map(({ name, rest }) => nobodyFound(ctx, name, onceAdded(again, rest)));
  const rows = added.flatMap((reply, nth) =>
    (reply.buttons ?? []).map((row) => row.map((one) => ({ ...one, label: ctx.t.order.addFirst(names[nth]!.name) }))),
  );
  return failed(ctx.t.find.nobody(names[0]!.name), { buttons: [...rows, ...meant], oneOf: true });
}
