import { head } from '../../text/cut.ts';
import { fold } from '../../text/fold.ts';
import { asksForNoAnswer, isRelay, mayPassOn, readsNobodyAt } from '../../text/nobody.ts';
import type { MailHeaders } from '../mime/headers.ts';
import type { Sender } from '../send/sender.ts';
import { dialled, isBulk } from './contact_form.ts';

interface Mail {
  headers: MailHeaders;
  sender: Sender | undefined;
  text: string;
}

/** So many signs have to agree: a person's mail may have one. */
const ENOUGH = 2;
const SIGNATURE_LINES = 4;
const SIGNATURE_CHARACTERS = 60;

const READ_AT = String.raw`\b(?:reply|respond|answer|write back|view|read|open|continue)\b[^.\n]{0,40}\b(?:on|at|in|via|through|from|with)\b`;
/** Where it is to be answered, if not by mail. */
const ELSEWHERE = new RegExp(
  String.raw`${READ_AT}[^.\n]{0,30}\b(?:app|site|website|inbox|account|dashboard|extranet|page)\b|\blog ?in to\b|\bsign in to\b|^(?:reply|respond|view message)\s?:?\s?(?:https?:|$)|请?(?:登录|前往|打开|进入)[^。\n]{0,20}(?:回复|查看|处理)`,
  'imu',
);
const AT_ITS_PLACE = new RegExp(String.raw`${READ_AT} (?<place>[^.:,\n]{1,40})`, 'giu');

/** What may follow in the same sentence: about what, where, at which hour. */
const TAIL = /^ ?(?:at \d[\d:.]{0,6}(?: ?[ap]m)?|(?:to|about|regarding|on|in|at|via|through) [^.!?。！？\n]{1,80})?/iu;
/** When people say that it was; a notice comes at once. */
const BEFORE =
  /\b(?:yesterday|earlier|already|twice|ago|last|this (?:morning|afternoon|week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|昨|前天|上[周个次]|早上|今早|之前|已经/iu;
const NOTHING_MORE = /^[\s.!。！,，;；"”]*$/u;
/** Their words, or fields. */
const WORDS_FOLLOW = /^\s?[:：]|^[\s.。,，]{1,3}\p{L}{1,16}(?: \p{L}{1,16}){0,2}\s?[:：]/u;

/**
 * Whether a service sent the mail that has this sentence. Its address decides if nobody reads there. Otherwise two signs must agree that
 * nothing contradicts, one of them a machine's own: an address as services have it, a machine's header, or that it asks for no answer.
 */
export function isService({ headers, sender, text }: Mail, { who, rest }: { who: string; rest: string }): boolean {
  const { email, name = '' } = sender ?? {};
  const from = email ?? '';
  if (isRelay(from)) return false;
  if (readsNobodyAt(from)) return true;
  const machines = [mayPassOn(from), isBulk(headers), asksForNoAnswer(text)];
  // people call whoever they tell of by a name
  const alone = dialled(who).length > 0 || standsAlone(rest);
  const signs = [...machines, saysElsewhere(text, name), alone].filter(Boolean).length;
  const pleas = [!alone, isSigned(text, name)].filter(Boolean).length;
  return machines.some(Boolean) && signs - pleas >= ENOUGH;
}

function saysElsewhere(text: string, name: string): boolean {
  const own = fold(name).trim();
  const isOwn = ({ groups }: RegExpExecArray) => own !== '' && fold(groups!.place!).startsWith(own);
  return ELSEWHERE.test(text) || [...text.matchAll(AT_ITS_PLACE)].some(isOwn);
}

/** Whether nothing else is said there. People go on: "… asked you about 20 chairs last week. Is there any news?" */
function standsAlone(rest: string): boolean {
  const [tail] = TAIL.exec(rest)!;
  const more = rest.slice(tail.length);
  return !BEFORE.test(tail) && (NOTHING_MORE.test(more) || WORDS_FOLLOW.test(more));
}

/** Whether the name above the mail, or a part of it, stands below it, as people sign: "Tom", "Thanks, Tom". */
function isSigned(text: string, name: string): boolean {
  const names = [name, ...name.split(/\s+/)].map((one) => fold(one).trim()).filter((one) => one.length > 1);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const signed = lines.slice(-SIGNATURE_LINES).map(
    (line) =>
      head(line, SIGNATURE_CHARACTERS)
        .split(/[,，–—]/)
        .at(-1)!,
  );
  return signed.some((line) =>
    names.includes(
      fold(line)
        .replace(/[\s\p{P}]+/gu, ' ')
        .trim(),
    ),
  );
}
