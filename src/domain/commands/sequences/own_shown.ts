import type { Texts } from '../../../text/texts.ts';
import { ENDS, type Sequence } from '../../campaigns/sequences/sequence.ts';
import { turn } from '../../campaigns/turn.ts';
import { PURPOSES, type Reached } from '../../people/consent.ts';
import type { Button, Field } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { startButtons, startShown } from './begins.ts';

/** What is still to be said of one of the owner's own before it can be put on. */
export function missingIn({ sequence: { lack } }: Texts, { recipe, start, purpose, steps }: Sequence): string[] {
  if (recipe !== 'own') return [];
  return [
    ...(start ? [] : [lack.start]),
    ...(purpose ? [] : [lack.purpose]),
    ...(steps.length > 0 ? [] : [lack.steps]),
  ];
}

/** What begins it, what it is, and at what it stops; of a recipe nobody says that. */
export async function ownFields(ctx: CommandContext, one: Sequence): Promise<Field[]> {
  const { sequence, ...t } = ctx.t;
  const { labels } = sequence;
  const { recipe, start, purpose, again, ends } = one;
  if (recipe !== 'own') return [];
  const ending = [...ENDS.filter((end) => ends.includes(end)).map((end) => sequence.end[end]), sequence.end.refused];
  const service = start?.of === 'form' ? [sequence.isService, sequence.proven] : [sequence.isService];
  const is = (what: Reached) => (what === 'service' ? t.inARow(service) : sequence.consented(t.consent.purpose[what]));
  return [
    ...(start ? [{ label: labels.begins, value: await startShown(ctx, start, again) }] : []),
    ...(purpose ? [{ label: labels.purpose, value: is(purpose) }] : []),
    { label: labels.ends, value: t.inARow(ending) },
  ];
}

/** What can be said of one of the owner's own alone: what is missing first. */
export async function ownButtons(ctx: CommandContext, one: Sequence): Promise<Button[][]> {
  const { button } = ctx.t.sequence;
  const { id, recipe, start, isOn } = one;
  if (recipe !== 'own') return [];
  const line = `/sequence ${id}`;
  return [
    ...(start ? [] : await startButtons(ctx, id)),
    purposeButtons(ctx, one),
    [...endButtons(ctx, one), ...againButton(ctx, one)],
    ...(isOn ? [[turn(button.earlier, `${line} also`)]] : []),
    [
      ...(start ? [{ label: button.otherwise, command: `${line} when`, asks: true as const }] : []),
      { label: button.rename, command: `${line} name`, asks: true },
      turn(button.delete, `${line} delete`),
    ],
  ];
}

function purposeButtons({ t }: CommandContext, { id, purpose }: Sequence): Button[] {
  const word = (one: Reached) => (one === 'service' ? t.typed.sequence.service[0] : t.typed.consent.purpose[one][0]);
  return [...PURPOSES, 'service' as const]
    .filter((one) => one !== purpose)
    .map((one) => turn(t.campaign.button.about(t.consent.purpose[one]), `/sequence ${id} about ${word(one)}`));
}

function endButtons({ t }: CommandContext, { id, ends }: Sequence): Button[] {
  const { button } = t.sequence;
  const { end: words, yes, no } = t.typed.sequence;
  return ENDS.map((end) =>
    ends.includes(end)
      ? turn(button.goesOn[end], `/sequence ${id} ends ${words[end][0]} ${no[0]}`)
      : turn(button.stops[end], `/sequence ${id} ends ${words[end][0]} ${yes[0]}`),
  );
}

/** A filter means somebody once; an order comes again, and a form is filled in again. */
function againButton({ t }: CommandContext, { id, start, again }: Sequence): Button[] {
  const { button } = t.sequence;
  if (!start || start.of === 'filter' || (start.of === 'order' && start.nth !== undefined)) return [];
  return [
    again
      ? turn(button.once, `/sequence ${id} again ${t.typed.sequence.no[0]}`)
      : turn(button.again, `/sequence ${id} again`),
  ];
}
