import { saidKey } from '../owner/say.ts';
import type { CommandContext } from './command.ts';

/** The key of the reply that a command is about to give: whoever keeps it can rewrite that message later. */
export const replyKey = ({ place, random }: Pick<CommandContext, 'place' | 'random'>): string =>
  place.externalId ? saidKey(place) : `reply:${random()}`;
