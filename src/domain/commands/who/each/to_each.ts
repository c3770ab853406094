import { type RowSaid, rowSaid } from '../../../../text/person/whom/row_said.ts';
import type { Texts } from '../../../../text/texts.ts';
import { truncate } from '../../../../text/truncate.ts';
import { hasLetters } from '../../../channel.ts';
import type { Context } from '../../../context.ts';
import { type Contact, loadContact } from '../../../people/contact.ts';
import { Unclear } from '../../../people/filter/filter.ts';
import { parseFilter } from '../../../people/filter/filter_parse.ts';
import { countMatching } from '../../../people/matching.ts';
import { nameOf } from '../../../people/name.ts';
import type { Button, Field, Item, Reply } from '../../../reply.ts';
import { withFields } from '../../../reply.ts';
import { filterWords } from '../../../segments/filter_words.ts';
import { askedBefore } from '../../../talk/answer.ts';
import { answerWay, offerAnswer } from '../../../talk/answer_way.ts';
import { type AnswerPlace, refOf } from '../../../talk/conversation.ts';
import { placeName } from '../../../talk/destination.ts';
import { isFirstMail, placeFor } from '../../../talk/mail/first_mail.ts';
import { rivalsFor } from '../../../talk/rivals.ts';
import { isElsewhere, recipientsNamed } from '../../../talk/who_gets_it.ts';
import { BY } from '../../campaigns/read.ts';
import { writeValues } from '../../words/values.ts';
import { called } from '../addressed.ts';
import { distinctName } from '../choices.ts';
import { groupsIn } from './group.ts';

const WORDS_GRAPHEMES = 30;
const TITLE_GRAPHEMES = 40;

/** Somebody who is named in a row, as far as it is known who that is. */
export interface Named {
  typed: string;
  ids: readonly string[];
}

/** Who gets it where, if that is known beyond doubt and nobody else reads it there. */
export interface Sure {
  contact: Contact;
  /** Undefined: it is to be asked where, or others would get it. */
  place: AnswerPlace | undefined;
  shown: string;
}

/**
 * Words for several who are named, or for a tag or a segment: who each of them is and where it goes stands in the question, one button sends to
 * all who are known, each a message of their own; who is not known, or is one of several, is asked for. Undefined: the words are for no row.
 */
export async function offerToEach(ctx: Context, t: Texts, text: string, bare = false): Promise<Reply | undefined> {
  const row = rowSaid(text, bare);
  if (!row) return undefined;
  const groups = await groupsIn(ctx, row.names);
  if (groups.some((one) => one !== undefined)) return toGroups(ctx, t, row, groups);
  if (row.names.length < 2) return undefined;
  const named: Named[] = [];
  for (const typed of row.names) named.push({ typed, ids: (await called(ctx, typed)).ids });
  if (named.filter(({ ids }) => ids.length > 0).length === 0) return undefined;
  const reply = await askEach(ctx, t, named, row.words);
  const whole = await wholeTo(ctx, t, named, text);
  const [first = [], ...rest] = reply.buttons ?? [];
  return whole ? { ...reply, buttons: [first, [whole], ...rest] } : reply;
}

/** Where only the first of a row is somebody the rest may be what is said to them: 赵敏，有货，一共三个：红、蓝、绿. */
async function wholeTo(ctx: Context, t: Texts, named: readonly Named[], text: string): Promise<Button | undefined> {
  const [first, ...others] = named;
  const [id, ...more] = first?.ids ?? [];
  const at = first ? text.indexOf(first.typed) : -1;
  if (id === undefined || at < 0 || more.length > 0 || others.some(({ ids }) => ids.length > 0)) return undefined;
  const words = text.slice(at + first!.typed.length).replace(/^[\s,，、:：;；]+/u, '');
  const contact = (await loadContact(ctx.tx, id))!;
  const label = t.desk.sendOnly(truncate(words, WORDS_GRAPHEMES), nameOf(contact));
  return { label, command: `/reply c${id} ${words}`, whole: true };
}

/** A word for many among those it is for makes it a campaign, whose draft shows how many that are. */
export async function toGroups(
  ctx: Context,
  t: Texts,
  { names, words, way }: RowSaid,
  groups: readonly (string | undefined)[],
): Promise<Reply> {
  const filters = names.map((name, nth) => groups[nth] ?? (/\s/u.test(name) ? `"${name}"` : name));
  const whom = groups.includes('') ? '' : filters.join(' or ');
  const shown = names.map((name, nth) => groups[nth] || name);
  return {
    text: t.each.group(t.inARow(shown)),
    quote: words,
    buttons: [
      [await campaignButton(ctx, t, { whom, shown, words, way })],
      [{ label: t.desk.makeTask(undefined), command: `/task ${t.inARow(shown)}: ${words}`, typed: true }],
    ],
  };
}

/** Makes a campaign's draft of words for many (`whom`, as a filter; '': everybody). */
async function campaignButton(
  ctx: Context,
  t: Texts,
  { whom, shown, words, way }: Pick<RowSaid, 'words' | 'way'> & { whom: string; shown: readonly string[] },
): Promise<Button> {
  const filter = parseFilter(whom, await filterWords(ctx));
  const count = filter instanceof Unclear ? 0 : await countMatching(ctx.tx, filter, ctx.now);
  const title = truncate(words.replace(/[\n]+/gu, ' '), TITLE_GRAPHEMES);
  return {
    label: t.each.asCampaign(t.inARow(shown), count),
    command: `/campaign new ${way ? `${BY}${way} ` : ''}${title} to ${whom || t.typed.campaign.everybody[0]}\n${words}`,
  };
}

/** Whom the question knows already, and the line that says words to somebody, where that is no mere answer. */
interface Known {
  sure?: readonly Sure[];
  say?: ((ref: string, words: string) => string) | undefined;
}

/** The question of whom of those who are named these words are for, each by a message of their own. */
export async function askEach(
  ctx: Context,
  t: Texts,
  named: readonly Named[],
  words: string,
  { sure: known = [], say }: Known = {},
): Promise<Reply> {
  const sure = [...known, ...(await eachSure(ctx, t, named))];
  const saying = say ?? ((ref: string, text: string) => `/reply ${ref} ${text}`);
  const fields: Field[] = [];
  const buttons: Button[][] = [];
  const all = allButton(t, sure, words, say);
  if (all) buttons.push([all]);
  const said = truncate(words, WORDS_GRAPHEMES);
  const open: string[] = [];
  for (const { typed, ids } of named) {
    if (ids.length === 0) open.push(t.find.nobody(typed));
    if (ids.length > 1) open.push(t.find.which(typed));
    for (const id of ids.length > 1 ? ids : []) {
      const label = t.desk.sendOnly(said, await distinctName({ ...ctx, t }, id));
      buttons.push([{ label, command: saying(`c${id}`, words), whole: true }]);
    }
  }
  for (const { contact, place } of sure) {
    const name = nameOf(contact);
    const label = t.desk.sendOnly(said, name);
    const [rival, ...more] = place ? [] : await rivalsFor(ctx.tx, contact.id);
    const offered =
      rival && more.length === 0 ? await offerAnswer(ctx.tx, t, rival.conversation, { name, label, words }) : undefined;
    if (offered) fields.push(...offered.fields);
    const own =
      offered && say ? { ...offered.button, command: say(refOf(rival!.conversation), words) } : offered?.button;
    if (!all || !place) buttons.push([own ?? { label, command: saying(`c${contact.id}`, words), whole: true }]);
  }
  const names = [
    ...sure.map(({ contact }) => nameOf(contact)),
    ...named.filter(({ ids }) => ids.length !== 1).map(({ typed }) => typed),
  ];
  buttons.push([{ label: t.desk.makeTask(undefined), command: `/task ${t.inARow(names)}: ${words}`, typed: true }]);
  const items: Item[] = sure.map(({ contact, shown }) => ({ text: nameOf(contact), detail: shown }));
  return {
    text: [t.each.ask(t.inARow(names)), ...open].join('\n'),
    quote: words,
    stays: true,
    ...withFields(fields),
    ...(items.length > 0 && { lists: [{ items }] }),
    buttons,
  };
}

/** One button for all of whom it is known who they are and where it goes; there are two of them at least. */
export function allButton(
  t: Texts,
  sure: readonly Sure[],
  words: string,
  say: Known['say'] = undefined,
): Button | undefined {
  const reached = sure.filter(({ place }) => place !== undefined);
  if (reached.length < 2) return undefined;
  return {
    label: t.each.toAll(reached.length, t.inARow(reached.map(({ contact }) => nameOf(contact)))),
    command: reached
      .map(({ place }) =>
        say
          ? say(refOf(place!), words)
          : `/reply ${refOf(place!)} ${words} ${isFirstMail(place!) ? writeValues({ shown: place!.address }) : ''}`.trim(),
      )
      .join('\n'),
  };
}

/** Of whom it is known who they are: where each gets it, once. */
export async function eachSure(ctx: Context, t: Texts, named: readonly Pick<Named, 'ids'>[]): Promise<Sure[]> {
  const sure: Sure[] = [];
  for (const { ids } of named) {
    const [id, ...others] = ids;
    const isThere = sure.some(({ contact }) => contact.id === id);
    const contact = id === undefined || others.length > 0 || isThere ? undefined : await loadContact(ctx.tx, id);
    if (contact) sure.push(await whereOne(ctx, t, contact));
  }
  return sure;
}

async function whereOne(ctx: Context, t: Texts, contact: Contact): Promise<Sure> {
  const [rival, ...more] = await rivalsFor(ctx.tx, contact.id);
  if (more.length > 0) return { contact, place: undefined, shown: t.each.severalPlaces };
  const place: AnswerPlace | undefined = rival?.conversation ?? (await placeFor(ctx, contact));
  if (!place || place.channel === 'note') return { contact, place: undefined, shown: t.each.nowhere };
  const way = rival?.way ?? (await answerWay(ctx.tx, place));
  const shown = placeName(t, place, hasLetters(place.channel) ? recipientsNamed(t, place, '', way) : undefined);
  const question = await askedBefore(ctx, place);
  const isSure = question === undefined || (question.change === undefined && question.objection.why === 'first');
  return { contact, place: isElsewhere(place, way) || contact.blockedAt || !isSure ? undefined : place, shown };
}
