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
