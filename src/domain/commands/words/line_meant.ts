import type { Locale } from '../../../text/locale.ts';
import { mayBeNewPerson } from '../../../text/person/new_person.ts';
import { moreIn } from '../../../text/sentence/doubt.ts';
import { texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { commandOf } from '../called.ts';
import { readAbsence } from '../owner/absence_read.ts';
import { absenceSaid } from '../owner/absence_said.ts';
import { PARTICLE } from './bare_words.ts';

import { SYNONYMS } from './synonyms.ts';
import { splitFirst } from './words.ts';

const BACK =
  /^(?:(?:i['’]?m|i am|we['’]re) )?back(?: (?:now|again|home|in the office))?[.!]?$|^我?(?:已经)?(?:回来|回到店里|收假|复工)(?:啦|了)[。!！]?$/i;
/** How people say that they are going away, and until when. */
const GOING =
  /^(?:(?:i['’]?m|i am|i['’]ll be|i will be) )?(?:going )?(?:away|off|on (?:holiday|vacation|leave)|out of (?:the )?office|ooo)\b\s*|^我?(?:要|想|得|准备)?(?:外出|休假|放假|休息|出差|出门|不在)\s*/i;
const CONVERSATION = /^v\d{1,18}$/i;

/** Longer is no command's name, and the marks at its end are not looked for. */
const LONGEST_WORD = 60;

/** Whether the owner says that they are back. */
export const backMeant = (text: string): boolean => BACK.test(text.trim());

/** The command line that plain words mean; undefined if they mean none. */
export function lineMeant(ctx: Pick<Context, 'now' | 'settings'>, locale: Locale, text: string): string | undefined {
  if (backMeant(text)) return `/away ${texts(locale).typed.away.back[0]}`;
  if (CONVERSATION.test(text)) return `/timeline ${text.toLowerCase()}`;
  const going = GOING.exec(text)?.[0];
  const moment = { now: ctx.now, timezone: ctx.settings.timezone, country: ctx.settings.country, locale };
  const until = going === undefined ? '' : text.slice(going.length);
  const said = until === '' || moreIn(text) === 'order' ? undefined : absenceSaid(moment, until);
  if (said) return `/away ${said}`;
  if (until !== '' && readAbsence(moment, until)) return undefined;
  const [word, words] = splitFirst(text);
  // without a slash only what nobody says of anything else
  const called = word.length > LONGEST_WORD ? '' : word.replace(/[.!。！]+$/u, '').toLowerCase();
  const synonym = SYNONYMS.get(called);
  if (synonym) return [`/${synonym}`, words].filter(Boolean).join(' ');
  const command = /^[a-z]{2}/i.test(text) ? commandOf(`/${text}`) : commandOf(withoutParticle(word));
  if (!command || command.secret) return undefined;
  // a thing is added to a list, and searched for
  if (command.name === 'add' && words !== '' && !mayBeNewPerson(words, ctx.settings.country)) return undefined;
  const meant = ['search', 'find'].includes(command.name) ? words.replace(/^for\s+/i, '') : words;
  return [`/${command.name}`, meant].filter(Boolean).join(' ');
}

/** 赢单了 names a command as 赢单 does. */
const withoutParticle = (word: string): string =>
  [1, 2]
    .map((cut) => word.slice(0, -cut))
    .find((name) => name && PARTICLE.test(word.slice(name.length)) && commandOf(name)) ?? '';
