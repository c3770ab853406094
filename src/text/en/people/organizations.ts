import { plural } from '../plural.ts';

const people = (count: number): string => plural(count, 'person', 'people');

export const organizations = {
  organization: {
    title: 'Companies',
    none: 'No companies yet. Say who works where: “Anna works at Acme”.',
    label: 'Company',
    people: (count: number): string => (count === 0 ? 'People' : `People (${count})`),
    leads: 'Open leads',
    tickets: 'Open tickets',
    quote: 'Quote',
    fact: { website: 'Website', domain: 'Mail domain', taxId: 'Tax ID', address: 'Address', note: 'Note' },
    /** In a list of companies. */
    count: people,
    open: (leads: number, tickets: number): string =>
      [
        ...(leads > 0 ? [plural(leads, 'open lead')] : []),
        ...(tickets > 0 ? [plural(tickets, 'open ticket')] : []),
      ].join(' · ') || '—',
    nobodyYet: 'Nobody is noted there yet.',
    othersWrite: (count: number, domain: string): string =>
      `${count === 1 ? '1 other writes' : `${count} others write`} from ${domain}`,
    othersTitle: (domain: string, name: string): string => `They write from ${domain}. Are they at ${name}?`,
    noOthers: (name: string): string => `Nobody else writes from the mail domain of ${name}.`,
    noDomain: (name: string): string => `No mail domain is noted for ${name}.`,
    noSuch: (name: string): string => `No company is called “${name}”.`,
    noSuchNumber: (id: string): string => `There is no company ${id}.`,
    which: (name: string): string => `Which company is “${name}”?`,
    nearly: (name: string): string => `There is a company that is called nearly so. Is “${name}” the same?`,
    shownInstead: (name: string, is: string): string => `“${name}” is not noted: this is ${is}.`,
    made: (name: string): string => `${name} is noted.`,
    madeWith: (name: string, who: string): string => `${name} is noted, with ${who}.`,
    there: (name: string): string => `${name} is there already.`,
    joined: (who: string, name: string): string => `${who} is at ${name}.`,
    joinedAll: (count: number, name: string): string => `${people(count)} added to ${name}.`,
    left: (who: string, name: string): string => `${who} is no longer at ${name}.`,
    notThere: (who: string, name: string): string => `${who} is not noted at ${name}.`,
    renamed: (was: string, name: string): string => `${was} is called ${name} now.`,
    kept: (label: string, value: string): string => `${label}: ${value}`,
    cleared: (label: string): string => `${label}: taken away.`,
    merged: (gone: string, name: string): string => `${gone} and ${name} are one company now: ${name}.`,
    itself: 'That is the same company.',
    mainNow: (who: string, name: string): string => `${name} is the main company of ${who} now.`,
    removeTitle: (name: string): string => `Delete ${name}?`,
    removeText: (count: number): string =>
      count === 0 ? 'Nobody is noted there.' : `${people(count)} stay as contacts, without it.`,
    removed: (name: string): string => `${name} is deleted. Its people stay.`,
    nowhere: (name: string): string => `No company is noted for ${name}.`,
    whereTitle: (name: string): string => `Where ${name} is`,
    badDomain: (typed: string): string =>
      `“${typed}” is no mail domain of a company’s own. It looks like acme.com; a provider like gmail.com is everybody’s.`,
    tooLong: (label: string): string => `${label}: that is too long.`,
    badName: 'A company needs a name with letters or figures.',
    unread: (words: string): string => `What shall be done with “${words}”?`,
    possible:
      '/org Acme +Anna purchasing · /org Acme -Anna · /org Acme rename ACME Ltd · /org Acme note … · /org Acme tax …',
    button: {
      add: 'Add somebody',
      all: (count: number): string => `All ${count}`,
      leave: 'Not there',
      rename: 'Rename',
      same: (name: string): string => `Same as ${name}`,
      itsDomain: (domain: string): string => `They write from ${domain}`,
      isIt: (name: string): string => `It is ${name}`,
      fresh: 'A new one',
      create: (name: string): string => `Note ${name}`,
      addAll: (count: number): string => `Add all ${count}`,
      addOne: 'Add',
      main: 'Main one',
      atIt: (name: string): string => `At ${name}?`,
      remove: 'Delete',
      show: (name: string): string => name,
    },
  },
};
