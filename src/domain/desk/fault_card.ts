import type { Texts } from '../../text/texts.ts';
import type { Button, Reply } from '../reply.ts';

/** Something a user typed ended in an error of ours. */
export function notDone(t: Texts, rowId: string): Reply {
  return { failed: true, title: t.unsent.notDone, text: t.unsent.nothingDone, buttons: [handleAgain(t, rowId)] };
}

/** For an inbox row that was given up. */
export function handleAgain(t: Texts, rowId: string): Button[] {
  return [
    { label: t.button.tryAgain, command: `/retry i${rowId}` },
    { label: t.button.letBe, command: `/drop i${rowId}` },
  ];
}
