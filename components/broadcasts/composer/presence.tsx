"use client";

import { useEffect, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { composerLabels as t } from "../labels";

const EVERY_MS = 10_000;

/** Who else has this draft open; asked every ten seconds while the page is seen. */
export function Presence({ id }: { id: string }) {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    let over = false;
    const ask = async () => {
      if (document.visibilityState === "hidden") return;
      const answer = await fetch(`/api/broadcasts/${id}/presence`, { method: "POST" }).catch(() => null);
      const value: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
      if (!over && value && typeof value === "object" && "names" in value && Array.isArray(value.names))
        setNames(value.names.map(String));
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [id]);
  return (
    <span role="status">
      {names.length > 0 && (
        <Badge tone="info" icon="users">
          {t.editing(names)}
        </Badge>
      )}
    </span>
  );
}
