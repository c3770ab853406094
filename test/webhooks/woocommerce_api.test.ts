import { describe, expect, it } from 'vitest';
import { woocommerceApi } from '../../src/webhooks/woocommerce/api.ts';

const [orders] = woocommerceApi.history;
const path = orders!.first({ since: null, until: new Date(0) });
const read = (held: number, headers: Record<string, string>) =>
  orders!.read(
    Array.from({ length: held }, (_, id) => ({ id })),
    { path, headers, root: '' },
  ).next;

describe('a list of WooCommerce', () => {
  it('goes on after a full page where a cache has lost how many there are', () => {
    expect(read(100, {})).toContain('page=2');
    expect(read(99, {})).toBeNull();
  });

  it('control: goes by how many there are where that is said', () => {
    expect(read(100, { 'x-wp-totalpages': '1' })).toBeNull();
    expect(read(1, { 'x-wp-totalpages': '2' })).toContain('page=2');
  });

  it('answers a key that counts with a list alone', () => {
    expect(woocommerceApi.probed([])).toBe(true);
    for (const page of [{ code: 'rest_forbidden' }, 'nothing', null]) expect(woocommerceApi.probed(page)).toBe(false);
  });
});
