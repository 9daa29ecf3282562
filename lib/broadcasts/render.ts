import type { MediaPlaces } from "@/lib/media/place";
import type { Block, CarouselColumn, LinkButton } from "./block";

type Words = (text: string) => string;

const linkAction = ({ label, uri }: LinkButton) => ({ type: "uri" as const, label, uri });

const titled = (title: string, words: Words) => (title === "" ? {} : { title: words(title) });

function thumbnail(id: string | null, media: MediaPlaces) {
  const place = id === null ? undefined : media[id];
  return place ? { thumbnailImageUrl: `${place.base}/card.jpg` } : {};
}

function renderColumn(column: CarouselColumn, media: MediaPlaces, words: Words) {
  return {
    ...thumbnail(column.mediaId, media),
    ...titled(column.title, words),
    text: words(column.text),
    actions: column.buttons.map(linkAction),
  };
}

function renderCard(card: Extract<Block, { kind: "card" }>, media: MediaPlaces, words: Words) {
  const place = card.mediaId === null ? undefined : media[card.mediaId];
  const hero = place
    ? {
        hero: {
          type: "image",
          url: `${place.base}/card.jpg`,
          size: "full",
          aspectMode: "cover",
          // Flex takes at most three times as tall as wide.
          aspectRatio: `${place.width}:${Math.min(place.height, place.width * 3)}`,
        },
      }
    : {};
  const title = card.title
    ? [{ type: "text", text: words(card.title), weight: "bold", size: "lg", wrap: true }]
    : [];
  const text = card.text ? [{ type: "text", text: words(card.text), wrap: true, margin: "md" }] : [];
  const body = [...title, ...text];
  return {
    type: "flex",
    altText: words(card.alt),
    contents: {
      type: "bubble",
      ...hero,
      ...(body.length > 0 ? { body: { type: "box", layout: "vertical", contents: body } } : {}),
      ...(card.buttons.length > 0
        ? {
            footer: {
              type: "box",
              layout: "vertical",
              spacing: "sm",
              contents: card.buttons.map((b, n) => ({
                type: "button",
                style: n === 0 ? "primary" : "secondary",
                height: "sm",
                action: linkAction(b),
              })),
            },
          }
        : {}),
    },
  };
}

/** One block as a LINE message object. `words` goes over everything residents read as text. */
export function renderBlock(one: Block, media: MediaPlaces, words: Words): object {
  switch (one.kind) {
    case "text":
      return { type: "text", text: words(one.text) };
    case "image": {
      const base = one.mediaId === null ? undefined : media[one.mediaId]?.base;
      return {
        type: "image",
        originalContentUrl: `${base ?? ""}/original.jpg`,
        previewImageUrl: `${base ?? ""}/preview.jpg`,
      };
    }
    case "imagemap": {
      const place = one.mediaId === null ? undefined : media[one.mediaId];
      return {
        type: "imagemap",
        baseUrl: place?.base ?? "",
        altText: words(one.alt),
        baseSize: { width: 1040, height: place?.heightAt1040 ?? 1040 },
        actions: one.areas.map(({ label, uri, ...area }) => ({
          type: "uri",
          ...(label ? { label } : {}),
          linkUri: uri,
          area,
        })),
      };
    }
    case "card":
      return renderCard(one, media, words);
    case "carousel":
      return {
        type: "template",
        altText: words(one.alt),
        template: { type: "carousel", columns: one.columns.map((c) => renderColumn(c, media, words)) },
      };
    case "buttons":
      return {
        type: "template",
        altText: words(one.alt),
        template: {
          type: "buttons",
          ...titled(one.title, words),
          text: words(one.text),
          actions: one.buttons.map(linkAction),
        },
      };
  }
}
