import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bulkMail, dispatchTo } from '../../support/bulk.ts';
import { type Fault, type Stage, startSmtp } from '../../support/smtp.ts';

const nth = fc.integer({ min: 1, max: 12 });
const fault = fc.oneof(
  fc.record({
    stage: fc.constantFrom<Stage>('greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'dot'),
    /** At which time the stage is reached. */
    nth,
    fault: fc.constantFrom<Fault>('cut', 'lost', '421 4.3.2 closing', '451 4.3.0 later', '550 5.7.1 no'),
  }),
  // unasked, a server says nothing but goodbye
  fc.record({
    stage: fc.constant<Stage>('after'),
    nth,
    fault: fc.constantFrom<Fault>('cut', '421 4.4.2 idle'),
  }),
);

test('whatever goes wrong, results and the server’s journal agree, and no mail arrives twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { maxLength: 6 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(5),
      async (faults, pipelining, connections, each) => {
        const seen = new Map<Stage, number>();
        let well = false;
        const server = await startSmtp({
          pipelining,
          fault: (stage) => {
            seen.set(stage, (seen.get(stage) ?? 0) + 1);
            return well ? undefined : faults.find((one) => one.stage === stage && one.nth === seen.get(stage))?.fault;
          },
        });
        const dispatch = dispatchTo(server.url, { connections, mailsEach: each + 1 });
        const copies = (to: string) => server.mails.filter((mail) => mail.to.includes(to)).length;
        try {
          const batches = [Array.from({ length: 9 }, () => bulkMail()), Array.from({ length: 4 }, () => bulkMail())];
          const results = (await Promise.all(batches.map((batch) => dispatch.send(batch)))).flat();
          const told = batches.flat().map((mail, nth) => ({ mail, state: results[nth]!.state }));
          for (const { mail, state } of told) {
            if (state === 'sent') expect(copies(mail.to)).toBe(1);
            else if (state !== 'unknown') expect(copies(mail.to)).toBe(0);
          }
          well = true;
          const again = told.filter(({ state }) => state === 'retry').map(({ mail }) => mail);
          for (const { state } of await dispatch.send(again)) expect(state).toBe('sent');
          for (const { mail, state } of told) expect(copies(mail.to)).toBeLessThanOrEqual(state === 'failed' ? 0 : 1);
        } finally {
          await dispatch.close();
          await server.close();
        }
      },
    ),
    { numRuns: 60 },
  );
});
