import { download } from '../../../files/download.ts';
import { FileRefused } from '../../../files/fault.ts';
import type { FetchFile } from '../../../files/index.ts';
import type { TwilioConfig } from '../settings.ts';
import type { TwilioApi } from './api.ts';

/** Of the handle of a picture that came with a text. */
export const TWILIO_FILE = 'twilio:';

/**
 * Fetches a picture by `twilio:<address>`. Only Twilio's own API gets our sign-in: a text's sender cannot make us show
 * it elsewhere, and `fetch` leaves it out where Twilio sends us on to its store.
 */
export function fetchFromTwilio(
  { headers }: Pick<TwilioApi, 'headers'>,
  { apiUrl }: Pick<TwilioConfig, 'apiUrl'>,
): FetchFile {
  return async (ref, signal) => {
    const url = ref.slice(TWILIO_FILE.length);
    if (!URL.canParse(url) || new URL(url).origin !== new URL(apiUrl).origin)
      throw new FileRefused('file_gone', 'the file is not kept by Twilio');
    return (await download(url, { headers: { ...headers }, signal })).bytes;
  };
}
