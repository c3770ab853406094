import { createHash } from 'node:crypto';
import type { CommandContext } from '../domain/commands/command.ts';
import type { AnyOperation } from './operation.ts';
import { Problem } from './problem.ts';

/** Tells two states of the same thing apart: it follows from what is answered, so that it needs no column. */
export const etagOf = (body: object): string =>
  `"${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 20)}"`;

/** Whether If-None-Match names this one: a weak tag is as good (RFC 9110, 13.1.2). */
export const names = (header: string, etag: string): boolean => namesStrongly(header.replaceAll('W/"', '"'), etag);

/** Whether If-Match names this one: a weak tag does not say that nothing has changed (RFC 9110, 13.1.1). */
const namesStrongly = (header: string, etag: string): boolean =>
  header.split(',').some((one) => ['*', etag].includes(one.trim()));

/**
 * Locks the thing, and throws 412 if it is not as the caller has seen it. Locked also without If-Match: what is read,
 * changed and answered is then the same.
 */
export async function needSame(
  act: CommandContext,
  { versioned }: AnyOperation,
  id: string | undefined,
  ifMatch: string | null,
): Promise<void> {
  if (!versioned || !id) return;
  await act.tx`select from ${act.tx(versioned.table)} where id = ${id} for update`;
  if (ifMatch === null) return;
  if (!namesStrongly(ifMatch, etagOf(await versioned.load(act, id))))
    throw new Problem(412, 'changed_since', 'It has been changed since you read it: read it again.');
}
