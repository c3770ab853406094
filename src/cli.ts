import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { formatConsole } from './bots/console/format.ts';
import { ConfigError, loadDotEnv, readConfig } from './config.ts';
import { say } from './say.ts';
import { triageLines } from './triage_lines.ts';

const USAGE = `Usage: npm run -s crm -- say "<command>" [--json]     e.g. say "/help"
       npm run -s crm -- triage < messages.txt         label, sublabel, confidence, accepted|abstained for each line`;

/** What is asked of a verb: the words after it, and whether `--json` stood there. Gives the exit code. */
type Verb = (text: string, format: { json: boolean }) => Promise<number>;

/** One owner command, as if typed on the terminal of the service. Exit 0, or 2 when it failed. */
const sayIt: Verb = async (text, { json }) => {
  if (text === '') return usage();
  loadDotEnv();
  const reply = await say(readConfig(process.env), text);
  console.log(json ? JSON.stringify(reply) : formatConsole(reply, { colours: process.stdout.isTTY }));
  return reply.failed ? 2 : 0;
};

/** Judges the messages on stdin, one a line. */
const triageThem: Verb = async () => {
  await triageLines(createInterface({ input: process.stdin }), (line) => process.stdout.write(`${line}\n`));
  return 0;
};

const verbs: ReadonlyMap<string, Verb> = new Map([
  ['say', sayIt],
  ['triage', triageThem],
]);

async function usage(): Promise<number> {
  console.error(USAGE);
  return 2;
}

/** `crm <verb> <words>`. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [verb = '', ...words] = positionals;
  return (verbs.get(verb) ?? usage)(words.join(' ').trim(), { json: values.json ?? false });
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
