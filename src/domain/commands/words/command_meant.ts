import type { Locale } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import { commandOf, isCommand } from '../called.ts';
import { readAbsence } from '../owner/absence_read.ts';
import { PARTICLE } from './bare_words.ts';
import { sentencesOf } from './lines.ts';
import { type Became, sentenceMeant } from './sentences.ts';
import { SYNONYMS } from './synonyms.ts';
import { wordAlone } from './word_alone.ts';
import { splitFirst } from './words.ts';

/** The command that a message without a slash says, or several of them. */
export const commandMeant = async (ctx: Context, user: User, text: string): Promise<Became | undefined> =>
  (await linesMeant(ctx, user, text)) ?? (await wordAlone(ctx, text)) ?? (await sentenceMeant(ctx, user, text));

/** Lines of which more than one says a command: one tap runs them one after the other, but for those that are to leave. */
async function linesMeant(ctx: Context, user: User, text: string): Promise<Became | undefined> {
  const lines = sentencesOf(text);
  const pieces = lines && (await piecesOf(ctx, user, lines));
  if (!pieces || pieces.length < 2) return undefined;
  const said = pieces.map(({ line }) => line);
  const isOne = pieces.every(runsWithOthers);
  return { line: said.join('\n'), shown: said.join(' · '), atOnce: false, ...(!isOne && { pieces }) };
}

/** A line of its own that reaches nobody. */
export const runsWithOthers = ({ line, to }: Became): boolean => !to && !line.includes('\n');

/** Each line that says a command, with those behind it that say none. Undefined: the first says none, or it cannot go on so. */
async function piecesOf(ctx: Context, user: User, lines: string[]): Promise<Became[] | undefined> {
  const pieces: { became: Became; lines: string[] }[] = [];
  for (const line of lines) {
    const became = await lineBecomes(ctx, user, line);
    if (became) pieces.push({ became, lines: [line] });
    else if (pieces.length === 0) return undefined;
    else pieces.at(-1)!.lines.push(line);
  }
  if (pieces.length < 2) return undefined;
  const read: Became[] = [];
  for (const { became, lines: all } of pieces) {
    const whole = all.length === 1 ? became : await sentenceMeant(ctx, user, all.join('\n'));
    if (!whole) return undefined;
    read.push(whole);
  }
  return read;
}

async function lineBecomes(ctx: Context, user: User, line: string): Promise<Became | undefined> {
  const meant = isCommand(line) ? line : lineMeant(ctx, localeOf(ctx, user), line);
  if (meant === undefined) return sentenceMeant(ctx, user, line);
  const slashed = meant.startsWith('/') ? meant : `/${meant}`;
  return { line: slashed, shown: slashed, atOnce: false };
}

const BACK =
  /^(?:(?:i['’]?m|i am|we['’]re) )?back(?: (?:now|again|home|in the office))?[.!]?$|^我?(?:已经)?(?:回来|回到店里|收假|复工)(?:啦|了)[。!！]?$/i;
/** How people say that they go, and until when. */
const GOING =
  /^(?:(?:i['’]?m|i am|i['’]ll be|i will be) )?(?:going )?(?:away|off|on (?:holiday|vacation|leave)|out of (?:the )?office|ooo)\b\s*|^我?(?:要|想|得|准备)?(?:外出|休假|放假|休息|出差|出门|不在)\s*/i;
const CONVERSATION = /^v\d{1,18}$/i;

/** Longer is no command's name, and the marks at its end are not looked for. */
const LONGEST_WORD = 60;

/** The command line that plain words mean, undefined where they mean none. */
export function lineMeant(ctx: Pick<Context, 'now' | 'settings'>, locale: Locale, text: string): string | undefined {
  if (BACK.test(text)) return `/away ${texts(locale).typed.away.back[0]}`;
  if (CONVERSATION.test(text)) return `/timeline ${text.toLowerCase()}`;
  const going = GOING.exec(text)?.[0];
  const moment = { now: ctx.now, timezone: ctx.settings.timezone, country: ctx.settings.country, locale };
  const until = going === undefined ? '' : text.slice(going.length);
  if (until !== '' && readAbsence(moment, until)) return `/away ${until}`;
  const [word, words] = splitFirst(text);
  // without a slash only what nobody says of anything else
  const called = word.length > LONGEST_WORD ? '' : word.replace(/[.!。！]+$/u, '').toLowerCase();
  const synonym = SYNONYMS.get(called);
  if (synonym) return [`/${synonym}`, words].filter(Boolean).join(' ');
  const command = /^[a-z]{2}/i.test(text) ? commandOf(`/${text}`) : commandOf(withoutParticle(word));
  if (!command || command.secret) return undefined;
  return [`/${command.name}`, splitFirst(text)[1]].filter(Boolean).join(' ');
}

/** 赢单了 names a command as 赢单 does. */
const withoutParticle = (word: string): string =>
  [1, 2]
    .map((cut) => word.slice(0, -cut))
    .find((name) => name && PARTICLE.test(word.slice(name.length)) && commandOf(name)) ?? '';
