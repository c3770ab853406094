import { crc32, deflateSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { FileRefused } from '../../src/files/fault.ts';
import { logoKeeper } from '../../src/jobs/logo.ts';
import { testHouse } from '../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(() => house.reset());

/** A picture of one grey point. */
function png(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const business = async () =>
  (await house.db.sql<{ value: Record<string, unknown> }>`select value from settings where key = 'business'`)[0]?.value;
const round = (read: () => Buffer | Error) => {
  const files = {
    read: async () => {
      const bytes = read();
      if (bytes instanceof Error) throw bytes;
      return { bytes, name: 'logo.png', type: 'image/png' };
    },
  };
  return logoKeeper({ act: house.act, files, told: () => {} })();
};
const send = () =>
  house.type('/business logo', { attachments: [{ kind: 'photo', ref: 'AgAC-photo', type: 'image/jpeg' }] });

describe('a picture that is sent as the logo', () => {
  it('is fetched and kept, beside what is said of the business meanwhile', async () => {
    await send();
    expect(await business()).toMatchObject({ logoSent: { file: { ref: 'AgAC-photo', channel: 'telegram' } } });
    await house.say('/business address 1 Tea Street');
    await round(png);
    const kept = await business();
    expect(kept).toEqual({ address: '1 Tea Street', logo: expect.stringMatching(/^file:[0-9a-f]{64}$/) as string });
    expect((await house.cards()).at(-1)!.text).toBe('Your logo stands on quotes from now on.');
    expect((await house.say('/business')).fields!.at(-1)).toEqual({ label: 'Logo', value: 'there' });
    await house.say('/business logo off');
    expect(await business()).toEqual({ address: '1 Tea Street' });
  });

  it.each([
    ['alipay', 'Alipay', 'alipay'],
    ['微信支付', 'WeChat Pay', 'wechat'],
    ['PayNow', 'PayNow', 'PayNow'],
  ])('is one that people scan to pay where it comes with the words paylink %s', async (typed, shown, key) => {
    await house.say('/business paylink EUR https://pay.example/{number}');
    await house.type(`/business paylink ${typed}`, {
      attachments: [{ kind: 'photo', ref: 'AgAC-code', type: 'image/jpeg' }],
    });
    await round(png);
    expect(await business()).toEqual({
      payLinks: { EUR: 'https://pay.example/{number}' },
      payPictures: { [key]: expect.stringMatching(/^file:[0-9a-f]{64}$/) as string },
    });
    expect((await house.cards()).at(-1)!.text).toBe(
      `${shown}: people are shown this picture where something is to be paid.`,
    );
    await house.say(`/business paylink ${typed} off`);
    expect(await business()).toEqual({ payLinks: { EUR: 'https://pay.example/{number}' } });
  });

  it('is told of where it cannot be scanned, and asked for where it did not come', async () => {
    await house.type('/business paylink alipay', {
      attachments: [{ kind: 'photo', ref: 'AgAC-code', type: 'image/jpeg' }],
    });
    await round(() => Buffer.from('GIF89a'));
    expect((await house.cards()).at(-1)!.text).toMatch(/^Alipay: that picture cannot be kept/);
    expect(await business()).toEqual({});
    expect((await house.say('/business paylink wechat')).text).toMatch(/send its picture/);
  });

  it.each([
    ['no picture', () => Buffer.from('GIF89a')],
    ['a broken one', () => png().subarray(0, 40)],
    ['gone', () => new FileRefused('file_gone', 'gone')],
  ])('is told of and left out where it is %s', async (_, read) => {
    await send();
    await round(read);
    expect(await business()).toEqual({});
    expect((await house.cards()).at(-1)!.text).toMatch(/cannot be a logo/);
  });
});
