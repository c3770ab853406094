/** A file that came with a message, or that we made. What a channel holds stays there: `ref` is its handle to fetch or re-send it. */
export interface Attachment {
  kind: 'photo' | 'document' | 'voice' | 'audio' | 'video' | 'sticker' | 'location' | 'other';
  name?: string;
  /** Of a place: its street. */
  address?: string;
  /** MIME type, as the sender claims. */
  type?: string;
  bytes?: number;
  /**
   * `file:<sha256>`: in our own store, valid everywhere. Else a channel's handle: Telegram's file_id, `slack:<id>`, of a mail
   * `part:<inbox row>:<part>`, a place as `latitude,longitude`.
   */
  ref: string;
  /** The channel whose handle `ref` is, if not that of the chat the file is sent to. Absent: the channel of the message it came with. */
  channel?: string;
  /** By what the channel knows the same file again, where it may give it another handle each time. */
  mark?: string;
  /** A place that follows its sender: it changes without anybody's doing. */
  moving?: true;
}

/** What a change did to the files of a message, and which it concerns: the new ones, else those that are gone. */
export interface FilesChange {
  is: 'replaced' | 'added' | 'removed';
  files: Attachment[];
  /** What they are and were; undefined: of several kinds. */
  kind: Attachment['kind'] | undefined;
}

/** Undefined: they are the same files. */
export function changeOfFiles(before: readonly Attachment[], now: readonly Attachment[]): FilesChange | undefined {
  const added = now.filter((file) => !before.some((one) => isSameFile(one, file)));
  const gone = before.filter((file) => !now.some((one) => isSameFile(file, one)));
  const [kind, ...others] = new Set([...added, ...gone].map((file) => file.kind));
  const of = { kind: others.length > 0 ? undefined : kind };
  if (added.length === 0) return gone.length === 0 ? undefined : { is: 'removed', files: gone, ...of };
  return { is: gone.length === 0 ? 'added' : 'replaced', files: added, ...of };
}

/** What was kept without a mark is known by what its sender said of it. */
function isSameFile(before: Attachment, now: Attachment): boolean {
  if (before.ref === now.ref) return true;
  if (before.mark || !now.mark) return before.mark !== undefined && before.mark === now.mark;
  return before.kind === now.kind && before.name === now.name && before.type === now.type && before.bytes === now.bytes;
}

/** What is a thing of its channel rather than a file: elsewhere it is said in words. */
export function hasBytes({ kind }: Attachment): boolean {
  return kind !== 'location' && kind !== 'sticker';
}

/** The same file for a chat on the channel `to` (default: any), if it came by the channel `from`: marked with its holder where that is another. */
export function carried(file: Attachment, from: string, to?: string): Attachment {
  const { channel: holder = from, ...bare } = file;
  return holder === to || file.ref.startsWith('file:') ? bare : { ...bare, channel: holder };
}

/** Of a mail too large to be fetched: all of it is still in the mailbox, and nowhere else. */
export function isInMailbox({ ref }: Attachment): boolean {
  return ref === 'mailbox';
}

/** A file in words, where it is named instead of shown: '📎 报价.pdf (1.2 MB)', '📍 外滩 31.24,121.49', a sticker's emoji. */
export function fileLine({ kind, name, address, bytes, ref }: Attachment): string {
  if (kind === 'location') return ['📍', [name, address].filter(Boolean).join(', '), ref].filter(Boolean).join(' ');
  if (kind === 'sticker' && name) return name;
  return `📎 ${name ?? kind}${bytes ? ` (${size(bytes)})` : ''}`;
}

export function size(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}
