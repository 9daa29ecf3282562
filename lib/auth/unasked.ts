/**
 * Written by a page just before it reads itself again without anybody's doing, and gone a moment later: router.refresh()
 * takes no header of ours. It opens nothing; a request that carries it does not keep a session awake (gate.ts).
 */
export const UNASKED_COOKIE = "madoguchi.unasked";

const SECONDS = 3;

/** For document.cookie. */
export const unaskedCookie = `${UNASKED_COOKIE}=1; path=/; max-age=${SECONDS}; samesite=lax`;
