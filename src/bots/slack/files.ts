import * as z from 'zod';
import { download } from '../../files/download.ts';
import { FileRefused } from '../../files/fault.ts';
import type { FetchFile, FileContent } from '../../files/index.ts';
import type { SlackWeb } from './api.ts';
import { refusalOf } from './outcome.ts';

const GONE = /^(?:file_not_found|file_deleted|not_visible|access_denied)$/;
const NOT_ALLOWED = /^(?:missing_scope|no_permission|not_allowed_token_type)$/;

const known = z.object({
  file: z.object({
    mode: z.string().nullish(),
    is_external: z.boolean().nullish(),
    mimetype: z.string().nullish(),
    url_private: z.string().nullish(),
    url_private_download: z.string().nullish(),
  }),
});

/** Fetches a file by `slack:<id>`, with the bot's token (scope files:read). */
export function fetchFromSlack(web: SlackWeb): FetchFile {
  return async (ref, signal) => {
    const { url, type } = await placeOf(web, ref.replace(/^slack:/, ''));
    const { bytes, type: given } = await download(url, { headers: { authorization: `Bearer ${web.token}` }, signal });
    // without this scope Slack redirects to its sign-in page and answers 200
    if (given.startsWith('text/html') && !type.startsWith('text/')) throw notAllowed('files:read');
    return bytes;
  };
}

async function placeOf(web: SlackWeb, file: string): Promise<{ url: string; type: string }> {
  const answer = await web.files.info({ file }).catch((error: unknown) => {
    throw meaningOf(error, 'files:read');
  });
  const { mode, is_external, mimetype, url_private, url_private_download } = known.parse(answer).file;
  const url = url_private_download ?? url_private;
  if (mode === 'tombstone' || !url) throw new FileRefused('file_gone', 'the file was deleted');
  if (is_external || !isSlacks(url, web)) throw new FileRefused('file_gone', 'the file is not kept by Slack');
  return { url, type: mimetype ?? '' };
}

/** Files of other services (Google Drive) are listed too, but the token is only for Slack. */
function isSlacks(url: string, { slackApiUrl }: SlackWeb): boolean {
  const { origin, protocol, hostname } = new URL(url);
  if (origin === new URL(slackApiUrl).origin) return true;
  return protocol === 'https:' && /(?:^|\.)slack(?:-gov)?\.com$/.test(hostname);
}

/** A file that Slack holds for us and shows to nobody yet. */
export interface Uploaded {
  id: string;
  title: string;
}

/**
 * Uploads the bytes to Slack (scope files:write). Nobody sees the file before `share`: if this throws, nothing was
 * sent.
 */
export async function upload(web: SlackWeb, { name, bytes }: FileContent, signal: AbortSignal): Promise<Uploaded> {
  const place = { filename: name, length: bytes.length };
  const { upload_url: url, file_id: id } = await web.files.getUploadURLExternal(place).catch((error: unknown) => {
    throw meaningOf(error, 'files:write');
  });
  if (!url || !id) throw new Error('Slack gives no place for the file');
  const response = await fetch(url, { method: 'POST', body: new Uint8Array(bytes), signal });
  if (!response.ok) throw new Error(`Slack takes no file (${response.status})`);
  return { id, title: name };
}

/** Where to show the files: a channel, or the chat with a person; in a thread, by its first message. */
export interface Sharing {
  address: string;
  thread: string | undefined;
  /** Words above the files, escaped; together they are one message. */
  comment?: string;
}

/**
 * Shows the files: this is the moment of sending. `channel_id` takes no person's id (slackapi/bolt-js#2115), `channels`
 * does (docs.slack.dev, files.completeUploadExternal).
 */
export async function share(web: SlackWeb, files: Uploaded[], { address, thread, comment }: Sharing): Promise<void> {
  const place = /^[UW]/.test(address) ? { channels: address } : { channel_id: address };
  await web.apiCall('files.completeUploadExternal', {
    files,
    ...place,
    ...(thread && { thread_ts: thread }),
    ...(comment && { initial_comment: comment }),
  });
}

function meaningOf(error: unknown, scope: string): unknown {
  const refusal = refusalOf(error) ?? '';
  if (NOT_ALLOWED.test(refusal)) return notAllowed(scope);
  return GONE.test(refusal) ? new FileRefused('file_gone', `Slack says ${refusal}`) : error;
}

/** The app was installed before it could handle files. */
function notAllowed(scope: string): FileRefused {
  return new FileRefused('files_not_allowed', `the Slack app lacks ${scope}`);
}
