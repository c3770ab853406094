import type { Button } from '../reply.ts';

/** A button whose answer is shown in the place of its message. */
export const turn = (label: string, command: string, style?: Button['style']): Button => ({
  ...{ label, command, turns: true },
  ...(style && { style }),
});
