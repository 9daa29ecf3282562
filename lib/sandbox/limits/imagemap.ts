import {
  arrayAt,
  type Fields,
  type Findings,
  isFields,
  note,
  noteWrongType,
  numberAt,
  objectAt,
  textAt,
  wordAt,
} from "./findings";
import { httpsAt, linkAt } from "./urls";

const PIXELS = { min: 0, max: 2_147_483_647, required: true } as const;

export function checkImagemap(f: Findings, message: Fields, path: string): void {
  httpsAt(f, message, path, "baseUrl", { required: true });
  // LINE appends /1040, /700 … to it.
  if (typeof message.baseUrl === "string" && /\.(png|jpe?g|gif|webp)$/i.test(message.baseUrl)) {
    note(f, `${path}baseUrl`, "Must not include a file extension");
  }
  textAt(f, message, path, "altText", { max: 1500, required: true });
  const size = objectAt(f, message, path, "baseSize", true);
  if (size !== null) {
    numberAt(f, size, `${path}baseSize.`, "width", { min: 1040, max: 1040, required: true });
    numberAt(f, size, `${path}baseSize.`, "height", { ...PIXELS, min: 1 });
  }
  const actions = arrayAt(f, message, path, "actions", { min: 0, max: 50, required: true });
  actions?.forEach((action, n) => {
    checkImagemapAction(f, action, `${path}actions[${n}]`);
  });
  checkVideo(f, message, path);
}

function checkArea(f: Findings, from: Fields, at: string): void {
  const area = objectAt(f, from, at, "area", true);
  if (area === null) return;
  for (const key of ["x", "y"]) numberAt(f, area, `${at}area.`, key, PIXELS);
  for (const key of ["width", "height"]) numberAt(f, area, `${at}area.`, key, { ...PIXELS, min: 1 });
}

function checkImagemapAction(f: Findings, value: unknown, path: string): void {
  if (!isFields(value)) {
    noteWrongType(f, path);
    return;
  }
  const at = `${path}.`;
  const type = wordAt(f, value, at, "type", ["uri", "message", "clipboard"], true);
  textAt(f, value, at, "label", { max: 100, required: false });
  if (type === "uri") linkAt(f, value, at, "linkUri", { required: true });
  if (type === "message") textAt(f, value, at, "text", { max: 400, required: true });
  if (type === "clipboard") textAt(f, value, at, "clipboardText", { max: 1000, required: true });
  checkArea(f, value, at);
}

function checkVideo(f: Findings, message: Fields, path: string): void {
  const video = objectAt(f, message, path, "video", false);
  if (video === null) return;
  const at = `${path}video.`;
  httpsAt(f, video, at, "originalContentUrl", { required: true });
  httpsAt(f, video, at, "previewImageUrl", { required: true });
  checkArea(f, video, at);
  const link = objectAt(f, video, at, "externalLink", false);
  if (link === null) return;
  linkAt(f, link, `${at}externalLink.`, "linkUri", { required: true });
  textAt(f, link, `${at}externalLink.`, "label", { max: 30, required: true });
}
