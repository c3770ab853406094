import { formatAge } from '../../../text/when/duration.ts';
import { mayAct, type Role } from '../../owner/user.ts';
import { withQuotedNames } from '../../people/fields/filter_field.ts';
import { type Filter, Unclear } from '../../people/filter.ts';
import { parseFilter, printFilter } from '../../people/filter_parse.ts';
import { filterWords } from '../../people/filter_words.ts';
import { findMatching } from '../../people/matching.ts';
import type { FoundContact } from '../../people/search.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { pageButtons } from '../paged.ts';

const PAGE = 8;

/** The filter the words are, or what to say of the word that is none. */
export async function readFilter(ctx: CommandContext, words: string): Promise<{ filter: Filter } | { ask: Reply }> {
  const typedIn = await filterWords(ctx);
  const filter = parseFilter(withQuotedNames(words, typedIn.fields), typedIn);
  return filter instanceof Unclear ? { ask: unclear(ctx, filter) } : { filter };
}

function unclear({ t }: CommandContext, { word, kind }: Unclear): Reply {
  const possible = kind ? [t.filter.possible[kind]] : Object.values(t.filter.possible);
  return failed(t.filter.unclear(word), { fields: [{ label: t.filter.possibleIs, value: possible.join(' · ') }] });
}

/** Nobody is whom it means. */
export function nobodyFits({ t, locale }: CommandContext, filter: Filter): Reply {
  return failed(t.filter.nobody(printFilter(filter, locale)), { hint: t.filter.fewer });
}

/** '/find #vip -city:上海': how many, a page of them, and what can be done with all. */
export async function filteredReply(ctx: CommandContext, filter: Filter, page: number): Promise<Reply> {
  const { total, people } = await findMatching(ctx.tx, filter, ctx.now, PAGE, (page - 1) * PAGE);
  if (people.length === 0) return nobodyFits(ctx, filter);
  const turn = pageButtons(ctx, page, page * PAGE < total, (to) => `/find ${printFilter(filter)} › ${to}`);
  const rows = [turn, actsOn(ctx, filter)].filter((row) => row.length > 0);
  return {
    title: titleOf(ctx, filter, total, page),
    lists: [{ items: people.map((person) => contactItem(ctx, person)) }],
    ...(rows.length > 0 && { buttons: rows }),
  };
}

function titleOf({ t, locale }: CommandContext, filter: Filter, total: number, page: number): string {
  const title = t.filter.found(total, printFilter(filter, locale));
  return total > PAGE ? t.desk.pageAmong(title, page, Math.ceil(total / PAGE)) : title;
}

/** Only what whoever asks may do. */
function actsOn({ t, user }: CommandContext, filter: Filter): Button[] {
  const where = `where ${printFilter(filter)}`;
  const acts: [Role, Button][] = [
    ['helper', { label: t.button.tagAll, command: `/tagall ${where}` }],
    ['owner', { label: t.button.export, command: `/export ${printFilter(filter)}` }],
    ['helper', { label: t.button.taskAll, command: `/taskall ${t.bulk.call} ${where}` }],
  ];
  return acts.filter(([least]) => mayAct(user, least)).map(([, button]) => button);
}

/** One found contact as a line of a list. */
export function contactItem(ctx: CommandContext, contact: FoundContact): Item {
  return {
    text: [contact.name, ...contact.tags.map((tag) => `#${tag}`)].filter(Boolean).join(' '),
    ref: `c${contact.id}`,
    contactId: contact.id,
    ...(contact.lastSeenAt && { detail: formatAge(ctx.now.getTime() - contact.lastSeenAt.getTime(), ctx.locale) }),
    buttons: [{ label: ctx.t.button.contact, command: `/contact c${contact.id}` }],
  };
}
