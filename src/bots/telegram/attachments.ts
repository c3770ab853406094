import type { Attachment } from '../../domain/attachment.ts';
import type { File, Message } from './shapes.ts';

/**
 * getFile serves no more than this (Bot API, getFile), so a larger size of a photo is useless if a smaller one will do.
 */
const DOWNLOAD_BYTES = 20 * 1024 * 1024;

/**
 * The files of a message, by file_id. An animation is also a document. A round video is 'other', because it has its own
 * method.
 */
export function attachmentsOf(message: Message): Attachment[] {
  const photo = message.photo && bestSize(message.photo);
  const files: [Attachment['kind'], File | undefined][] = [
    ['photo', photo],
    ['document', message.document],
    ['voice', message.voice],
    ['audio', message.audio],
    ['video', message.video],
    ['sticker', message.sticker],
    ['other', message.video_note],
  ];
  const attachments = files.flatMap(([kind, file]) => (file ? [attachment(kind, file)] : []));
  return message.location ? [...attachments, place(message)] : attachments;
}

/** The largest size that we can download; the sizes come smallest first. */
function bestSize(sizes: File[]): File | undefined {
  return sizes.findLast((size) => (size.file_size ?? 0) <= DOWNLOAD_BYTES) ?? sizes[0];
}

function attachment(kind: Attachment['kind'], file: File): Attachment {
  const name = file.file_name ?? file.emoji;
  return {
    kind,
    ...(name && { name }),
    ...(file.mime_type && { type: file.mime_type }),
    ...(file.file_size !== undefined && { bytes: file.file_size }),
    ...(file.duration && { seconds: file.duration }),
    ref: file.file_id,
    // the file_id of one and the same file is different each time
    ...(file.file_unique_id && { mark: file.file_unique_id }),
  };
}

/** A place has no file: its ref is `latitude,longitude`. A place with a name is a venue. */
function place({ location, venue }: Message): Attachment {
  const { title: name, address } = venue ?? {};
  return {
    kind: 'location',
    ...(name && { name }),
    ...(address && { address }),
    ref: `${location?.latitude},${location?.longitude}`,
    ...(location?.live_period && { moving: true as const }),
  };
}
