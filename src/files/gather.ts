import { type Attachment, hasBytes } from '../domain/attachment.ts';
import { codeOf } from '../lib/net_fault.ts';
import type { OutboxMessage, Outcome } from '../outbox/message.ts';
import { FileRefused } from './fault.ts';
import type { FileContent, Files } from './index.ts';
import { FILE_BYTES } from './store.ts';

/** The bytes that go with a message, by attachment. */
export type Contents = ReadonlyMap<Attachment, FileContent>;

/** The largest file that goes to the owner's desk unasked. Larger ones are only named there and stay where they are. */
const DESK_FILE_BYTES = 10 * 1024 * 1024;
const DESK_BYTES = 25 * 1024 * 1024;
/**
 * Time for fetching, counted apart from sending: an upload cut off by the deadline is a doubt, a file not fetched is
 * not.
 */
export const GATHER_MS = 60_000;
/** How often a card is tried again for its file before it goes without it. */
const CARD_TRIES = 3;

interface Gathering {
  files: Files;
  message: Pick<OutboxMessage, 'channel' | 'audience' | 'attempts'>;
  /** How many bytes the channel takes with one message in total. Default: those of two files. */
  totalBytes?: number;
  signal: AbortSignal;
}

/**
 * Fetches the bytes of these files before anything is sent, so if that fails, certainly nothing was sent. A customer
 * gets all files or no message. The owner gets the message in any case, and it names the files that are missing from
 * the result.
 */
export async function gather(gathering: Gathering, wanted: readonly Attachment[]): Promise<Contents | Outcome> {
  const { message, totalBytes = 2 * FILE_BYTES } = gathering;
  const forOwner = message.audience === 'owner';
  const signal = AbortSignal.any([gathering.signal, AbortSignal.timeout(GATHER_MS)]);
  const contents = new Map<Attachment, FileContent>();
  let room = forOwner ? Math.min(DESK_BYTES, totalBytes) : totalBytes;
  for (const file of wanted.filter(hasBytes)) {
    const most = Math.min(room, forOwner ? DESK_FILE_BYTES : FILE_BYTES);
    try {
      const content = await readWithin(
        gathering.files,
        { ...file, channel: file.channel ?? message.channel },
        most,
        signal,
      );
      contents.set(file, content);
      room -= content.bytes.length;
    } catch (error) {
      const outcome = withoutFile(error, message);
      if (outcome) return outcome;
    }
  }
  return contents;
}

/**
 * What follows for a message if one of its files cannot be fetched: an outcome, or undefined if it goes without the
 * file.
 */
export function withoutFile(error: unknown, { audience, attempts }: Gathering['message']): Outcome | undefined {
  const outcome = outcomeOf(error);
  const goesWithout = audience === 'owner' && (outcome.result === 'failed' || attempts >= CARD_TRIES);
  return goesWithout ? undefined : outcome;
}

/** Whether the message cannot go, or cannot go yet. */
export function isOutcome(gathered: object): gathered is Outcome {
  return 'result' in gathered;
}

async function readWithin(files: Files, file: Attachment, most: number, signal: AbortSignal): Promise<FileContent> {
  if ((file.bytes ?? 0) > most) throw tooLarge();
  const content = await files.read(file, signal);
  if (content.bytes.length > most) throw tooLarge();
  return content;
}

const tooLarge = () => new FileRefused('file_too_large', 'the files are larger than the channel takes');

function outcomeOf(error: unknown): Extract<Outcome, { result: 'failed' | 'retry' }> {
  if (error instanceof FileRefused) return { result: 'failed', error: error.message, reason: error.reason };
  return { result: 'retry', error: `a file cannot be fetched (${codeOf(error)})`, scope: 'chat' };
}
