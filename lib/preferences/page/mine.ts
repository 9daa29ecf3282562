import { bitsOf, type Choices } from "../choices";

/** A resident's settings as the page has them: plain JSON. */
export type Mine = {
  age_band: number;
  gender: number;
  area: number;
  spoken: number;
  stopped: number;
  interests: number[];
};

export const mineOf = (choices: Choices): Mine => ({
  age_band: choices.ageBand,
  gender: choices.gender,
  area: choices.areaId,
  spoken: choices.spoken,
  stopped: choices.stopped,
  interests: bitsOf(choices.interests),
});
