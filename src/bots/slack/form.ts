import type { Payload } from '../../outbox/message.ts';
import { cutLength } from '../../text/cut.ts';
import { asObject, readBody, textOf } from './body.ts';

/** The form to open, and where the resulting command belongs. */
type FormPayload = Extract<Payload, { kind: 'form' }>;

/**
 * Limits of modals (docs.slack.dev/reference/views, /block-kit/block-elements/plain-text-input-element; @slack/types).
 */
const FORM_LIMITS = { title: 24, label: 2000, value: 3000, metadata: 3000, blocks: 100, key: 255 };
/** Marks the modals that are our forms. */
export const FORM = 'form';
const VALUE = 'value';

interface PlainText {
  type: 'plain_text';
  text: string;
}

interface Input {
  type: 'input';
  block_id: string;
  label: PlainText;
  optional: boolean;
  element: {
    type: 'plain_text_input';
    action_id: string;
    multiline: boolean;
    max_length: number;
    initial_value?: string;
  };
}

export interface Modal {
  type: 'modal';
  callback_id: string;
  private_metadata: string;
  title: PlainText;
  submit: PlainText;
  close: PlainText;
  blocks: Input[];
}

/** A form as a Slack modal. It carries the place where it was opened, because a submission names no channel. */
export function formatForm({ form, buttonId, replyTo }: FormPayload, chat: string): Modal {
  const opened: OpenedAt = { button: buttonId, chat, ...(replyTo && { message: replyTo }) };
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: JSON.stringify(opened),
    title: plain(form.title, FORM_LIMITS.title),
    submit: plain(form.submit, FORM_LIMITS.title),
    close: plain(form.close, FORM_LIMITS.title),
    blocks: form.fields.slice(0, FORM_LIMITS.blocks).map(({ key, label, required, multiline, initial }) => ({
      type: 'input',
      block_id: key,
      label: plain(label, FORM_LIMITS.label),
      optional: !required,
      element: {
        type: 'plain_text_input',
        action_id: VALUE,
        multiline,
        max_length: FORM_LIMITS.value,
        ...(initial && { initial_value: cut(initial, FORM_LIMITS.value) }),
      },
    })),
  };
}

/** What a modal of ours remembers. */
export interface OpenedAt {
  button: string;
  chat: string;
  message?: string;
}

/** Undefined if the modal is not one of our forms. */
export function openedAt(metadata: string): OpenedAt | undefined {
  const { button, chat, message } = asObject(readBody(Buffer.from(metadata)));
  if (!textOf(button) || !textOf(chat)) return undefined;
  return { button: textOf(button), chat: textOf(chat), ...(textOf(message) && { message: textOf(message) }) };
}

function plain(text: string, limit: number): PlainText {
  return { type: 'plain_text', text: text.length <= limit ? text : `${cut(text, limit - 1).trimEnd()}…` };
}

function cut(text: string, limit: number): string {
  return text.slice(0, cutLength(text, limit));
}
