import { orderIn } from '../../../text/sentence/to_us.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { timeThenWords } from '../../../text/when/send_later.ts';
import type { Context } from '../../context.ts';
import type { Button } from '../../reply.ts';
import { newestOfCustomer } from '../../talk/message.ts';
import type { TriageLabel } from '../../triage/triage.ts';
import { laterButton, lineButton, type Spoken } from '../line_button.ts';
import { labelMeant } from './labels.ts';

const LABELS = typedMeanings<TriageLabel>(({ label }) => label);

/** What stands under a card, and what else is said there. */
interface Under {
  /** Undefined: nothing was said there yet. */
  conversationId: string | undefined;
  text: string;
  /** The text is part of an answer. */
  within: boolean;
}

/** What words under a card ask of us, as a button that does it; nothing is offered that the product cannot do but to keep them. Undefined: they are for the customer. */
export async function askedOfUs(ctx: Context, spoken: Spoken, under: Under): Promise<Button | undefined> {
  const { text, within } = under;
  const label = within ? undefined : labelMeant(text);
  if (label && 'file' in label) return fileButton(ctx, spoken, under, label.file);
  if (label) return label.line === undefined ? noteButton(spoken, text) : lineButton(spoken, label.line);
  const later = within ? undefined : timeThenWords(text);
  if (later !== undefined) return laterButton(spoken, later);
  const order = orderIn(text, within);
  if (!order) return undefined;
  if (order.does === 'file') return fileButton(ctx, spoken, under, LABELS.get(order.words)!);
  if (order.does === 'note' && order.words === text.trim()) return noteButton(spoken, text);
  return lineButton(spoken, `/${order.does} ${order.words}`.trim());
}

const noteButton = ({ t }: Spoken, text: string): Button => ({
  label: t.desk.asNote,
  command: `/note ${text}`,
  typed: true,
});

/** The customer's newest message is another kind of thing than it was taken for. */
async function fileButton(
  { tx }: Context,
  spoken: Spoken,
  { conversationId }: Under,
  label: TriageLabel,
): Promise<Button | undefined> {
  const id = conversationId && (await newestOfCustomer(tx, conversationId));
  if (!id) return label === 'lead' || label === 'ticket' ? lineButton(spoken, `/${label}`) : undefined;
  const { refile, label: names } = spoken.t.triage;
  return { label: refile(names[label]), command: `/file ${id} ${label}` };
}
