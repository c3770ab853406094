import { texts } from '../../../text/texts.ts';
import { typedWords } from '../../../text/typed.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { mayAct, type Role } from '../../owner/user.ts';
import { withQuotedNames } from '../../people/fields/filter_field.ts';
import { type Filter, type Kind, type Segment, Unclear } from '../../people/filter/filter.ts';
import { parseFilter, printFilter } from '../../people/filter/filter_parse.ts';
import { findMatching } from '../../people/matching.ts';
import type { FoundContact } from '../../people/search.ts';
import { type Button, type Field, failed, type Item, type Reply } from '../../reply.ts';
import { filterWords } from '../../segments/filter_words.ts';
import { boundsOf } from '../../settings.ts';
import type { CommandContext } from '../command.ts';
import { pageButtons } from '../paged.ts';

const PAGE = 8;
const NEVER_BOUGHT = typedWords(({ neverBought }) => neverBought);

/** Whether the words mean a filter as they stand, though nothing in them looks like one. */
export const isPhrase = (words: string): boolean => NEVER_BOUGHT.has(words.trim().toLowerCase());

/** The filter the words are, or what to say of the word that is none. `more`: segments that it may name besides those there are. */
export async function readFilter(
  ctx: CommandContext,
  words: string,
  ...more: Segment[]
): Promise<{ filter: Filter } | { ask: Reply }> {
  const typedIn = await filterWords(ctx);
  const segments = [...typedIn.segments, ...more];
  const said = isPhrase(words) ? 'orders:0' : words;
  const filter = parseFilter(withQuotedNames(said, typedIn.fields), { ...typedIn, segments });
  return filter instanceof Unclear ? { ask: unclear(ctx, filter) } : { filter };
}

/** Where the groups begin that a filter asks for, so that nobody has to guess what high is. */
export function boundsIn({ t, settings, locale }: CommandContext, filter: Filter): Field[] {
  const words = texts(locale).typed.filter.key;
  const { age, frequency, power } = boundsOf(settings);
  const said = {
    age: () => t.segment.ages(age),
    frequency: () => t.segment.counts(frequency),
    power: () => t.segment.sums(power, settings.currency),
  };
  const kinds = (['age', 'frequency', 'power'] as const).filter((kind) => asksFor(filter, kind));
  return kinds.map((kind) => ({ label: words[kind][0]!, value: said[kind]() }));
}

const asksFor = ({ any }: Filter, kind: Kind): boolean =>
  any.flat().some(({ test }) => test.kind === kind || (test.kind === 'segment' && asksFor(test.filter, kind)));

function unclear({ t }: CommandContext, { word, kind, within }: Unclear): Reply {
  if (within) {
    const button = { label: t.segment.edit, command: `/segment edit s${within.id}`, asks: true as const };
    return failed(t.segment.unreadable(word), { title: within.name, buttons: [[button]] });
  }
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
  const bounds = boundsIn(ctx, filter);
  const rows = [turn, actsOn(ctx, filter)].filter((row) => row.length > 0);
  return {
    title: titleOf(ctx, filter, total, page),
    ...(bounds.length > 0 && { fields: bounds }),
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
    ...(isSegment(filter)
      ? []
      : [
          ['owner', { label: t.segment.save, command: `/segment save ${printFilter(filter)}`, asks: true }] as [
            Role,
            Button,
          ],
        ]),
  ];
  return acts.filter(([least]) => mayAct(user, least)).map(([, button]) => button);
}

/** It is nothing but one that has a name. */
const isSegment = ({ any }: Filter): boolean => any.flat().length === 1 && any[0]?.[0]?.test.kind === 'segment';

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
