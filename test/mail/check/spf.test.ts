import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withMechanism } from '../../../src/domain/campaigns/check/judge.ts';
import { openNames } from '../../../src/mail/check/names.ts';
import { checkSpf } from '../../../src/mail/check/spf.ts';
import { type FakeDns, startDns, type Zone } from '../../support/platforms/dns.ts';

const IP = '93.184.216.34';
let dns: FakeDns;
beforeAll(async () => {
  dns = await startDns({});
});
afterAll(() => dns.close());

async function fact(
  record: string | string[],
  zone: Zone = {},
  sender: Parameters<typeof checkSpf>[2] = { ips: [IP] },
) {
  dns.zone = { 'TXT example.com': [record].flat(), ...zone };
  dns.asked.length = 0;
  const names = openNames({ servers: [dns.server], timeoutMs: 5000, tries: 1 });
  return (await checkSpf(names, 'example.com', sender)).fact;
}

describe('SPF', () => {
  it.each<[string, Zone]>([
    ['v=spf1 ip4:93.184.216.0/24 -all', {}],
    ['v=spf1 a ~all', { 'A example.com': [IP] }],
    ['v=spf1 a:mail.example.com/24 ~all', { 'A mail.example.com': ['93.184.216.99'] }],
    ['v=spf1 mx -all', { 'MX example.com': ['mx.example.com'], 'A mx.example.com': [IP] }],
    ['v=spf1 include:a.example ~all', { 'TXT a.example': ['v=spf1 ip4:93.184.216.34 -all'] }],
    ['v=spf1 redirect=a.example', { 'TXT a.example': ['v=spf1 ip4:93.184.216.34 -all'] }],
    ['V=SPF1 IP4:93.184.216.34 -ALL', {}],
    ['v=spf1 +all', {}],
  ])('lets the server send: %s', async (record, zone) => {
    expect(await fact([record, 'google-site-verification=abc'], zone)).toBe('pass');
  });

  it.each<[string, Zone]>([
    ['v=spf1 ip4:93.184.217.0/24 -all', {}],
    ['v=spf1 -ip4:93.184.216.34 +all', {}],
    ['v=spf1 include:a.example ~all', { 'TXT a.example': ['v=spf1 ?all'] }],
    ['v=spf1', {}],
    ['v=spf1 ip6:2001:db8::/32 ~all', {}],
  ])('does not: %s', async (record, zone) => {
    expect(await fact(record, zone)).toBe('fail');
  });

  it('says that there is none, that there are two, and that one cannot be read', async () => {
    expect(await fact('v=spf10 is another')).toBe('none');
    expect(await fact(['v=spf1 a ~all', 'v=spf1 mx ~all'])).toBe('two');
    expect(await fact('v=spf1 ip4:93.184.216.0/99 -all')).toBe('broken');
    expect(await fact('v=spf1 include:nothing.example -all')).toBe('broken');
    expect(await fact('v=spf1 sends-all')).toBe('broken');
  });

  it('counts ten look-ups and no more, also where records include each other', async () => {
    expect(await fact('v=spf1 include:example.com ~all')).toBe('broken');
    expect(dns.asked.length).toBeLessThan(13);
    const chain = (many: number): Zone =>
      Object.fromEntries(
        Array.from({ length: many }, (_, nth) => [
          `TXT i${nth}.example`,
          [nth === many - 1 ? `v=spf1 ip4:${IP} -all` : `v=spf1 include:i${nth + 1}.example -all`],
        ]),
      );
    expect(await fact('v=spf1 include:i0.example ~all', chain(10))).toBe('pass');
    expect(await fact('v=spf1 include:i0.example ~all', chain(11))).toBe('broken');
  });

  it('finds a provider’s include, wherever it stands', async () => {
    const google = { include: '_spf.google.com' };
    expect(await fact('v=spf1 include:_spf.google.com ~all', {}, google)).toBe('pass');
    const inside = { 'TXT a.example': ['v=spf1 ip4:1.1.1.1 include:_SPF.google.com -all'] };
    expect(await fact('v=spf1 mx include:a.example ~all', inside, google)).toBe('pass');
    expect(await fact('v=spf1 include:amazonses.com +all', { 'TXT amazonses.com': ['v=spf1 -all'] }, google)).toBe(
      'fail',
    );
  });

  it('that nobody answers is no record that is missing', async () => {
    dns.zone = { 'TXT example.com': 'SERVFAIL', 'TXT example.org': 'SILENT' };
    const names = openNames({ servers: [dns.server], timeoutMs: 200, tries: 1 });
    await expect(checkSpf(names, 'example.com', { ips: [] })).rejects.toThrow('did not answer');
    await expect(checkSpf(names, 'example.org', { ips: [] })).rejects.toThrow('did not answer');
  });

  it('is completed in front of what it says of all others', () => {
    expect(withMechanism('v=spf1 mx ~all', 'a:m.example')).toBe('v=spf1 mx a:m.example ~all');
    expect(withMechanism('v=spf1 redirect=x.example', 'a:m.example')).toBe('v=spf1 a:m.example redirect=x.example');
    expect(withMechanism('v=spf1', 'a:m.example')).toBe('v=spf1 a:m.example');
  });
});
