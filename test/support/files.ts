import { FileRefused } from '../../src/files/fault.ts';
import type { Files } from '../../src/files/index.ts';

/** For senders whose tests have no files from elsewhere. */
export const noFiles: Files = {
  read: async () => {
    throw new FileRefused('file_gone', 'there are no files here');
  },
};
