import { createHash } from 'node:crypto';
import type { InboxEvent } from '../../inbox/event.ts';
import { asObject, type Json, textOf } from './body.ts';
import type { Person } from './people.ts';

export interface SlackIntake {
  /** Commits the event, or throws: then Slack has to come again. */
  store: (event: InboxEvent) => Promise<unknown>;
  /** Who somebody is, because events give only an id. Never rejects and takes at most a second. */
  person: (userId: string) => Promise<Person | undefined>;
  /** The channel that is the owner's desk; messages in other channels do not concern us. */
  deskChannel: string | undefined;
}

/**
 * Stores what Slack sent, over HTTP or Socket Mode, unless it does not concern us. After this it may be acknowledged.
 */
export async function takeIn(intake: SlackIntake, payload: Json, raw: Uint8Array): Promise<void> {
  if (!concernsUs(payload, intake.deskChannel)) return;
  const person = await intake.person(personIn(payload));
  await intake.store(toInboxEvent(payload, raw, person));
}

/** The names under which parse.ts finds what the event itself does not contain. */
export const PERSON = { name: 'person-name', language: 'person-language' };

export function toInboxEvent(payload: Json, raw: Uint8Array, person?: Person): InboxEvent {
  const headers: Record<string, string> = {
    ...(person?.name && { [PERSON.name]: person.name }),
    ...(person?.language && { [PERSON.language]: person.language }),
  };
  return {
    source: 'slack',
    externalId: keyOf(payload, raw),
    lane: laneOf(payload),
    ...(senderOf(payload) && { sender: senderOf(payload) }),
    ...(Object.keys(headers).length > 0 && { headers }),
    body: raw,
  };
}

/**
 * We hear our own messages in every conversation that we are part of, and everybody's in every channel that we were
 * invited to.
 */
function concernsUs({ event: value }: Json, deskChannel: string | undefined): boolean {
  const event = asObject(value);
  if (event.type !== 'message') return true;
  const tellings = [event, asObject(event.message), asObject(event.previous_message)];
  if (tellings.some(({ bot_id: bot }) => bot !== undefined)) return false;
  return isDirect(event) || event.channel === deskChannel;
}

export function isDirect({ channel_type: type, channel }: Json): boolean {
  return type === 'im' || textOf(channel).startsWith('D');
}

/**
 * A message is identified by its place, however often and through whichever subscription it comes; other events by
 * event_id, which a retry repeats. Presses and commands are not repeated; each has a new trigger_id.
 */
function keyOf(payload: Json, raw: Uint8Array): string {
  const event = asObject(payload.event);
  if (event.type === 'message' && event.ts) return `message:${textOf(event.channel)}:${textOf(event.ts)}`;
  if (payload.event_id) return `event:${textOf(payload.event_id)}`;
  // a form is submitted once, however often the person presses the button before Slack has our acknowledgement
  if (payload.type === 'view_submission') return `view_submission:${textOf(asObject(payload.view).id)}`;
  if (payload.trigger_id) return `${textOf(payload.type) || 'command'}:${textOf(payload.trigger_id)}`;
  return `sha256:${createHash('sha256').update(raw).digest('hex')}`;
}

/**
 * Messages in a conversation stay in order. Somebody waits for the effect of a press, so it must not queue behind a
 * message.
 */
function laneOf(payload: Json): string {
  const event = asObject(payload.event);
  if (event.type === 'message') return `slack:${textOf(event.channel)}`;
  return `slack:${payload.event ? 'event' : 'press'}:${senderOf(payload)}`;
}

/** Whoever wrote, pressed or opened it. */
function senderOf(payload: Json): string {
  const event = asObject(payload.event);
  return writerOf(event) || textOf(payload.user_id) || textOf(asObject(payload.user).id);
}

/** The person whose name has to be looked up; presses and commands bring the name along. */
function personIn(payload: Json): string {
  const event = asObject(payload.event);
  if (event.type === 'message' && isDirect(event)) return writerOf(event);
  return payload.type === 'message_action' ? textOf(asObject(payload.message).user) : '';
}

/** Of a changed message: whoever it is said to be of, now or before, else who changed it. */
function writerOf(event: Json): string {
  const [now, before] = [asObject(event.message), asObject(event.previous_message)];
  return [event, now, before, asObject(now.edited)].map(({ user }) => textOf(user)).find(Boolean) ?? '';
}
