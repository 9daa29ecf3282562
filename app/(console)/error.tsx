"use client";

import { FailedMessage } from "@/components/shell/failed-message";

export default function ConsoleError({ reset }: { error: Error; reset: () => void }) {
  return <FailedMessage onRetry={reset} />;
}
