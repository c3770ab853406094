import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { formatConsole } from '../bots/console/format.ts';
import { ConfigError, readConfig } from '../config.ts';
import { size } from '../domain/attachment.ts';
import type { Reply } from '../domain/reply.ts';
import { filesDir, keptPath } from '../files/store.ts';
import { environmentHere, loadDotEnv, spokenLast } from '../service/environment.ts';
import { saidIn } from '../text/explained.ts';
import { texts } from '../text/texts.ts';

/**
 * A verb gets the words after it (as one text and one by one) and whether `--json` was given, and returns the exit
 * code. Each verb loads only its own part of the program.
 */
type Verb = (text: string, format: { json: boolean; yes: boolean; words: string[] }) => Promise<number>;

/** Runs one command of the owner, as if typed on the service's terminal. Exit 0, or 2 if it failed. */
const sayIt: Verb = async (text, { json }) => {
  if (text === '') return usage();
  const config = readConfig(environmentHere(process.env));
  const { say } = await import('./say.ts');
  const pathOf = (ref: string) => keptPath(filesDir(config), ref);
  const show = (reply: Reply) =>
    console.log(json ? JSON.stringify(reply) : formatConsole(reply, { colours: process.stdout.isTTY, pathOf }));
  const reply = await say(config, text, show);
  show(reply);
  return reply.failed ? 2 : 0;
};

/** Shows what a file of people would bring, and with --yes takes it in. Exit 0, or 2 if it could not be read. */
const importIt: Verb = async (_, { json, yes, words: [path] }) => {
  if (!path) return usage();
  const config = readConfig(environmentHere(process.env));
  const { importFile } = await import('./import.ts');
  const pathOf = (ref: string) => keptPath(filesDir(config), ref);
  const show = (reply: Reply) =>
    console.log(json ? JSON.stringify(reply) : formatConsole(reply, { colours: process.stdout.isTTY, pathOf }));
  const reply = await importFile(config, path, { yes, show });
  show(reply);
  return reply.failed ? 2 : 0;
};

/** Writes all there is into a zip. */
const exportIt: Verb = async (_, { words: [path] }) => {
  if (!path) return usage();
  const { exportFile } = await import('./export.ts');
  const bytes = await exportFile(readConfig(environmentHere(process.env)), path);
  console.log(ours().exportAll.written(path, size(bytes)));
  return 0;
};

/** Judges the messages on stdin, one on each line. */
const triageThem: Verb = async () => {
  const { triageLines } = await import('./triage.ts');
  await triageLines(createInterface({ input: process.stdin }), (line) => process.stdout.write(`${line}\n`));
  return 0;
};

/** Reads each mail as the service would, with its OWNER_EMAILS and MAIL_AUTHSERV_ID. Exit 2 when a file could not be read. */
const parseMails: Verb = async (_, { words }) => {
  const { ownerEmails, mailAuthservId } = readConfig(environmentHere(process.env)).channels.email;
  const { mailLines } = await import('./parse_mail.ts');
  const files = words.length > 0 ? words : ['-'];
  const options = { ownerEmails, authservId: mailAuthservId };
  return (await mailLines(files, options, (line) => process.stdout.write(`${line}\n`))) ? 0 : 2;
};

const verbs: ReadonlyMap<string, Verb> = new Map([
  ['say', sayIt],
  ['import', importIt],
  ['export', exportIt],
  ['triage', triageThem],
  ['parse-mail', parseMails],
]);

async function usage(): Promise<number> {
  console.error(ours().start.usage);
  return 2;
}

const ours = () => texts(spokenLast(process.env));

/** `crm <verb> <words>`. */
async function main(): Promise<number> {
  loadDotEnv();
  const typed = readArguments();
  if (!typed) return usage();
  const [verb = '', ...words] = typed.positionals;
  return (verbs.get(verb) ?? usage)(words.join(' ').trim(), {
    json: typed.values.json ?? false,
    yes: typed.values.yes ?? false,
    words,
  });
}

/** Undefined if an option is unknown. */
function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, yes: { type: 'boolean' } } });
  } catch {
    return undefined;
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const t = ours();
    const said = saidIn(t, error);
    console.error(error instanceof ConfigError ? `${t.start.wrongSettings}\n${said}` : said);
    process.exit(2);
  },
);
