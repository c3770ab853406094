import type { Refusal } from './fake_telegram_chats.ts';

/** Refusals in the words of Telegram's own server. */
export const refusals = {
  tooMany: (seconds: number): Refusal => ({
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  }),
  unauthorized: { error_code: 401, description: 'Unauthorized' },
  notFound: { error_code: 404, description: 'Not Found' },
  internal: { error_code: 500, description: 'Internal Server Error' },
  blocked: { error_code: 403, description: 'Forbidden: bot was blocked by the user' },
  deactivated: { error_code: 403, description: 'Forbidden: user is deactivated' },
  kicked: { error_code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' },
  chatNotFound: { error_code: 400, description: 'Bad Request: chat not found' },
  wrongFile: { error_code: 400, description: 'Bad Request: wrong file identifier/HTTP URL specified' },
  fileGone: {
    error_code: 400,
    description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
  },
  fileTooBig: { error_code: 400, description: 'Bad Request: file is too big' },
  badPhoto: { error_code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' },
  notModified: {
    error_code: 400,
    description:
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  },
  toEditGone: { error_code: 400, description: 'Bad Request: message to edit not found' },
  toDeleteGone: { error_code: 400, description: 'Bad Request: message to delete not found' },
  cannotDelete: { error_code: 400, description: "Bad Request: message can't be deleted" },
  membersHidden: { error_code: 400, description: 'Bad Request: member list is inaccessible' },
  noTextToEdit: { error_code: 400, description: 'Bad Request: there is no text in the message to edit' },
  tooOld: {
    error_code: 400,
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  },
  moved: (to: number): Refusal => ({
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: to },
  }),
  webhookActive: {
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  },
  terminated: {
    error_code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  },
} as const;
