import type { MessageReceived } from '../../domain/event.ts';
import type { Shared, Words } from './shapes.ts';
import { hasUnreadable, repeats, standsInFor, wholeWords } from './whole.ts';

export type Content = Pick<MessageReceived, 'text' | 'attachments' | 'forwardedFrom' | 'strange'>;

/**
 * Everything that a message says: its text and what only its blocks say, what it passes on and who wrote that, what was
 * pasted into it, its files and theirs. Content that we cannot read is `strange`.
 */
export function contentOf({ text, blocks, attachments, files }: Words): Content {
  const own = wholeWords(text ?? '', blocks);
  // Slack adds previews of linked pages: those words are not the writer's
  const shared = (attachments ?? []).filter((one) => one.isShare || !one.isPreview || own === '');
  const all = [...(files ?? []), ...shared.flatMap((one) => one.files)];
  const mails = all.map(({ words }) => words).filter(Boolean);
  const added = shared.filter(({ isShare, words }) => isShare || !repeats(own, words));
  const [only, ...more] = shared;
  const said =
    own === '' && only && more.length === 0 && mails.length === 0
      ? { text: only.words, ...forwardedFrom(only) }
      : { text: [own, ...added.map(quoted), ...mails].filter(Boolean).join('\n\n') };
  const kept = all.filter(({ isGone }) => !isGone);
  const nothing = said.text === '' && kept.length === 0;
  const strange = nothing || hasUnreadable(blocks) || shared.some(isUnreadable);
  return {
    ...said,
    attachments: kept.map(({ attachment }) => attachment),
    ...(strange && { strange: nothing && all.length > 0 ? 'deleted_file' : 'message' }),
  };
}

const isUnreadable = ({ words, files, isShare, isPreview }: Shared): boolean =>
  (isShare || !isPreview) && files.length === 0 && (words === '' || standsInFor(words));

/** If a message only passes something on, all of it is somebody else's. */
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

/** Shared words; beside the writer's own words they must say whose they are. */
function quoted({ author, words }: Shared): string {
  return [author, words].filter(Boolean).join(': ');
}
