import { typedWords } from '../../../text/typed.ts';
import { saysHour } from '../../../text/when/time_like.ts';
import { parseWhen, type WhenContext } from '../../../text/when/when.ts';

/** A time at the end of a post. */
export interface TimeAtEnd {
  /** The post without it. */
  words: string;
  at: Date;
  /** It stands on a line of its own: it is no part of the post. */
  sure: boolean;
}

/** No time is said at greater length. */
const LONGEST = 60;
const LEAVE = [...typedWords(({ post }) => post.leave)].sort((one, other) => other.length - one.length);

/** Without the word that says what is to be done then: 明早9点发, post tomorrow 9am. */
function withoutVerb(line: string): string {
  const plain = line.trim().replace(/[.。!！]+$/u, '');
  const folded = plain.toLowerCase();
  const front = LEAVE.find(
    (word) => folded.startsWith(`${word} `) || (/^\P{ASCII}/u.test(word) && folded.startsWith(word)),
  );
  const said = front ? plain.slice(front.length).trim() : plain;
  const end = LEAVE.find((word) => said.toLowerCase().endsWith(word) && said.length > word.length);
  return end ? said.slice(0, said.length - end.length).trim() : said;
}

/** The time when a post is to leave, where it is said at its end, or in front of it. Undefined: none is, or only one that is over or means several. */
export function timeAtEnd(post: string, context: WhenContext): TimeAtEnd | undefined {
  const lines = post.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  const before = lines.slice(0, -1).join('\n').trimEnd();
  const alone = last.length <= LONGEST ? timeIn(withoutVerb(last), context) : undefined;
  if (alone && before !== '') return { words: before, at: alone, sure: true };
  const line = withoutVerb(last);
  // a word in front keeps a time at the beginning of the line from being taken for the one at its end
  const when = parseWhen(`| ${line}`, context);
  const rest = when?.rest.replace(/^\|\s*/u, '').trim();
  if (!when || !rest || when.others || when.at <= context.now || !line.startsWith(rest))
    return timeInFront(post, context);
  const words = [before, rest.replace(/[,，;；:：、]$/u, '')].filter(Boolean).join('\n');
  return { words, at: when.at, sure: false };
}

/** 'Tomorrow 9am: new tea': a time of the day in front of the words, parted from them. */
function timeInFront(post: string, context: WhenContext): TimeAtEnd | undefined {
  const [line = '', ...lines] = post.split('\n');
  const when = parseWhen(line, context);
  if (!when?.rest || when.others || when.at <= context.now || !line.endsWith(when.rest)) return undefined;
  const front = line.slice(0, line.length - when.rest.length);
  if (!saysHour(front) || !/[\s,，]$/u.test(front)) return undefined;
  const words = [when.rest.replace(/^[\s,，]+/u, ''), ...lines].join('\n').trim();
  return words === '' ? undefined : { words, at: when.at, sure: false };
}

function timeIn(words: string, context: WhenContext): Date | undefined {
  const when = words === '' ? undefined : parseWhen(words, context);
  return when?.rest === '' && !when.others && when.at > context.now ? when.at : undefined;
}
