import type { Texts } from '../../../text/texts.ts';
import { failed, type Reply } from '../../reply.ts';
import { withoutSlashes } from '../slash.ts';

/** Words that begin with `//` do not leave by a command either: they may be kept as the note they are. */
export function noteStays(t: Texts, contactId: string, text: string): Reply {
  const words = withoutSlashes(text);
  const buttons = words ? [[{ label: t.desk.asNote, command: `/note c${contactId} ${words}` }]] : [];
  return failed(t.desk.staysHere, { quote: text, buttons });
}
