import type { Attachment } from '../../domain/attachment.ts';
import type { MessageReceived } from '../../domain/event.ts';
import { wordsOfBlocks } from './blocks.ts';
import type { Shared, Words } from './shapes.ts';

export type Content = Pick<MessageReceived, 'text' | 'attachments' | 'forwardedFrom' | 'strange'>;

/** All that a message says: its text, else its blocks; what it passes on with who wrote it; its files and theirs. */
export function contentOf({ text, blocks, attachments, files }: Words): Content {
  const own = (text ?? '').trim() || wordsOfBlocks(blocks);
  // links are shown with a preview of where they lead: that is not the writer's
  const shared = (attachments ?? []).filter((one) => one.isShare || own === '');
  const all: Attachment[] = [...(files ?? []), ...shared.flatMap((one) => one.files)];
  const [only, ...more] = shared;
  const said =
    own === '' && only && more.length === 0
      ? { text: only.words, ...forwardedFrom(only) }
      : { text: [own, ...shared.map(quoted)].filter(Boolean).join('\n\n') };
  const strange = said.text === '' && all.length === 0;
  return { ...said, attachments: all, ...(strange && { strange: 'message' }) };
}

/** A message passed on alone: all of it is somebody else's. */
function forwardedFrom({ isShare, author, authorId, bot, sentAt }: Shared): Pick<Content, 'forwardedFrom'> {
  if (!isShare || (!author && !authorId)) return {};
  return {
    forwardedFrom: {
      name: author ?? authorId!,
      ...(bot ? { bot } : authorId && { channel: 'slack' as const, address: authorId }),
      ...(sentAt && { sentAt }),
    },
  };
}

/** Beside the writer's own words it has to say whose it is. */
function quoted({ author, words }: Shared): string {
  return [author, words].filter(Boolean).join(': ');
}
