export const calls = {
  call: {
    /** '📞 Anna · incoming · 5 min' */
    noted: {
      call: (name: string, more: string): string => `📞 Call with ${name}${more}`,
      visit: (name: string, more: string): string => `🚪 Visit of ${name}${more}`,
    },
    direction: { in: 'incoming', out: 'outgoing' },
    minutes: (count: number): string => `${count} min`,
    made: { lead: 'Lead', ticket: 'Ticket', feedback: 'Feedback' },
    goesOnWith: 'goes on with',
    task: 'Reminder',
    justNoted: 'Kept as a note. What is it?',
    remind: (when: string): string => `Remind me ${when}`,
    justNote: 'Only a note',
  },
  openWork: {
    done: (title: string): string => `Done: ${title}`,
    solved: (number: string, title: string): string => `Resolve #${number}: ${title}`,
    shows: (number: string, title: string): string => `#${number}: ${title}`,
    ready: 'Answers kept ready',
    goesOn: (number: string, title: string): string => `Add to #${number}: ${title}`,
    goesOnUrgent: (number: string, title: string): string => `Add to #${number}, now urgent: ${title}`,
  },
};
