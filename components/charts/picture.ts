/** A drawing as a picture file, for documents: always light, with a title over it and its source below. */
const SCALE = 3;
const MARGIN = 24;
const FONT = '"Noto Sans JP Variable", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, sans-serif';

/** `var(--x)` and light-dark() as the plain colour of light mode. */
export function plainColor(value: string, read: (name: string) => string): string {
  const named = /^var\((--[a-z0-9-]+)\)$/.exec(value.trim());
  const found = named?.[1] ? read(named[1]).trim() : value;
  return /^light-dark\(\s*([^,]+),/.exec(found)?.[1]?.trim() ?? found;
}

const read = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name);

/** The drawing without its texts: an image has not the page's font, so these are written again on the canvas. */
function withoutTexts(svg: SVGSVGElement, width: number, height: number): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  for (const text of copy.querySelectorAll("text")) text.remove();
  for (const part of copy.querySelectorAll("*"))
    for (const name of ["fill", "stroke"]) {
      const value = part.getAttribute(name);
      if (value?.includes("var(")) part.setAttribute(name, plainColor(value, read));
    }
  return new XMLSerializer().serializeToString(copy);
}

function writeTexts(svg: SVGSVGElement, pen: CanvasRenderingContext2D): void {
  for (const text of svg.querySelectorAll("text")) {
    const of = (name: string) => text.getAttribute(name);
    pen.font = `${of("font-weight") ?? 400} ${of("font-size") ?? 12}px ${FONT}`;
    pen.fillStyle = plainColor(of("fill") ?? "#000000", read);
    const anchor = of("text-anchor");
    pen.textAlign = anchor === "middle" ? "center" : anchor === "end" ? "right" : "left";
    pen.fillText(text.textContent ?? "", Number(of("x")), Number(of("y")));
  }
}

async function imageOf(source: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  return image;
}

/** Lines of at most `width` pixels, broken between signs. */
function linesOf(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines = [""];
  for (const sign of text) {
    const line = `${lines.at(-1)}${sign}`;
    if (pen.measureText(line).width > width) lines.push(sign);
    else lines[lines.length - 1] = line;
  }
  return lines;
}

/** PNG of an SVG made of plain shapes and of texts that stand by their own x and y. */
export async function pictureOf(
  svg: SVGSVGElement,
  words: { title: string; lines: string[]; source: string },
): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const image = await imageOf(withoutTexts(svg, width, height));
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  const styles = { title: `700 18px ${FONT}`, line: `400 13px ${FONT}`, source: `400 11px ${FONT}` };
  const rows = (
    [["title", words.title], ...words.lines.map((line) => ["line", line] as const)] as [
      keyof typeof styles,
      string,
    ][]
  ).flatMap(([style, text]) => {
    pen.font = styles[style];
    return linesOf(pen, text, width).map((line) => ({ style, line, step: style === "title" ? 26 : 20 }));
  });
  const head = rows.reduce((sum, row) => sum + row.step, 0) + 8;
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (head + height + 28 + 2 * MARGIN) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.translate(MARGIN, MARGIN);
  pen.fillStyle = plainColor("var(--ink)", read);
  let y = 0;
  for (const row of rows) {
    y += row.step;
    pen.font = styles[row.style];
    pen.fillText(row.line, 0, y - 6);
  }
  pen.translate(0, head);
  pen.drawImage(image, 0, 0, width, height);
  writeTexts(svg, pen);
  pen.textAlign = "left";
  pen.font = styles.source;
  pen.fillStyle = plainColor("var(--muted)", read);
  pen.fillText(words.source, 0, height + 22);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}
