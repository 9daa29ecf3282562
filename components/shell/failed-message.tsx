"use client";

import { startTransition } from "react";
import { Button } from "@/components/ui/button";
import { useRefresh } from "@/components/ui/use-refresh";
import { shellLabels } from "./labels";
import { MessagePage } from "./message-page";

/** Asks the server again as well: the fault may have been there. */
export function FailedMessage({ onRetry }: { onRetry: () => void }) {
  const refresh = useRefresh();
  const retry = () =>
    startTransition(() => {
      refresh();
      onRetry();
    });
  return (
    <MessagePage icon="triangle-alert" title={shellLabels.failed.title} text={shellLabels.failed.text}>
      <Button variant="primary" icon="refresh" onPress={retry}>
        {shellLabels.failed.retry}
      </Button>
    </MessagePage>
  );
}
