/** A file that came with a message. It stays where it is: `ref` is the channel's own handle to fetch or re-send it. */
export interface Attachment {
  kind: 'photo' | 'document' | 'voice' | 'audio' | 'video' | 'sticker' | 'location' | 'other';
  name?: string;
  /** MIME type, as the sender claims. */
  type?: string;
  bytes?: number;
  /** Telegram file_id; for mail `part:<n>` of the stored raw message. */
  ref: string;
}
