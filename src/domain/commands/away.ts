import { detectLanguage } from '../../text/language.ts';
import type { Locale } from '../../text/locale.ts';
import { parseWhen, type When } from '../../text/when.ts';
import { wordsFor } from '../automatic_answer.ts';
import { type Absence, comeBack, currentAbsence, goAway, takeCollected } from '../away.ts';
import { presenceLine } from '../presence.ts';
import type { Field, Reply } from '../reply.ts';
import { returnList, wroteItems } from '../return_list.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { paged } from './paged.ts';
import { pageIn, splitFirst } from './words.ts';

type Args = { act: 'show' | 'back' } | { act: 'list'; page: number } | { act: 'go'; words: string };

const BACK = ['off', 'back', '回来', '回来了', '结束', '关'];
const LIST = ['list', '列表'];

/** '/away 3d', '/away until Friday I am at a fair', '/外出 周五', '/away off'; alone it shows how it stands. */
export const away: Command<Args> = {
  name: 'away',
  alias: '外出',
  role: 'owner',
  changes: true,
  settles: true,
  onlyShows: ({ act }) => act === 'show' || act === 'list',
  parse(words) {
    const [first, rest] = splitFirst(words);
    if (!first) return { act: 'show' };
    if (BACK.includes(first.toLowerCase()) && !rest) return { act: 'back' };
    if (LIST.includes(first.toLowerCase())) return { act: 'list', page: pageIn(rest) };
    return { act: 'go', words };
  },
  async run(ctx, args) {
    if (args.act === 'list') return listPage(ctx, args.page);
    if (args.act === 'back') return back(ctx);
    return args.act === 'go' ? go(ctx, args.words) : show(ctx);
  },
};

async function go(ctx: CommandContext, words: string): Promise<Reply | Incomplete> {
  const when = readUntil(ctx, words);
  if (!when) return new Incomplete('time', 'front');
  const text = when.rest.trim();
  const texts = text ? { [detectLanguage(text) ?? ctx.locale]: text } : {};
  await goAway(ctx, { until: when.at, texts, userId: ctx.user.id });
  return show(ctx);
}

/** A length is as good as a time here: '3d', '2 weeks', '3天'; so is what people put before a time. */
function readUntil(ctx: CommandContext, words: string): When | undefined {
  const context = { now: ctx.now, timezone: ctx.settings.timezone, locale: ctx.locale };
  const said = words
    .replace(/^(until|till|for|直到|到)\s*/i, '')
    .replace(/^(\d{1,3}|an?|one|two|three)\s*(d|days?|w|weeks?|h|hours?)(?![a-z])/i, lengthInEnglish)
    .replace(/^([\d一二两三四五六七八九十]{1,3}\s*个?(?:天|日|周|星期|小时))(?!后|之后)/, '$1后');
  return parseWhen(said, context);
}

function lengthInEnglish(_: string, count: string, unit: string): string {
  const units: Record<string, string> = { d: 'days', w: 'weeks', h: 'hours' };
  return `in ${count} ${units[unit.toLowerCase()] ?? unit}`;
}

async function show(ctx: CommandContext): Promise<Reply> {
  const absence = await currentAbsence(ctx.tx, ctx.now);
  if (!absence) return { text: ctx.t.away.here, buttons: [ctx.t.away.spans] };
  const wrote = await wroteItems(ctx, ctx.t, ctx.locale, 1);
  return {
    title: (await presenceLine(ctx, ctx.t, ctx.locale))!,
    text: ctx.t.away.explained,
    fields: (['zh-CN', 'en'] as const).map((locale) => answerField(ctx, absence, locale)),
    buttons: [
      [
        { label: ctx.t.away.off, command: '/away off' },
        ...(wrote.length > 0 ? [{ label: ctx.t.away.whoWrote, command: '/away list' }] : []),
      ],
    ],
  };
}

/** What customers who speak this language are told. */
function answerField(ctx: CommandContext, absence: Absence, locale: Locale): Field {
  return { label: ctx.t.language.name[locale], value: wordsFor(ctx, absence, locale) };
}

/** The list is the answer: what it tells is told. */
async function back(ctx: CommandContext): Promise<Reply> {
  if (!(await comeBack(ctx.tx, ctx.now))) return show(ctx);
  return returnList(ctx, ctx.t, ctx.locale, await takeCollected(ctx));
}

function listPage(ctx: CommandContext, page: number): Promise<Reply> {
  return paged(ctx, page, {
    title: ctx.t.away.whoWrote,
    empty: ctx.t.away.nobody,
    command: '/away list',
    load: (limit, offset) => wroteItems(ctx, ctx.t, ctx.locale, limit, offset),
  });
}
