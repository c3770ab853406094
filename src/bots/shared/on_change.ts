/** Reports a state only if its reason differs from the last one. */
export function onChange<State extends { reason: string }>(report: (state: State) => void): (state: State) => void {
  let last: string | undefined;
  return (state) => {
    if (state.reason !== last) report(state);
    last = state.reason;
  };
}
