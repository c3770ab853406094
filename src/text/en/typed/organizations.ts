/** What users type about companies. */
export const organizations = {
  organization: {
    act: {
      add: ['new', 'create', 'add'],
      rename: ['rename', 'renamed'],
      note: ['note', 'notes'],
      domain: ['domain'],
      website: ['website', 'site', 'web'],
      taxId: ['taxid', 'tax-id', 'vat', 'tax'],
      address: ['address'],
      merge: ['merge', 'same', 'join'],
      main: ['main', 'primary'],
      remove: ['delete', 'remove'],
      others: ['others', 'colleagues'],
    },
    /** In front of a role. */
    as: ['as', 'does', 'in', 'for'],
  },
};
