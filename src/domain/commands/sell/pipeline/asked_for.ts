import { failed, type Reply } from '../../../reply.ts';
import type { CommandContext, Need } from '../../command.ts';

/** Asks for one thing of something: what is typed as an answer stands behind the line. */
export function askedFor({ t }: CommandContext, need: Need, of: string, { before }: { before: string }): Reply {
  return failed(t.moved.ask(of, t.need[need]), {
    undecided: true,
    rest: { before, after: '', need },
    asks: t.desk.typeIt(t.need[need]),
  });
}
