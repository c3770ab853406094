import type { Contact } from '../contact.ts';
import { loadContact } from '../contact.ts';
import type { Reply } from '../reply.ts';
import { findContacts } from '../search.ts';
import type { CommandContext } from './command.ts';
import { explicitContact, splitFirst } from './words.ts';

/** Names have up to this many words. */
const MAX_NAME_WORDS = 4;

/** The contact a command means, and the words that are left; or the question to ask back. */
export type Picked = { contact: Contact; rest: string } | { ask: Reply };

/**
 * Reads a contact off the front of the words: `c12`, a whole name of several words, or anything /find understands.
 * Answering a card, the words need not name anybody. `again` writes the command for a contact the owner picks.
 */
export async function pickContact(
  ctx: CommandContext,
  words: string,
  again: (contactRef: string, rest: string) => string,
): Promise<Picked> {
  const [first, rest] = splitFirst(words);
  const explicit = explicitContact(first);
  if (explicit) {
    const contact = await loadContact(ctx.tx, explicit);
    return contact ? { contact, rest } : { ask: ctx.t.find.nobody(first) };
  }
  if (ctx.about) return { contact: ctx.about.contact, rest: words.trim() };
  const named = await byWholeName(ctx, words);
  if (named) return named;
  const found = await findContacts(ctx.tx, first, 8);
  if (found.length === 1) return { contact: (await loadContact(ctx.tx, found[0]!.id))!, rest };
  if (found.length === 0) return { ask: ctx.t.find.nobody(first) };
  return {
    ask: {
      failed: true,
      title: ctx.t.find.which(first),
      buttons: found.map((person) => [
        { label: person.name || `c${person.id}`, command: again(`c${person.id}`, rest) },
      ]),
    },
  };
}

/** The longest run of leading words that is somebody's whole name, if it is only one person's. */
async function byWholeName(
  ctx: CommandContext,
  words: string,
): Promise<{ contact: Contact; rest: string } | undefined> {
  const parts = words.trim().split(/\s+/u);
  const prefixes = parts.slice(0, MAX_NAME_WORDS).map((_, index) => parts.slice(0, index + 1).join(' '));
  const rows = await ctx.tx<{ id: string; name: string }>`
    select id, name from contacts where lower(name) = any(${prefixes.map((prefix) => prefix.toLowerCase())})
    order by length(name) desc, id limit 2`;
  const [longest, next] = rows;
  if (!longest || next?.name.toLowerCase() === longest.name.toLowerCase()) return undefined;
  const rest = parts.slice(longest.name.trim().split(/\s+/u).length).join(' ');
  return { contact: (await loadContact(ctx.tx, longest.id))!, rest };
}

/** A known contact whose whole name stands somewhere in the sentence: "给张三打电话", "call Anna Smith". */
export async function contactNamedIn(ctx: CommandContext, sentence: string): Promise<Contact | undefined> {
  const candidates = [...hanRuns(sentence), ...wordRuns(sentence)];
  const [row] = await ctx.tx<{ id: string }>`
    select id from contacts where lower(name) = any(${candidates}) order by length(name) desc, last_seen_at desc nulls last
    limit 1`;
  return row && loadContact(ctx.tx, row.id);
}

function hanRuns(sentence: string): string[] {
  const chars = [...sentence.slice(0, 200)];
  const runs: string[] = [];
  for (let length = 2; length <= 4; length++) {
    for (let start = 0; start + length <= chars.length; start++) {
      const run = chars.slice(start, start + length).join('');
      if (/^\p{Script=Han}+$/u.test(run)) runs.push(run);
    }
  }
  return runs;
}

function wordRuns(sentence: string): string[] {
  const words =
    sentence
      .slice(0, 200)
      .toLowerCase()
      .match(/[\p{L}\p{N}'.-]+/gu) ?? [];
  return words.flatMap((_, start) => [1, 2, 3].map((length) => words.slice(start, start + length).join(' ')));
}
