import * as z from 'zod';
import type { Attachment } from '../../domain/attachment.ts';
import type { Party } from '../../domain/channel.ts';
import type { DeliveryReported, TextFault } from '../../domain/delivery.ts';
import type { DomainEvent, MessageReceived } from '../../domain/event.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { head } from '../../text/cut.ts';
import { cleanText } from '../../text/normalise.ts';
import { readPhone } from '../../text/person/phone.ts';
import { type OptOut, optOutIn } from '../../text/sms/opt_out.ts';
import { keyOfPath } from './provider.ts';
import { TWILIO_FILE } from './twilio/media.ts';
import { reasonOf } from './twilio/outcome.ts';

/** Aliyun numbers in China are written without +86; what it pushes is timed by the clock there, which has no summer. */
const ALIYUN_COUNTRY = 'CN';

/** What came in by a text, or what a provider says of one of ours. */
export function parseSms(row: InboxRow): DomainEvent {
  const parse = row.headers?.kind && PARSERS.get(row.headers.kind);
  if (!parse) throw new Error('nothing is known of such a text');
  return parse(row);
}

const formOf = ({ body }: InboxRow): URLSearchParams => new URLSearchParams(body.toString('utf8'));
const jsonOf = ({ body }: InboxRow): unknown => JSON.parse(body.toString('utf8'));

function twilioMessage(row: InboxRow): MessageReceived {
  const form = formOf(row);
  const text = form.get('Body') ?? '';
  return received({
    number: needed(form, 'From'),
    externalId: needed(form, 'MessageSid'),
    text,
    attachments: mediaIn(form),
    optOut: optOutOf(form.get('OptOutType')) ?? optOutIn(text),
    sentAt: dateIn(form.get('DateCreated')) ?? row.receivedAt,
  });
}

/** Twilio's own verdict, where it is told what people may opt out with. */
function optOutOf(type: string | null): OptOut | undefined {
  const word = type?.toLowerCase();
  return word === 'stop' || word === 'start' || word === 'help' ? word : undefined;
}

/** A text carries at most ten files. */
const MOST_FILES = 10;

function mediaIn(form: URLSearchParams): Attachment[] {
  const count = Math.min(Number(form.get('NumMedia')) || 0, MOST_FILES);
  return Array.from({ length: count }, (_, nth) => nth).flatMap((nth): Attachment[] => {
    const url = form.get(`MediaUrl${nth}`);
    const type = head(cleanText(form.get(`MediaContentType${nth}`) ?? ''), 100);
    return url ? [{ kind: kindOf(type), ref: `${TWILIO_FILE}${url}`, ...(type && { type }) }] : [];
  });
}

function kindOf(type: string): Attachment['kind'] {
  const [family] = type.split('/', 1);
  if (family === 'image') return 'photo';
  return family === 'audio' || family === 'video' ? family : 'document';
}

const UNDER_WAY = 'under_way';
/** What Twilio's statuses say of a text; all others say that it is under way. */
const STATUSES: Readonly<Record<string, DeliveryReported['is']>> = {
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

function twilioReport(row: InboxRow): DeliveryReported {
  const form = formOf(row);
  const code = /^\d{1,6}$/.exec(form.get('ErrorCode') ?? '')?.[0] ?? '';
  const is = STATUSES[needed(form, 'MessageStatus')] ?? UNDER_WAY;
  return reported(row.headers?.key ?? '', needed(form, 'MessageSid'), is, reasonOf(code), code);
}

const aliyunReportShape = z.object({
  biz_id: z.coerce.string(),
  out_id: z.coerce.string().default(''),
  success: z.union([z.boolean(), z.stringbool()]),
  err_code: z.string().default(''),
});

/** What carriers in China say of a text that did not arrive. */
const ALIYUN_REASONS: readonly [pattern: RegExp, reason: TextFault][] = [
  [/BLACK|REJECT_BY_USER|UNSUBSCRIBE/i, 'opted_out'],
  [/MOBILE_NOT_ON_SERVICE|NOT_ON_SERVICE|INVALID_NUMBER|EMPTY/i, 'no_such_address'],
  [/POWER_?OFF|SHUT_?DOWN|TERMINAL|MEMORY|UNREACHABLE/i, 'unreachable'],
  [/KEYWORD|CONTENT|SIGN|REJECT|FREQUENCY|LIMIT/i, 'carrier'],
];

function aliyunReport(row: InboxRow): DeliveryReported {
  const { biz_id: id, out_id: key, success, err_code: code } = aliyunReportShape.parse(jsonOf(row));
  const reason = ALIYUN_REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'not_carried';
  return reported(keyOfPath(key), id, success ? 'delivered' : 'failed', reason, head(cleanText(code), 40));
}

function reported(
  key: string,
  externalId: string,
  is: DeliveryReported['is'],
  reason: TextFault,
  code: string,
): DeliveryReported {
  const fault = is === 'failed' && { fault: { reason, code } };
  return { kind: 'delivery.reported', channel: 'sms', key: cleanText(key), externalId, is, ...fault };
}

const aliyunMessageShape = z.object({
  phone_number: z.string(),
  content: z.string(),
  sequence_id: z.coerce.string().optional(),
  send_time: z.string().optional(),
});

function aliyunMessage(row: InboxRow): MessageReceived {
  const { phone_number: typed, content: text, sequence_id: id, send_time: at } = aliyunMessageShape.parse(jsonOf(row));
  return received({
    number: readPhone(typed, ALIYUN_COUNTRY)?.number ?? typed,
    externalId: id ?? row.externalId,
    text,
    attachments: [],
    optOut: optOutIn(text),
    sentAt: dateIn(at && `${at.replace(' ', 'T')}+08:00`) ?? row.receivedAt,
  });
}

interface Received {
  number: string;
  externalId: string;
  text: string;
  attachments: Attachment[];
  optOut: OptOut | undefined;
  sentAt: Date;
}

function received({ number, text, optOut, ...rest }: Received): MessageReceived {
  const words = cleanText(text);
  const isEmpty = words.trim() === '' && rest.attachments.length === 0;
  return {
    ...{ kind: 'message.received', channel: 'sms', chat: number, private: true, from: partyOf(number) },
    ...{ ...rest, text: words, answers: [] },
    ...(isEmpty && { strange: 'message' }),
    ...(optOut && { optOut, noAutoAnswer: true as const }),
  };
}

/** The carrier vouches for a number of the telephone network; a name or a short code in its place is no phone. */
function partyOf(number: string): Party {
  const phone = readPhone(number, '');
  const isOwn = phone && phone.number === number && !phone.service;
  return { address: number, name: number, ...(isOwn && { phone: number }) };
}

function needed(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw new Error(`there is no ${name}`);
  return cleanText(value);
}

function dateIn(text: string | null | undefined): Date | undefined {
  const date = new Date(text || Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const PARSERS = new Map<string, (row: InboxRow) => DomainEvent>([
  ['twilio_message', twilioMessage],
  ['twilio_report', twilioReport],
  ['aliyun_report', aliyunReport],
  ['aliyun_message', aliyunMessage],
]);
