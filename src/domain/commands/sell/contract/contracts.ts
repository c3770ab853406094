import { typedWords } from '../../../../text/typed.ts';
import type { Reply } from '../../../reply.ts';
import { countContracts, listContracts, type Which } from '../../../sell/contract/contract.ts';
import type { Command, CommandContext } from '../../command.ts';
import { paged } from '../../paged.ts';
import { pickShown } from '../../who/pick.ts';
import { type DueAsked, dueAsked } from '../../words/spans/due_asked.ts';
import { spanNamed } from '../../words/spans/span_words.ts';
import { queryPage } from '../../words/words.ts';
import { itemOf } from './shown.ts';

const OVER = typedWords((typed) => typed.contractsOver);

/** '/contracts' by what is due next, '/contracts ended' those that are over, '/contracts due next month', '/contracts Anna'. */
export const contracts: Command<{ query: string; page: number }> = {
  name: 'contracts',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words) => queryPage(/^\d{1,4}$/.test(words.trim()) ? `› ${words.trim()}` : words),
  async run(ctx, { query, page }) {
    if (query === '' || OVER.has(query.toLowerCase())) return contractsList(ctx, { over: query !== '' }, page);
    const asked = await dueAsked(ctx, query);
    if (asked) return contractsList(ctx, { due: asked.days, said: query, asked }, page);
    const picked = await pickShown(ctx, query, (ref) => `/contracts ${ref}`);
    if ('ask' in picked) return picked.ask;
    return contractsList(ctx, { contactId: picked.contact.id, name: picked.contact.name }, page);
  },
};

export function contractsList(
  ctx: CommandContext,
  { name, said, asked, ...which }: Which & { name?: string; said?: string; asked?: DueAsked },
  page: number,
): Promise<Reply> {
  const { contractCard: t } = ctx.t;
  const listed = which.contactId ? `c${which.contactId}` : which.over ? OVER.values().next().value : said;
  const behind = listed ? ` ${listed} ›` : '';
  const days = asked && (asked.is === 'late' ? t.listLate : t.listDue(spanNamed(ctx, asked.span)));
  return paged(ctx, page, {
    title: days ?? (name ? t.listOf(name) : which.over ? t.listOver : t.list),
    empty: days ? t.noneSuch(days) : name ? t.noneOf(name) : which.over ? t.noneOver : t.none,
    command: `/contracts${behind}`,
    count: (most) => countContracts(ctx.tx, which, most),
    load: async (limit, offset) => (await listContracts(ctx.tx, which, limit, offset)).map((one) => itemOf(ctx, one)),
  });
}
