import type { Button, Mark, Reply } from '../domain/reply.ts';
import type { Rewriting, Told } from './rewrite.ts';

type Marked = Pick<Told, 'reply' | 'before' | 'marks'>;

/** The message says what was done with one of its buttons, and a word about it lasts until then. */
export function addMark({ reply, before, marks }: Marked, mark: Mark): Rewriting {
  const kept = (marks ?? []).filter(({ remark, button }) => !remark && button !== mark.button);
  return { ...marked(before ?? reply, [...kept, mark]), added: mark.buttons };
}

/** What these say was done is taken back: the message looks as if it never had been, and the buttons can be pressed again. */
export function withoutMarks({ reply, before, marks }: Marked, isTakenBack: (mark: Mark) => boolean): Rewriting {
  const left = (marks ?? []).filter((mark) => !isTakenBack(mark) && !mark.remark);
  return left.length > 0 ? marked(before ?? reply, left) : { reply: before ?? reply };
}

function marked(before: Reply, marks: Mark[]): Rewriting {
  return { reply: withMarks(before, marks), before, marks };
}

/**
 * A message with what was done since: buttons that are spent are gone, their ways back stand in their place. Of several marks of one
 * thing the last says how it is: what the others did can be done again.
 */
function withMarks(before: Reply, marks: readonly Mark[]): Reply {
  const holding = marks.filter((mark, nth) => !mark.remark && !isOvertaken(mark, marks.slice(nth + 1)));
  const spent = new Set(holding.map(({ button }) => button));
  const left = (buttons: readonly Button[]) => buttons.filter(({ id }) => !spent.has(id ?? ''));
  // what the line itself offers stands there once
  const wayBack = (buttons: readonly Button[]) =>
    holding
      .filter(({ button }) => buttons.some(({ id }) => id === button))
      .flatMap((mark) =>
        left(mark.buttons).filter(({ command }) => !left(buttons).some((one) => one.command === command)),
      );
  const lists = before.lists?.map((list) => ({
    ...list,
    items: list.items.map((item) =>
      item.buttons ? { ...item, buttons: toldApart([[...left(item.buttons), ...wayBack(item.buttons)]])[0]! } : item,
    ),
  }));
  const inItems = new Set(
    (before.lists ?? []).flatMap(({ items }) => items.flatMap(({ buttons = [] }) => buttons.map(({ id }) => id))),
  );
  const rows = [
    ...(before.buttons ?? []).map(left),
    ...holding.filter(({ button }) => !inItems.has(button)).map((mark) => left(mark.buttons)),
  ].filter((row) => row.length > 0);
  return { ...before, ...(lists && { lists }), buttons: toldApart(rows), done: marks.map(({ text }) => text) };
}

/** Of several buttons with the same words, such as two ways back, those say what sets them apart that can. */
function toldApart(rows: readonly Button[][]): Button[][] {
  const all = rows.flat();
  const isOneOfSeveral = ({ label }: Button) => all.filter((one) => one.label === label).length > 1;
  return rows.map((row) =>
    row.map((button) => (button.apart && isOneOfSeveral(button) ? { ...button, label: button.apart } : button)),
  );
}

const isOvertaken = ({ of }: Mark, later: readonly Mark[]): boolean =>
  of !== undefined && later.some((one) => one.of === of && !one.remark);
