import { en, type Texts } from './en/index.ts';

/** A sentence in whichever language is spoken. */
export type Sentence = (t: Texts) => string;

/** An error that says to people what is wrong and what to do, in their language; its message, for logs, is English. */
export class Explained extends Error {
  override readonly name: string = 'Explained';
  readonly sentence: Sentence;

  constructor(sentence: Sentence, options?: ErrorOptions) {
    super(sentence(en), options);
    this.sentence = sentence;
  }
}

/** What an error says in this language; of one that explains nothing its message. */
export function saidIn(t: Texts, error: unknown): string {
  if (error instanceof Explained) return error.sentence(t);
  return error instanceof Error ? error.message : String(error);
}
