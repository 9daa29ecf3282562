"use client";
import { useEffect, useReducer } from "react";
import { talkItem, talkState } from "@/lib/sandbox-client/schema";
import { ApiError, sandboxApi } from "./sandbox-api";
import { emptyTalk, type Talk, type TalkEvent, talkReducer } from "./talk-state";

const RETRY_MS = 2000;

/** The talk of one resident, live: what is there now, then what comes. Heals itself when the line breaks. */
export function useTalk(residentId: string): [Talk, (event: TalkEvent) => void] {
  const [talk, dispatch] = useReducer(talkReducer, emptyTalk);

  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;

    const again = () => {
      source?.close();
      if (over) return;
      dispatch({ type: "link", link: "lost" });
      timer = setTimeout(start, RETRY_MS);
    };
    const listen = (after: number) => {
      source = new EventSource(sandboxApi.streamAddress(residentId, after));
      source.addEventListener("item", (event) => {
        const item = talkItem.safeParse(parse(event.data));
        if (item.success) dispatch({ type: "item", item: item.data });
      });
      source.addEventListener("state", (event) => {
        const state = talkState.safeParse(parse(event.data));
        if (state.success) dispatch({ type: "state", state: state.data });
      });
      source.onerror = again;
    };
    const start = () => {
      sandboxApi
        .talk(residentId)
        .then((answer) => {
          if (over) return;
          dispatch({ type: "loaded", answer });
          listen(answer.lastSeq);
        })
        .catch((error: unknown) => {
          const gone = error instanceof ApiError && (error.status === 404 || error.status === 400);
          if (!gone) again();
          else if (!over) dispatch({ type: "link", link: "gone" });
        });
    };
    start();
    return () => {
      over = true;
      clearTimeout(timer);
      source?.close();
    };
  }, [residentId]);

  return [talk, dispatch];
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
}
