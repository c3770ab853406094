import type { Attachment } from '../domain/attachment.ts';
import { FileRefused } from './fault.ts';
import { nameFor, safeName } from './name.ts';
import { type FileStore, isKept } from './store.ts';

/** A file as it is passed on. */
export interface FileContent {
  bytes: Buffer;
  /** Safe to show and to save under. */
  name: string;
  /** MIME type as the sender claims: good for showing, never a reason to run anything. */
  type: string;
}

/** Where the bytes of attachments come from. */
export interface Files {
  /** Throws FileRefused when the bytes can never be had; any other error may pass. */
  read(file: Attachment, signal: AbortSignal): Promise<FileContent>;
}

/** Fetches what one channel holds by its own handle. Throws FileRefused when it never will. */
export type FetchFile = (ref: string, signal: AbortSignal) => Promise<Buffer>;

/** What Telegram says nothing about: its photos are JPEG, its voice messages OGG. */
const TYPES: Partial<Record<Attachment['kind'], string>> = {
  photo: 'image/jpeg',
  voice: 'audio/ogg',
  video: 'video/mp4',
  other: 'video/mp4',
  sticker: 'image/webp',
};

/** Our own store for `file:<sha256>`, else the channel that holds the file; `fetcherOf` gives nothing for one that is off. */
export function openFiles(store: FileStore, fetcherOf: (channel: string) => FetchFile | undefined): Files {
  return {
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
