import { formatMoney } from '../../../text/money/money.ts';
import { truncate } from '../../../text/truncate.ts';
import { formatClock, formatDay } from '../../../text/when/format_when.ts';
import { clockOf } from '../../context.ts';
import { CURSOR, type EventKind, type Happening, happenings, type Position } from '../../desk/timeline.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import type { Button, Item, List, Reply } from '../../reply.ts';
import { fateLines, wordsOrFiles } from '../../talk/said_by.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { titleOfAll } from '../paged.ts';
import { pickShown } from '../who/pick.ts';
import { splitFirst } from '../words/words.ts';

const PAGE = 10;
const NEWEST: Position = { side: 'older', cursor: '' };
/** How much of a message is shown; the whole of it is a tap away. */
const WORDS_GRAPHEMES = 160;

interface Page {
  /** Newest first; where less than a page is newer, the newest there are. */
  rows: Happening[];
  older: boolean;
  newer: boolean;
}

/** '/timeline 张三': everything that happened, newest first. Buttons write where to go on: 'c12 older 1795233600000000-8-31'. */
export const timeline: Command<{ words: string }> = {
  name: 'timeline',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickShown(ctx, words, (ref) => `/timeline ${ref}`);
    if ('ask' in picked) return picked.ask;
    const page = await pageAt(ctx, picked.contact.id, positionIn(picked.rest));
    const reply = page.rows.length > 0 ? await shown(ctx, picked.contact, page) : { text: ctx.t.timeline.none };
    return { ...reply, ...(picked.hint && { hint: picked.hint }) };
  },
};

function positionIn(words: string): Position {
  const [side, cursor] = splitFirst(words);
  if ((side !== 'older' && side !== 'newer') || !CURSOR.test(cursor)) return { side: 'older', cursor: '' };
  return { side, cursor };
}

async function pageAt(ctx: CommandContext, contactId: string, position: Position): Promise<Page> {
  const rows = await happenings(ctx.tx, contactId, position, PAGE + 1);
  const more = rows.length > PAGE;
  const nearest = rows.slice(0, PAGE);
  if (position.cursor !== '' && rows.length < (position.side === 'newer' ? PAGE : 1))
    return pageAt(ctx, contactId, NEWEST);
  if (position.side === 'older') return { rows: nearest, older: more, newer: position.cursor !== '' };
  return { rows: nearest.reverse(), older: true, newer: more };
}

async function shown(ctx: CommandContext, contact: Contact, { rows, older, newer }: Page): Promise<Reply> {
  const { t } = ctx;
  const to = (side: Position['side'], row: Happening, label: string): Button => ({
    label,
    command: `/timeline c${contact.id} ${side} ${row.cursor}`,
  });
  return {
    title: await titleOfAll(ctx, t.timeline.title(nameOf(contact)), {
      isAll: !older && !newer,
      count: async (most) => (await happenings(ctx.tx, contact.id, NEWEST, most)).length,
    }),
    lists: byDay(ctx, rows),
    buttons: [
      [
        ...(newer ? [to('newer', rows[0]!, t.button.newer)] : []),
        ...(older ? [to('older', rows.at(-1)!, t.button.older)] : []),
        { label: t.button.contact, command: `/contact c${contact.id}` },
      ],
    ],
  };
}

function byDay(ctx: CommandContext, rows: Happening[]): List[] {
  const at = clockOf(ctx, ctx.locale);
  const lists: (List & { title: string })[] = [];
  for (const row of rows) {
    const day = formatDay(row.at, at);
    if (lists.at(-1)?.title !== day) lists.push({ title: day, items: [] });
    lists.at(-1)!.items.push(itemOf(ctx, row));
  }
  return lists;
}

function itemOf(ctx: CommandContext, row: Happening): Item {
  const clock = formatClock(row.at, ctx.settings.timezone);
  if (row.channel !== null) return messageItem(ctx, row, row.channel, clock);
  const amount = row.amountMinor ? formatMoney(row.amountMinor, row.currency!, ctx.locale) : '';
  const agreedTo = row.purposes && ctx.t.consent.list(row.purposes.map((one) => ctx.t.consent.purpose[one]));
  return {
    text: { ...ctx.t.timeline.happened, ...ctx.t.quoteHappened, ...ctx.t.contractHappened }[row.kind as EventKind](
      truncate(row.text, WORDS_GRAPHEMES),
      agreedTo ?? row.score?.toString() ?? (row.about || amount),
    ),
    detail: [
      clock,
      ...(row.written ? [`📝 ${truncate(row.written.replace(/\s*\n\s*/g, ' '), WORDS_GRAPHEMES)}`] : []),
    ].join(' · '),
  };
}

function messageItem(ctx: CommandContext, row: Happening, channel: string, clock: string): Item {
  const { kind, id, text, files, by, among } = row;
  const line = text.replace(/\s*\n\s*/g, ' ');
  const words = truncate(line, WORDS_GRAPHEMES);
  const said = wordsOrFiles(ctx.t, words, files) || ctx.t.contact.file;
  return {
    text: `${ctx.t.contact.direction[kind]} ${by ? ctx.t.digest.waits(by, said) : said}`,
    detail: [
      clock,
      ...(kind === 'note' || kind === 'call' || kind === 'visit' ? [] : [ctx.t.channel(channel)]),
      ...(among ? [ctx.t.contact.threadOf(among)] : []),
      ...fateLines(ctx.t, row),
    ].join(' · '),
    ...(words !== line && { ref: `m${id}`, buttons: [{ label: ctx.t.button.whole, command: `/message ${id}` }] }),
  };
}
