import type { Network } from '../../text/post/networks.ts';
import type { Texts } from '../../text/texts.ts';
import { REMOTE } from '../channel.ts';

/** Where a link of a post stood, a channel or a network, as people call it. */
export const sourceName = (t: Texts, source: string): string =>
  REMOTE.includes(source) ? t.channel(source) : t.post.network[source as Network];
