import { head } from '../../../text/cut.ts';
import { deniesOrSaysNothing } from '../../../text/person/denial.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { type Channel, channelFacts, isLocal } from '../../channel.ts';
import { PURPOSES, type Purpose, sourceOf } from '../../people/consent.ts';
import { idsMatching } from '../../people/matching.ts';
import { type AgreedCounts, countAgreeing, noteAgreedAll } from '../../people/preferences/agree_all.ts';
import { EMAIL } from '../../people/sign.ts';
import { type Field, failed, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { splitFirst } from '../words/words.ts';
import { type BulkWords, readBulk, runBulk } from './bulk.ts';

/** More would hold up everything else for longer than a chat may wait. */
const MOST = 10_000;
/** Characters of what is kept as evidence with each of them. */
const LONGEST_WORDS = 500;

const PURPOSE_WORDS = typedMeanings<Purpose>(({ consent }) => consent.purpose);
const EVERYBODY = typedWords(({ campaign }) => campaign.everybody);

interface Args extends BulkWords {
  channel: string;
  purposes: Purpose[];
  words: string;
}

/**
 * '/consentall news offers signed the list at the fair where #fair' asks, with how many had agreed and how many said no; with the number of
 * people in front, as its button has it, writes it down. Without a purpose: news and offers. A channel's name in front says where; default: mail.
 */
export const consentall: Command<Args> = {
  name: 'consentall',
  role: 'owner',
  changes: true,
  settles: 'consent',
  onlyShows: ({ confirmed }) => confirmed === undefined,
  parse(words) {
    const bulk = readBulk(words);
    if (bulk instanceof Incomplete) return bulk;
    const said = readSaid(bulk.act);
    if (said.words !== '') return { ...bulk, ...said, filter: filterSaid(bulk.filter, said.channel) };
    return new Incomplete('evidence', (more) => `${bulk.act} ${more} where ${bulk.filter}`.trim());
  },
  run(ctx, args) {
    const { t, tx, now } = ctx;
    const { channel, purposes, words } = args;
    if (deniesOrSaysNothing(words)) return Promise.resolve(failed(t.import.noEvidence(words)));
    const named = t.consent.list(purposes.map((one) => t.consent.purpose[one]));
    const typed = purposes.map((one) => t.typed.consent.purpose[one][0]!);
    return runBulk(ctx, args, {
      command: '/consentall',
      words: [channel === EMAIL ? '' : channel, ...typed, words].filter(Boolean).join(' '),
      most: MOST,
      tooMany: (total) => failed(t.bulk.tooMany(total, MOST)),
      title: () => t.asking.didAgree(named, t.channel(channel)),
      about: async (filter) => [
        { label: t.asking.how, value: words },
        ...countFields(ctx, await countAgreeing(tx, await idsMatching(tx, filter, now, MOST), { channel, purposes })),
      ],
      run: async (ids) => {
        const counts = await countAgreeing(tx, ids, { channel, purposes });
        const { settings, user } = ctx;
        const noted = await noteAgreedAll(tx, ids, {
          ...{ channel, purposes, words, source: sourceOf(ctx), at: now, userId: user.id, locale: settings.locale },
        });
        return noted === 0 ? nobody(ctx, counts) : done(ctx, noted, named, counts);
      },
    });
  },
};

function readSaid(act: string): Pick<Args, 'channel' | 'purposes' | 'words'> {
  const said = { channel: EMAIL as string, purposes: [] as Purpose[], words: '' };
  let left = act.trim();
  for (; left !== ''; ) {
    const [first, behind] = splitFirst(left);
    const word = first.toLowerCase();
    const purpose = PURPOSE_WORDS.get(word);
    if (purpose) said.purposes.push(purpose);
    else if (isChannel(word)) said.channel = word;
    else break;
    left = behind;
  }
  const purposes = PURPOSES.filter((one) =>
    said.purposes.length > 0 ? said.purposes.includes(one) : one !== 'reminders',
  );
  return { ...said, purposes, words: head(left, LONGEST_WORDS) };
}

const isChannel = (word: string): word is Channel => Object.hasOwn(channelFacts, word) && !isLocal(word);

/** Everybody is whoever has an address there. */
const filterSaid = (filter: string, channel: string): string =>
  EVERYBODY.has(filter.toLowerCase()) ? `reach:${channel}` : filter;

const countFields = ({ t }: CommandContext, counts: AgreedCounts): Field[] =>
  (['fresh', 'known', 'refused', 'nowhere'] as const)
    .filter((standing) => standing === 'fresh' || counts[standing] > 0)
    .map((standing) => ({ label: t.asking.standing[standing], value: String(counts[standing]) }));

function done(ctx: CommandContext, noted: number, what: string, { fresh: _, ...others }: AgreedCounts): Reply {
  const left = countFields(ctx, { fresh: 0, ...others }).slice(1);
  return { text: ctx.t.asking.noted(noted, what), ...(left.length > 0 && { fields: left }) };
}

const nobody = (ctx: CommandContext, counts: AgreedCounts): Reply =>
  failed(ctx.t.asking.nobodyNew, { fields: countFields(ctx, counts).slice(1) });
