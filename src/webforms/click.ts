import type { ClickLink } from '../domain/campaigns/clicks/link.ts';
import { destinationOf, noteOpened } from '../domain/campaigns/clicks/opened.ts';
import type { WebFormHouse } from './house.ts';
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
  return new Response(null, {
    status: 302,
    headers: {
      location: url,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  });
}
