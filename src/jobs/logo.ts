import type { Context } from '../domain/context.ts';
import { localeOf } from '../domain/context.ts';
import { sayAt } from '../domain/owner/say.ts';
import { pictureName } from '../domain/sell/invoice/pay_picture.ts';
import { businessOf, changeBusiness, lockBusiness } from '../domain/sell/quote/business.ts';
import type { Business, PictureSent } from '../domain/settings.ts';
import { userAt } from '../domain/user.ts';
import type { PdfDocument } from '../lib/pdf/document.ts';
import { texts } from '../text/texts.ts';
import { fetchSent, type Keeping } from './sent_file.ts';

/** A picture that is waited for: the logo, or one that people scan to pay, by its name. */
type Sent = PictureSent & { scanned?: string };

/** The next one; undefined: none is waited for. */
function nextOf({ logoSent, payPicturesSent = {} }: Business): Sent | undefined {
  const [first] = Object.entries(payPicturesSent);
  return logoSent ?? (first && { ...first[1], scanned: first[0] });
}

/** A head of a document carries no more. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Fetches the picture that the owner sent as the logo, or for people to scan, and keeps it, if a document can be set with it. A round
 * gives how long to rest.
 */
export const logoKeeper = (keeping: Keeping): (() => Promise<number>) =>
  fetchSent(keeping, ({ settings }) => Promise.resolve(nextOf(businessOf(settings))), settle);

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
