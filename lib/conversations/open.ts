import { onErased } from "./erased";
import { SENTENCES } from "./messages";
import { onImage } from "./photo";
import { onLocation } from "./place";
import { onPostback } from "./tapped";
import { ask, type Scene, silent, type Turn, tell } from "./turn";
import { onText } from "./typed";

/** Any event at an open draft. Whatever it is, the question that is open stands again at the end of the answer. */
export function onEvent(scene: Scene): Turn {
  const { event } = scene;
  switch (event.kind) {
    case "text":
      return onText({ ...scene, event });
    case "postback":
      return onPostback({ ...scene, event });
    case "image":
      return onImage({ ...scene, event });
    case "location":
      return onLocation({ ...scene, event });
    case "sticker":
      return tell(scene, SENTENCES.sticker);
    case "video":
    case "audio":
      // At a question for words both are met with what can be sent instead.
      return tell(scene, SENTENCES[event.kind]);
    case "file":
      return tell(scene, SENTENCES.file);
    case "erased":
      return onErased({ ...scene, event });
    case "follow":
      return event.standby ? silent(scene.draft) : ask(scene.draft);
    case "unfollow":
    case "unsend":
    case "other":
      return silent(scene.draft);
  }
}
