import { readMail, readPart } from '../../../src/mail/read/read.ts';
import type { MailReader } from '../../../src/mail/read/reader.ts';

/** Reads mail as the service's thread does, but without a thread and without DNS: for tests of what a mail says. */
export const readHere: MailReader = {
  read: async (raw, options) => structuredClone(readMail(raw, options)),
  part: async (raw, part) => {
    const file = readPart(raw, part);
    return file && { ...file, content: new Uint8Array(file.content) };
  },
  close: async () => undefined,
};
