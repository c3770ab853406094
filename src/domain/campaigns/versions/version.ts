/** One of the two texts of a campaign. */
export type Version = 'a' | 'b';

/** What the rest get: one of both, or each of both by halves. */
export type Winner = Version | 'both';

/** What readers do, by which two texts are compared. */
export const MEASURES = ['clicked', 'replied', 'ordered'] as const;
export type Measure = (typeof MEASURES)[number];
