import { parentPort } from 'node:worker_threads';
import type { BulkForm, BulkMail, BulkResult, FilledMail, WrittenMail } from '../../outbox/bulk.ts';
import type { Dispatch } from './dispatch.ts';

/** A mail on its way to the thread: a form goes there once and is named by its number from then on. */
type Packed = WrittenMail | (Omit<FilledMail, 'form'> & { form: number });

/** What the thread is told: a batch, with the forms that it does not know yet, or the end. */
export type Parcel = { batch: number; mails: Packed[]; forms: [number, BulkForm][] } | { close: true };

/** What it answers. */
export interface Receipt {
  batch: number;
  results: BulkResult[];
}

/** A house has a few campaigns at once; of those before them a form may have to be sent anew. */
const MOST_FORMS = 100;

/** Packs batches for one thread. */
export class Packer {
  readonly #known = new Map<BulkForm, number>();
  #last = 0;

  pack(batch: number, mails: readonly BulkMail[]): Parcel {
    const forms: [number, BulkForm][] = [];
    const packed = mails.map((mail): Packed => {
      if (!('form' in mail)) return mail;
      return { ...mail, form: this.#numberOf(mail.form, forms) };
    });
    return { batch, mails: packed, forms };
  }

  #numberOf(form: BulkForm, news: [number, BulkForm][]): number {
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const number = ++this.#last;
    this.#known.set(form, number);
    news.push([number, form]);
    const oldest = this.#known.keys().next().value;
    if (this.#known.size > MOST_FORMS && oldest) this.#known.delete(oldest);
    return number;
  }
}

/** Answers each parcel that comes to this thread. */
export function serve(dispatch: Dispatch): void {
  const forms = new Map<number, BulkForm>();
  parentPort?.on('message', (parcel: Parcel) => {
    if ('close' in parcel) return end(dispatch);
    for (const [number, form] of parcel.forms) forms.set(number, form);
    const mails = parcel.mails.map((mail): BulkMail => {
      if (!isPacked(mail)) return mail;
      return { ...mail, form: forms.get(mail.form)! };
    });
    for (const number of forms.keys()) if (forms.size > 2 * MOST_FORMS) forms.delete(number);
    dispatch.send(mails).then(
      (results) => parentPort?.postMessage({ batch: parcel.batch, results } satisfies Receipt),
      () => process.exit(1), // it never rejects; if it did, nobody could tell what has left
    );
  });
}

/** Only this thread ends. */
function end(dispatch: Dispatch): void {
  dispatch.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

const isPacked = (mail: Packed): mail is Exclude<Packed, WrittenMail> => 'form' in mail;
