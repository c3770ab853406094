import type { Texts } from '../../../../text/texts.ts';
import type { Button } from '../../../reply.ts';

/** A reminder to pay that was called back is written anew with the same words: shown, and sent by a tap of its own, which counts it. */
export const remindAfterAll = (t: Texts, number: string, words: string): Button => ({
  label: `${t.cancel.afterAll} …`,
  command: `/invoice ${number} remind ${words}`,
});
