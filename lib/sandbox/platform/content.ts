import { type Answer, Refusal } from "./answer";
import type { Call, Endpoint } from "./call";

/** A stored picture; 410 once it was unsent, 404 when it never was here or lies with somebody else. */
function stored({ world, params }: Call) {
  const messageId = params.messageId ?? "";
  if (world.talk.isUnsent(messageId)) throw new Refusal(410, "The content is gone");
  const found = world.content.find(messageId);
  if (!found) {
    const act = world.talk.findMessage(messageId);
    if (act) throw new Refusal(400, "The content can not be previewed");
    throw new Refusal(404, "not found");
  }
  if (found.external) throw new Refusal(404, "not found");
  return found;
}

function content(call: Call): Answer {
  const { world, params } = call;
  if (!world.content.find(params.messageId ?? "") && !world.talk.isUnsent(params.messageId ?? "")) {
    throw new Refusal(404, "not found");
  }
  const found = stored(call);
  if (found.polls < found.pollsUntilReady) {
    found.polls += 1;
    return { status: 202, bytes: new Uint8Array() };
  }
  const bytes = world.content.read(found.file);
  if (!bytes) throw new Refusal(404, "not found");
  return { status: 200, bytes, headers: { "content-type": found.contentType } };
}

function transcoding(call: Call): Answer {
  stored(call);
  throw new Refusal(400, "Transcoding status doesn't support this type of content");
}

const at = "/v2/bot/message/:messageId/content";

export const contentEndpoints: Endpoint[] = [
  { method: "GET", path: at, name: "content", fault: "content", run: content },
  // LINE makes it smaller; the original will do here.
  { method: "GET", path: `${at}/preview`, name: "content.preview", fault: "preview", run: previewed },
  {
    method: "GET",
    path: `${at}/transcoding`,
    name: "content.transcoding",
    fault: "content",
    run: transcoding,
  },
];

function previewed(call: Call): Answer {
  stored(call);
  return content(call);
}
