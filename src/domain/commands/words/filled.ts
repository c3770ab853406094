import { blankIn } from '../../../text/blank.ts';
import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { orderState } from '../../desk/order_card.ts';
import { holdsCode } from '../../owner/code.ts';
import { type Contact, contactByIdentity } from '../../people/contact.ts';
import type { Field } from '../../people/fields/field.ts';
import { fieldsFor, namesField, readsField } from '../../people/fields/in_words.ts';
import { isForReading } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type Order, worthOf } from '../../sell/order.ts';
import { answerWay, recipientsShown } from '../../talk/answer_way.ts';
import { type AnswerPlace, aboutIt, isBegun } from '../../talk/conversation.ts';
import { lastWriter } from '../../talk/message.ts';
import { orderMeant } from '../../talk/order_meant.ts';
import {
  asksForField,
  type FieldReader,
  fill,
  unknownVariable,
  type Variable,
  variablesIn,
} from '../../talk/variable.ts';
import { allGoTo } from '../../talk/who_gets_it.ts';
import { readValues, writeValues } from './values.ts';

/** Words as whoever they are for reads them, or what is asked before they can be said. */
export type FilledWords = { text: string } | { ask: Reply };

/** Who says them and to whom; `again` is the command that says other words in their place. */
export interface Saying {
  ctx: Context & { t: Texts; locale: Locale };
  /** Looked up only where something is to be filled in. */
  findContact: () => Promise<Contact>;
  conversation: AnswerPlace | undefined;
  again: (words: string) => string;
}

/**
 * A user's words with what stands in braces filled in. What nobody can fill in never leaves by itself: it is asked about, and words
 * that shall go as they stand come back as a value of a button. A code of ours is for nobody.
 */
export async function filledWords(saying: Saying, words: string): Promise<FilledWords> {
  const { ctx, conversation } = saying;
  const stays = { ask: failed(ctx.t.desk.codeStays, { ...(conversation && aboutIt(conversation)) }) };
  if (await holdsCode(ctx, words)) return stays;
  const filled = await asTheyRead(saying, words);
  return 'text' in filled && filled.text !== words && (await holdsCode(ctx, filled.text)) ? stays : filled;
}

async function asTheyRead(saying: Saying, words: string): Promise<FilledWords> {
  const { before, values } = readValues(words, ['exactly']);
  if (before === '' && values.exactly !== undefined) return { text: values.exactly };
  const { ctx } = saying;
  const fields = await fieldsFor(ctx.tx, words);
  const open = leftOpen(ctx.t, words, namesField(fields));
  if (open) return asked(saying, open, [asTyped(saying, words)], words);
  const asks = variablesIn(words).length > 0 || asksForField(words, namesField(fields));
  return asks ? filledIn(saying, words, fields) : { text: words };
}

/** It leaves with its gap because the owner has said so. */
const asTyped = ({ ctx, again }: Saying, words: string): Button => ({
  label: ctx.t.canned.asTyped,
  command: again(writeValues({ exactly: words })),
});

/** What we say about a placeholder that nobody can fill in. */
function leftOpen(t: Texts, words: string, field: FieldReader): string | undefined {
  const unknown = unknownVariable(words, field);
  if (unknown) return t.canned.unknownVariable(unknown);
  const blank = blankIn(words);
  return blank && t.canned.leftOpen(blank);
}

async function filledIn(saying: Saying, words: string, fields: readonly Field[]): Promise<FilledWords> {
  const { ctx, conversation, again } = saying;
  const contact = await saying.findContact();
  const reader = conversation ? await readerOf(ctx, contact, conversation) : contact;
  const name = isForReading(reader.name) ? reader.name : undefined;
  const field = asksForField(words, namesField(fields)) ? await readsField(ctx, reader.id, contact, fields) : undefined;
  const withOrder = (order: string) => fill(words, { name, business: ctx.settings.businessName, order }, field);
  const meant = variablesIn(words).includes('order')
    ? await orderMeant(ctx.tx, reader.id, conversation?.id)
    : undefined;
  const filled = withOrder(meant && 'order' in meant ? meant.order.number : '?');
  if ('empty' in filled) return asked(saying, ctx.t.field.filled(filled.empty), [asTyped(saying, words)], words);
  if ('missing' in filled)
    return asked(saying, missingText(ctx.t, filled.missing, reader.name), [asTyped(saying, words)], words);
  if (!meant || 'order' in meant) return filled;
  if (meant.among.length === 0)
    return asked(saying, ctx.t.canned.noOrder(contact.name), [asTyped(saying, words)], words);
  const buttons = meant.among.flatMap((order): Button[] => {
    const other = withOrder(order.number);
    return 'text' in other ? [{ label: labelOf(ctx, order), command: again(other.text) }] : [];
  });
  return asked(saying, ctx.t.canned.whichOrder(contact.name), buttons, words);
}

async function asked(saying: Saying, text: string, buttons: Button[], quote: string): Promise<{ ask: Reply }> {
  const { ctx, conversation } = saying;
  const ask: Reply = failed(text, { quote, buttons: buttons.map((button) => [button]) });
  if (!conversation) return { ask };
  const { name } = await saying.findContact();
  const to = await recipientsShown(ctx.tx, conversation);
  return { ask: { ...allGoTo(ctx.t, conversation, name, to, ask), ...aboutIt(conversation) } };
}

const labelOf = ({ t, locale }: Saying['ctx'], order: Order): string =>
  [order.number, formatMoney(worthOf(order), order.currency, locale), orderState(t, order, locale)].join(' · ');

/** Who reads the answer: of two people behind one address whoever wrote there, in a thread of somebody blocked another one. */
async function readerOf(
  { tx }: Context,
  contact: Contact,
  conversation: AnswerPlace,
): Promise<Pick<Contact, 'id' | 'name'>> {
  const { channel } = conversation;
  const { address } = await answerWay(tx, conversation);
  const other = address !== conversation.address && (await contactByIdentity(tx, [{ channel, address }]));
  const writer = isBegun(conversation) ? await lastWriter(tx, conversation, address) : undefined;
  const { id, name } = other || contact;
  return { id, name: writer ?? name };
}

function missingText({ canned, contact }: Texts, missing: Variable, name: string): string {
  if (missing === 'business') return canned.noBusiness;
  return name === '' ? contact.noName : canned.noNameToRead(name);
}
