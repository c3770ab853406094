/** Behind /post. */
export const post = {
  step: {
    go: ['go', 'now', 'publish'],
    at: ['at', 'schedule', 'on'],
    timed: ['timed'],
    edit: ['edit', 'change', 'text'],
    drop: ['drop', 'cancel'],
    back: ['back', 'undo', 'unschedule'],
    delete: ['delete', 'remove'],
    for: ['for', 'copy'],
    with: ['with'],
    without: ['without'],
    bot: ['bot'],
  },
  /** Behind its number: how it stands, and how it went. */
  show: ['show', 'stats', 'statistics', 'report', 'results', 'result', 'figures', 'how', 'clicks'],
  to: ['to', 'in'],
  /** In front of a network and a colon: a new post for that one. */
  only: ['only', 'just'],
  off: ['off'],
  list: ['list'],
  network: {
    moments: ['moments', 'wechat moments', 'wechat'],
    xiaohongshu: ['xiaohongshu', 'red', 'rednote', 'xhs'],
    weibo: ['weibo'],
    instagram: ['instagram', 'insta', 'ig'],
    x: ['x', 'twitter'],
  },
  /** Around a time on a line of its own, which says when it is to leave. */
  leave: ['post', 'post it', 'publish', 'send', 'at', 'post at', 'schedule', 'schedule for'],
};
