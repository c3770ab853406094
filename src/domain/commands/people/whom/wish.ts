import { wishAmong } from '../../../../text/meaning/wish_said.ts';
import type { Texts } from '../../../../text/texts.ts';
import { truncate } from '../../../../text/truncate.ts';
import type { Button } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { lineButton } from '../../line_button.ts';
import { lineWith } from '../../who/choices.ts';

const WISH_GRAPHEMES = 40;

/** Whoever was just added and wants something: that is a lead by one tap. */
export function wishButtons(t: Texts, contactId: string, notes: readonly string[]): Button[][] {
  const wish = wishAmong(notes);
  if (wish === undefined) return [];
  return [[{ label: t.add.lead(truncate(wish, WISH_GRAPHEMES)), command: `/lead c${contactId} ${wish}` }]];
}

/** Both in one tap, of somebody who is not added yet. `isLead`: all that is told of them is what they want. */
export function withWish(t: Texts, added: string, name: string, notes: readonly string[], isLead = false): Button[][] {
  const wish =
    wishAmong(notes) ?? (isLead && notes.length > 0 ? notes.join(', ').replace(/\s*\n\s*/gu, ', ') : undefined);
  if (wish === undefined || name === '') return [];
  const label = t.add.withLead(truncate(wish, WISH_GRAPHEMES));
  return [[{ label, command: `${added}\n/lead ${name} ${wish}`, style: 'primary', whole: true, typed: true }]];
}

/** What was meant for them before they were known is one tap away. */
export function goOn(
  ctx: CommandContext,
  contactId: string,
  { name, goesOn }: { name: string; goesOn?: string | undefined },
): Button[][] {
  if (!goesOn) return [];
  const button = lineButton(ctx, lineWith(goesOn, `c${contactId}`), lineWith(goesOn, name));
  return [[{ ...button, typed: true }]];
}
