import { type LineMessage, textMessage, type UriAction } from "@/lib/conversations/message";
import { startData } from "@/lib/conversations/postback";
import type { MediaPlaces } from "@/lib/media/place";
import { type Language, say } from "@/lib/scenarios/language";
import type { Answer } from "../answer";
import { card } from "./card";

/** An answer as LINE messages, at most two. A picture that is gone leaves its words. */
export function answerMessages(answer: Answer, language: Language, media: MediaPlaces): LineMessage[] {
  const text = say(answer.text, language);
  switch (answer.kind) {
    case "text":
      return [textMessage(text)];
    case "card": {
      const place = answer.mediaId === null ? undefined : media[answer.mediaId];
      return [
        card({
          title: say(answer.title, language),
          text,
          buttons: answer.buttons.map(
            ({ label, uri }): UriAction => ({ type: "uri", label: say(label, language), uri }),
          ),
          primary: true,
          ...(place ? { picture: { ...place, url: `${place.base}/card.jpg` } } : {}),
        }),
      ];
    }
    case "image": {
      const base = media[answer.mediaId]?.base;
      const words = textMessage(text);
      if (base === undefined) return [words];
      const urls = {
        originalContentUrl: `${base}/original.jpg`,
        previewImageUrl: `${base}/preview.jpg`,
      };
      return [{ type: "image", ...urls }, words];
    }
    case "location":
      return [
        textMessage(text),
        {
          type: "location",
          title: say(answer.title, language),
          address: say(answer.address, language),
          latitude: answer.point.lat,
          longitude: answer.point.lng,
        },
      ];
    case "link":
      return [
        card({
          text,
          buttons: [{ type: "uri", label: say(answer.label, language), uri: answer.url }],
          primary: true,
        }),
      ];
    case "scenario": {
      const [scenarioKey = "", shortcut = null] = answer.start.split(".");
      const label = say(answer.label, language);
      const data = startData({ scenarioKey, shortcut });
      return [
        card({ text, buttons: [{ type: "postback", label, data, displayText: label }], primary: true }),
      ];
    }
  }
}
