"use client";

import { shellLabels } from "@/components/shell/labels";

/** The last resort: stands alone, without scripts of its own, styles or the root layout. */
export default function GlobalError() {
  return (
    <html lang="ja">
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          margin: "4rem auto",
          maxWidth: "36rem",
          padding: "0 1.5rem",
        }}
      >
        <main>
          <h1 style={{ fontSize: "1.5rem" }}>{shellLabels.failed.title}</h1>
          <p>{shellLabels.failed.text}</p>
          <p>
            <a href="/">{shellLabels.toToday}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
