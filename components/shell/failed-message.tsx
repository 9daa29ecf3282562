"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "@/components/ui/button";
import { shellLabels } from "./labels";
import { MessagePage } from "./message-page";

/** Asks the server again as well: the fault may have been there. */
export function FailedMessage({ onRetry }: { onRetry: () => void }) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
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
