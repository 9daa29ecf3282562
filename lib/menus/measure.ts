/** Advance widths of U+0020…U+007E in Noto Sans JP Bold, in thousandths of the letters' size; a test compares them. */
const ASCII = [
  227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590,
  590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330,
  568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590,
  567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 437, 495,
  421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
];

/** How long a line of text gets, in pixels, when its letters have this size. Never less than what is drawn. */
export function lineWidth(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += ASCII[(letter.codePointAt(0) ?? 0) - 0x20] ?? 1000;
  return (sum * size) / 1000;
}
