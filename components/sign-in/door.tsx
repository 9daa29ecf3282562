import type { ReactNode } from "react";
import { signInLabels } from "./labels";

/** What stands before one is inside: whose console it is, and one box. */
export function Door({
  cityName,
  title,
  wide,
  children,
}: {
  cityName: string | null;
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 py-8 sm:justify-center sm:py-12">
      <div className={wide ? "w-full max-w-4xl" : "w-full max-w-md"}>
        <div className="mb-6 flex items-center gap-3">
          <svg viewBox="0 0 32 32" width="40" height="40" aria-hidden className="shrink-0">
            <rect width="32" height="32" rx="8" className="fill-accent" />
            <path
              d="M8 9.5h16v9H8z M6 22.5h20 M16 9.5v9"
              className="fill-none stroke-on-accent"
              strokeWidth="2"
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          </svg>
          <p className="leading-tight">
            <span className="block text-lg font-bold">{cityName ?? signInLabels.product}</span>
            <span className="block text-sm text-muted">
              {cityName ? `${signInLabels.product} ${signInLabels.console}` : signInLabels.console}
            </span>
          </p>
        </div>
        <div className="rounded-16 border border-line bg-surface px-5 py-6 sm:px-8 sm:py-8">
          <h1 className="mb-5 text-2xl font-bold leading-9">{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}
