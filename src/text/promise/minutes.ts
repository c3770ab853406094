/** How many minutes something took, in front of what is said of it: '5 min', '5分钟'. */
export const MINUTES_FIRST = /^(\d{1,3})\s?(?:minutes?|mins?|m|分钟?)(?![\p{L}\p{N}])[\s,，、:：]*/iu;
