import { contactCard } from '../contact_card.ts';
import { isFilter } from '../filter_parse.ts';
import { findContacts } from '../search.ts';
import { type Command, Incomplete } from './command.ts';
import { contactItem, filteredReply, readFilter } from './filtered.ts';
import { queryPage } from './words.ts';

const MAX_FOUND = 10;

/**
 * By name, part of a name, pinyin, initials, last digits, mail: one hit is shown at once. By what they are (`#vip -city:上海`): how
 * many, and what can be done with all of them.
 */
export const find: Command<{ query: string; page: number }> = {
  name: 'find',
  alias: '查找',
  role: 'viewer',
  parse: (words) => (words ? queryPage(words) : new Incomplete('word')),
  async run(ctx, { query, page }) {
    if (isFilter(query)) {
      const read = readFilter(ctx, query);
      return 'ask' in read ? read.ask : filteredReply(ctx, read.filter, page);
    }
    const found = await findContacts(ctx.tx, query, MAX_FOUND + 1);
    if (found.length === 0) return ctx.t.find.nobody(query);
    if (found.length === 1) return contactCard(ctx, ctx.t, ctx.locale, found[0]!.id);
    const items = found.slice(0, MAX_FOUND).map((contact) => contactItem(ctx, contact));
    return {
      title: ctx.t.find.found(query),
      lists: [{ items }],
      ...(found.length > MAX_FOUND && { hint: ctx.t.find.more }),
    };
  },
};
