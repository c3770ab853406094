import { Resolver } from 'node:dns/promises';
import { ROOT } from '../../lib/root.ts';
import { openThread } from '../../lib/thread.ts';
import { readHeaders } from '../mime/headers.ts';
import type { MailPart, ReaderJob } from './reader_jobs.ts';
import type { MailReading, ReadOptions } from './reading.ts';
import { fetchRecords, impatient, namesToAsk, type ResolveTxt } from './signer_records.ts';
import { hasVerdict } from './trust.ts';

/** Reads mail isolated from everything else: a mail may be huge, or made to be read for ever. */
export interface MailReader {
  /**
   * As `readMail`.
   * @throws Error if the mail takes too long or too much memory
   */
  read(raw: Uint8Array, options: ReadOptions): Promise<MailReading>;
  /** As `readPart`; throws as `read`. */
  part(raw: Uint8Array, part: string): Promise<MailPart | undefined>;
  close(): Promise<void>;
}

export interface ReaderOptions {
  /** Default: the machine's resolver. Rejects with the codes of node:dns. */
  resolveTxt?: ResolveTxt;
  /** How long the DNS may delay one mail. Default 5,000 ms. */
  dnsMs?: number;
  /** How long a silent DNS may delay all mails together. Default: no limit. */
  dnsInAllMs?: number;
  /** How long reading one mail may take. Default 20,000 ms: the largest mails take one second. */
  patienceMs?: number;
  /** Default 256. */
  memoryMb?: number;
  /** The program of the thread. Default: reader_thread, as TypeScript or as built. */
  program?: URL;
}

/** Beside this file, or wherever the build puts it. */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('reader_thread.ts', import.meta.url)
  : new URL('dist/reader_thread.js', ROOT);

/** The reader in a thread of its own, which starts with the first mail. */
export function openMailReader(options: ReaderOptions = {}): MailReader {
  const { dnsMs = 5000, patienceMs = 20_000, memoryMb = 256, program = PROGRAM } = options;
  const asked = options.resolveTxt ?? systemResolver(dnsMs);
  const resolveTxt = options.dnsInAllMs === undefined ? asked : impatient(asked, options.dnsInAllMs);
  const thread = openThread(program, { patienceMs, memoryMb });
  const ask = (job: ReaderJob): Promise<unknown> => {
    // hands over a copy, because the caller still needs the original
    const raw = new Uint8Array(job.raw);
    return thread.run({ ...job, raw }, [raw.buffer]);
  };
  return {
    async read(raw, reading) {
      const names = namesOf(raw, reading);
      const records = names.length > 0 ? await fetchRecords(names, resolveTxt, dnsMs) : undefined;
      return (await ask({ raw, options: reading, ...(records && { records }) })) as MailReading;
    },
    part: async (raw, part) => (await ask({ raw, part })) as MailPart | undefined,
    close: thread.close,
  };
}

/** Empty if the owner's provider has already judged the mail. */
function namesOf(raw: Uint8Array, { authservId }: ReadOptions): string[] {
  const headers = readHeaders(raw);
  return hasVerdict(headers, authservId) ? [] : namesToAsk(headers);
}

function systemResolver(dnsMs: number): ResolveTxt {
  const resolver = new Resolver({ timeout: dnsMs / 2, tries: 2 });
  return (name) => resolver.resolveTxt(name);
}
