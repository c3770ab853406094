import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aliyun, signatureOf } from '../../../src/bots/sms/gateway/aliyun.ts';
import { gateway } from '../../../src/bots/sms/gateway/provider.ts';
import { aliyunHooks, aliyunPath } from '../../../src/bots/sms/gateway/receive.ts';
import { filled, valueAt } from '../../../src/bots/sms/gateway/template.ts';
import { parseSms } from '../../../src/bots/sms/parse.ts';
import { keyToPath } from '../../../src/bots/sms/provider.ts';
import { type GatewayConfig, readHeaders } from '../../../src/bots/sms/settings.ts';
import type { Hook } from '../../../src/http/hook.ts';
import type { InboxEvent } from '../../../src/inbox/event.ts';
import { freePort } from '../../support/free_port.ts';

const text = { to: '+8613800138000', body: '您好，"{to}"', key: 'answer:7' };
const JSON_BODY = '{"to":"{to}","words":"{text}","own":{"id":"{id}","at":"{national}"}}';

let server: Server;
let url: string;
let said: { status: number; body: string };
const asked: { method: string; path: string; type: string; body: string }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = '', url: path = '', headers } = request;
    asked.push({ method, path, type: headers['content-type'] ?? '', body: Buffer.concat(chunks).toString() });
    response.writeHead(said.status, { 'content-type': 'application/json' }).end(said.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => {
  asked.length = 0;
  said = { status: 200, body: '{}' };
});

const config = (more: Partial<GatewayConfig> = {}): GatewayConfig => ({
  ...{
    kind: 'gateway',
    url,
    headers: {},
    body: JSON_BODY,
    ok: { path: 'data.0.code', value: '0' },
    idPath: 'data.0.id',
  },
  ...more,
});
const send = (more: Partial<GatewayConfig> = {}) => gateway(config(more)).submit(text, AbortSignal.timeout(20_000));

describe('a request made of a template', () => {
  it('holds what it is given as a value, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        const said = { ...text, body: body.toWellFormed() };
        const { body: json } = filled(config(), said);
        expect(JSON.parse(json!).words).toBe(said.body);
        const { body: form } = filled(config({ body: 'a={to}&b={text}&c=1' }), said);
        expect([...new URLSearchParams(form)]).toEqual([
          ['a', text.to],
          ['b', said.body],
          ['c', '1'],
        ]);
      }),
    );
  });

  it('fills no slot that stands in the words', () => {
    expect(JSON.parse(filled(config(), text).body!)).toEqual({
      ...{ to: '+8613800138000', words: '您好，"{to}"', own: { id: 'answer:7', at: '13800138000' } },
    });
  });

  it('is written as its type wants it: in the address, a form, XML', () => {
    expect(filled(config({ url: `${url}?n={number}&t={text}`, body: undefined }), text).url).toBe(
      `${url}?n=8613800138000&t=${encodeURIComponent(text.body)}`,
    );
    const xml = filled(config({ headers: { 'content-type': 'text/xml' }, body: '<t>{text}</t>' }), {
      ...text,
      body: '<a>&"',
    });
    expect(xml.body).toBe('<t>&#60;a&#62;&#38;&#34;</t>');
  });

  it('takes headers as a JSON object of strings, and nothing else', () => {
    expect(readHeaders('{"Authorization":"Bearer x"}')).toEqual({ authorization: 'Bearer x' });
    for (const wrong of ['', '[]', '{"a":1}', 'Authorization: x', '{"a b":"c"}', '{"a":"b\\nc"}'])
      expect(readHeaders(wrong)).toBeUndefined();
  });

  it('reads a success at its path', () => {
    expect(valueAt({ data: [{ code: 0 }] }, 'data.0.code')).toBe('0');
    expect(valueAt({ a: { b: null } }, 'a.b')).toBeUndefined();
    expect(valueAt({}, 'constructor.name')).toBeUndefined();
    expect(valueAt('x', 'length')).toBeUndefined();
  });
});

describe('a gateway’s answer', () => {
  it.each<[string, number, string, object]>([
    [
      'says that it took the text, and as what',
      200,
      '{"data":[{"code":0,"id":"m1"}]}',
      { result: 'sent', externalId: 'm1' },
    ],
    [
      'refuses it in its own words',
      200,
      '{"data":[{"code":17}]}',
      { result: 'failed', reason: 'rejected', error: 'data.0.code=17' },
    ],
    ['refuses it by its status', 422, 'no', { result: 'failed', reason: 'rejected' }],
    ['asks to wait', 429, '{}', { result: 'retry', scope: 'channel' }],
    ['does not know us', 401, '{}', { result: 'retry', channelDown: true }],
    ['says nothing that we can read', 200, 'OK', { result: 'unknown' }],
    ['failed in the middle', 500, '{"data":[{"code":17}]}', { result: 'unknown' }],
  ])('%s', async (_, status, body, outcome) => {
    said = { status, body };
    expect(await send()).toMatchObject(outcome);
    expect(asked).toMatchObject([{ method: 'POST', path: '/send', type: 'application/json' }]);
  });

  it('is awaited after a GET as well', async () => {
    said = { status: 200, body: '{"code":"ok"}' };
    const outcome = await send({
      url: `${url}?t={text}`,
      body: undefined,
      ok: { path: 'code', value: 'ok' },
      idPath: undefined,
    });
    expect(outcome).toEqual({ result: 'sent' });
    expect(asked).toMatchObject([{ method: 'GET', body: '' }]);
  });

  it('that sends us elsewhere is not followed, and leaves a doubt', async () => {
    said = { status: 302, body: '' };
    expect(await send()).toMatchObject({ result: 'unknown' });
  });

  it('does not come where nobody listens: the text certainly has not left', async () => {
    expect(await send({ url: `http://127.0.0.1:${await freePort()}/send` })).toMatchObject({ result: 'retry' });
  });
});

describe('Aliyun', () => {
  const KEY = { keyId: 'LTAItest', keySecret: 'secret' };
  const provider = () =>
    aliyun(
      { kind: 'aliyun', ...KEY, sign: '小茶铺', template: 'SMS_1', slot: 'content', apiUrl: url },
      { now: () => new Date('2026-11-27T03:00:00.123Z'), random: () => 'nonce' },
    );
  const submit = (more: Partial<typeof text> = {}) =>
    provider().submit({ ...text, ...more }, AbortSignal.timeout(20_000));

  it('gets a signed request with the words in a slot of the approved text', async () => {
    said = { status: 200, body: '{"Code":"OK","BizId":"b1^0"}' };
    expect(await submit()).toEqual({ result: 'sent', externalId: 'b1^0' });
    const { Signature, ...params } = Object.fromEntries(new URLSearchParams(asked[0]!.body));
    expect(params).toMatchObject({
      ...{ PhoneNumbers: '13800138000', SignName: '小茶铺', TemplateCode: 'SMS_1', OutId: keyToPath('answer:7') },
      ...{ TemplateParam: JSON.stringify({ content: text.body }), Timestamp: '2026-11-27T03:00:00Z' },
    });
    expect(Signature).toBe(signatureOf('secret', params, 'POST'));
    await submit({ to: '+85291234567' });
    expect(new URLSearchParams(asked[1]!.body).get('PhoneNumbers')).toBe('85291234567');
  });

  it.each<[string, object]>([
    ['isv.BUSINESS_LIMIT_CONTROL', { result: 'retry', scope: 'chat', afterSeconds: 3600 }],
    ['isv.AMOUNT_NOT_ENOUGH', { result: 'retry', channelDown: true }],
    ['SignatureDoesNotMatch', { result: 'retry', channelDown: true }],
    ['isv.MOBILE_NUMBER_ILLEGAL', { result: 'failed', reason: 'no_such_address' }],
    ['isv.BLACK_KEY_CONTROL_LIMIT', { result: 'failed', reason: 'carrier' }],
    ['isv.PARAM_LENGTH_LIMIT', { result: 'failed', reason: 'too_long' }],
    ['isv.SOMETHING_NEW', { result: 'failed', reason: 'rejected' }],
    ['Throttling.User', { result: 'retry' }],
  ])('%s is put right by whoever can', async (code, outcome) => {
    said = { status: 400, body: JSON.stringify({ Code: code }) };
    expect(await submit()).toMatchObject(outcome);
  });

  it('leaves a doubt where its answer cannot be read', async () => {
    said = { status: 502, body: '<html>' };
    expect(await submit()).toMatchObject({ result: 'unknown' });
  });

  const stored: InboxEvent[] = [];
  const push = (token: string, body: string) => {
    const hooks = aliyunHooks(KEY, async (events) => stored.push(...events));
    const read = async () => Buffer.from(body);
    const hook: Hook = { name: '/sms/aliyun/:token', token, headers: new Headers(), read };
    return hooks['/sms/aliyun/:token']!(hook);
  };
  const TOKEN = aliyunPath(KEY).split('/').at(-1)!;
  const parsed = ({ headers = {}, body, ...event }: InboxEvent) =>
    parseSms({ ...event, id: '1', headers, body: Buffer.from(body), attempts: 1, receivedAt: new Date(0) });

  it('pushes reports and customers’ words to an address that nobody can guess', async () => {
    stored.length = 0;
    const report = {
      ...{ phone_number: '13800138000', send_time: '2026-11-27 11:00:00', report_time: '2026-11-27 11:00:02' },
      ...{ success: false, err_code: 'MOBILE_NOT_ON_SERVICE', err_msg: '停机', sms_size: '1', biz_id: 'b1^0' },
      out_id: keyToPath('answer:7'),
    };
    const words = { phone_number: '13800138000', send_time: '2026-11-27 11:00:00', content: '退订', sequence_id: 5 };
    expect(await push(TOKEN, JSON.stringify([report, words]))).toEqual({ say: { code: 0, msg: 'OK' } });
    await push(TOKEN, JSON.stringify([report]));
    expect(new Set(stored.map(({ externalId }) => externalId)).size).toBe(2);
    expect(stored.slice(0, 2).map(parsed)).toMatchObject([
      {
        ...{ kind: 'delivery.reported', key: 'answer:7', externalId: 'b1^0', is: 'failed' },
        fault: { reason: 'no_such_address', code: 'MOBILE_NOT_ON_SERVICE' },
      },
      {
        ...{ kind: 'message.received', chat: '+8613800138000', text: '退订', optOut: 'stop' },
        sentAt: new Date('2026-11-27T03:00:00Z'),
      },
    ]);
  });

  it('control: another address is none, and what is no list is refused', async () => {
    stored.length = 0;
    expect(await push('0'.repeat(32), '[]')).toBe('unknown_hook');
    expect(await push(TOKEN, '{"phone_number":"1"}')).toBe('malformed');
    expect(await push(TOKEN, '[{"content":"x"}]')).toBe('malformed');
    expect(stored).toEqual([]);
  });
});
