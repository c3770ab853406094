import { provesSender, type TxtRecords } from '../fetch/own_check.ts';
import { readMail, readPart } from './read.ts';
import type { MailReading, ReadOptions } from './reading.ts';

/** A file of a mail, opened. */
export interface MailPart {
  name: string;
  type: string;
  content: Uint8Array<ArrayBuffer>;
}

export interface ReadJob {
  raw: Uint8Array;
  options: ReadOptions;
  /** DNS records of its signers, if nobody else has checked the mail. */
  records?: TxtRecords;
}

export interface PartJob {
  raw: Uint8Array;
  part: string;
}

export type ReaderJob = ReadJob | PartJob;

/** The work of the reader's thread: plain data in, plain data out, no network. */
export async function doJob(job: ReaderJob): Promise<MailReading | MailPart | undefined> {
  if ('part' in job) return openPart(job);
  const signed = job.records !== undefined && (await provesSender(job.raw, job.records));
  return readMail(job.raw, { ...job.options, ...(signed && { signed: true as const }) });
}

function openPart({ raw, part }: PartJob): MailPart | undefined {
  const file = readPart(raw, part);
  return file && { ...file, content: new Uint8Array(file.content) };
}
