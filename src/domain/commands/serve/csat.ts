import type { Locale } from '../../../text/locale.ts';
import { cleanText } from '../../../text/normalise.ts';
import { texts } from '../../../text/texts.ts';
import { typedWords } from '../../../text/typed.ts';
import { type PastSpan, pastSpan } from '../../../text/when/past_span.ts';
import { addMonths, fromWallTime, wallTime } from '../../../text/when/zone.ts';
import { ratingQuestion } from '../../desk/ratings/ask.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { isLow, SCORES } from '../../serve/rating.ts';
import {
  byCause,
  byKind,
  byMonth,
  lastWordsRated,
  lowScores,
  type RatingFigures,
  ratingFigures,
} from '../../serve/satisfaction.ts';
import { saveSetting } from '../../settings.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { settings } from '../owner/settings.ts';
import { momentOf } from '../words/moment.ts';
import { spanNamed } from '../words/spans/span_words.ts';
import { localeIn, splitFirst } from '../words/words.ts';
import { csatPicture } from './csat_picture.ts';
import { figureFields, wordsItem } from './csat_shown.ts';

/** How far back the figures go where nothing is said, and the months beside them. */
const SPAN = '90d';
const MONTHS = 12;
const MOST_WORDS = 5;
const MOST_LOW = 20;
const MOST_CAUSES = 8;
/** Of the owner's own question. */
const LONGEST_QUESTION = 300;

const WORDS = typedWords(({ csat }) => csat.words);
const PICTURE = typedWords(({ csat }) => csat.picture);
const LOW = typedWords(({ csat }) => csat.low);
const ON = typedWords(({ autoreply }) => autoreply.on);
const OFF = typedWords(({ off, autoreply }) => [...off, ...autoreply.off]);

interface Args {
  is: 'figures' | 'picture' | 'low' | 'words' | 'on' | 'off';
  words: string;
}

/** '/csat', '/csat last month', '/csat picture', '/csat words en How was it?': how customers found it that their tickets were resolved. */
export const csat: Command<Args> = {
  name: 'csat',
  role: 'viewer',
  saidAtOnce: 'shows',
  changes: true,
  onlyShows: ({ is, words }) => is !== 'on' && is !== 'off' && (is !== 'words' || words === ''),
  parse(words) {
    const [first, rest] = splitFirst(words);
    const word = first.toLowerCase();
    if (WORDS.has(word)) return { is: 'words', words: rest };
    if (LOW.has(word)) return { is: 'low', words: rest };
    if (rest === '' && (ON.has(word) || OFF.has(word))) return { is: ON.has(word) ? 'on' : 'off', words: '' };
    return PICTURE.has(word) ? { is: 'picture', words: rest } : { is: 'figures', words };
  },
  async run(ctx, { is, words }) {
    if (is === 'words') return ctx.user.role === 'owner' ? question(ctx, words) : failed(ctx.t.desk.notAllowed);
    if (is === 'on' || is === 'off') return switched(ctx, is);
    const span = pastSpan(words || SPAN, momentOf(ctx));
    if (!span) return failed(ctx.t.rating.whichSpan(words));
    if (is === 'low') return low(ctx, span);
    return is === 'picture' ? picture(ctx, span, words) : figures(ctx, span, words);
  },
};

/** Whether customers are asked is a setting. */
function switched(ctx: CommandContext, to: 'on' | 'off'): Promise<Reply | Incomplete> | Reply {
  const args = settings.parse(`ratings ${to}`, { replying: false });
  if (ctx.user.role !== 'owner' || args instanceof Incomplete) return failed(ctx.t.desk.notAllowed);
  return settings.run(ctx, args);
}

/** The months that are compared: a year up to the end of the span. */
function yearTo({ settings }: CommandContext, { until }: PastSpan): Date {
  const { day } = wallTime(new Date(until.getTime() - 1), settings.timezone);
  return fromWallTime({ day: addMonths(day, -MONTHS), minutes: 0 }, settings.timezone);
}

async function figures(ctx: CommandContext, span: PastSpan, words: string): Promise<Reply> {
  const { t, settings } = ctx;
  const { from, until } = span;
  const [counted, months, kinds, causes, said] = await Promise.all([
    ratingFigures(ctx.tx, from, until),
    byMonth(ctx.tx, yearTo(ctx, span), until, settings.timezone),
    byKind(ctx.tx, from, until),
    byCause(ctx.tx, from, until, MOST_CAUSES),
    lastWordsRated(ctx.tx, from, until, MOST_WORDS),
  ]);
  const title = t.rating.title(spanNamed(ctx, span));
  const onOff: Button =
    settings.ratings === 'on'
      ? { label: t.rating.own, command: '/csat words' }
      : { label: t.rating.turnOn, command: '/settings ratings on' };
  if (counted.asked === 0 && Object.keys(counted.skipped).length === 0)
    return {
      ...{
        title,
        ofDays: '/csat',
        text: settings.ratings === 'on' ? t.rating.none : `${t.rating.none}\n${t.rating.isOff}`,
      },
      buttons: [[onOff]],
    };
  return {
    title,
    ofDays: '/csat',
    fields: figureFields(t, counted, { months, kinds, causes }),
    ...(said.length > 0 && { lists: [{ title: t.rating.lastWords, items: said.map((one) => wordsItem(t, one)) }] }),
    buttons: [
      [{ label: t.rating.picture, command: `/csat picture ${words}`.trim() }, ...lowButton(ctx, counted, words), onOff],
    ],
  };
}

const lowButton = ({ t }: CommandContext, { scores }: RatingFigures, words: string): Button[] =>
  SCORES.some((score) => isLow(score) && scores[score] > 0)
    ? [{ label: t.rating.lowOnes, command: `/csat ${t.typed.csat.low[0]} ${words}`.trim() }]
    : [];

/** Who was not satisfied, each with their ticket. */
async function low(ctx: CommandContext, span: PastSpan): Promise<Reply> {
  const { t } = ctx;
  const rows = await lowScores(ctx.tx, span.from, span.until, MOST_LOW);
  const title = t.rating.lowTitle(spanNamed(ctx, span));
  if (rows.length === 0) return { title, text: t.rating.noLow };
  return { title, lists: [{ items: rows.map((one) => wordsItem(t, one)) }] };
}

async function picture(ctx: CommandContext, span: PastSpan, words: string): Promise<Reply> {
  const { t, settings } = ctx;
  const counted = await ratingFigures(ctx.tx, span.from, span.until);
  if (counted.answered === 0) return figures(ctx, span, words);
  const months = await byMonth(ctx.tx, yearTo(ctx, span), span.until, settings.timezone);
  const named = spanNamed(ctx, span);
  const bytes = csatPicture(t, named, counted, months);
  const ref = await ctx.keepFile(bytes);
  return {
    text: t.rating.pictureOf(named),
    attachments: [{ kind: 'photo', name: `${t.rating.fileName}.png`, type: 'image/png', bytes: bytes.length, ref }],
  };
}

/** The words with which customers are asked, in the language named first or in that of the words; 'off': ours again. */
async function question(ctx: CommandContext, words: string): Promise<Reply> {
  const { t, settings } = ctx;
  const [first, rest] = splitFirst(words);
  const named = localeIn(first);
  const locale: Locale = named ?? ctx.locale;
  const text = cleanText(named ? rest : words).trim();
  if (text === '') return { text: t.rating.on, quote: ratingQuestion(ctx, locale) };
  if (text.length > LONGEST_QUESTION) return failed(t.rating.wordsTooLong(LONGEST_QUESTION));
  const { [locale]: _, ...others } = settings.ratingWords ?? {};
  const ratingWords = OFF.has(text.toLowerCase()) ? others : { ...others, [locale]: text };
  await saveSetting(ctx.tx, 'ratingWords', ratingWords);
  const asked = ratingQuestion({ ...ctx, settings: { ...settings, ratingWords } }, locale);
  return { text: t.rating.wordsSet(texts(locale).language.name[ctx.locale]), quote: asked };
}
