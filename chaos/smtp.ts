/**
 * Handing over a mail, with a fault at every step: {cut, hang, 4xx, 5xx} at ten steps, over its own connection and over
 * a kept one, pipelined and not; for the way of single mails and for that of campaigns. What the sender reports must
 * match the table, and must not contradict the server's journal. Trusting nodemailer's error code must get some cases
 * wrong. SEED decides the order.
 */
import { createSecretKey, randomBytes } from 'node:crypto';
import { mailSender } from '../src/mail/send/send.ts';
import { noFiles } from '../test/support/files.ts';
import { TLS_FILES } from '../test/support/smtp.ts';
import { randomFrom } from './pairs.ts';
import { conclude, setting } from './support/settings.ts';
import { bulkSender } from './support/smtp_bulk.ts';
import { smtpCases } from './support/smtp_cases.ts';
import { naiveSender } from './support/smtp_naive.ts';
import { type Ended, figuresOf, type MakeSender, playAll } from './support/smtp_run.ts';

/**
 * Silence after which a connection counts as lost; in production it is ten minutes. On a machine with ten times as much
 * to do as it has cores both ends stood still for more than 1.5 s, which is no fault of theirs.
 */
const SILENCE_MS = 6_000;

const seed = setting('SEED', Date.now() % 1_000_000);
const random = randomFrom(seed);
const shuffled = () =>
  smtpCases()
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

const secret = createSecretKey(randomBytes(32));
const tls = { ca: TLS_FILES.cert };
const timeouts = { connectMs: SILENCE_MS, greetingMs: SILENCE_MS, silenceMs: SILENCE_MS };
const ourSender: MakeSender = (url, mailsEach) =>
  mailSender({
    ...{ url, from: 'shop@example.com', secret, files: noFiles },
    pool: { timeouts, tls, mailsEach },
  });

console.log(`seed ${seed}: ${smtpCases().length} cases`);
const ours = await playAll(shuffled(), ourSender);
tell('ours', ours);
const bulk = await playAll(shuffled(), bulkSender({ timeouts, tls }));
tell('ours for campaigns', bulk);
const plain = shuffled().filter(({ way, pipelining, large }) => way === 'single' && !pipelining && !large);
const control = await playAll(plain, naiveSender({ silenceMs: SILENCE_MS, ca: TLS_FILES.cert }));
tell('the control, which believes the error code', control);

const mistakes = Object.entries({ ours, bulk }).flatMap(([way, ended]) => {
  const { wrong, doubled, lost } = figuresOf(ended);
  return Object.entries({ wrong, doubled, lost }).flatMap(([name, count]) =>
    count > 0 ? [`${way}: ${name}: ${count}, expected none.`] : [],
  );
});
conclude({ seed, ...figuresOf(ours), bulk: figuresOf(bulk), control: figuresOf(control) }, [
  ...mistakes,
  ...(figuresOf(control).wrong > 0 ? [] : ['The control got nothing wrong: this run proves nothing.']),
]);

/** Prints the mistakes as a table. */
function tell(who: string, all: readonly Ended[]): void {
  const mistakes = all.filter(({ wrong, doubled, lost }) => wrong || doubled > 0 || lost > 0);
  console.log(`${who}: ${mistakes.length} mistakes in ${all.length} cases`);
  for (const { one, ended, doubled, lost } of mistakes) {
    const how = `${one.way}${one.pipelining ? ', pipelined' : ''}`;
    const cost = `${doubled > 0 ? ', doubled' : ''}${lost > 0 ? ', lost' : ''}`;
    console.log(`  ${one.name} (${how}): ${ended} instead of ${one.expected}${cost}`);
  }
}
