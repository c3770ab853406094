import { beforeEach, describe, expect, it } from 'vitest';
import { clickPath, markOf } from '../../../src/domain/campaigns/clicks/link.ts';
import { addPeople, sendCampaigns, sink } from '../../support/campaigns.ts';
import { testHouse } from '../../support/house.ts';
import { webFormsOf } from '../../support/web_forms.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const browser = await webFormsOf(house);
const PERSON = {
  'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
};
const SHOP = 'https://shop.example/tea?kind=spring&from=mail';
const OTHER = 'https://shop.example/cups';
const TEXT = `Spring tea\nHello {{ first_name }}, [taste it](${SHOP}) or see ${OTHER} today.`;

beforeEach(house.startingWith(() => house.act(({ tx }) => addPeople(tx, 3))));

async function send(): Promise<ReturnType<typeof sink>['mails']> {
  await house.say(`/campaign new Spring tea to everybody\n${TEXT}`);
  await house.say('/campaign 1 go 3');
  const { way, mails } = sink();
  await sendCampaigns(house, way);
  return mails;
}

const linksIn = (html: string): string[] => [...html.matchAll(/href="([^"]*\/l\/[^"]*)"/g)].map(([, href]) => href!);
const later = (seconds: number) => {
  house.now = new Date(house.now.getTime() + seconds * 1000);
};
const counted = async () => {
  const [row] = await sql<{ clicked: number; scanned: number }>`
    select count(clicked_at)::int as clicked, count(scanned_at)::int as scanned from campaign_deliveries`;
  return row!;
};

describe('a link of a campaign', () => {
  it('is counted however its address is spelt', async () => {
    await house.say('/campaign new Tea to everybody\nTea\nSee [it](HTTPS://SHOP.example/tea)');
    await house.say('/campaign 1 go 3');
    const { way, mails } = sink();
    await sendCampaigns(house, way);
    expect(linksIn(mails[0]!.html)).toHaveLength(1);
    const [link] = linksIn(mails[0]!.html);
    later(60);
    const answer = await browser.get(new URL(link!).pathname, PERSON);
    expect(answer.headers.get('location')?.toLowerCase()).toBe('https://shop.example/tea');
  });

  it('leads over us, each person’s own, to the address that the owner wrote, and counts whoever followed it once', async () => {
    const mails = await send();
    const all = mails.map(({ html }) => linksIn(html));
    expect(all.map((links) => links.length)).toEqual([2, 2, 2]);
    expect(new Set(all.flat()).size).toBe(6);
    // whoever reads the plain text sees where it leads
    expect(mails[0]!.text).toContain(SHOP);
    expect(mails[0]!.html).toContain('/u/');
    later(60);
    const followed = await browser.get(all[0]![0]!, PERSON);
    expect(followed.status).toBe(302);
    expect(followed.headers.get('location')).toBe(SHOP);
    later(60);
    expect((await browser.get(all[0]![1]!, PERSON)).headers.get('location')).toBe(OTHER);
    expect(await counted()).toEqual({ clicked: 1, scanned: 0 });
    const report = await house.say('/campaign 1');
    expect(report.fields).toContainEqual({ label: 'Followed a link', value: '1' });
  });

  it('stays as it was written where the owner counts no clicks', async () => {
    await house.say('/settings clicks off');
    const [mail] = await send();
    expect(linksIn(mail!.html)).toEqual([]);
    expect(mail!.html).toContain('href="https://shop.example/tea?kind=spring&amp;from=mail"');
    expect(await sql`select from campaign_links`).toHaveLength(0);
  });

  it('still leads on when clicks are not counted any more', async () => {
    const [mail] = await send();
    await house.say('/settings clicks off');
    later(60);
    expect((await browser.get(linksIn(mail!.html)[0]!, PERSON)).status).toBe(302);
    expect(await counted()).toEqual({ clicked: 0, scanned: 0 });
  });

  it('leads on when its person is deleted', async () => {
    const [mail] = await send();
    await house.act(({ tx }) => tx`delete from campaign_deliveries`);
    later(60);
    expect((await browser.get(linksIn(mail!.html)[0]!, PERSON)).headers.get('location')).toBe(SHOP);
  });
});

describe('a program that opens links', () => {
  it.each([
    ['says that it fetches ahead', { ...PERSON, 'sec-purpose': 'prefetch;prerender' }],
    ['says who it is', { 'user-agent': 'Mozilla/5.0 (compatible; BarracudaCentral scanner)' }],
    ['says nothing of itself', { 'user-agent': '' }],
  ])('is not counted as a person where it %s', async (_, headers) => {
    const [mail] = await send();
    later(60);
    expect((await browser.get(linksIn(mail!.html)[0]!, headers)).status).toBe(302);
    expect(await counted()).toEqual({ clicked: 0, scanned: 1 });
  });

  it('is not counted as a person where it only asks for the head', async () => {
    const [mail] = await send();
    later(60);
    expect(await browser.head(linksIn(mail!.html)[0]!)).toBe(302);
    expect(await counted()).toEqual({ clicked: 0, scanned: 1 });
  });

  it('is not counted as a person seconds after the mail left; the person behind it is, later', async () => {
    const [mail] = await send();
    later(4);
    await browser.get(linksIn(mail!.html)[0]!, PERSON);
    expect(await counted()).toEqual({ clicked: 0, scanned: 1 });
    const report = await house.say('/campaign 1');
    expect(report.fields).toContainEqual({ label: 'Only opened by programs', value: '1' });
    later(600);
    await browser.get(linksIn(mail!.html)[0]!, PERSON);
    expect(await counted()).toEqual({ clicked: 1, scanned: 1 });
  });

  it('is not counted as a person where it opens all links of a mail at once, also at the same moment', async () => {
    const [mail, another] = await send();
    later(600);
    for (const link of linksIn(mail!.html)) await browser.get(link, PERSON);
    expect(await counted()).toEqual({ clicked: 0, scanned: 1 });
    await Promise.all(linksIn(another!.html).map((link) => browser.get(link, PERSON)));
    expect(await counted()).toEqual({ clicked: 0, scanned: 2 });
    // control: one link twice is a person who taps twice
    later(600);
    for (const _ of [1, 2]) await browser.get(linksIn(mail!.html)[0]!, PERSON);
    expect((await counted()).clicked).toBe(1);
  });
});

describe('a link that is none of ours', () => {
  const tokenOf = (link: string): string => link.split('/l/')[1]!;

  it('leads nowhere, whichever letter of it is changed', async () => {
    const [mail] = await send();
    const token = tokenOf(linksIn(mail!.html)[0]!);
    later(60);
    const forged = [...token].map(
      (letter, at) => `${token.slice(0, at)}${letter === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`,
    );
    for (const one of [...forged, `${token}a`, token.slice(1), `0${token}`]) {
      const { status, headers } = await browser.get(`/l/${one}`, PERSON);
      expect([404, 429]).toContain(status);
      expect(headers.get('location')).toBeNull();
    }
    expect(await counted()).toEqual({ clicked: 0, scanned: 0 });
  });

  it('leads nowhere with an address in it, or to one that no campaign has stored', async () => {
    await send();
    const secret = (await house.act(async (ctx) => ctx)).linkKey;
    const evil = 'https://evil.example/';
    const unstored = clickPath(secret, { campaignId: '1', deliveryId: '1', mark: markOf(evil) });
    const ways = [unstored, `/l/${encodeURIComponent(evil)}`, `/l/x?url=${evil}`, `/l//evil.example`, '/l/', '/l/__'];
    for (const path of ways) {
      const { status, headers } = await browser.get(path, PERSON);
      expect(status).toBe(404);
      expect(headers.get('location')).toBeNull();
    }
  });

  it('takes no address from what stands behind it', async () => {
    const [mail] = await send();
    later(60);
    const { headers } = await browser.get(`${linksIn(mail!.html)[0]}?url=https://evil.example/`, PERSON);
    expect(headers.get('location')).toBe(SHOP);
  });

  it('does not lead where a template puts a reader’s own words', async () => {
    await house.say('/campaign new Own to everybody\nOwn\nSee [yours](https://shop.example/{{ first_name }}).');
    await house.say('/campaign 1 go 3');
    const { way, mails } = sink();
    await sendCampaigns(house, way);
    expect(linksIn(mails[0]!.html)).toEqual([]);
    expect(mails[0]!.html).toContain('href="https://shop.example/Person"');
  });

  it('is stored only as a web address', async () => {
    await send();
    await expect(
      house.act(({ tx }) => tx`insert into campaign_links values (1, 'x', 'javascript:alert(1)')`),
    ).rejects.toThrow(/check/);
  });
});
