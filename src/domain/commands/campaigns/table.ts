import { isoDay, wallTime } from '../../../text/when/zone.ts';
import { loadCampaign } from '../../campaigns/campaign.ts';
import { campaignCsv, countPeople, MOST_LINES } from '../../campaigns/table.ts';
import { noteAct } from '../../owner/journal.ts';
import { failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { namesOf } from '../names.ts';
import { idIn, pageIn, splitFirst } from '../words/words.ts';

/** 'campaign 12', 'campaign 12 2': which campaign is to be a file, and which part of it; undefined: none is. */
export function campaignMeant(words: string): { id: string | undefined; part: number } | undefined {
  const [first, rest] = splitFirst(words.trim());
  if (!namesOf('campaign').includes(first.toLowerCase())) return undefined;
  const [number, more] = splitFirst(rest);
  return { id: idIn(number), part: pageIn(more) };
}

/** What became of each of a campaign's people, as a table in a file; of very many in several. */
export async function exportCampaign(
  ctx: CommandContext,
  { id, part }: { id: string | undefined; part: number },
): Promise<Reply> {
  const { t } = ctx;
  const one = id && (await loadCampaign(ctx.tx, id));
  if (!one) return failed(t.campaign.noSuch, { hint: t.need.campaign });
  const total = await countPeople(ctx.tx, one);
  const parts = Math.ceil(total / MOST_LINES);
  if (total === 0) return failed(t.campaignTable.empty);
  if (part > parts) return failed(t.desk.noPage(part));
  const bytes = await campaignCsv(ctx.tx, one, { days: ctx.settings.campaignDays, part }, ctx);
  const ref = await ctx.keepFile(bytes);
  const command = `/export campaign ${one.id}`;
  await noteAct(ctx.tx, { userId: ctx.user.id, command, now: ctx.now }, 'exported');
  const day = isoDay(wallTime(ctx.now, ctx.settings.timezone).day);
  const name = [t.campaignTable.fileName, one.id, ...(parts > 1 ? [part] : []), day].join('-');
  return {
    text: t.campaignTable.done(one.name, total),
    attachments: [{ kind: 'document', name: `${name}.csv`, type: 'text/csv', bytes: bytes.length, ref }],
    ...(part < parts && {
      buttons: [[{ label: t.campaignTable.next(part + 1, parts), command: `${command} ${part + 1}` }]],
    }),
  };
}
