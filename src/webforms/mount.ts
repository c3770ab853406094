import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import { CAME_BY } from '../domain/webforms/markup.ts';
import { paceOf, type WebFormHouse } from './house.ts';
import { clientAddress } from './network.ts';

/** What ours are made of: anything else is nobody's, and never asked of the database. Of the sentence around a link a mail program may take a mark for its end. */
const TOKEN = ':token{[\\w-]{1,200}[^\\w/-]{0,3}}';
/** One that says itself where somebody is written to. */
const LINK = ':token{[\\w-]{1,700}[^\\w/-]{0,3}}';
const tokenOf = (c: Context): string => (c.req.param('token') ?? '').replace(/[^\w-]+$/, '');

/** Puts the pages for visitors on the service's own HTTP server. What they need is loaded at their first request. */
export function mountWebForms(app: Hono, house: WebFormHouse): void {
  const pace = paceOf();
  const addressOf = (c: Context) => clientAddress(getConnInfo(c).remote.address ?? '', c.req.raw.headers);
  const served = () => import('./serve.ts');
  app.get(`/f/${TOKEN}`, async (c) => (await served()).showForm(house, tokenOf(c), c.req.query(CAME_BY)));
  app.post(`/f/${TOKEN}`, async (c) =>
    (await served()).takeForm(house, pace, { token: tokenOf(c), request: c.req.raw, address: addressOf(c) }),
  );
  app.get(`/f/${TOKEN}/thanks`, async (c) => (await served()).showThanks(house, tokenOf(c)));
  app.get(`/c/${TOKEN}`, async (c) => (await served()).showAsked(house, tokenOf(c)));
  app.post(`/c/${TOKEN}`, async (c) =>
    (await served()).takeAnswer(house, { token: tokenOf(c), request: c.req.raw, address: addressOf(c) }),
  );
  const visit = (c: Context) => ({ token: tokenOf(c), request: c.req.raw, address: addressOf(c) });
  app.get(`/r/${TOKEN}`, async (c) => (await served()).showRated(house, pace, visit(c)));
  app.post(`/r/${TOKEN}`, async (c) => (await served()).takeRated(house, pace, visit(c)));
  app.get(`/l/${TOKEN}`, async (c) =>
    (await served()).followLink(house, pace, {
      token: tokenOf(c),
      request: c.req.raw,
      address: addressOf(c),
    }),
  );
  app.get(`/s/${TOKEN}`, async (c) =>
    (await served()).followPostLink(house, pace, {
      token: tokenOf(c),
      request: c.req.raw,
      address: addressOf(c),
    }),
  );
  const visitOf = (c: Context) => ({ token: tokenOf(c), request: c.req.raw, address: addressOf(c) });
  app.get(`/q/${TOKEN}`, async (c) => (await served()).showQuoteAt(house, pace, visitOf(c)));
  app.post(`/q/${TOKEN}`, async (c) => (await served()).takeDecision(house, pace, visitOf(c)));
  app.get(`/q/${TOKEN}/pdf`, async (c) => (await served()).showQuoteFile(house, pace, visitOf(c)));
  app.get(`/q/${TOKEN}/pay/:nth{[0-9]{1,2}}`, async (c) =>
    (await served()).showPayPicture(house, pace, { ...visitOf(c), nth: Number(c.req.param('nth')) }),
  );
  app.get(`/u/${LINK}`, async (c) =>
    (await served()).showLinked(house, pace, {
      token: tokenOf(c),
      request: c.req.raw,
      address: addressOf(c),
    }),
  );
  app.post(`/u/${LINK}`, async (c) =>
    (await served()).takeChange(house, pace, {
      token: tokenOf(c),
      request: c.req.raw,
      address: addressOf(c),
    }),
  );
}
