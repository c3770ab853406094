import { takesBackWithin } from '../../../text/retraction.ts';
import { clausesOf, goesOnAbout, type Part, partsOf, withoutJoining } from '../../../text/sentence/parts.ts';
import { isSelfTold } from '../../../text/sentence/self_told.ts';
import { tagsOnly } from '../../../text/sentence/tags_said.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { sendLaterIn } from '../../../text/when/send_later.ts';
import { type Context, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, type Field, failed, type Reply, withFields } from '../../reply.ts';
import { recipientsShown } from '../../talk/answer_way.ts';
import { aboutIt, isBegun } from '../../talk/conversation.ts';
import { allGoTo } from '../../talk/who_gets_it.ts';
import { commandOf } from '../called.ts';
import type { Saying } from '../command.ts';
import { laterButton, lineButton } from '../line_button.ts';
import { hasSlash } from '../slash.ts';
import { commands } from '../table.ts';
import { spokenTo } from '../who/spoken_to.ts';
import { addressedButtons } from '../who/words_for.ts';
import { beginsBare, meantWithin } from './bare.ts';
import { lineNaming } from './further_lines.ts';
import { ownWords, toldWords } from './own_words.ts';
import { sentenceUnderCard } from './sentences.ts';
import { askedOfUs } from './to_us.ts';
import { lineBehind } from './within/behind.ts';

const PREVIEW_GRAPHEMES = 30;
/** So many parts get buttons of their own. */
const MOST_OFFERED = 4;

/** What joined a part that is left out. */
const JOINT = /[\s,，、]+$/u;

/** A part that is not the customer's, and what it is instead. */
interface Ours extends Pick<Part, 'from' | 'to'> {
  text: string;
  ways: Button[][];
  fields: Field[];
}

interface Asker {
  ctx: Context;
  t: Texts;
  user: User;
  said: Saying;
}

/**
 * Of an answer of several sentences or lines each that would be asked about alone: what is it, and is the customer to read it? Behind a
 * command that names the customer the first is theirs (`behindCommand`). Undefined: all of it is the customer's.
 */
export async function askOfParts(
  ctx: Context,
  t: Texts,
  user: User,
  said: Saying,
  behindCommand = false,
): Promise<Reply | undefined> {
  const parts = partsOf(said.text, (words) => commandOf(words) !== undefined);
  const isWhole = parts.length < 2 && withoutJoining(said.text) === said.text;
  const asker = { ctx, t, user, said };
  // each only reads
  const found = await Promise.all(
    parts.map(async (part, nth) => {
      const isTheirs = nth === 0 && (behindCommand || isWhole);
      return (isTheirs ? undefined : await oursIn(asker, part)) ?? (await turnedIn(asker, part));
    }),
  );
  const ours = found.filter((one) => one !== undefined);
  return ours.length > 0 ? askOf({ ctx, t, user, said }, ours) : undefined;
}

async function oursIn(asker: Asker, part: Part): Promise<Ours | undefined> {
  for (const text of new Set([part.text, withoutJoining(part.text)])) {
    const means = await meaningOf(asker, { ...part, text });
    if (means) return { text, from: part.from, to: part.to, ...means };
  }
  return undefined;
}

/** Behind an answer within its sentence something is asked of us: 好了，解决; thanks, won 500. */
async function turnedIn({ ctx, t, user, said }: Asker, part: Part): Promise<Ours | undefined> {
  const spoken = { t, locale: localeOf(ctx, user), commands };
  for (const clause of clausesOf(part)) {
    const line = await lineBehind(ctx, user, clause, said.card);
    const button = line === undefined ? await asked({ ctx, t, user, said }, clause.text) : lineButton(spoken, line);
    if (button) return { ...clause, ways: [[button]], fields: [] };
    const own = selfTold(clause, said);
    if (own !== undefined) return { ...clause, ...(await offered({ ctx, t, user, said }, note(said, own))) };
  }
  return undefined;
}

const note = ({ card }: Saying, words: string) => ({ name: '', ids: [card.id], words, isNote: true as const });

/** What is worth keeping of words that speak of the customer as of somebody else, or that nobody is told. */
function selfTold({ text, from }: Part, { card, text: all }: Saying): string | undefined {
  const before = all.slice(0, from);
  if (goesOnAbout(text, before)) return undefined;
  return ownWords(text, card.name) ?? (isSelfTold(text, before) ? text : undefined);
}

/** What a part is as a message of its own; undefined: words to the customer. */
async function meaningOf(asker: Asker, part: Part): Promise<Pick<Ours, 'ways' | 'fields'> | undefined> {
  const { ctx, t, user, said } = asker;
  const { text } = part;
  const line = lineIn(asker, part) ?? (await asked(asker, text));
  if (line) return { ways: [[line]], fields: [] };
  const ends = part.last || (part.line && part.from > 0);
  if (ends && takesBackWithin(text, part.line)) return { ways: [], fields: [] };
  const own = selfTold(part, said);
  const spoken = await spokenTo(ctx, text, said.card, user);
  if (spoken?.ids.some((id) => id !== said.card.id)) return offered(asker, spoken);
  const naming = await lineNaming(ctx, text);
  if (naming) return { ways: [[lineButton({ t, locale: localeOf(ctx, user), commands }, naming)]], fields: [] };
  const sentence = await sentenceUnderCard(ctx, user, text, said.card.id);
  if (sentence)
    return {
      ways: [[lineButton({ t, locale: localeOf(ctx, user), commands }, sentence.line, sentence.shown)]],
      fields: [],
    };
  // a label is read as the command it names
  const words = own ?? (spoken?.isNote && !beginsBare(text) ? spoken.words : undefined);
  return words === undefined ? undefined : offered(asker, note(said, words));
}

const asked = ({ ctx, t, user, said: { conversation } }: Asker, text: string): Promise<Button | undefined> =>
  askedOfUs(
    ctx,
    { t, locale: localeOf(ctx, user), commands },
    { conversationId: isBegun(conversation) ? conversation.id : undefined, text, within: true },
  );

/** The line that a part is, by its form or by the command it names. */
function lineIn({ ctx, t, user, said }: Asker, part: Part): Button | undefined {
  const spoken = { t, locale: localeOf(ctx, user), commands };
  const { text } = part;
  if (hasSlash(text)) {
    const command = commandOf(text);
    return command && !command.secret ? lineButton(spoken, text) : undefined;
  }
  if (part.line && tagsOnly(text)) return lineButton(spoken, `/tag ${text}`);
  const later = sendLaterIn(text);
  if (later !== undefined) return laterButton(spoken, later);
  const meant = meantWithin(part, said.card.name);
  return meant && lineButton(spoken, `/${meant.command.name} ${meant.words}`.trim());
}

/** Said to somebody else, or kept; of what the customer is to be told, those words alone. */
async function offered(
  { ctx, t, user, said }: Asker,
  addressed: Parameters<typeof addressedButtons>[3],
): Promise<Pick<Ours, 'ways' | 'fields'>> {
  const { fields, buttons } = await addressedButtons(ctx, t, localeOf(ctx, user), addressed);
  const told = addressed.isNote ? toldWords(addressed.words, said.card.name) : undefined;
  return { fields, ways: [...(told ? [[onlyButton(t, said, told)]] : []), ...buttons] };
}

const onlyButton = (t: Texts, { card, again }: Saying, words: string): Button => ({
  label: t.desk.sendOnly(truncate(words, PREVIEW_GRAPHEMES), nameOf(card)),
  command: again(words),
});

async function askOf({ ctx, t, said }: Asker, ours: Ours[]): Promise<Reply> {
  const { card, conversation, text, again } = said;
  const name = nameOf(card);
  const named = truncate(ours.map((one) => one.text).join(' · '), 2 * PREVIEW_GRAPHEMES);
  const front = text.slice(0, ours[0]!.from).trim().replace(JOINT, '');
  const others = without(text, ours);
  const allBut = { label: t.desk.allBut(truncate(named, PREVIEW_GRAPHEMES), name), command: again(others) };
  const sends = [
    ...(front ? [[onlyButton(t, said, front)]] : []),
    ...(others && others !== front ? [[allBut]] : []),
    [{ label: t.desk.sendAsTyped(name), command: again(text) }],
  ];
  const question = failed(t.desk.partIsOurs(name, named), {
    quote: text,
    stays: true,
    ...aboutIt(conversation),
    buttons: sends,
  });
  const reply = allGoTo(t, conversation, name, await recipientsShown(ctx.tx, conversation), question);
  const offers = ours.slice(0, MOST_OFFERED);
  const ways = offers.flatMap((one) => one.ways);
  const fields = [...(reply.fields ?? []), ...offers.flatMap((one) => one.fields)];
  const [asTyped = [], ...first] = [...(reply.buttons ?? [])].reverse();
  return { ...reply, ...withFields(fields), buttons: [...first.reverse(), ...ways, asTyped] };
}

/** The text without these parts of it. */
function without(text: string, parts: readonly Pick<Part, 'from' | 'to'>[]): string {
  const ends = [0, ...parts.map(({ to }) => to)];
  return ends
    .map((end, nth) => text.slice(end, parts[nth]?.from))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replace(JOINT, '');
}
