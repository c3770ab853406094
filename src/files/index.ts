import type { Attachment } from '../domain/attachment.ts';
import { FileRefused } from './fault.ts';
import { nameFor, safeName } from './name.ts';
import { type FileStore, isKept } from './store.ts';

/** A file as it is passed on. */
export interface FileContent {
  bytes: Buffer;
  /** Safe to show and to save under. */
  name: string;
  /** MIME type as the sender claims it: for showing only, never a reason to run anything. */
  type: string;
}

/** Where the bytes of attachments come from. */
export interface Files {
  /** Throws FileRefused if the bytes can never be had; any other error may pass. */
  read(file: Attachment, signal: AbortSignal): Promise<FileContent>;
}

/** The same, where kept files can be read piece by piece as well. */
export type OpenedFiles = Files & Pick<FileStore, 'open'>;

/** Fetches a file that a channel holds, by the channel's own handle. Throws FileRefused if it never can. */
export type FetchFile = (ref: string, signal: AbortSignal) => Promise<Buffer>;

/** Types that Telegram does not name: its photos are JPEG, its voice messages OGG. */
const TYPES: Partial<Record<Attachment['kind'], string>> = {
  photo: 'image/jpeg',
  voice: 'audio/ogg',
  video: 'video/mp4',
  other: 'video/mp4',
  sticker: 'image/webp',
};

/**
 * Reads `file:<sha256>` from our own store and anything else from the channel that holds it; `fetcherOf` returns
 * undefined for a channel that is off.
 */
export function openFiles(store: FileStore, fetcherOf: (channel: string) => FetchFile | undefined): OpenedFiles {
  return {
    open: (ref) => store.open(ref),
    async read(file, signal) {
      const type = file.type ?? TYPES[file.kind] ?? 'application/octet-stream';
      const bytes = isKept(file.ref) ? await store.read(file.ref) : await fetch(file, signal);
      return { bytes, type, name: safeName(file.name ?? '', nameFor(file.kind, type)) };
    },
  };

  async function fetch({ channel, ref }: Attachment, signal: AbortSignal): Promise<Buffer> {
    const fetchFile = channel === undefined ? undefined : fetcherOf(channel);
    if (!fetchFile) throw new FileRefused('file_gone', `no channel ${channel ?? ''} to fetch the file from`);
    return fetchFile(ref, signal);
  }
}
