import type { Api } from 'grammy';
import type { Outcome, Payload } from '../../outbox/message.ts';
import { grammySignal } from './api.ts';
import { formatTelegram, inPlace, isOnTelegram, type TelegramText } from './format.ts';
import { isRefusal, outcomeOf } from './outcome.ts';
import { chatOf } from './place.ts';

type Edit = Extract<Payload, { kind: 'edit' }>;

/** The message looks like that already: an earlier try has arrived. */
const DONE_BEFORE = /message is not modified/i;
/** The message is a file with words below it. */
const IS_CAPTION = /there is no text in the message to edit/i;
/** Somebody deleted the message, or nobody may change it any more. */
const GONE = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|message_id is not specified/i;

/**
 * Rewrites a message in place; if it left in parts, the last one, which has the buttons. Repeating it changes nothing
 * (Bot API, editMessageText), so no outcome is a doubt. If the words do not fit, only the buttons change and it counts
 * as refused: then the words go into another message.
 */
export async function edit(api: Api, chat: string, { now }: Edit, signal: AbortSignal): Promise<Outcome> {
  if (!now?.externalId) return { result: 'failed', error: 'the message has no id', reason: 'rejected' };
  const place = { ...chatOf(chat), message_id: Number(now.externalId) };
  const make = (method: string, payload: object) => call(api, method, { ...place, ...payload }, signal);
  const text = lastText(now);
  const outcome = text ? await make('editMessageText', asText(text, now)) : undefined;
  const changed = outcome && text && isCaption(outcome) ? await make('editMessageCaption', asCaption(text)) : outcome;
  if (changed && !isRefused(changed)) return changed;
  await make('editMessageReplyMarkup', { reply_markup: text?.reply_markup ?? NO_BUTTONS });
  return changed ?? { result: 'failed', error: 'the words do not fit into the message', reason: 'rejected' };
}

const NO_BUTTONS = { inline_keyboard: [] };

/** The text of the message's last part; undefined if it was cut differently when it left. */
function lastText({ reply, parts, inTopic, isPublic }: NonNullable<Edit['now']>): TelegramText | undefined {
  // Bot API: what opened the field for typing cannot be given to a message that is there
  const { asks: _, ...shown } = inPlace(reply, inTopic);
  const texts = isPublic ? formatTelegram({ ...shown, attachments: [] }, 'public') : formatTelegram(shown);
  const files = (reply.attachments ?? []).filter((file) => isPublic || isOnTelegram(file)).length;
  return texts.length === 1 || texts.length + files === parts ? texts.at(-1) : undefined;
}

const asText = (
  { text, entities, reply_markup = NO_BUTTONS }: TelegramText,
  { isPublic }: NonNullable<Edit['now']>,
) => ({
  ...{ text, reply_markup },
  // as when it was sent
  ...(!isPublic && { link_preview_options: { is_disabled: true } }),
  ...(entities && { entities }),
});

const asCaption = ({ text, entities, reply_markup = NO_BUTTONS }: TelegramText) => ({
  ...{ caption: text, reply_markup },
  ...(entities && { caption_entities: entities }),
});

const isCaption = (outcome: Outcome): boolean => outcome.result === 'failed' && IS_CAPTION.test(outcome.error);

/** Whether it was refused for a reason that concerns only the words. */
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
