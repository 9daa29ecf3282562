"use client";

import { useState } from "react";

/**
 * Where libraries find the nonce for the styles they add. It stays the document's own: an action that sets a cookie has
 * the layout rendered anew, with the nonce of an answer that the browser never took as a document.
 */
export function NonceMark({ nonce }: { nonce: string }) {
  const [first] = useState(nonce);
  return <meta property="csp-nonce" content="" nonce={first} />;
}
