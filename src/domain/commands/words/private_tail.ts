import { asidesIn } from '../../../text/aside.ts';
import { plainly } from '../../../text/plainly.ts';
import { isAside } from '../../../text/sentence/own/errands.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import type { Context } from '../../context.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Reply } from '../../reply.ts';
import { recipientsShown } from '../../talk/answer_way.ts';
import { type AnswerPlace, aboutIt } from '../../talk/conversation.ts';
import { allGoTo } from '../../talk/who_gets_it.ts';
import type { AnyCommand } from '../command.ts';
import { namesOf } from '../names.ts';
import { ownWords } from './own_words.ts';
import { splitFirst } from './words.ts';

const PREVIEW_GRAPHEMES = 30;

/** A message for a customer, of which a part is for us. */
export interface Halves {
  said: string;
  /** The words that are worth keeping as a note. */
  ours: string;
}

/** The part of a message that says itself, or by what it says of the customer, that they are not to read it. */
export function privateTail(text: string): Halves | undefined {
  const found = asidesIn(text).find(
    ({ aside, certain }) => certain || ownWords(aside) !== undefined || isAside(plainly(aside)),
  );
  return found && { said: found.said, ours: found.aside };
}

/** A line behind the first that names a command with its slash: what a command that answers was not told. */
export function commandLine(text: string, commands: readonly AnyCommand[]): Halves | undefined {
  const lines = text.split('\n');
  const nth = lines.findIndex((line, at) => at > 0 && isCommandLine(line, commands));
  const said = lines.slice(0, Math.max(nth, 0)).join('\n').trim();
  return said === '' ? undefined : { said, ours: splitFirst(lines.slice(nth).join('\n'))[1] };
}

function isCommandLine(line: string, commands: readonly AnyCommand[]): boolean {
  const word = /^\s{0,10}[/／]\s{0,3}(\p{L}+)/u.exec(line)?.[1]?.toLowerCase();
  return word !== undefined && commands.some(({ name }) => namesOf(name).includes(word));
}

/** Only the one part, or all of it? Both halves are shown, and nothing leaves before. `again`: says other words in their place. */
export async function askHalves(
  { tx, t }: Pick<Context, 'tx'> & { t: Texts },
  contact: Contact,
  conversation: AnswerPlace,
  { said, ours }: Halves,
  { text, again }: { text: string; again: (words: string) => string },
): Promise<Reply> {
  const name = nameOf(contact);
  const note = { label: t.desk.keepAsNote(truncate(ours, PREVIEW_GRAPHEMES)), command: `/note c${contact.id} ${ours}` };
  const reply = failed(t.desk.partIsOurs(name, truncate(ours, 2 * PREVIEW_GRAPHEMES)), {
    quote: text,
    stays: true,
    ...aboutIt(conversation),
    buttons: [
      [{ label: t.desk.sendOnly(truncate(said, PREVIEW_GRAPHEMES), name), command: again(said) }],
      ...(ours ? [[note]] : []),
      [{ label: t.desk.sendAsTyped(name), command: again(text) }],
    ],
  });
  return allGoTo(t, conversation, name, await recipientsShown(tx, conversation), reply);
}
