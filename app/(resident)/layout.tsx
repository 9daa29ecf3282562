import type { ReactNode } from "react";

/** Pages for residents: one column, wide enough for a phone and no wider than a page of a book. */
export default function ResidentLayout({ children }: { children: ReactNode }) {
  return <main className="mx-auto min-h-dvh w-full max-w-2xl px-4 py-6">{children}</main>;
}
