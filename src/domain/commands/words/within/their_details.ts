import type { Place } from '../../../../outbox/message.ts';
import { detailOfPronoun, isOnlyMail, nameAndDetails } from '../../../../text/person/whom/details_said.ts';
import type { Context } from '../../../context.ts';
import { loadContactNow } from '../../../merge/merge.ts';
import { loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { called } from '../../who/addressed.ts';
import { lastShown } from '../../who/last_shown.ts';

interface Edit {
  line: string;
  shown: string;
  atOnce: boolean;
  ids?: string[];
}

/**
 * How somebody is reached who is known, or was just shown here and is called he or she: it is added to them, by a tap. Undefined: words say
 * nothing of that, or of nobody who is known.
 */
export async function detailsMeant(ctx: Context, text: string, place: Place | undefined): Promise<Edit | undefined> {
  const detail = detailOfPronoun(text);
  if (detail !== undefined) {
    const id = place && (await lastShown(ctx.tx, place));
    const contact = id === undefined ? undefined : await loadContactNow(ctx.tx, id);
    // of nobody who was shown it is asked whose it is
    if (!contact) return { line: `/edit ? ${detail}`, shown: `/edit ${detail}`, atOnce: false };
    return editOf(contact.id, nameOf(contact), detail);
  }
  const named = nameAndDetails(text, ctx.settings.country);
  if (!named) return undefined;
  const { name, ids } = await called(ctx, named.name);
  const [id, ...others] = ids;
  if (id === undefined) return undefined;
  if (others.length === 0) return editOf(id, name, named.details);
  const line = `/edit ${name} ${named.details}`;
  return { line, shown: line, atOnce: false, ids };
}

const editOf = (id: string, name: string, words: string): Edit => ({
  line: `/edit c${id} ${words}`,
  shown: `/edit ${name} ${words}`,
  atOnce: false,
  ids: [id],
});

/** The same under somebody's card: her number, or a mail address and no other word, is theirs. */
export async function detailUnderCard(ctx: Context, text: string, contactId: string): Promise<Edit | undefined> {
  const detail = detailOfPronoun(text) ?? (isOnlyMail(text) ? text.trim() : undefined);
  if (detail === undefined) return undefined;
  return editOf(contactId, (await loadContact(ctx.tx, contactId))?.name ?? '', detail);
}
