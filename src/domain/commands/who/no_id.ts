import type { Messages } from '../../../text/messages.ts';
import { failed, type Reply } from '../../reply.ts';

/** `ref`: 'c12'. */
export function noSuchContact(t: Messages, ref: string): Reply {
  return { ...failed(t.find.noId(ref)), hint: t.find.nobodyHint };
}
