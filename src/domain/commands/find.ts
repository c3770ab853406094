import { formatAge } from '../../text/duration.ts';
import { contactCard } from '../contact_card.ts';
import { findContacts } from '../search.ts';
import { type Command, Incomplete } from './command.ts';

const MAX_FOUND = 10;

/** By name, part of a name, pinyin, initials, last digits, mail. One hit is shown at once. */
export const find: Command<{ query: string }> = {
  name: 'find',
  alias: '查找',
  role: 'viewer',
  parse: (words) => (words ? { query: words } : new Incomplete('word')),
  async run(ctx, { query }) {
    const found = await findContacts(ctx.tx, query, MAX_FOUND + 1);
    if (found.length === 0) return ctx.t.find.nobody(query);
    if (found.length === 1) return contactCard(ctx, ctx.t, ctx.locale, found[0]!.id);
    const items = found.slice(0, MAX_FOUND).map((contact) => ({
      text: `${contact.name || `c${contact.id}`}${contact.tags.map((tag) => ` #${tag}`).join('')}`,
      ...(contact.lastSeenAt && { detail: formatAge(ctx.now.getTime() - contact.lastSeenAt.getTime(), ctx.locale) }),
      buttons: [{ label: ctx.t.button.contact, command: `/contact c${contact.id}` }],
    }));
    return {
      title: ctx.t.find.found(query),
      lists: [{ items }],
      ...(found.length > MAX_FOUND && { hint: ctx.t.find.more }),
    };
  },
};
