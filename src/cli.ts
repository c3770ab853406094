import { parseArgs } from 'node:util';
import { formatConsole } from './bots/console/format.ts';
import { ConfigError, loadDotEnv, readConfig } from './config.ts';
import { say } from './say.ts';

const USAGE = 'Usage: npm run -s crm -- say "<command>" [--json]     e.g. say "/help"';

/** `crm say "<text>"`: one owner command, as if typed on the terminal of the service. Exit 0, or 2 when it failed. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [verb, ...words] = positionals;
  const text = words.join(' ').trim();
  if (verb !== 'say' || text === '') {
    console.error(USAGE);
    return 2;
  }
  loadDotEnv();
  const reply = await say(readConfig(process.env), text);
  console.log(values.json ? JSON.stringify(reply) : formatConsole(reply, { colours: process.stdout.isTTY }));
  return reply.failed ? 2 : 0;
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
