import { own } from '../text/own.ts';
import type { Texts } from '../text/texts.ts';

/**
 * A file that came with a message, or that we made. A file held by a channel stays there: `ref` is its handle for
 * fetching or sending it again.
 */
export interface Attachment {
  kind: 'photo' | 'document' | 'voice' | 'audio' | 'video' | 'sticker' | 'location' | 'other';
  name?: string;
  /** The street, for a place. */
  address?: string;
  /** MIME type, as the sender claims. */
  type?: string;
  bytes?: number;
  /** How long it plays. */
  seconds?: number;
  /**
   * `file:<sha256>`: in our own store, valid everywhere. Otherwise a channel's handle: Telegram's file_id,
   * `slack:<id>`, for a mail `part:<inbox row>:<part>`, for a place `latitude,longitude`.
   */
  ref: string;
  /**
   * The channel whose handle `ref` is, if not that of the chat to which the file is sent. Absent: the channel of the
   * message with which it came.
   */
  channel?: string;
  /** By this the channel recognizes the same file, even if its handle is different each time. */
  mark?: string;
  /** A place that follows its sender: it changes although nobody does anything. */
  moving?: true;
}

/** What an edit did to the files of a message, and which files: the new ones, or else those that are gone. */
export interface FilesChange {
  is: 'replaced' | 'added' | 'removed';
  files: Attachment[];
  /** The kind of these files before and after; undefined if there are several kinds. */
  kind: Attachment['kind'] | undefined;
}

/** Undefined if they are the same files. */
export function changeOfFiles(before: readonly Attachment[], now: readonly Attachment[]): FilesChange | undefined {
  const added = now.filter((file) => !before.some((one) => isSameFile(one, file)));
  const gone = before.filter((file) => !now.some((one) => isSameFile(file, one)));
  const [kind, ...others] = new Set([...added, ...gone].map((file) => file.kind));
  const of = { kind: others.length > 0 ? undefined : kind };
  if (added.length === 0) return gone.length === 0 ? undefined : { is: 'removed', files: gone, ...of };
  return { is: gone.length === 0 ? 'added' : 'replaced', files: added, ...of };
}

/** A file that was kept without a mark is recognized by what its sender said about it. */
function isSameFile(before: Attachment, now: Attachment): boolean {
  if (before.ref === now.ref) return true;
  if (before.mark || !now.mark) return before.mark !== undefined && before.mark === now.mark;
  return before.kind === now.kind && before.name === now.name && before.type === now.type && before.bytes === now.bytes;
}

/** Whether it is a real file. Things that exist only on their channel are put into words elsewhere. */
export function hasBytes({ kind }: Attachment): boolean {
  return kind !== 'location' && kind !== 'sticker';
}

/**
 * The same file for a chat on the channel `to` (default: any), if it came through the channel `from`: it names its
 * holder if that is another channel.
 */
export function carried(file: Attachment, from: string, to?: string): Attachment {
  const { channel: holder = from, ...bare } = file;
  return holder === to || file.ref.startsWith('file:') ? bare : { ...bare, channel: holder };
}

/** Whether it is a mail too large to be fetched: all of it is still in the mailbox, and nowhere else. */
export function isInMailbox({ ref }: Attachment): boolean {
  return ref === 'mailbox';
}

/**
 * A file in words, for where it is named instead of shown: '📎 报价.pdf (1.2 MB)', '📍 外滩 31.24,121.49', a sticker's
 * emoji.
 */
export function fileLine({ kind, name, address, bytes, seconds, ref }: Attachment): string {
  if (kind === 'location') return ['📍', [name, address].filter(Boolean).join(', '), ref].filter(Boolean).join(' ');
  if (kind === 'sticker' && name) return name;
  return [SIGN[kind], name ?? (seconds && clock(seconds)), bytes && `(${size(bytes)})`].filter(Boolean).join(' ');
}

/** What stands for a file without a name, in any language. */
const SIGN: Record<Attachment['kind'], string> = {
  ...{ photo: '🖼', document: '📎', voice: '🎤', audio: '🎵', video: '🎬', sticker: '🙂', location: '📍', other: '📎' },
};

/** A file in a few words, for lists: '🎤 17 s', '🖼 photo', '📎 报价.pdf'. */
export function fileSaid(t: Texts, file: Attachment): string {
  const { kind, name, address, seconds } = file;
  if (kind === 'location') return [SIGN[kind], [name, address].filter(Boolean).join(', ') || file.ref].join(' ');
  if (kind === 'sticker' && name) return name;
  const long = seconds && (seconds < MINUTE ? t.card.seconds(seconds) : clock(seconds));
  return `${SIGN[kind]} ${name ?? (long || (own(t.card.fileKind, kind) ?? t.card.file))}`;
}

const MINUTE = 60;
const clock = (seconds: number): string =>
  `${Math.floor(seconds / MINUTE)}:${String(Math.floor(seconds % MINUTE)).padStart(2, '0')}`;

export function size(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}
