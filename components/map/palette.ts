/** Colours of the schematic map. Canvas cannot read CSS variables, so both modes stand here. */
export type MapPalette = {
  outside: string;
  /** Neighbouring areas take different ones. */
  land: string[];
  water: string;
  waterInk: string;
  green: string;
  greenInk: string;
  areaBorder: string;
  cityEdge: string;
  cityGlow: string;
  mainRoad: string;
  mainRoadCasing: string;
  road: string;
  roadCasing: string;
  roadInk: string;
  shield: string;
  rail: string;
  railGap: string;
  privateRail: string;
  tram: string;
  station: string;
  ink: string;
  areaInk: string;
  muted: string;
  landmark: string;
  halo: string;
};

export const LIGHT: MapPalette = {
  outside: "#e4e5e3",
  land: ["#f8f5ec", "#f2f5ea", "#f7f1ee", "#eff3f4", "#f5f0f4"],
  water: "#b4d4e9",
  waterInk: "#2f6690",
  green: "#d2e5c6",
  greenInk: "#3f6b38",
  areaBorder: "#b3a4bd",
  cityEdge: "#87759a",
  cityGlow: "rgba(135, 117, 154, 0.16)",
  mainRoad: "#ffdf9e",
  mainRoadCasing: "#d7ac57",
  road: "#ffffff",
  roadCasing: "#c8c3ba",
  roadInk: "#6b5420",
  shield: "#2c5c9f",
  rail: "#565c66",
  railGap: "#ffffff",
  privateRail: "#7a6a58",
  tram: "#b2584c",
  station: "#ffffff",
  ink: "#22272e",
  areaInk: "#5b4a6e",
  muted: "#5d6570",
  landmark: "#7d4a2e",
  halo: "rgba(255, 255, 255, 0.92)",
};

export const DARK: MapPalette = {
  outside: "#0f1317",
  land: ["#20252b", "#1e2727", "#25242b", "#1f272e", "#272525"],
  water: "#14344e",
  waterInk: "#86bbe2",
  green: "#1f3a29",
  greenInk: "#8fc196",
  areaBorder: "#544866",
  cityEdge: "#8474a3",
  cityGlow: "rgba(132, 116, 163, 0.22)",
  mainRoad: "#6a5622",
  mainRoadCasing: "#1a1608",
  road: "#3d444f",
  roadCasing: "#14181c",
  roadInk: "#d9c07c",
  shield: "#5f93dd",
  rail: "#8f96a1",
  railGap: "#20252b",
  privateRail: "#a08d74",
  tram: "#cf7c70",
  station: "#20252b",
  ink: "#e8eaee",
  areaInk: "#c2b2da",
  muted: "#a6aeba",
  landmark: "#d9a27f",
  halo: "rgba(13, 16, 20, 0.88)",
};
