import type { ShipmentState } from '../../domain/goods_event.ts';
import { own } from '../../text/own.ts';

/** What a shop's word for a parcel means: without a word it waits, and a strange word is kept. */
export function stateOf(
  states: Readonly<Record<string, ShipmentState>>,
  word: string | null | undefined,
): { state: ShipmentState; strangeState?: string } {
  const said =
    word
      ?.trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_') ?? '';
  if (said === '') return { state: 'pending' };
  const state = own(states, said);
  return state ? { state } : { state: 'other', strangeState: said };
}
