import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { mailLine } from '../../../src/cli/parse_mail.ts';
import { openMailReader } from '../../../src/mail/read/reader.ts';

/** What a mail must be read as: fields of the line `crm parse-mail` prints, and parts that longer ones must hold. */
interface Expectation {
  [field: string]: unknown;
  quotedIncludes?: string[];
  newTextIncludes?: string[];
  recipientsInclude?: string;
}

const ROOT = fileURLToPath(new URL('../../fixtures/mail/', import.meta.url));
const options = { ownerEmails: ['owner@example.com', 'owner2@example.com'], authservId: 'mx.example.com' };

const cases = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -5))
  .sort();

// the thread of the service, and a DNS that knows nobody
const reader = openMailReader({
  resolveTxt: async () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
});
afterAll(reader.close);

async function read(name: string): Promise<Record<string, unknown>> {
  const { line } = await mailLine(join(ROOT, `${name}.eml`), options, reader);
  return JSON.parse(line);
}

describe('every mail of the corpus is read as a person would', () => {
  test.each(cases)('%s', async (name) => {
    const expectation: Expectation = JSON.parse(readFileSync(join(ROOT, `${name}.json`), 'utf8'));
    const { quotedIncludes = [], newTextIncludes = [], recipientsInclude, ...exact } = expectation;
    const reading = await read(name);
    expect(reading).toMatchObject(exact);
    for (const part of quotedIncludes) expect(reading.quotedText).toContain(part);
    for (const part of newTextIncludes) expect(reading.newText).toContain(part);
    if (recipientsInclude) expect(reading.recipients).toMatchObject([{ address: recipientsInclude }]);
  });

  test('there are enough of them to mean something', () => {
    expect(cases.length).toBeGreaterThanOrEqual(70);
  });
});
