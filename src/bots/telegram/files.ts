import type { Api } from 'grammy';
import { download } from '../../files/download.ts';
import { FileRefused } from '../../files/fault.ts';
import type { FetchFile, FileContent } from '../../files/index.ts';
import { grammySignal } from './api.ts';
import { isRefusal } from './outcome.ts';

/**
 * Bot API, getFile: errors for invalid or foreign handles, and for files over 20 MB, which bots can only send on by
 * their file_id.
 */
const NO_SUCH_FILE = /file_?id|file is temporarily unavailable|FILE_REFERENCE/i;
const TOO_BIG = /file is too big/i;

/** Fetches a file by its file_id, at most 20 MB. The link contains the token and is shown to nobody. */
export function fetchFromTelegram(api: Api): FetchFile {
  return async (fileId, signal) => {
    const path = await pathOf(api, fileId, signal);
    return (await download(`${rootOf(api)}/file/bot${api.token}/${path}`, { signal })).bytes;
  };
}

async function pathOf(api: Api, fileId: string, signal: AbortSignal): Promise<string> {
  try {
    const { file_path: path = '' } = await api.getFile(fileId, grammySignal(signal));
    return path.split('/').map(encodeURIComponent).join('/');
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (TOO_BIG.test(error.description))
      throw new FileRefused('file_too_large', 'Telegram hands out no more than 20 MB');
    if (error.error_code === 400 && NO_SUCH_FILE.test(error.description)) {
      throw new FileRefused('file_gone', 'Telegram does not know the file any more');
    }
    throw error;
  }
}

function rootOf({ options }: Api): string {
  return options?.apiRoot ?? 'https://api.telegram.org';
}

/** A file that goes with a call, and the parameter that takes it. */
export interface Upload {
  parameter: string;
  content: FileContent;
}

/**
 * Makes one call as multipart/form-data. grammY would stream files without a length; here the body is sent whole.
 * Throws Telegram's refusal, or fetch's error if Telegram does not answer: then nobody knows whether it arrived.
 */
export async function uploadToTelegram(
  api: Api,
  method: string,
  payload: Record<string, unknown>,
  { parameter, content }: Upload,
  signal: AbortSignal,
): Promise<{ message_id: number }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(payload)) {
    if (value !== undefined) form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  form.set(parameter, new Blob([new Uint8Array(content.bytes)], { type: content.type }), content.name);
  const response = await fetch(`${rootOf(api)}/bot${api.token}/${method}`, { method: 'POST', body: form, signal });
  const answer = (await response.json()) as { ok: boolean; result: { message_id: number } };
  if (answer.ok) return answer.result;
  throw Object.assign(new Error('Telegram says no'), { parameters: {}, ...answer });
}
