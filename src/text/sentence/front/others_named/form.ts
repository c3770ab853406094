/** What words beside a message do with whoever they name. */
export type Does = 'adds' | 'instead' | 'leavesOut' | 'alone';

/** How somebody is named so. */
export interface Form {
  does: Does;
  /** Glued: a name, and what is said right behind it. */
  at: 'front' | 'end' | 'glued';
  /** Finds what stands beside the message, `whom` in it; nobody is named by 'alone'. */
  form: RegExp;
  /** Whoever is named so is somebody, known or not. `capital`: where it is typed as a name is, or says whose they are. */
  certain?: true | 'capital';
}

/** Several forms of one kind. */
export const formsOf = (kind: Omit<Form, 'form'>, ...sources: string[]): Form[] =>
  sources.map((source) => ({ ...kind, form: new RegExp(source, 'diu') }));
