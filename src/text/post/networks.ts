import { weighX } from './weigh_x.ts';

/** Where posts are put by hand: none of them lets a small shop's program post. */
export const NETWORKS = ['moments', 'xiaohongshu', 'weibo', 'instagram', 'x'] as const;
export type Network = (typeof NETWORKS)[number];

/** The longest post, in UTF-16 units: what one message of a channel takes. A longer one is refused. */
export const LONGEST_POST = 4000;

/** How a network wants its posts. */
export interface PostStyle {
  /** The longest text that it takes, as it weighs it. */
  longest: number;
  weigh(text: string): number;
  /** A hashtag there. */
  tag(word: string): string;
  /** A hashtag ends at its own sign; else it must be parted from what stands around it. */
  closedTags: boolean;
  /** Beyond so many hashtags it refuses the post, or marks nothing of it: further ones are plain words. */
  mostTags: number;
  /** The longest title, where a post has one. */
  longestTitle?: number;
}

/** In UTF-16 units, which are never fewer than the characters that a network counts. */
const units = (text: string): number => text.length;

const open = (word: string): string => `#${word}`;

/**
 * Only what X publishes is sure (280, weighted; docs.x.com, Counting characters). The others publish no figure that we could read: these
 * are what their apps are said to take, assumed, and named so in docs/channels.md.
 */
export const STYLES: Readonly<Record<Network, PostStyle>> = {
  // assumed: an app takes about 2,000 and folds what is behind the sixth line
  moments: { longest: 1500, weigh: units, tag: open, closedTags: false, mostTags: 30 },
  // assumed: a title of 20, a text of 1,000, ten topics
  xiaohongshu: { longest: 1000, weigh: units, tag: open, closedTags: false, mostTags: 10, longestTitle: 20 },
  // assumed: 2,000, folded behind the 140th
  weibo: { longest: 2000, weigh: units, tag: (word) => `#${word}#`, closedTags: true, mostTags: 30 },
  // assumed: a caption of 2,200 and 30 hashtags
  instagram: { longest: 2200, weigh: units, tag: open, closedTags: false, mostTags: 30 },
  x: { longest: 280, weigh: weighX, tag: open, closedTags: false, mostTags: 30 },
};
