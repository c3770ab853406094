import { isoDay, wallTime } from '../../../text/when/zone.ts';
import { noteAct } from '../../owner/journal.ts';
import { contactsCsv, MOST_EXPORTED } from '../../people/export.ts';
import { printFilter } from '../../people/filter_parse.ts';
import { countMatching } from '../../people/matching.ts';
import { failed } from '../../reply.ts';
import type { Command } from '../command.ts';
import { nobodyFits, readFilter } from './filtered.ts';

/** '/export #vip': them as a table in a file; without a filter, everybody. */
export const exportThem: Command<{ words: string }> = {
  name: 'export',
  role: 'owner',
  parse: (words) => ({ words }),
  async run(ctx, { words }) {
    const read = readFilter(ctx, words);
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
