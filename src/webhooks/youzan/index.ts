import { createHash } from 'node:crypto';
import type { DomainEvent } from '../../domain/event.ts';
import { type JsonObject, parseExact, readObject, textIn } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { connectionIdOf, type Identified, type Provider } from '../provider.ts';
import { digest, isSame } from '../shared/hmac.ts';
import { FieldError } from '../shared/shapes.ts';
import { refundOf } from './refund.ts';
import { tradeReported } from './trade.ts';

/**
 * Youzan's pushes (doc.youzanyun.com). The sign stands in the body, over the message as it came, or in newer ones in a
 * header, over the whole body. MD5 is weak, so the address of the hook is a secret as well.
 */
export const youzan: Provider = {
  name: 'youzan',
  headers: ['event-type'],
  // client_secret of an app
  secretLooks: /^\w{32,64}$/,
  verify(raw, headers, secrets) {
    const body = readObject(raw, parseExact);
    if (!body) return false;
    const client = textIn(body.client_id) || headers.get('client-id') || '';
    // between it, the message and the secret nothing shows where one ends: a longer id would hold the message
    if (!/^[\w-]{0,64}$/.test(client)) return false;
    const inHeader = headers.get('event-sign');
    const given = inHeader ?? textIn(body.sign);
    // a message that is no text is not signed, unless the whole body is
    const message = typeof body.msg === 'string' && body.msg !== '' ? [body.msg] : [];
    const signed = inHeader === null ? message : [raw, ...(typeof body.msg === 'object' ? [] : message)];
    return secrets.some((secret) => secret !== '' && signed.some((words) => isSigned([client, words, secret], given)));
  },
  identify,
  parse,
  answer: { code: 0, msg: 'success' },
};

function isSigned(parts: readonly (string | Uint8Array)[], given: string): boolean {
  const made = createHash('md5');
  for (const part of parts) made.update(part);
  return isSame(Buffer.from(given.toLowerCase(), 'latin1'), Buffer.from(made.digest('hex'), 'latin1'));
}

function identify(raw: Uint8Array): Identified | undefined {
  const body = readObject(raw, parseExact);
  if (!body) return undefined;
  const parts = ['type', 'id', 'status', 'version'].map((name) => textIn(body[name]));
  // those stand outside of what is signed: with another message they are another event's
  const message = body.msg === undefined ? raw : Buffer.from(textIn(body.msg) || JSON.stringify(body.msg));
  const externalId = [...parts.filter((part) => part !== ''), digest(message)].join(':');
  return { externalId, lane: `order:${textIn(body.id)}` };
}

/** The message as it was meant: an object, JSON, or JSON in a URL's spelling. */
function messageIn({ msg }: JsonObject): JsonObject {
  if (typeof msg === 'object' && msg !== null && !Array.isArray(msg)) return msg as JsonObject;
  const written = textIn(msg).trim();
  const decoded = written.startsWith('{') ? written : decodedOf(written);
  const message = decoded === undefined ? undefined : readObject(Buffer.from(decoded), parseExact);
  if (!message) throw new FieldError('message', ['msg']);
  return message;
}

/** As a form writes it: a blank is a plus. */
function decodedOf(written: string): string | undefined {
  try {
    return decodeURIComponent(written.replaceAll('+', '%20'));
  } catch {
    return undefined;
  }
}

function parse(row: InboxRow): DomainEvent {
  const body = readObject(row.body, parseExact);
  if (!body) throw new Error('The body is not a JSON object.');
  const type = textIn(body.type) || (row.headers?.['event-type'] ?? '');
  const connectionId = connectionIdOf(row);
  const unused: DomainEvent = {
    kind: 'topic.unused',
    connectionId,
    topic: /^\w{1,60}$/.test(type) ? type : 'unknown topic',
  };
  // their console sends made-up trades to see whether the address works
  if (body.test === true || body.test === 'true') return { ...unused, topic: `${unused.topic} (test)` };
  const around = { type, status: textIn(body.status), version: textIn(body.version) };
  const push = { ...around, receivedAt: row.receivedAt, connectionId };
  if (/refund/i.test(type)) return refundOf(push, messageIn(body)) ?? unused;
  return (/^trade_/i.test(type) ? tradeReported(push, messageIn(body)) : undefined) ?? unused;
}
