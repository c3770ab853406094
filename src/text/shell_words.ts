/** What people type to end a program at a terminal. */
export const LEAVES = /^[/:]?(?:exit|quit|q|bye|logout)[!;.]?$|^[/／]?退出[。！]?$/i;
/** What they type to see what can be typed. */
export const ASKS = /^(?:[?？]{1,3}|-{0,2}help)$/i;
