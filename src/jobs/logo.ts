import type { Act } from '../domain/act.ts';
import type { Context } from '../domain/context.ts';
import { localeOf } from '../domain/context.ts';
import { sayAt } from '../domain/owner/say.ts';
import { pictureName } from '../domain/sell/invoice/pay_picture.ts';
import { businessOf, changeBusiness, lockBusiness } from '../domain/sell/quote/business.ts';
import type { Business, PictureSent } from '../domain/settings.ts';
import { userAt } from '../domain/user.ts';
import { FileRefused } from '../files/fault.ts';
import type { Files } from '../files/index.ts';
import type { PdfDocument } from '../lib/pdf/document.ts';
import { texts } from '../text/texts.ts';

/** A picture that is waited for: the logo, or one that people scan to pay, by its name. */
type Sent = PictureSent & { scanned?: string };

/** The next one; undefined: none is waited for. */
function nextOf({ logoSent, payPicturesSent = {} }: Business): Sent | undefined {
  const [first] = Object.entries(payPicturesSent);
  return logoSent ?? (first && { ...first[1], scanned: first[0] });
}

/** How often we look. */
const REST_MS = 5000;
const FETCH_MS = 60_000;
/** A second apart: longer than a channel's hiccup. */
const MOST_MISSES = 30;
/** A head of a document carries no more. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Fetches the picture that the owner sent as the logo, or for people to scan, from the channel that holds it, and keeps it, if a document
 * can be set with it. A round gives how long to rest.
 */
export function logoKeeper({ act, files, told }: { act: Act; files: Files; told: () => void }): () => Promise<number> {
  let misses = 0;
  return async () => {
    const sent = await act(({ settings }) => Promise.resolve(nextOf(businessOf(settings))));
    if (!sent) return REST_MS;
    const bytes = await fetched(sent);
    await act((ctx) => settle(ctx, sent, bytes));
    told();
    return 0;
  };

  async function fetched({ file }: Sent): Promise<Buffer | undefined> {
    try {
      const { bytes } = await files.read(file, AbortSignal.timeout(FETCH_MS));
      misses = 0;
      return bytes;
    } catch (error) {
      misses += 1;
      if (!(error instanceof FileRefused) && misses < MOST_MISSES) throw error;
      misses = 0;
      return undefined;
    }
  }
}

/** What was changed meanwhile stays: only the picture that was waited for is taken. */
async function settle(ctx: Context, sent: Sent, bytes: Buffer | undefined): Promise<void> {
  const kept = bytes && (await canBeSet(ctx, bytes)) ? await ctx.keepFile(bytes) : undefined;
  if (sent.scanned !== undefined) return settleScanned(ctx, sent, sent.scanned, kept);
  const logo = kept;
  const change = { logoSent: null, ...(logo && { logo }) };
  if (!(await changeBusiness(ctx.tx, change, sent.file.ref))) return;
  const { channel, address } = sent.place;
  const { business: t } = texts(localeOf(ctx, userAt(ctx, channel, address)));
  const reply = logo ? { text: t.logoKept } : { text: t.logoUnfit, failed: true };
  await sayAt(ctx, sent.place, { key: `logo:${sent.file.ref}:${ctx.now.getTime()}`, reply });
}

async function settleScanned(ctx: Context, sent: Sent, name: string, kept: string | undefined): Promise<void> {
  const { payPictures = {}, payPicturesSent = {} } = await lockBusiness(ctx.tx);
  const { [name]: waited, ...others } = payPicturesSent;
  if (waited?.file.ref !== sent.file.ref) return;
  await changeBusiness(ctx.tx, {
    payPicturesSent: Object.keys(others).length > 0 ? others : null,
    ...(kept && { payPictures: { ...payPictures, [name]: kept } }),
  });
  const { channel, address } = sent.place;
  const locale = localeOf(ctx, userAt(ctx, channel, address));
  const { payPicture: t } = texts(locale).invoice;
  const called = pictureName(locale, name);
  const reply = kept ? { text: t.kept(called) } : { text: t.unfit(called), failed: true };
  await sayAt(ctx, sent.place, { key: `pay_picture:${sent.file.ref}:${ctx.now.getTime()}`, reply });
}

/** Whether it is a PNG or JPEG that a document can show: one that cannot would keep every quote from being set. */
async function canBeSet({ renderPdf }: Context, bytes: Buffer): Promise<boolean> {
  const isPicture = bytes.subarray(0, 4).toString('latin1') === '\x89PNG' || bytes.readUInt16BE(0) === 0xffd8;
  if (!isPicture || bytes.length > MOST_BYTES) return false;
  const document: PdfDocument = {
    ...{ title: '', language: 'en', from: { name: '', lines: [], picture: new Uint8Array(bytes) }, heading: '' },
    ...{ to: [], facts: [], table: { columns: [{ title: '', align: 'left', width: 'rest' }], rows: [] } },
    ...{ sums: [], sections: [], foot: '' },
  };
  return renderPdf(document).then(
    () => true,
    () => false,
  );
}
