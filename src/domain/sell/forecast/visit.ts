/** A lead's stay in a stage, as it was known at some moment. All times are days since the same day, with fractions. */
export interface Visit {
  lead: string;
  stage: string;
  entered: number;
  /** When it went on to another stage or was closed; null: it is there still. */
  left: number | null;
  /** When the lead was closed; null: it is open. */
  closed: number | null;
  /** Whether it was won, if it is closed. */
  won: boolean;
}

/** What was known of them at that moment: nothing that came later. */
export function knownAt(visits: readonly Visit[], moment: number): Visit[] {
  return visits.flatMap((visit) => {
    if (visit.entered > moment) return [];
    const left = visit.left !== null && visit.left <= moment ? visit.left : null;
    const closed = visit.closed !== null && visit.closed <= moment ? visit.closed : null;
    return [{ ...visit, left, closed, won: closed !== null && visit.won }];
  });
}

/** How many leads have been closed. */
export const closedOf = (visits: readonly Visit[]): number =>
  new Set(visits.filter(({ closed }) => closed !== null).map(({ lead }) => lead)).size;
