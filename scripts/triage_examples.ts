import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Example } from '../src/domain/triage/model.ts';
import { signsOf, windowsOf } from '../src/domain/triage/pressing/features.ts';
import { whys } from '../src/domain/triage/pressing/table.ts';
import type { Lesson } from '../src/domain/triage/signs.ts';
import type { TriageLabel } from '../src/domain/triage/triage.ts';
import { soundsLikeHarmOnly, urgentWords, wordsToWeigh } from '../src/domain/triage/urgent_words.ts';

/** One labelled message of test/fixtures/triage/train.tsv. */
export interface TriageExample {
  label: TriageLabel;
  sublabel: string;
  language: 'zh' | 'en';
  text: string;
  /** The rules were written while looking only at the first half; nobody read the other one. */
  half: 'writing' | 'held-out';
}

const FIXTURE = new URL('../test/fixtures/triage/train.tsv', import.meta.url);

/** Written later and without looking at the rules: short messages of everyday trades, `label sublabel text`. */
const MORE = new URL('./triage_more.tsv', import.meta.url);

function parseLine(line: string): TriageExample {
  const [label = '', sublabel = '', lang = '', , text = ''] = line.split('\t');
  return {
    label: label as TriageLabel,
    sublabel,
    language: lang.startsWith('zh') ? 'zh' : 'en',
    text: text.replaceAll(' / ', '\n'),
    half: (createHash('sha1').update(text).digest()[0] ?? 0) % 2 === 0 ? 'writing' : 'held-out',
  };
}

/** All labelled messages. A hash of the text decides the half, so that adding lines moves none. */
export function triageExamples(): TriageExample[] {
  const [, ...lines] = readFileSync(FIXTURE, 'utf8').trimEnd().split('\n');
  return lines.map(parseLine);
}

/**
 * Nothing was learned from these, and no rule was written while looking at them; they also measure whether a message
 * may wait.
 */
const UNSEEN = new URL('../test/fixtures/triage/unseen.tsv', import.meta.url);

export interface UnseenExample {
  label: TriageLabel;
  sublabel: string;
  language: 'zh' | 'en';
  urgent: boolean;
  text: string;
}

/** Like `UNSEEN`, in other voices. */
const ASIDE = new URL('../test/fixtures/triage/aside.tsv', import.meta.url);

/** Like `ASIDE`, written later still by further voices. */
const APART = new URL('../test/fixtures/triage/apart.tsv', import.meta.url);

/** Like `APART`, of small shops and freelancers, written before anything was learned that was written after it. */
const ANEW = new URL('../test/fixtures/triage/anew.tsv', import.meta.url);
const FRESH = new URL('../test/fixtures/triage/fresh.tsv', import.meta.url);

/** Like `ANEW`, and a quarter of them may not wait, mostly without a word that says so. */
const LATE = new URL('../test/fixtures/triage/late.tsv', import.meta.url);

export const unseenExamples = (): UnseenExample[] => setAside(UNSEEN);
export const asideExamples = (): UnseenExample[] => setAside(ASIDE);
export const apartExamples = (): UnseenExample[] => setAside(APART);
export const anewExamples = (): UnseenExample[] => setAside(ANEW);
export const freshExamples = (): UnseenExample[] => setAside(FRESH);
export const lateExamples = (): UnseenExample[] => setAside(LATE);

function setAside(file: URL): UnseenExample[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [label = '', sublabel = '', lang = '', urgent = '', text = ''] = line.split('\t');
    const language = lang.startsWith('zh') ? 'zh' : 'en';
    return { label: label as TriageLabel, sublabel, language, urgent: urgent === 'y', text };
  });
}

/**
 * As the model learns from it. These messages are by many voices, the added ones by a few, so each of these counts
 * twice.
 */
function schooling({ text, label, sublabel, half }: TriageExample): Example {
  return { text, label, sublabel, rulesKnowIt: half === 'writing', weight: 2 };
}

/** What customers write every day in one trade, or in one way of speaking; `trade label sublabel text`. */
const TRADES = new URL('./triage_trades.tsv', import.meta.url);

/** Messages only for learning; no figure is measured on them. */
function moreExamples(): Example[] {
  const lines = readFileSync(MORE, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [label = '', sublabel = '', text = ''] = line.split('\t');
    return { group: 'everyday', label: label as TriageLabel, sublabel, text };
  });
}

export function tradeExamples(): Example[] {
  const lines = readFileSync(TRADES, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [group = '', label = '', sublabel = '', text = ''] = line.split('\t');
    return { group, label: label as TriageLabel, sublabel, text: text.replaceAll(' / ', '\n') };
  });
}

/** What the model learns: the messages of `examples` and the added lines. */
export function teaching(examples: readonly TriageExample[]): Example[] {
  return [...examples.map(schooling), ...moreExamples(), ...tradeExamples()];
}

/** Lines of the others of which somebody said whether they may wait, `why text`: most are not heard, or heard wrongly, by the rules. */
const PRESSING = new URL('./triage_pressing.tsv', import.meta.url);

/** What may not wait and what may; rules were written looking at both. */
const JUDGED = ['urgent', 'everyday'].map((name) => new URL(`../test/fixtures/triage/${name}.tsv`, import.meta.url));

const columns = (file: URL): string[][] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

/** What somebody said counts more than what the rules find. */
const SAID = 3;
const FOUND = 1;
/** The rules hear about half of what may not wait, and that is nearly always a ticket. */
const UNHEARD = 0.4;

interface Judged {
  text: string;
  label: TriageLabel;
  why: string;
  weight: number;
}

/** As a rule finds it; a complaint may not wait anyway, and teaches nothing here. */
function found({ text, label, sublabel = '' }: Example): Judged {
  const ruled = urgentWords(text, { label, sublabel, accepted: true });
  const isComplaint = sublabel === 'complaint' && !soundsLikeHarmOnly(text);
  const why = ruled ?? (isComplaint ? 'complaint' : '-');
  return { text, label, why, weight: why === '-' && label === 'ticket' ? UNHEARD : FOUND };
}

/** What is learned of whether something may wait, from the messages of `examples` and the added lines. */
export function pressingLessons(examples: readonly TriageExample[]): Lesson[] {
  const said = new Map(columns(PRESSING).map(([why = '', text = '']) => [text.replaceAll(' / ', '\n'), why]));
  const known = teaching(examples).map((example) => {
    const why = said.get(example.text);
    return why === undefined ? found(example) : { ...found(example), why, weight: SAID };
  });
  const fixtures = JUDGED.flatMap((file) => columns(file).slice(1)).map(([urgent, text = '']): Judged => {
    const kind = { label: 'ticket', sublabel: 'support', accepted: true } as const;
    return {
      text,
      label: 'ticket',
      why: urgent === 'yes' ? (urgentWords(text, kind) ?? 'complaint') : '-',
      weight: SAID,
    };
  });
  return [...known, ...fixtures].flatMap(({ text, label, why, weight }) => {
    const way = (whys as readonly string[]).indexOf(why);
    const windows = wordsToWeigh(text, { label, sublabel: '', accepted: true }).flatMap(windowsOf);
    // of long words it is not known which of them may not wait
    if (way === -1 || (way > 0 && windows.length > 1)) return [];
    // what a message is may not be known
    return windows.flatMap((window) =>
      [label, undefined].map((known) => ({
        signs: signsOf(window, known),
        way,
        weight: weight / windows.length / 2,
      })),
    );
  });
}
