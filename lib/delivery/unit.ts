/** LINE counts opens and clicks by this name: at most 30 letters, digits and underscores. */
export const unitOf = (broadcastId: string): string => `b_${broadcastId.replaceAll("-", "").slice(0, 28)}`;
