export const templates = {
  template: {
    /** Below what is written to many, in Markdown. */
    footer: 'No more mails like this? [Unsubscribe]({{ unsubscribe_url }})',
  },
};
