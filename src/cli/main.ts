import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { formatConsole } from '../bots/console/format.ts';
import { ConfigError, loadDotEnv, readConfig } from '../config.ts';
import { filesDir, keptPath } from '../files/store.ts';
import { openMailReader } from '../mail/read/reader.ts';
import { mailLine } from './parse_mail.ts';
import { triageLines } from './triage.ts';

const USAGE = `Usage: npm run -s crm -- say "<command>" [--json]     e.g. say "/help"
       npm run -s crm -- triage < messages.txt         label, sublabel, confidence, accepted|abstained, reasons for each line
       npm run -s crm -- parse-mail FILE...             what a mail says, a line of JSON each; stdin without a file`;

/** What is asked of a verb: the words after it, as one text and one by one, and whether `--json` stood there. Gives the exit code. */
type Verb = (text: string, format: { json: boolean; words: string[] }) => Promise<number>;

/** One owner command, as if typed on the terminal of the service. Exit 0, or 2 when it failed. */
const sayIt: Verb = async (text, { json }) => {
  if (text === '') return usage();
  loadDotEnv();
  const config = readConfig(process.env);
  const { say } = await import('./say.ts'); // with all of the service behind it, which the other verbs do without
  const reply = await say(config, text);
  const pathOf = (ref: string) => keptPath(filesDir(config), ref);
  console.log(json ? JSON.stringify(reply) : formatConsole(reply, { colours: process.stdout.isTTY, pathOf }));
  return reply.failed ? 2 : 0;
};

/** Judges the messages on stdin, one a line. */
const triageThem: Verb = async () => {
  await triageLines(createInterface({ input: process.stdin }), (line) => process.stdout.write(`${line}\n`));
  return 0;
};

/** A command without network must not be waited for. */
const DNS_MS = 2000;

/** Reads each mail as the service would, with its OWNER_EMAILS and MAIL_AUTHSERV_ID. Exit 2 when a file could not be read. */
const parseMails: Verb = async (_, { words }) => {
  loadDotEnv();
  const { ownerEmails, mailAuthservId } = readConfig(process.env).channels.email;
  const reader = openMailReader({ dnsMs: DNS_MS, dnsInAllMs: DNS_MS });
  let code = 0;
  for (const file of words.length > 0 ? words : ['-']) {
    const { line, read } = await mailLine(file, { ownerEmails, authservId: mailAuthservId }, reader);
    if (!read) code = 2;
    process.stdout.write(`${line}\n`);
  }
  await reader.close();
  return code;
};

const verbs: ReadonlyMap<string, Verb> = new Map([
  ['say', sayIt],
  ['triage', triageThem],
  ['parse-mail', parseMails],
]);

async function usage(): Promise<number> {
  console.error(USAGE);
  return 2;
}

/** `crm <verb> <words>`. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [verb = '', ...words] = positionals;
  return (verbs.get(verb) ?? usage)(words.join(' ').trim(), { json: values.json ?? false, words });
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(
      error instanceof ConfigError ? `These settings need to be changed:\n${error.message}` : error.message,
    );
    process.exit(2);
  },
);
