import { typedWords } from '../../../text/typed.ts';
import { isoDay, wallTime } from '../../../text/when/zone.ts';
import { size } from '../../attachment.ts';
import { exportAll } from '../../exchange/all/all.ts';
import { noteAct } from '../../owner/journal.ts';
import { contactsCsv, MOST_EXPORTED } from '../../people/export.ts';
import { printFilter } from '../../people/filter/filter_parse.ts';
import { countMatching } from '../../people/matching.ts';
import { failed, type Reply } from '../../reply.ts';
import { campaignMeant, exportCampaign } from '../campaigns/table.ts';
import type { Command, CommandContext } from '../command.ts';
import { nobodyFits, readFilter } from './filtered.ts';

/** What a desk takes with one message. */
const MOST_BYTES = 10 * 1024 * 1024;
/** Of these so much for files that came with messages: the others are named. */
const MOST_FILE_BYTES = 5 * 1024 * 1024;
/** What asks for everything there is, in any language. */
const EVERYTHING = typedWords(({ everything }) => everything);

/** What people call a table in a file; the longest first. */
const KINDS = [...typedWords(({ tableKinds }) => tableKinds)].sort((one, other) => other.length - one.length);

/** What is no table of people stands in the whole export. */
const OTHER_TABLES = typedWords(({ otherTables }) => otherTables);

/** csv, #vip as excel: it is a table that every spreadsheet opens, whatever it is called. */
function withoutKind(words: string): string {
  const plain = words.trim().toLowerCase();
  const kind = KINDS.find((one) => plain === one || plain.endsWith(` ${one}`));
  return kind === undefined ? words : words.trim().slice(0, -kind.length).trim();
}

/** '/export #vip': them as a table in a file; without a filter, everybody; '/export campaign 12': its people. */
export const exportThem: Command<{ words: string }> = {
  name: 'export',
  role: 'owner',
  parse: (words) => ({ words }),
  async run(ctx, { words }) {
    if (EVERYTHING.has(words.trim().toLowerCase())) return everything(ctx);
    if (OTHER_TABLES.has(words.trim().toLowerCase())) return inAll(ctx, words.trim());
    const campaign = campaignMeant(words);
    if (campaign) return exportCampaign(ctx, campaign);
    const read = await readFilter(ctx, withoutKind(words));
    if ('ask' in read) return read.ask;
    const { filter } = read;
    const total = await countMatching(ctx.tx, filter, ctx.now);
    if (total === 0) return nobodyFits(ctx, filter);
    if (total > MOST_EXPORTED) return failed(ctx.t.bulk.tooMany(total, MOST_EXPORTED));
    const bytes = await contactsCsv(ctx.tx, filter, ctx.now, ctx);
    const ref = await ctx.keepFile(bytes);
    await noteAct(
      ctx.tx,
      { userId: ctx.user.id, command: `/export ${printFilter(filter)}`.trim(), now: ctx.now },
      'exported',
    );
    const name = `${ctx.t.export.fileName}-${isoDay(wallTime(ctx.now, ctx.settings.timezone).day)}.csv`;
    return {
      text: ctx.t.export.done(total, printFilter(filter, ctx.locale)),
      attachments: [{ kind: 'document', name, type: 'text/csv', bytes: bytes.length, ref }],
    };
  },
};

const inAll = ({ t }: CommandContext, words: string): Reply =>
  failed(t.export.inAll(words), { buttons: [[{ label: t.export.all, command: '/export all' }]] });

/** All nouns in one zip. It is collected as it comes, and given up where a chat would not take it. */
async function everything(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of exportAll(ctx.tx, t, { ...ctx, mostFileBytes: MOST_FILE_BYTES })) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > MOST_BYTES) return failed(t.exportAll.tooLarge);
  }
  const ref = await ctx.keepFile(Buffer.concat(pieces));
  await noteAct(ctx.tx, { userId: ctx.user.id, command: '/export all', now: ctx.now }, 'exported');
  const name = `${t.exportAll.fileName}-${isoDay(wallTime(ctx.now, ctx.settings.timezone).day)}.zip`;
  return {
    text: t.exportAll.done(size(bytes)),
    attachments: [{ kind: 'document', name, type: 'application/zip', bytes, ref }],
  };
}
