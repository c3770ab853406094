import '@shopify/shopify-api/adapters/node';
import { createHmac } from 'node:crypto';
import { ApiVersion, shopifyApi } from '@shopify/shopify-api';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shopify } from '../../src/webhooks/shopify/index.ts';

const SECRET = 'shpss_test_0001';
const library = shopifyApi({
  ...{ apiKey: 'key', apiSecretKey: SECRET, hostName: 'crm.example.com', isEmbeddedApp: false },
  ...{ apiVersion: ApiVersion.October25, logger: { level: 0 } },
});

describe('a Shopify signature', () => {
  it('is taken and refused exactly as Shopify’s own library does', async () => {
    const secrets = fc.constantFrom(SECRET, 'another');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), secrets, fc.boolean(), async (note, secret, changed) => {
        const body = JSON.stringify({ id: 1, note: `你好 ${note}` });
        const headers = {
          'x-shopify-topic': 'orders/paid',
          'x-shopify-api-version': '2025-10',
          'x-shopify-shop-domain': 'tea.myshopify.com',
          'x-shopify-webhook-id': 'w-1',
          'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
        };
        const rawBody = changed ? `${body} ` : body;
        const theirs = await library.webhooks.validate({ rawBody, rawRequest: { headers, method: 'POST', url: '/' } });
        expect(shopify.verify(Buffer.from(rawBody), new Headers(headers), [SECRET], new Date())).toBe(theirs.valid);
      }),
      { numRuns: 40 },
    );
  });
});
