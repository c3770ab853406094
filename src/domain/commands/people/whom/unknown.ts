/** A word that nobody and nothing is called, or that two things are called. */
export class Unknown {
  readonly word: string;
  readonly ask: 'nobody' | 'tag' | 'both' | 'article';
  /** Articles that are called nearly so. */
  readonly near: readonly string[];
  constructor(word: string, ask: Unknown['ask'], near: readonly string[] = []) {
    this.word = word;
    this.ask = ask;
    this.near = near;
  }
}
