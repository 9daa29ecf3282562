import { joinBorders, linePoints, type SketchArea } from "@/lib/areas/sketch";

/**
 * Our own coarse drawing of the thirteen towns, along waters, railways and main roads. A border between two towns is
 * one line used by both. Names of the lines: the two towns, or the town and "Outside".
 */
const reverse = <T>(points: T[]): T[] => [...points].reverse();

// Borders within the city, from west to east.
const sakurazutsumiSakai = linePoints(`
  35.7115,139.5378 35.7098,139.5366 35.7078,139.5354 35.7062,139.5340 35.7050,139.5322`);
const sakaiSekimae = linePoints(`
  35.7115,139.5378 35.7095,139.5420 35.7080,139.5460 35.7067,139.5500`);
const sakaiSakaiminami = linePoints(`
  35.7014,139.5332 35.7015,139.5380 35.7016,139.5434 35.7018,139.5470 35.7019,139.5503`);
const sekimaeYahata = linePoints(`
  35.7178,139.5504 35.7158,139.5530 35.7142,139.5550 35.7126,139.5560`);
const sekimaeNishikubo = linePoints(`
  35.7126,139.5560 35.7100,139.5562 35.7078,139.5558 35.7052,139.5540`);
const yahataNishikubo = linePoints(`
  35.7126,139.5560 35.7125,139.5585 35.7124,139.5606`);
const yahataMidori = linePoints(`
  35.7124,139.5606 35.7150,139.5612 35.7178,139.5616 35.7221,139.5616`);
const nishikuboMidori = linePoints(`
  35.7124,139.5606 35.7122,139.5628`);
const nishikuboNakacho = linePoints(`
  35.7122,139.5628 35.7098,139.5620 35.7070,139.5613 35.7048,139.5606 35.7028,139.5601`);
const nakachoMidori = linePoints(`
  35.7122,139.5628 35.7117,139.5660 35.7112,139.5682`);
const midoriKitamachi = linePoints(`
  35.7112,139.5682 35.7140,139.5688 35.7172,139.5695 35.7206,139.5698`);
const nakachoKitamachi = linePoints(`
  35.7112,139.5682 35.7106,139.5698`);
const nakachoHoncho = linePoints(`
  35.7106,139.5698 35.7080,139.5693 35.7052,139.5684`);
const nakachoGotenyama = linePoints(`
  35.7052,139.5684 35.7034,139.5668 35.7013,139.5642`);
const gotenyamaHoncho = linePoints(`
  35.7052,139.5684 35.7044,139.5710 35.7037,139.5740 35.7033,139.5770`);
const gotenyamaMinami = linePoints(`
  35.7033,139.5770 35.7022,139.5769 35.7013,139.5767`);
const honchoMinami = linePoints(`
  35.7033,139.5770 35.7034,139.5798 35.7035,139.5834`);
const honchoHigashi = linePoints(`
  35.7035,139.5834 35.7052,139.5824 35.7064,139.5812 35.7071,139.5797 35.7079,139.5786`);
const honchoKitamachi = linePoints(`
  35.7106,139.5698 35.7097,139.5725 35.7089,139.5751 35.7079,139.5786`);
const kitamachiHigashi = linePoints(`
  35.7079,139.5786 35.7102,139.5794 35.7125,139.5806 35.7141,139.5816`);
const higashiMinami = linePoints(`
  35.7035,139.5834 35.7036,139.5880 35.7036,139.5950`);

// Borders of the city, clockwise from 境橋: 千川上水, the east, the south along the railway and the park, 玉川上水, the west.
const sekimaeOutside = linePoints(`
  35.7115,139.5378 35.7132,139.5409 35.7150,139.5452 35.7166,139.5486 35.7178,139.5504`);
const yahataOutside = linePoints(`
  35.7178,139.5504 35.7190,139.5521 35.7208,139.5546 35.7217,139.5572 35.7221,139.5616`);
const midoriOutside = linePoints(`
  35.7221,139.5616 35.7217,139.5656 35.7206,139.5698`);
const kitamachiOutside = linePoints(`
  35.7206,139.5698 35.7194,139.5740 35.7181,139.5764 35.7156,139.5794 35.7141,139.5816`);
const higashiOutside = linePoints(`
  35.7141,139.5816 35.7118,139.5866 35.7090,139.5914 35.7066,139.5944 35.7056,139.5954 35.7036,139.5950`);
const minamiOutside = linePoints(`
  35.7036,139.5950 35.7000,139.5926 35.6958,139.5904 35.6964,139.5884 35.6942,139.5868 35.6972,139.5850
  35.6982,139.5822 35.6992,139.5796 35.7013,139.5767`);
const gotenyamaOutside = linePoints(`
  35.7013,139.5767 35.7004,139.5755 35.6989,139.5728 35.6990,139.5704 35.7002,139.5672 35.7013,139.5642`);
const nakachoOutside = linePoints(`
  35.7013,139.5642 35.7022,139.5620 35.7028,139.5601`);
const nishikuboOutside = linePoints(`
  35.7028,139.5601 35.7038,139.5574 35.7052,139.5540`);
const sekimaeSouth = linePoints(`
  35.7052,139.5540 35.7062,139.5515 35.7067,139.5500`);
const sakaiEast = linePoints(`
  35.7067,139.5500 35.7045,139.5503 35.7019,139.5503`);
const sakaiminamiOutside = linePoints(`
  35.7019,139.5503 35.6985,139.5505 35.6952,139.5506 35.6953,139.5488 35.6965,139.5428 35.6954,139.5420
  35.6954,139.5367 35.6982,139.5362 35.6991,139.5342 35.7014,139.5332`);
const sakaiWest = linePoints(`
  35.7014,139.5332 35.7030,139.5322 35.7050,139.5322`);
const sakurazutsumiOutside = linePoints(`
  35.7050,139.5322 35.7084,139.5324 35.7092,139.5274 35.7129,139.5273 35.7133,139.5254 35.7180,139.5268
  35.7174,139.5298 35.7129,139.5296 35.7125,139.5324 35.7121,139.5352 35.7115,139.5378`);

const area = (
  key: string,
  name: string,
  lat: number,
  lng: number,
  ring: SketchArea["rings"][number],
): SketchArea => ({
  key,
  name,
  aliases: [],
  label: { lat, lng },
  rings: [ring],
});

export const musashinoAreas: SketchArea[] = [
  area(
    "kichijoji-higashicho",
    "吉祥寺東町",
    35.7078,
    139.588,
    joinBorders(reverse(honchoHigashi), higashiMinami, reverse(higashiOutside), reverse(kitamachiHigashi)),
  ),
  area(
    "kichijoji-minamicho",
    "吉祥寺南町",
    35.7003,
    139.587,
    joinBorders(honchoMinami, higashiMinami, minamiOutside, reverse(gotenyamaMinami)),
  ),
  area(
    "gotenyama",
    "御殿山",
    35.7018,
    139.5706,
    joinBorders(gotenyamaHoncho, gotenyamaMinami, gotenyamaOutside, reverse(nakachoGotenyama)),
  ),
  area(
    "kichijoji-honcho",
    "吉祥寺本町",
    35.7062,
    139.5752,
    joinBorders(
      honchoKitamachi,
      reverse(honchoHigashi),
      reverse(honchoMinami),
      reverse(gotenyamaHoncho),
      reverse(nakachoHoncho),
    ),
  ),
  area(
    "kichijoji-kitacho",
    "吉祥寺北町",
    35.7145,
    139.5745,
    joinBorders(
      honchoKitamachi,
      kitamachiHigashi,
      reverse(kitamachiOutside),
      reverse(midoriKitamachi),
      nakachoKitamachi,
    ),
  ),
  area(
    "nakacho",
    "中町",
    35.707,
    139.5653,
    joinBorders(
      nakachoMidori,
      nakachoKitamachi,
      nakachoHoncho,
      nakachoGotenyama,
      nakachoOutside,
      reverse(nishikuboNakacho),
    ),
  ),
  area(
    "nishikubo",
    "西久保",
    35.7086,
    139.5588,
    joinBorders(
      yahataNishikubo,
      nishikuboMidori,
      nishikuboNakacho,
      nishikuboOutside,
      reverse(sekimaeNishikubo),
    ),
  ),
  area(
    "midoricho",
    "緑町",
    35.7152,
    139.5652,
    joinBorders(
      nishikuboMidori,
      nakachoMidori,
      midoriKitamachi,
      reverse(midoriOutside),
      reverse(yahataMidori),
    ),
  ),
  area(
    "yahatacho",
    "八幡町",
    35.7165,
    139.5572,
    joinBorders(yahataNishikubo, yahataMidori, reverse(yahataOutside), sekimaeYahata),
  ),
  area(
    "sekimae",
    "関前",
    35.7122,
    139.5492,
    joinBorders(sekimaeOutside, sekimaeYahata, sekimaeNishikubo, sekimaeSouth, reverse(sakaiSekimae)),
  ),
  area(
    "sakai",
    "境",
    35.7062,
    139.542,
    joinBorders(sakaiSekimae, sakaiEast, reverse(sakaiSakaiminami), sakaiWest, reverse(sakurazutsumiSakai)),
  ),
  area("sakaiminamicho", "境南町", 35.6985, 139.543, joinBorders(sakaiSakaiminami, sakaiminamiOutside)),
  area("sakurazutsumi", "桜堤", 35.7098, 139.5305, joinBorders(sakurazutsumiSakai, sakurazutsumiOutside)),
];
