import type { Texts } from '../../../text/texts.ts';
import { failed, type Reply } from '../../reply.ts';

/** `ref`: 'c12'. */
export function noSuchContact(t: Texts, ref: string): Reply {
  return { ...failed(t.find.noId(ref)), hint: t.find.nobodyHint };
}
