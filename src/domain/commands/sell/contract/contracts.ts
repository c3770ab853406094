import { typedWords } from '../../../../text/typed.ts';
import type { Reply } from '../../../reply.ts';
import { countContracts, listContracts, type Which } from '../../../sell/contract/contract.ts';
import type { Command, CommandContext } from '../../command.ts';
import { paged } from '../../paged.ts';
import { pickShown } from '../../who/pick.ts';
import { queryPage } from '../../words/words.ts';
import { itemOf } from './shown.ts';

const OVER = typedWords((typed) => typed.contractsOver);

/** '/contracts' by what is due next, '/contracts ended' those that are over, '/contracts Anna'. */
export const contracts: Command<{ query: string; page: number }> = {
  name: 'contracts',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words) => queryPage(/^\d{1,4}$/.test(words.trim()) ? `› ${words.trim()}` : words),
  async run(ctx, { query, page }) {
    if (query === '' || OVER.has(query.toLowerCase())) return contractsList(ctx, { over: query !== '' }, page);
    const picked = await pickShown(ctx, query, (ref) => `/contracts ${ref}`);
    if ('ask' in picked) return picked.ask;
    return contractsList(ctx, { contactId: picked.contact.id, name: picked.contact.name }, page);
  },
};

export function contractsList(
  ctx: CommandContext,
  { name, ...which }: Which & { name?: string },
  page: number,
): Promise<Reply> {
  const { contractCard: t } = ctx.t;
  const behind = which.contactId ? ` c${which.contactId} ›` : which.over ? ` ${OVER.values().next().value} ›` : '';
  return paged(ctx, page, {
    title: name ? t.listOf(name) : which.over ? t.listOver : t.list,
    empty: name ? t.noneOf(name) : which.over ? t.noneOver : t.none,
    command: `/contracts${behind}`,
    count: (most) => countContracts(ctx.tx, which, most),
    load: async (limit, offset) => (await listContracts(ctx.tx, which, limit, offset)).map((one) => itemOf(ctx, one)),
  });
}
