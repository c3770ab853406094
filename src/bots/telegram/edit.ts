import type { Api } from 'grammy';
import type { Outcome, Payload } from '../../outbox/message.ts';
import { grammySignal } from './api.ts';
import { formatTelegram, isOnTelegram, type TelegramText } from './format.ts';
import { isRefusal, outcomeOf } from './outcome.ts';
import { chatOf } from './place.ts';

type Edit = Extract<Payload, { kind: 'edit' }>;

/** It looks like that already: an earlier try has arrived. */
const DONE_BEFORE = /message is not modified/i;
/** It is a file with words below it. */
const IS_CAPTION = /there is no text in the message to edit/i;
/** Somebody deleted it, or nobody may change it any more. */
const GONE = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|message_id is not specified/i;

/**
 * Writes a message anew where it stands: of one that left in parts the last, which has the buttons. To do it again changes nothing
 * (Bot API, editMessageText), so no outcome is a doubt. Where the words do not fit in, only the buttons are changed, and it counts as
 * refused: then they are said in another message.
 */
export async function edit(api: Api, chat: string, { now }: Edit, signal: AbortSignal): Promise<Outcome> {
  if (!now?.externalId) return { result: 'failed', error: 'the message has no id', reason: 'rejected' };
  const place = { ...chatOf(chat), message_id: Number(now.externalId) };
  const make = (method: string, payload: object) => call(api, method, { ...place, ...payload }, signal);
  const text = lastText(now);
  const outcome = text ? await make('editMessageText', asText(text)) : undefined;
  const changed = outcome && text && isCaption(outcome) ? await make('editMessageCaption', asCaption(text)) : outcome;
  if (changed && !isRefused(changed)) return changed;
  await make('editMessageReplyMarkup', { reply_markup: text?.reply_markup ?? NO_BUTTONS });
  return changed ?? { result: 'failed', error: 'the words do not fit into the message', reason: 'rejected' };
}

const NO_BUTTONS = { inline_keyboard: [] };

/** What the last part of the message shows; undefined: it was cut elsewhere when it left. */
function lastText({ reply, parts }: NonNullable<Edit['now']>): TelegramText | undefined {
  const texts = formatTelegram(reply);
  const files = (reply.attachments ?? []).filter(isOnTelegram).length;
  return texts.length === 1 || texts.length + files === parts ? texts.at(-1) : undefined;
}

const asText = ({ text, entities, reply_markup = NO_BUTTONS }: TelegramText) => ({
  ...{ text, reply_markup, link_preview_options: { is_disabled: true } },
  ...(entities && { entities }),
});

const asCaption = ({ text, entities, reply_markup = NO_BUTTONS }: TelegramText) => ({
  ...{ caption: text, reply_markup },
  ...(entities && { caption_entities: entities }),
});

const isCaption = (outcome: Outcome): boolean => outcome.result === 'failed' && IS_CAPTION.test(outcome.error);

/** For a reason that has to do with the words alone. */
const isRefused = (outcome: Outcome): boolean =>
  outcome.result === 'failed' && outcome.reason === 'rejected' && !GONE.test(outcome.error);

async function call(api: Api, method: string, payload: object, signal: AbortSignal): Promise<Outcome> {
  const methods = api.raw as unknown as Record<string, (payload: object, signal?: AbortSignal) => Promise<unknown>>;
  try {
    await methods[method]!(payload, grammySignal(signal) as AbortSignal | undefined);
    return { result: 'sent' };
  } catch (error) {
    if (isRefusal(error) && DONE_BEFORE.test(error.description)) return { result: 'sent' };
    return outcomeOf(error);
  }
}
