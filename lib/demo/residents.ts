import type { DemoCity } from "./cities";

/** Residents of the demo's life. The LINE sandbox makes the same ids from the same seed and count. */
export const demoResidents = (city: DemoCity): { seed: string; count: number } => ({
  seed: `demo-${city}`,
  count: city === "kumamoto" ? 190 : 130,
});
