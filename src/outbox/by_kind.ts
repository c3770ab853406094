import type { OutboxMessage, Outcome, Payload, Sender } from './message.ts';

type Kind = Payload['kind'];

/** A message with one kind of payload. */
export type MessageOf<K extends Kind> = OutboxMessage & { payload: Extract<Payload, { kind: K }> };

type Send<K extends Kind> = (message: MessageOf<K>, signal: AbortSignal) => Promise<Outcome>;

/** How a channel sends each kind. Every kind is named: undefined where the channel has nothing like it. */
export type Ways = { [K in Kind]: Send<K> | undefined };

/** Sends a message in the way of its kind; a kind that the channel does not have is refused. */
export function byKind(ways: Ways): Sender['send'] {
  return async (message, signal) => {
    if (signal.aborted) return { result: 'retry', error: 'stopped before sending' };
    const { kind } = message.payload;
    const send = ways[kind] as Send<Kind> | undefined;
    return send
      ? send(message, signal)
      : { result: 'failed', error: `${kind} is not possible here`, reason: 'rejected' };
  };
}

/** For a kind that shows nowhere on a channel: it is done with. */
export const nothingToDo = async (): Promise<Outcome> => ({ result: 'sent' });
