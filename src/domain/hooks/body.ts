import { head } from '../../text/cut.ts';

/** Standard Webhooks: an event is smaller than 20 KB. */
const MOST_BYTES = 20_000;
/** How long words may be, tried in this order; a list may have a tenth as many parts. */
const BOUNDS = [4000, 1000, 200, 40, 10];
const PARTS_OF = 10;

/** The body of an event, as it is signed and sent: at most 20 KB. What had to be cut to fit is marked `truncated`. */
export function bodyOf(type: string, at: Date, data: Readonly<Record<string, unknown>>): string {
  const written = (shown: unknown) => JSON.stringify({ type, timestamp: at.toISOString(), data: shown });
  const whole = written(data);
  if (fits(whole)) return whole;
  for (const most of BOUNDS) {
    const cut = written({ ...(bounded(data, most) as object), truncated: true });
    if (fits(cut)) return cut;
  }
  return written({ id: data.id, truncated: true });
}

const fits = (body: string): boolean => Buffer.byteLength(body) < MOST_BYTES;

function bounded(value: unknown, most: number): unknown {
  if (typeof value === 'string') return head(value, most);
  if (Array.isArray(value)) return value.slice(0, most / PARTS_OF).map((one) => bounded(one, most));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bounded(one, most)]));
}
