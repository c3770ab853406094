import type { Texts } from '../../../text/texts.ts';
import type { Button, Item, Reply } from '../../reply.ts';
import type { Finding, Part, Standing } from './finding.ts';

/** What whoever asks was about to do, and what its button says. */
export interface GoOn {
  line: string;
  label: string;
}

const SIGN: Readonly<Record<Standing, string>> = { right: '✅', missing: '❗', unsure: '❔' };

/** What was found, the worst first, each with what to paste where. */
export function checkReply(t: Texts, address: string, findings: readonly Finding[]): Reply {
  const { mailCheck: m } = t;
  const missing = findings.filter(({ standing }) => standing === 'missing').length;
  const of = (standing: Standing) => findings.filter((one) => one.standing === standing).map((one) => itemOf(t, one));
  const lists = (['missing', 'unsure', 'right'] as const)
    .map((standing) => ({ title: m.groups[standing], items: of(standing) }))
    .filter(({ items }) => items.length > 0);
  return {
    title: missing === 0 ? m.allRight(address) : m.someMissing(address, missing),
    lists,
    buttons: buttonsOf(t, findings),
    ...(findings.some(({ records }) => records) && { hint: m.pasteHint }),
  };
}

function itemOf(t: Texts, { part, standing, found, about, records = [] }: Finding): Item {
  const { mailCheck: m } = t;
  const paste = records.map(({ type, name, value }) => m.record(type, name, value));
  const words: (...about: string[]) => string = m.found[found];
  return {
    text: `${SIGN[standing]} ${m.parts[part]}`,
    detail: [words(...about), ...paste].join('\n'),
  };
}

function buttonsOf({ mailCheck: m }: Texts, findings: readonly Finding[]): Button[][] {
  const limit = findings.find(({ found }) => found === 'limit_unset');
  const dkim = findings.find(({ part }) => part === 'dkim');
  const signs = dkim && ['dkim_own_relay', 'dkim_none', 'dkim_unsure'].includes(dkim.found);
  return [
    [
      ...(limit ? [{ label: m.setPace, command: `/settings campaign-pace ${limit.about[0]}` }] : []),
      ...(signs ? [{ label: m.makeKey, command: '/campaign check key' }] : []),
    ],
    [{ label: m.again, command: '/campaign check' }],
  ].filter((row) => row.length > 0);
}

/** How it goes on: at once where nothing holds it, else knowingly, which is asked about once more. */
export const goOnButtons = ({ mailCheck: m }: Texts, { line, label }: GoOn, held: readonly Part[]): Button[] =>
  held.length === 0
    ? [{ label, command: line, style: 'primary' }]
    : [{ label: m.anyway, command: `${line} ${ANYWAY}` }];

/** Behind a line: it is to be done though something is wrong. */
export const ANYWAY = 'anyway';
