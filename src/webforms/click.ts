import type { ClickLink } from '../domain/campaigns/clicks/link.ts';
import { destinationOf, noteOpened } from '../domain/campaigns/clicks/opened.ts';
import { noteVisit, postLink } from '../domain/posts/links.ts';
import type { FormPace, WebFormHouse } from './house.ts';
import { networkOf } from './network.ts';
import { isProgram } from './program.ts';

/**
 * Leads whoever opens a link of a campaign to the address that is stored for it, and to no other. Undefined: nothing is stored. That
 * it cannot be written down keeps nobody from where they want to go.
 */
export async function followClick(
  house: WebFormHouse,
  link: ClickLink,
  request: Request,
): Promise<Response | undefined> {
  const url = await destinationOf(house.db.sql, link);
  if (!url) return undefined;
  const program = isProgram(request);
  await house.act(({ tx, now, settings }) =>
    settings.campaignClicks === 'on' ? noteOpened(tx, link, { program, now }) : Promise.resolve(),
  );
  return ledTo(url);
}

/**
 * The same for a link of a post, which everybody has. A network that follows it again within minutes is one visit; which network it
 * was is kept in this process alone, and no longer.
 */
export async function followVisit(
  house: WebFormHouse,
  { ofVisit }: Pick<FormPace, 'ofVisit'>,
  { code, request, address }: { code: string; request: Request; address: string },
): Promise<Response | undefined> {
  const link = await postLink(house.db.sql, code);
  if (!link) return undefined;
  const program = isProgram(request);
  const again = !program && ofVisit(`${code} ${networkOf(address)}`).refused;
  if (!again)
    await house.act(({ tx, settings }) =>
      settings.campaignClicks === 'on' ? noteVisit(tx, code, program) : Promise.resolve(),
    );
  return ledTo(link.url);
}

const ledTo = (url: string): Response =>
  new Response(null, {
    status: 302,
    headers: {
      location: url,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  });
