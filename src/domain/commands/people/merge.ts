import { foldText } from '../../../text/fold.ts';
import { truncate } from '../../../text/truncate.ts';
import { personList } from '../../desk/proposal_card.ts';
import { loadContactNow, type Merged, mergeContacts } from '../../merge/merge.ts';
import { proposalsOf } from '../../merge/proposal.ts';
import type { Contact } from '../../people/contact.ts';
import type { Differing } from '../../people/fields/contact_fields.ts';
import { labelOf } from '../../people/fields/field.ts';
import { formatValue, typedAt, writeValue } from '../../people/fields/value.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Item, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { noSuchContact } from '../who/no_id.ts';
import { pickContact, pickShown } from '../who/pick.ts';
import { explicitContact, splitFirst } from '../words/words.ts';
import { duplicatesLeft, proposalItem } from './duplicates.ts';

const LABEL = 30;

/** '/merge c1 c2', '/merge 张三 李四': the first stays. '/merge 张三' shows who may be the same person. */
export const merge: Command<{ words: string }> = {
  name: 'merge',
  role: 'owner',
  careful: true,
  changes: true,
  settles: 'merge',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('pair')),
  async run(ctx, { words }) {
    const named = words ? { ...ctx, about: undefined } : ctx;
    const first = await pickContact(named, words, (ref, rest) => `/merge ${ref} ${rest}`, 'names');
    if ('ask' in first) return first.ask;
    const { contact: one, rest } = first;
    if (!rest) return alone(ctx, one);
    const second = await pickShown(ctx, rest, (ref) => `/merge c${one.id} ${ref}`);
    if ('ask' in second) return second.ask;
    const meant = isMeant(one, words, rest) && isMeant(second.contact, rest, second.rest) && !second.rest;
    const byNumbers = explicitContact(splitFirst(words)[0]) !== undefined && explicitContact(rest) !== undefined;
    // the fuller name would be lost: who stays is asked
    if (meant && !byNumbers && isFuller(second.contact.name, one.name)) return ask(ctx, second.contact, one);
    return meant ? mergeTwo(ctx, one, second.contact) : ask(ctx, one, second.contact);
  },
};

/** Named by id or by their whole name: only those are made one without a question. */
function isMeant({ name }: Contact, words: string, rest: string): boolean {
  const typed = words
    .slice(0, words.length - rest.length)
    .trim()
    .toLowerCase();
  return typed === name.toLowerCase() || explicitContact(typed) !== undefined;
}

/** Whether a name holds all of the other and more: Maria Lopez, Maria. */
function isFuller(name: string, other: string): boolean {
  const [long, short] = [foldText(name), foldText(other)];
  return long.length > short.length && short !== '' && long.includes(short);
}

/** One person is named: in answer to somebody's card those two are meant, but who stays is not clear; else who looks like them? */
async function alone(ctx: CommandContext, one: Contact): Promise<Reply> {
  if (ctx.about && ctx.about.contact.id !== one.id) return ask(ctx, ctx.about.contact, one);
  const proposals = await proposalsOf(ctx.tx, one.id);
  if (proposals.length === 0) return failed(ctx.t.merge.nobody(nameOf(one)));
  const items = [];
  for (const proposal of proposals) items.push(await proposalItem(ctx, proposal));
  return { undecided: true, title: ctx.t.alike.list, lists: [{ items }] };
}

async function ask(ctx: CommandContext, one: Contact, other: Contact): Promise<Reply> {
  if (one.id === other.id) return already(ctx, one);
  const stay = (kept: Contact, gone: Contact) => ({
    label: ctx.t.merge.stays(`${nameOf(kept)} (c${kept.id})`),
    command: `/merge c${kept.id} c${gone.id}`,
  });
  return {
    undecided: true,
    title: ctx.t.merge.whoStays,
    lists: [await personList(ctx, ctx.t, ctx.locale, one), await personList(ctx, ctx.t, ctx.locale, other)],
    buttons: [[stay(one, other)], [stay(other, one)]],
    hint: ctx.t.merge.hint,
  };
}

const already = (ctx: CommandContext, one: Contact): Reply => failed(ctx.t.merge.already(nameOf(one)));

async function mergeTwo(ctx: CommandContext, one: Contact, other: Contact): Promise<Reply> {
  if (one.id === other.id) return already(ctx, one);
  const merged = await mergeContacts(ctx.tx, one.id, other.id, ctx.now);
  if (merged) return done(ctx, merged);
  const left = await loadContactNow(ctx.tx, one.id);
  return left ? already(ctx, left) : noSuchContact(ctx.t, `c${one.id}`);
}

/** Says exactly what moved. */
async function done(ctx: CommandContext, { kept, gone, moved, messages, differed }: Merged): Promise<Reply> {
  const { t } = ctx;
  const counts = t.merge.counts(moved, messages);
  return {
    title: t.merge.done(nameOf(gone), nameOf(kept)),
    text: counts.length > 0 ? t.merge.moved(counts) : t.merge.nothingMoved,
    ...(differed.length > 0 && { lists: [{ title: t.field.differed, items: differedItems(ctx, kept, differed) }] }),
    buttons: [[{ label: t.button.contact, command: `/contact c${kept.id}` }, ...(await duplicatesLeft(ctx))]],
  };
}

/** What stays in each field where both had something, and a button that takes the other. */
function differedItems(ctx: CommandContext, kept: Contact, differed: Differing[]): Item[] {
  const { t, locale } = ctx;
  const { today } = typedAt(ctx);
  return differed.map((field) => {
    const name = labelOf(t, field);
    const shown = (value: string) => formatValue(t, locale, field, value, today);
    const line = `/edit c${kept.id} ${name}: ${writeValue(field, field.other, locale)}`;
    return {
      text: t.field.both(name, shown(field.one)),
      buttons: [{ label: `${name}: ${truncate(shown(field.other), LABEL)}`, command: line }],
    };
  });
}
