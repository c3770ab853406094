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
  it('goes on until a page is empty where a cache has lost how many there are, however few a host serves on one', () => {
    for (const held of [100, 99, 1]) expect(read(held, {})).toContain('page=2');
    expect(read(0, {})).toBeNull();
  });

  it('asks for as many on a page as a host serves, which may count its pages as it was asked', () => {
    expect(read(50, { 'x-wp-total': '80', 'x-wp-totalpages': '1' })).toMatch(/per_page=50.*page=2|page=2.*per_page=50/);
    expect(read(50, { 'x-wp-total': '250', 'x-wp-totalpages': '3' })).toMatch(/per_page=50&page=2/);
    // control: all that there is stands on the page
    expect(read(80, { 'x-wp-total': '80', 'x-wp-totalpages': '1' })).toBeNull();
    expect(read(100, { 'x-wp-total': '250', 'x-wp-totalpages': '3' })).toMatch(/per_page=100&page=2/);
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
