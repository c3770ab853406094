import { THINGS, type Thing } from '../../text/table/things_listed.ts';
import type { Texts } from '../../text/texts.ts';
import { type Field, labelOf } from '../people/fields/field.ts';
import type { Button, Item, Reply, Field as Shown } from '../reply.ts';
import { askedReply, doneReply, isArchive } from './archive/shown.ts';
import { type Column, mayBeNames } from './column.ts';
import type { Import } from './imports.ts';

/** Columns on one page: a phone shows no more. */
const PAGE_COLUMNS = 6;
/** So many of them are offered as the name. */
const MOST_NAMES = 3;

/** What a message about a file shows, as it stands. */
export function importReply(t: Texts, one: Import): Reply {
  if (!isArchive(one)) return SHOWN[one.state](t, one);
  if (one.state === 'asked') return askedReply(t, one, fileName(t, one));
  return one.state === 'done' ? doneReply(t, one, fileName(t, one), takeBack(t, one)) : SHOWN[one.state](t, one);
}

const fileName = (t: Texts, { file }: Pick<Import, 'file'>): string => file.name ?? t.import.pasted;

const SHOWN: Readonly<Record<Import['state'], (t: Texts, one: Import) => Reply>> = {
  reading: (t, one) => ({ text: t.import.reading(fileName(t, one)), buttons: [[cancel(t, one)]] }),
  asked: (t, one) => ({
    title: t.import.title(fileName(t, one), one.rows),
    ...(mayBeNames(one.columns).length > 0 && { text: t.import.whichIsName }),
    fields: [...fieldsOf(t, one), ...(one.agreed ? [{ label: t.import.agreed, value: one.agreed }] : [])],
    lists: [
      { title: t.import.columns, items: one.columns.slice(0, PAGE_COLUMNS).map((column) => columnItem(t, column)) },
    ],
    buttons: [
      ...nameButtons(t, one),
      ...(bringsSomebody(one) ? [[button(t.import.go(one.rows), `/import ${one.id} go`, 'primary')]] : []),
      [button(t.import.changeColumns, `/import ${one.id} columns 1`), cancel(t, one)],
      ...(one.agreed || !bringsSomebody(one) ? [] : [[button(t.import.theyAgreed, `/import ${one.id} agreed`)]]),
    ],
    hint:
      one.columns.length > PAGE_COLUMNS
        ? t.import.moreColumns(one.columns.length - PAGE_COLUMNS)
        : bringsSomebody(one)
          ? t.import.nothingYet
          : t.import.nobody,
  }),
  running: (t, one) => ({
    text: t.import.running(fileName(t, one), one.position, one.rows),
    buttons: [[cancel(t, one)]],
  }),
  done: (t, one) => ({
    title: t.import.done(fileName(t, one)),
    fields: fieldsOf(t, one),
    buttons: [
      ...((one.counts.alike ?? 0) + (one.counts.namesakes ?? 0) > 0
        ? [[{ label: t.import.duplicates, command: '/duplicates' }]]
        : []),
      ...takeBack(t, one),
    ],
  }),
  cancelled: (t, one) => ({
    text: t.import.cancelled(fileName(t, one), one.position, one.rows),
    buttons: takeBack(t, one),
  }),
  failed: (t, one) => ({
    failed: true,
    text: t.import.failed(fileName(t, one), t.import.why[one.reason as keyof Texts['import']['why']] ?? ''),
    ...(one.journalId && { buttons: takeBack(t, one) }),
    ...(listsNobody(one) && { buttons: insteadOf(t, one) }),
  }),
};

/** Each column that may be the name: without one people are called as their mailbox is. */
const nameButtons = (t: Texts, { id, columns }: Import): Button[][] =>
  mayBeNames(columns)
    .slice(0, MOST_NAMES)
    .map((at) => {
      const { heading, samples } = columns[at]!;
      return [button(t.import.nameIs(heading, samples[0]!), `/import ${id} column ${at + 1} name`)];
    });

/** Where every line is left out there is nothing to be taken in. */
const bringsSomebody = ({ rows, counts: { leftOut = 0 } }: Import): boolean => leftOut < rows;

/** Whether it was refused because its lines are no people; its columns are kept. */
export const listsNobody = ({ state, reason }: Import): boolean =>
  state === 'failed' && THINGS.some((thing) => thing === reason);

/** How such things come here, and whoever wants the people in the file all the same. */
const insteadOf = (t: Texts, { id, reason }: Import): Button[][] => [
  ...((reason as Thing) === 'money' ? [] : [[{ label: t.import.connectShop, command: '/connect' }]]),
  [button(t.import.people, `/import ${id} people`)],
];

const button = (label: string, command: string, style?: Button['style']): Button => ({
  ...{ label, command, turns: true },
  ...(style && { style }),
});

const cancel = (t: Texts, { id }: Import): Button => button(t.import.cancel, `/import ${id} cancel`);

const takeBack = (t: Texts, { journalId }: Import): Button[][] =>
  journalId ? [[{ label: t.button.undo, command: `/undo ${journalId}` }]] : [];

/** What is created, filled in, left out and to be looked at: only what there is. */
function fieldsOf(t: Texts, { counts }: Import): Shown[] {
  const labels = t.import.counts;
  return (Object.keys(labels) as (keyof typeof labels)[]).flatMap((key) => {
    const count = counts[key] ?? 0;
    return count > 0 || key === 'created' ? { label: labels[key], value: String(count) } : [];
  });
}

function columnItem(t: Texts, { heading, meaning, samples, field }: Column): Item {
  return {
    text: `${heading || t.import.noHeading} → ${field ? labelOf(t, field) : t.import.meaning[meaning]}`,
    ...(samples.length > 0 && { detail: samples.join(' · ') }),
  };
}

/** Its columns with a button each to change what it is taken for. `page` from 1. */
export function columnsReply(t: Texts, one: Import, page: number): Reply {
  const from = (page - 1) * PAGE_COLUMNS;
  const items = one.columns.slice(from, from + PAGE_COLUMNS).map((column, at) => ({
    ...columnItem(t, column),
    buttons: [
      button(column.heading || `${t.import.noHeading} ${from + at + 1}`, `/import ${one.id} column ${from + at + 1}`),
    ],
  }));
  const pages = [
    ...(page > 1 ? [button(t.button.previous, `/import ${one.id} columns ${page - 1}`)] : []),
    ...(from + PAGE_COLUMNS < one.columns.length
      ? [button(t.button.next, `/import ${one.id} columns ${page + 1}`)]
      : []),
  ];
  return {
    title: t.import.whichColumn,
    lists: [{ items }],
    buttons: [...(pages.length > 0 ? [pages] : []), [button(t.import.back, `/import ${one.id}`)]],
  };
}

/** What a column can be: `at` from 1. What no field is called yet may become one. */
export function meaningsReply(t: Texts, one: Import, at: number, fields: readonly Field[]): Reply {
  const column = one.columns[at - 1]!;
  const buttons = (Object.keys(t.import.meaning) as Column['meaning'][])
    .filter((meaning) => !OURS.includes(meaning))
    .map((meaning) => button(t.import.meaning[meaning], `/import ${one.id} column ${at} ${meaning}`));
  const own = fields.map((field) => button(labelOf(t, field), `/import ${one.id} column ${at} f${field.id}`));
  const made = column.looks ? [button(t.import.meaning.field, `/import ${one.id} column ${at} field`)] : [];
  buttons.push(...own, ...made);
  const rows = Array.from({ length: Math.ceil(buttons.length / 3) }, (_, nth) => buttons.slice(nth * 3, nth * 3 + 3));
  return {
    title: t.import.whatIs(column.heading || `${t.import.noHeading} ${at}`),
    ...(column.samples.length > 0 && { text: column.samples.join('\n') }),
    buttons: [...rows, [button(t.import.back, `/import ${one.id} columns ${Math.ceil(at / PAGE_COLUMNS)}`)]],
  };
}

/** Columns of our own file; nobody else's has them. */
const OURS: readonly Column['meaning'][] = ['addresses', 'signs', 'since', 'field'];
